-- Booking by the customer: on the site without log-in, afterwards by a private link.

/* The facts a customer may see of a reservation, with the token of its private link. */
create function private.booking_facts(p_company uuid, p_reservation uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'id', r.id, 'number', r.number, 'status', r.status, 'starts_at', r.starts_at, 'ends_at', r.ends_at, 'locale', r.locale, 'price', r.price,
    'total_rappen', r.total_rappen, 'booking_deposit_rappen', r.booking_deposit_rappen, 'currency', r.currency, 'created_at', r.created_at,
    'token', private.link_token(l.id),
    'hold_expires_at', (select a.expires_at from public.allocations a where a.company_id = r.company_id and a.source_id = r.id and a.active),
    'company', jsonb_build_object('id', c.id, 'slug', c.slug, 'name', c.name, 'email', c.email, 'phone', c.phone, 'accent_color', c.accent_color,
      'time_zone', c.time_zone, 'street', c.street, 'house_number', c.house_number, 'postal_code', c.postal_code, 'town', c.town),
    'customer', jsonb_build_object('id', k.id, 'name', k.name, 'first_name', k.first_name, 'email', k.email, 'phone', k.phone),
    'vehicle_fixed', r.vehicle_fixed, 'wanted_equipment', r.wanted_equipment,
    'key_box', private.key_box_of(r),
    -- What cancelling now would cost; nothing where it cannot be cancelled any more.
    'cancellation', case when r.status in ('pending', 'confirmed') and r.starts_at > now() then private.end_terms(r, private.cancellation_percent(r, now())) end,
    'cancellation_policy', r.cancellation_policy,
    -- What became of the money of one that was called off or whose customer did not come.
    'ended', case when r.status in ('cancelled', 'no_show') then (select jsonb_build_object('fee_rappen', r.cancellation_fee_rappen,
        'refund_rappen', coalesce(sum(p.refunded_rappen), 0)) from public.payments p
      where p.company_id = r.company_id and p.reservation_id = r.id and p.invoice_id is null) end,
    'vehicle', jsonb_build_object('id', v.id, 'make', v.make, 'model', v.model, 'seats', v.seats, 'fuel', v.fuel, 'transmission', v.transmission,
      'category_names', g.names, 'body_type', g.body_type, 'photo', private.model_photo(r.company_id, v.make, v.model)),
    'pickup_location', jsonb_build_object('name', pl.name, 'street', pl.street, 'house_number', pl.house_number, 'postal_code', pl.postal_code, 'town', pl.town, 'phone', pl.phone),
    'return_location', jsonb_build_object('name', rl.name, 'street', rl.street, 'house_number', rl.house_number, 'postal_code', rl.postal_code, 'town', rl.town, 'phone', rl.phone),
    'voucher_rappen', (select coalesce(sum(p.amount_rappen - p.refunded_rappen), 0) from public.payments p
      where p.company_id = r.company_id and p.reservation_id = r.id and p.method = 'voucher' and p.status in ('succeeded', 'partially_refunded')),
    'payment', (select jsonb_build_object('id', p.id, 'status', p.status, 'amount_rappen', p.amount_rappen, 'currency', p.currency,
        'asked_at', p.created_at)
      from public.payments p where p.company_id = r.company_id and p.reservation_id = r.id and p.purpose = 'booking_deposit' and p.method <> 'voucher'
      order by p.created_at desc limit 1))
  from public.reservations r
  join public.companies c on c.id = r.company_id
  join public.customers k on k.company_id = r.company_id and k.id = r.customer_id
  join public.vehicles v on v.company_id = r.company_id and v.id = r.vehicle_id
  join public.vehicle_categories g on g.company_id = r.company_id and g.id = r.category_id
  join public.locations pl on pl.company_id = r.company_id and pl.id = r.pickup_location_id
  join public.locations rl on rl.company_id = r.company_id and rl.id = r.return_location_id
  join public.access_links l on l.company_id = r.company_id and l.reservation_id = r.id and l.revoked_at is null
  where r.company_id = p_company and r.id = p_reservation
$$;

/* What a visitor may say of themselves; the rest is the desk's. */
create function private.visitor_fields(p_customer jsonb) returns jsonb
language sql immutable set search_path = '' as $$
  select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(p_customer)
  where key in ('first_name', 'last_name', 'email', 'phone', 'street', 'house_number', 'postal_code', 'town', 'country', 'birth_date')
$$;

/* Asks for what a voucher has left of the booking deposit of a reservation, by card. */
create function private.ask_booking_deposit(p_reservation public.reservations) returns void
language sql security definer set search_path = '' as $$
  insert into public.payments (company_id, customer_id, reservation_id, purpose, method, amount_rappen, currency)
  values (p_reservation.company_id, p_reservation.customer_id, p_reservation.id, 'booking_deposit', 'card',
    p_reservation.booking_deposit_rappen - private.paid_for(p_reservation.company_id, p_reservation.id), p_reservation.currency)
$$;

/* The site offers half hours; nobody waits at the counter for 10:07. Raises 422 `time_step`. */
create function private.check_time_step(p_time_zone text, p_moments timestamptz[]) returns void
language plpgsql stable set search_path = '' as $$
begin
  if exists (select from unnest(p_moments) as moment
      where date_bin('30 minutes', moment at time zone p_time_zone, '2000-01-01') <> moment at time zone p_time_zone) then
    perform private.fail(422, 'time_step', '{"minutes": 30}');
  end if;
end $$;

/*
 * A hold costs nothing until it is paid, so nobody gets many of them: five for an address, and for any one time half the fleet (five at least) for
 * everybody together. Raises 429 `too_many_holds`; the hold just made goes with it.
 */
create function private.bound_unpaid_holds(p_reservation public.reservations) returns void
language plpgsql stable security definer set search_path = '' as $$
declare
  v_own int;
  v_together int;
begin
  select count(*) filter (where c.email_key = (select k.email_key from public.customers k where k.company_id = p_reservation.company_id and k.id = p_reservation.customer_id)),
    count(*) filter (where a.period && tstzrange(p_reservation.starts_at, p_reservation.ends_at)) into v_own, v_together
  from public.reservations r
  join public.allocations a on a.company_id = r.company_id and a.source_id = r.id and a.active and a.expires_at > now()
  join public.customers c on c.company_id = r.company_id and c.id = r.customer_id
  where r.company_id = p_reservation.company_id and r.status = 'pending' and r.source = 'site';
  if v_own > 5 or v_together > greatest(5, (select count(*) / 2 from public.vehicles v where v.company_id = p_reservation.company_id and v.status <> 'retired')) then
    perform private.fail(429, 'too_many_holds');
  end if;
end $$;

/*
 * What a visitor says of the driver and the licence, held against the rules of the desk before anything is paid:
 * {"categories": [], "since": day?, "expires_on": day?}; null says nothing of the licence, and the pickup asks. What holds is kept as a driver nobody
 * has verified yet; one who is known already, or drives for a firm, stays as the desk keeps them.
 * Raises 422 `driver_too_young` · `licence_expired` · `licence_category` · `licence_too_short` · `licence_since_missing`.
 */
create function private.check_told_licence(p_reservation public.reservations, p_customer jsonb, p_licence jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_driver public.drivers;
  v_vehicle public.vehicles;
  v_wanted record;
  v_findings text[];
begin
  v_driver.birth_date := p_customer ->> 'birth_date';
  v_driver.licence_expires_on := p_licence ->> 'expires_on';
  perform private.check_driver(p_reservation.company_id, v_driver.birth_date, v_driver.licence_expires_on, (p_reservation.price ->> 'minimum_age')::int,
    p_reservation.starts_at, p_reservation.ends_at);
  if p_licence is null then return; end if;
  v_driver.licence_categories := array(select jsonb_array_elements_text(p_licence -> 'categories'));
  v_driver.licence_since := coalesce((select jsonb_object_agg(category, p_licence ->> 'since') from unnest(v_driver.licence_categories) as category
    where p_licence ->> 'since' is not null), '{}');
  if private.is_licence_since(v_driver.licence_since) is not true or cardinality(v_driver.licence_categories) = 0 then
    perform private.fail(422, 'invalid_input', '{"rule": "licence"}');
  end if;
  select * into v_vehicle from public.vehicles where company_id = p_reservation.company_id and id = p_reservation.vehicle_id;
  select g.licence_category as category, g.minimum_licence_years as years into v_wanted
  from public.vehicle_categories g where g.company_id = v_vehicle.company_id and g.id = v_vehicle.category_id;
  v_findings := private.licence_findings(v_driver, v_vehicle, (select (p_reservation.starts_at at time zone c.time_zone)::date from public.companies c where c.id = p_reservation.company_id));
  if v_findings && array['category_missing', 'too_heavy', 'too_many_seats'] then
    perform private.fail(422, 'licence_category', jsonb_build_object('wanted', case when 'too_heavy' = any (v_findings) then 'C1'
      when 'too_many_seats' = any (v_findings) then 'D1' else v_wanted.category end));
  elsif 'held_too_short' = any (v_findings) then perform private.fail(422, 'licence_too_short', jsonb_build_object('years', v_wanted.years));
  elsif 'held_unknown' = any (v_findings) then perform private.fail(422, 'licence_since_missing');
  end if;
  insert into public.drivers (company_id, customer_id, first_name, last_name, birth_date, email, phone, licence_categories, licence_since, licence_expires_on)
  select k.company_id, k.id, k.first_name, k.last_name, v_driver.birth_date, k.email, k.phone, v_driver.licence_categories, v_driver.licence_since, v_driver.licence_expires_on
  from public.customers k
  where k.company_id = p_reservation.company_id and k.id = p_reservation.customer_id and k.first_name is not null and k.last_name is not null
    and not exists (select from public.customer_accounts a where a.company_id = k.company_id and a.customer_id = k.id)
    and not exists (select from public.drivers d where d.company_id = k.company_id and d.customer_id = k.id);
end $$;

/*
 * Books on a company's site: holds the vehicle (p_or_alike: or one just like it when somebody was quicker) and asks for the booking deposit; without one it is confirmed at once.
 * p_voucher_code: a voucher that pays the price as far as it goes; the card pays what it leaves of the deposit, and nothing is asked for where it covers that.
 * p_licence: what the driver says of their licence, see private.check_told_licence. Returns the booking's facts with the token of its private link.
 * Raises as private.reserve, private.check_told_licence and private.pay_by_voucher, 404 `unknown_company`, 409 `booking_refused`, 422 `consent_missing` (p_accepts_terms) · `period_in_past` · `time_step` · `idempotency_key_reused` · `invalid_input`, 429 `too_many_holds`.
 */
create function public.book_on_site(p_slug text, p_starts_at timestamptz, p_ends_at timestamptz, p_customer jsonb, p_vehicle_id uuid default null,
  p_category_id uuid default null, p_extras jsonb default '[]', p_pickup_location_id uuid default null, p_return_location_id uuid default null,
  p_locale text default 'de', p_idempotency_key text default null, p_promo_code text default null, p_expected_total_rappen bigint default null,
  p_accepts_terms boolean default false, p_or_alike boolean default false, p_licence jsonb default null, p_equipment jsonb default '[]', p_voucher_code text default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_company public.companies;
  v_wish jsonb := jsonb_strip_nulls(jsonb_build_object('vehicle_id', p_vehicle_id, 'or_alike', nullif(p_or_alike, false), 'category_id', p_category_id,
    'starts_at', p_starts_at, 'ends_at', p_ends_at, 'extras', p_extras, 'pickup_location_id', p_pickup_location_id, 'return_location_id', p_return_location_id, 'locale', p_locale,
    'promo_code', p_promo_code, 'equipment', nullif(p_equipment, '[]'), 'expected_total_rappen', p_expected_total_rappen, 'driver_birth_date', p_customer ->> 'birth_date'));
  v_before jsonb;
  v_row public.reservations;
begin
  select * into v_company from public.companies where id = private.company_by_slug(p_slug);
  if v_company.status = 'suspended' then perform private.fail(409, 'booking_refused'); end if;
  v_before := private.begin_once(v_company.id, 'book_on_site', p_idempotency_key, v_wish || jsonb_strip_nulls(jsonb_build_object('voucher_code', p_voucher_code)) || jsonb_build_object('customer', p_customer, 'licence', p_licence));
  if v_before is not null then return private.booking_facts(v_company.id, (v_before ->> 'id')::uuid); end if;
  if p_accepts_terms is not true then perform private.fail(422, 'consent_missing'); end if;
  if p_starts_at < now() - interval '5 minutes' then perform private.fail(422, 'period_in_past'); end if;
  -- Without an address nobody could confirm, without a telephone nobody could ask.
  if exists (select from unnest(array['first_name', 'last_name', 'email', 'phone']) as field where coalesce(btrim(p_customer ->> field), '') = '') then
    perform private.fail(422, 'invalid_input', '{"rule": "customer"}');
  end if;

  v_row := private.reserve(v_company.id, private.visitor_fields(p_customer) || jsonb_build_object('language', p_locale), 'site', v_wish,
    case when v_company.booking_deposit_percent > 0 and v_company.takes_cards then v_company.hold_minutes end);
  if v_row.status = 'pending' then perform private.bound_unpaid_holds(v_row); end if;
  perform private.check_time_step(v_company.time_zone, array[p_starts_at, p_ends_at]);
  perform private.check_told_licence(v_row, p_customer, p_licence);
  -- Nobody agrees to terms that do not exist.
  insert into public.consents (company_id, customer_id, kind, text_version, source)
  select v_company.id, v_row.customer_id, 'terms', v_row.terms_version::text, 'site' where v_company.terms <> '{}';
  if p_voucher_code is not null then perform private.use_voucher_for_booking(v_row, p_voucher_code); end if;
  if v_row.status = 'pending' and v_row.booking_deposit_rappen <= private.paid_for(v_company.id, v_row.id) then
    perform private.confirm(v_company.id, v_row.id);
  elsif v_row.status = 'confirmed' then
    perform private.announce_confirmation(v_company.id, v_row.id);
  else
    perform private.ask_booking_deposit(v_row);
  end if;
  perform private.finish_once(v_company.id, 'book_on_site', p_idempotency_key, jsonb_build_object('id', v_row.id));
  return private.booking_facts(v_company.id, v_row.id);
exception when sqlstate 'PT409' then
  -- What plan the company has is not the customer's business.
  if sqlerrm = 'quota_reached' then perform private.fail(409, 'booking_refused'); end if;
  raise;
when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;

/* What a private link opens; no row for a wrong, lapsed or revoked token, or that of another company. */
create function private.find_link(p_slug text, p_token text) returns setof public.access_links
language sql stable security definer set search_path = '' as $$
  select l.* from public.access_links l join public.companies c on c.id = l.company_id
  where c.slug = lower(p_slug) and l.token_hash = private.token_hash(p_token) and l.expires_at > now() and l.revoked_at is null
$$;

/* The same for those who want to change something. Raises 404 `link_expired`. */
create function private.open_link(p_slug text, p_token text) returns public.access_links
language plpgsql stable security definer set search_path = '' as $$
declare
  v_link public.access_links;
begin
  select * into v_link from private.find_link(p_slug, p_token);
  if not found then perform private.fail(404, 'link_expired'); end if;
  return v_link;
end $$;

/* A booking by its private link; null for a wrong or lapsed token, whoever asks. */
create function public.booking_by_token(p_slug text, p_token text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select private.booking_facts(l.company_id, l.reservation_id) from private.find_link(p_slug, p_token) l
$$;
grant execute on function public.book_on_site(text, timestamptz, timestamptz, jsonb, uuid, uuid, jsonb, uuid, uuid, text, text, text, bigint, boolean, boolean, jsonb, jsonb, text),
  public.booking_by_token(text, text) to anon, authenticated;

/* The same facts for our own worker, which writes the messages; vehicle_ready: not out and not at the wash. */
create function public.reservation_facts(p_company_id uuid, p_reservation_id uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select private.booking_facts(p_company_id, p_reservation_id) || jsonb_build_object('vehicle_ready', v.status not in ('rented', 'cleaning', 'maintenance'))
  from public.reservations r join public.vehicles v on v.company_id = r.company_id and v.id = r.vehicle_id
  where r.company_id = p_company_id and r.id = p_reservation_id
$$;
grant execute on function public.reservation_facts(uuid, uuid) to service_role;
