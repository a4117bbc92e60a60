-- Making, confirming and ending reservations. Every allocation is won or lost at the exclusion constraint, nowhere else.
create table private.secrets (name text primary key, value bytea not null default extensions.gen_random_bytes(32));
insert into private.secrets (name) values ('links');
revoke all on private.secrets from public;

/* The secret token of a private link (256 bits), derived so that no table and no queue ever holds it. */
create function private.link_token(p_link_id uuid) returns text
language sql stable security definer set search_path = '' as $$
  select encode(extensions.hmac(convert_to(p_link_id::text, 'UTF8'), value, 'sha256'), 'hex') from private.secrets where name = 'links'
$$;
create function private.token_hash(p_token text) returns text
language sql immutable set search_path = '' as $$
  select encode(sha256(convert_to(coalesce(p_token, ''), 'UTF8')), 'hex')
$$;

/* Frees what unpaid, lapsed holds of a resource occupy in the period; without a resource, of everybody (the sweeper). */
create function private.release_lapsed_holds(p_company uuid default null, p_resource uuid default null, p_period tstzrange default null) returns int
language plpgsql security definer set search_path = '' as $$
declare
  v_released int;
begin
  with lapsed as (
    select company_id, id, source_id from public.allocations
    where active and expires_at <= now() and (p_company is null or company_id = p_company)
      and (p_resource is null or resource_id = p_resource) and (p_period is null or period && p_period)
    order by company_id, id for update skip locked
  ), released as (
    update public.allocations a set active = false from lapsed l where a.company_id = l.company_id and a.id = l.id
    returning a.company_id, a.source_id
  ), expired as (
    update public.reservations r set status = 'expired' from released x
    where r.company_id = x.company_id and r.id = x.source_id and r.status = 'pending' returning 1
  )
  select count(*) into v_released from released;
  return v_released;
end $$;

/* Tries to occupy a resource; null when something else holds it. Never waits in a circle: ON CONFLICT, not a bare insert. */
create function private.allocate(p_company uuid, p_resource uuid, p_period tstzrange, p_kind text, p_source uuid, p_expires timestamptz default null) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_id uuid;
begin
  perform private.release_lapsed_holds(p_company, p_resource, p_period);
  insert into public.allocations (company_id, resource_id, period, source_kind, source_id, expires_at)
  values (p_company, p_resource, p_period, p_kind, p_source, p_expires)
  on conflict do nothing returning id into v_id;
  return v_id;
end $$;

/* Up to three other vehicles free in the same period, those of the wanted category first. */
create function private.alternatives(p_company uuid, p_starts timestamptz, p_ends timestamptz, p_category uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('vehicle_id', id, 'make', make, 'model', model, 'category_id', category_id,
    'total_rappen', private.price_rental(p_company, id, p_starts, p_ends) -> 'total_rappen')), '[]')
  from (select v.* from private.free_vehicles(p_company, p_starts, p_ends) v
        join public.rates r on r.company_id = v.company_id and r.vehicle_id = v.id
        order by v.category_id = p_category desc, v.id limit 3) as free
$$;

/*
 * The customer of a new reservation: {"id"} or the fields of a person to find or add.
 * Raises 404 `not_found`, 409 `customer_blocked` with the reason, on the site the neutral 409 `booking_refused`.
 */
create function private.customer_of(p_company uuid, p_customer jsonb, p_source public.reservation_source) returns public.customers
language plpgsql security definer set search_path = '' as $$
declare
  v_id uuid := coalesce((p_customer ->> 'id')::uuid, private.find_or_add_customer(p_company, p_customer));
  v_customer public.customers;
begin
  select * into v_customer from public.customers where company_id = p_company and id = v_id and deleted_at is null;
  if not found then perform private.fail(404, 'not_found'); end if;
  if v_customer.blocked_at is not null and p_source = 'site' then perform private.fail(409, 'booking_refused'); end if;
  if v_customer.blocked_at is not null then
    perform private.fail(409, 'customer_blocked', jsonb_build_object('reason', v_customer.blocked_reason));
  end if;
  return v_customer;
end $$;

/*
 * The one way a reservation comes to be. p_customer as in private.customer_of. p_wish: vehicle_id or category_id, starts_at, ends_at, extras, pickup_location_id?,
 * return_location_id?, notes?, locale?. p_hold: minutes until an unpaid hold lapses, null = confirmed at once.
 * Raises 409 `not_available` with alternatives, 422 `invalid_period` · `invalid_extra`, 404 `not_found`.
 */
create function private.reserve(p_company uuid, p_customer jsonb, p_source public.reservation_source, p_wish jsonb, p_hold int) returns public.reservations
language plpgsql security definer set search_path = '' as $$
declare
  v_id uuid := gen_random_uuid();
  v_starts timestamptz := (p_wish ->> 'starts_at')::timestamptz;
  v_ends timestamptz := (p_wish ->> 'ends_at')::timestamptz;
  v_wanted uuid := (p_wish ->> 'vehicle_id')::uuid;
  v_category uuid := (p_wish ->> 'category_id')::uuid;
  v_vehicle record;
  v_won boolean := false;
  v_customer public.customers;
  v_price jsonb;
  v_row public.reservations;
begin
  if v_starts is null or v_ends is null or not isfinite(v_starts) or not isfinite(v_ends) or v_ends <= v_starts
     or v_ends > v_starts + interval '366 days' then
    perform private.fail(422, 'invalid_period');
  end if;
  for v_vehicle in
    select v.id, v.category_id, v.location_id, c.buffer_minutes from public.vehicles v
    join public.vehicle_categories c on c.company_id = v.company_id and c.id = v.category_id
    where v.company_id = p_company and v.status <> 'retired' and (v.id = v_wanted or (v_wanted is null and v.category_id = v_category))
    order by v.id
  loop
    v_category := v_vehicle.category_id;
    v_won := private.allocate(p_company, v_vehicle.id, tstzrange(v_starts, v_ends + make_interval(mins => v_vehicle.buffer_minutes), '[)'),
      'reservation', v_id, now() + make_interval(mins => p_hold)) is not null;
    exit when v_won;
  end loop;
  if v_vehicle is null then perform private.fail(404, 'not_found'); end if;
  if not v_won then
    perform private.fail(409, 'not_available', jsonb_build_object('alternatives', private.alternatives(p_company, v_starts, v_ends, v_category)));
  end if;

  -- Only the winner touches customers and numbers: their row locks would line up everybody who lost.
  v_customer := private.customer_of(p_company, p_customer, p_source);
  v_price := private.price_rental(p_company, v_vehicle.id, v_starts, v_ends, coalesce(p_wish -> 'extras', '[]'));
  insert into public.reservations (company_id, id, number, status, source, customer_id, vehicle_id, category_id, pickup_location_id,
    return_location_id, starts_at, ends_at, price, total_rappen, booking_deposit_rappen, currency, locale, notes, terms_version, confirmed_at)
  select p_company, v_id, private.next_number(p_company, 'reservation'), case when p_hold is null then 'confirmed' else 'pending' end::public.reservation_status,
    p_source, v_customer.id, v_vehicle.id, v_vehicle.category_id,
    coalesce((p_wish ->> 'pickup_location_id')::uuid, v_vehicle.location_id),
    coalesce((p_wish ->> 'return_location_id')::uuid, (p_wish ->> 'pickup_location_id')::uuid, v_vehicle.location_id),
    v_starts, v_ends, v_price, (v_price ->> 'total_rappen')::bigint, (v_price ->> 'booking_deposit_rappen')::bigint, c.currency,
    coalesce(p_wish ->> 'locale', v_customer.language), p_wish ->> 'notes', c.terms_version, case when p_hold is null then now() end
  from public.companies c where c.id = p_company
  returning * into v_row;
  insert into public.reservation_extras (company_id, reservation_id, extra_id, quantity)
  select p_company, v_id, (x ->> 'extra_id')::uuid, (x ->> 'quantity')::int from jsonb_array_elements(coalesce(p_wish -> 'extras', '[]')) as x;
  insert into public.access_links (company_id, id, token_hash, reservation_id, expires_at)
  select p_company, link, private.token_hash(private.link_token(link)), v_id, v_ends + interval '90 days' from gen_random_uuid() as link;
  return v_row;
exception when invalid_datetime_format or datetime_field_overflow or invalid_text_representation then
  perform private.fail(422, 'invalid_input');
end $$;

create function private.announce_confirmation(p_company uuid, p_reservation uuid) returns void
language sql security definer set search_path = '' as $$
  select private.enqueue(p_company, 'mail.reservation_confirmed', p_reservation::text, jsonb_build_object('reservation_id', p_reservation)),
         private.enqueue(p_company, 'sms.reservation_confirmed', p_reservation::text, jsonb_build_object('reservation_id', p_reservation))
$$;

/*
 * Reserves at the desk or by phone; confirmed at once. The customer is p_customer_id, or p_customer is added in the same transaction.
 * Returns the reservation. Safe to repeat with the same key. Raises as private.reserve, 409 `customer_blocked`, 422 `idempotency_key_reused`.
 */
create function public.create_reservation(p_starts_at timestamptz, p_ends_at timestamptz, p_vehicle_id uuid default null, p_category_id uuid default null,
  p_customer_id uuid default null, p_customer jsonb default null, p_extras jsonb default '[]', p_source public.reservation_source default 'phone',
  p_pickup_location_id uuid default null, p_return_location_id uuid default null, p_notes text default null, p_idempotency_key text default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('reservations.create');
  v_wish jsonb := jsonb_strip_nulls(jsonb_build_object('vehicle_id', p_vehicle_id, 'category_id', p_category_id, 'starts_at', p_starts_at, 'ends_at', p_ends_at,
    'extras', p_extras, 'pickup_location_id', p_pickup_location_id, 'return_location_id', p_return_location_id, 'notes', p_notes));
  v_before jsonb := private.begin_once(v_company, 'create_reservation', p_idempotency_key,
    v_wish || jsonb_build_object('customer_id', p_customer_id, 'customer', p_customer, 'source', p_source, 'by', auth.uid()));
  v_row public.reservations;
begin
  if v_before is not null then return v_before; end if;
  v_row := private.reserve(v_company, case when p_customer_id is null then p_customer else jsonb_build_object('id', p_customer_id) end, p_source, v_wish, null);
  perform private.announce_confirmation(v_company, v_row.id);
  return private.finish_once(v_company, 'create_reservation', p_idempotency_key, to_jsonb(v_row));
end $$;
grant execute on function public.create_reservation(timestamptz, timestamptz, uuid, uuid, uuid, jsonb, jsonb, public.reservation_source, uuid, uuid, text, text) to authenticated;

/* The facts a customer may see of a reservation, with the token of its private link. */
create function private.booking_facts(p_company uuid, p_reservation uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'id', r.id, 'number', r.number, 'status', r.status, 'starts_at', r.starts_at, 'ends_at', r.ends_at, 'locale', r.locale, 'price', r.price,
    'total_rappen', r.total_rappen, 'booking_deposit_rappen', r.booking_deposit_rappen, 'currency', r.currency, 'created_at', r.created_at,
    'token', private.link_token(l.id),
    'hold_expires_at', (select a.expires_at from public.allocations a where a.company_id = r.company_id and a.source_id = r.id and a.active),
    'company', jsonb_build_object('id', c.id, 'slug', c.slug, 'name', c.name, 'email', c.email, 'phone', c.phone, 'accent_color', c.accent_color,
      'time_zone', c.time_zone, 'street', c.street, 'house_number', c.house_number, 'postal_code', c.postal_code, 'town', c.town,
      'stripe_account_id', c.stripe_account_id),
    'customer', jsonb_build_object('id', k.id, 'name', k.name, 'first_name', k.first_name, 'email', k.email, 'phone', k.phone),
    'vehicle', jsonb_build_object('make', v.make, 'model', v.model, 'seats', v.seats, 'fuel', v.fuel, 'transmission', v.transmission,
      'category_names', g.names, 'body_type', g.body_type),
    'pickup_location', jsonb_build_object('name', pl.name, 'street', pl.street, 'house_number', pl.house_number, 'postal_code', pl.postal_code, 'town', pl.town),
    'return_location', jsonb_build_object('name', rl.name, 'street', rl.street, 'house_number', rl.house_number, 'postal_code', rl.postal_code, 'town', rl.town),
    'payment', (select jsonb_build_object('id', p.id, 'status', p.status, 'amount_rappen', p.amount_rappen, 'currency', p.currency)
      from public.payments p where p.company_id = r.company_id and p.reservation_id = r.id and p.purpose = 'booking_deposit' order by p.created_at desc limit 1))
  from public.reservations r
  join public.companies c on c.id = r.company_id
  join public.customers k on k.company_id = r.company_id and k.id = r.customer_id
  join public.vehicles v on v.company_id = r.company_id and v.id = r.vehicle_id
  join public.vehicle_categories g on g.company_id = r.company_id and g.id = r.category_id
  join public.locations pl on pl.company_id = r.company_id and pl.id = r.pickup_location_id
  join public.locations rl on rl.company_id = r.company_id and rl.id = r.return_location_id
  join public.access_links l on l.company_id = r.company_id and l.reservation_id = r.id
  where r.company_id = p_company and r.id = p_reservation
$$;

/*
 * Books on a company's site: holds the vehicle and asks for the booking deposit; without one it is confirmed at once.
 * Returns the booking's facts with the token of its private link. Raises as private.reserve, 409 `booking_refused`, 422 `driver_too_young` ·
 * `period_in_past` · `idempotency_key_reused`.
 */
create function public.book_on_site(p_slug text, p_starts_at timestamptz, p_ends_at timestamptz, p_customer jsonb, p_vehicle_id uuid default null,
  p_category_id uuid default null, p_extras jsonb default '[]', p_pickup_location_id uuid default null, p_return_location_id uuid default null,
  p_locale text default 'de', p_idempotency_key text default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_company public.companies;
  v_wish jsonb := jsonb_strip_nulls(jsonb_build_object('vehicle_id', p_vehicle_id, 'category_id', p_category_id, 'starts_at', p_starts_at, 'ends_at', p_ends_at,
    'extras', p_extras, 'pickup_location_id', p_pickup_location_id, 'return_location_id', p_return_location_id, 'locale', p_locale));
  v_before jsonb;
  v_row public.reservations;
begin
  select * into v_company from public.companies where id = private.company_by_slug(p_slug);
  if v_company.status = 'suspended' then perform private.fail(409, 'booking_refused'); end if;
  if p_starts_at < now() - interval '5 minutes' then perform private.fail(422, 'period_in_past'); end if;
  v_before := private.begin_once(v_company.id, 'book_on_site', p_idempotency_key, v_wish || jsonb_build_object('customer', p_customer));
  if v_before is not null then return private.booking_facts(v_company.id, (v_before ->> 'id')::uuid); end if;

  v_row := private.reserve(v_company.id, p_customer - array['id', 'notes', 'kind', 'firm_name'] || jsonb_build_object('language', p_locale), 'site', v_wish,
     case when v_company.booking_deposit_percent > 0 then v_company.hold_minutes end);
  if (p_customer ->> 'birth_date')::date > ((p_starts_at at time zone v_company.time_zone)::date - make_interval(years => (v_row.price ->> 'minimum_age')::int)) then
    perform private.fail(422, 'driver_too_young', jsonb_build_object('minimum_age', v_row.price -> 'minimum_age'));
  end if;
  if v_row.status = 'pending' and v_row.booking_deposit_rappen = 0 then
    perform private.confirm(v_company.id, v_row.id);
  elsif v_row.status = 'confirmed' then
    perform private.announce_confirmation(v_company.id, v_row.id);
  else
    insert into public.payments (company_id, customer_id, reservation_id, purpose, method, amount_rappen, currency)
    values (v_company.id, v_row.customer_id, v_row.id, 'booking_deposit', 'card', v_row.booking_deposit_rappen, v_row.currency);
  end if;
  perform private.finish_once(v_company.id, 'book_on_site', p_idempotency_key, jsonb_build_object('id', v_row.id));
  return private.booking_facts(v_company.id, v_row.id);
end $$;

/* A booking by its private link; null for a wrong or lapsed token, whoever asks. */
create function public.booking_by_token(p_slug text, p_token text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select private.booking_facts(l.company_id, l.reservation_id) from public.access_links l
  join public.companies c on c.id = l.company_id
  where c.slug = lower(p_slug) and l.token_hash = private.token_hash(p_token) and l.expires_at > now()
$$;
grant execute on function public.book_on_site(text, timestamptz, timestamptz, jsonb, uuid, uuid, jsonb, uuid, uuid, text, text),
  public.booking_by_token(text, text) to anon, authenticated;

/* The same facts for our own worker, which writes the messages. */
create function public.reservation_facts(p_company_id uuid, p_reservation_id uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select private.booking_facts(p_company_id, p_reservation_id)
$$;
grant execute on function public.reservation_facts(uuid, uuid) to service_role;

create function private.confirm(p_company uuid, p_reservation uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  update public.reservations set status = 'confirmed', confirmed_at = now() where company_id = p_company and id = p_reservation;
  update public.allocations set expires_at = null where company_id = p_company and source_id = p_reservation and active;
  perform private.announce_confirmation(p_company, p_reservation);
end $$;

/*
 * Settles a card payment from what Stripe says of it; repeating changes nothing. A hold that lapsed meanwhile is re-acquired,
 * else the payment is refunded in full. Returns 'settled' | 'already_settled' | 'refunded' | 'mismatch' (amount or currency; nothing booked).
 */
create function public.settle_payment(p_company_id uuid, p_payment_id uuid, p_session text, p_intent text, p_amount_rappen bigint, p_currency text,
  p_customer_ref text default null, p_payment_method_ref text default null) returns text
language plpgsql security definer set search_path = '' as $$
declare
  v_payment public.payments;
  v_reservation public.reservations;
  v_period tstzrange;
begin
  select * into v_payment from public.payments where company_id = p_company_id and id = p_payment_id for update;
  if not found then perform private.fail(404, 'not_found'); end if;
  if v_payment.status not in ('pending', 'failed') then return 'already_settled'; end if;
  if v_payment.amount_rappen <> p_amount_rappen or lower(v_payment.currency) <> lower(p_currency) then return 'mismatch'; end if;

  update public.payments set status = 'succeeded', settled_at = now(), provider_session = p_session, provider_intent = p_intent
  where company_id = p_company_id and id = p_payment_id;
  update public.customers set stripe_customer_id = coalesce(p_customer_ref, stripe_customer_id), payment_method_id = coalesce(p_payment_method_ref, payment_method_id)
  where company_id = p_company_id and id = v_payment.customer_id;
  perform private.post(p_company_id, 'payment', p_payment_id::text, v_payment.currency, jsonb_build_array(
    jsonb_build_object('account', 'stripe_clearing', 'amount_rappen', v_payment.amount_rappen),
    jsonb_build_object('account', case when v_payment.purpose = 'booking_deposit' then 'customer_prepayments' else 'receivables' end, 'amount_rappen', -v_payment.amount_rappen)));

  -- Allocation before reservation, the order in which lapsed holds are released: otherwise the two could wait for each other.
  perform from public.allocations where company_id = p_company_id and source_id = v_payment.reservation_id order by id for update;
  select * into v_reservation from public.reservations where company_id = p_company_id and id = v_payment.reservation_id for update;
  if not found or v_reservation.status in ('confirmed', 'converted') then return 'settled'; end if;
  if v_reservation.status = 'pending' and exists (select from public.allocations where company_id = p_company_id and source_id = v_reservation.id and active) then
    perform private.confirm(p_company_id, v_reservation.id);
    return 'settled';
  end if;
  if v_reservation.status in ('pending', 'expired') then
    select a.period into v_period from public.allocations a where a.company_id = p_company_id and a.source_id = v_reservation.id order by a.created_at desc limit 1;
    if private.allocate(p_company_id, v_reservation.vehicle_id, v_period, 'reservation', v_reservation.id) is not null then
      perform private.confirm(p_company_id, v_reservation.id);
      return 'settled';
    end if;
  end if;
  perform private.refund(p_company_id, p_payment_id, v_payment.amount_rappen, 'not_available_any_more');
  perform private.enqueue(p_company_id, 'mail.reservation_refunded', v_reservation.id::text, jsonb_build_object('reservation_id', v_reservation.id));
  return 'refunded';
end $$;

/* Notes that an attempt to pay failed; the customer may try again while the hold lasts. */
create function public.fail_payment(p_company_id uuid, p_payment_id uuid) returns void
language sql security definer set search_path = '' as $$
  update public.payments set status = 'failed' where company_id = p_company_id and id = p_payment_id and status = 'pending'
$$;

/* Hygiene: ends every lapsed hold; returns how many. */
create function public.expire_holds() returns int
language sql security definer set search_path = '' as $$
  select private.release_lapsed_holds()
$$;
grant execute on function public.settle_payment(uuid, uuid, text, text, bigint, text, text, text), public.fail_payment(uuid, uuid), public.expire_holds() to service_role;

/* Cancels a pending or confirmed reservation and frees its vehicle; the deposit is refunded separately. */
create function public.cancel_reservation(p_reservation_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('reservations.edit');
begin
  perform from public.allocations where company_id = v_company and source_id = p_reservation_id order by id for update;
  perform from public.reservations where company_id = v_company and id = p_reservation_id for update;
  if not found then perform private.fail(404, 'not_found'); end if;
  update public.reservations set status = 'cancelled', cancelled_at = now() where company_id = v_company and id = p_reservation_id;
  update public.allocations set active = false where company_id = v_company and source_id = p_reservation_id and active;
  perform private.enqueue(v_company, 'mail.reservation_cancelled', p_reservation_id::text, jsonb_build_object('reservation_id', p_reservation_id));
end $$;

/* The customer did not come: frees the vehicle from now on. */
create function public.mark_no_show(p_reservation_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('reservations.edit');
begin
  perform from public.allocations where company_id = v_company and source_id = p_reservation_id order by id for update;
  perform from public.reservations where company_id = v_company and id = p_reservation_id for update;
  if not found then perform private.fail(404, 'not_found'); end if;
  update public.reservations set status = 'no_show' where company_id = v_company and id = p_reservation_id;
  update public.allocations set active = false where company_id = v_company and source_id = p_reservation_id and active;
end $$;
grant execute on function public.cancel_reservation(uuid), public.mark_no_show(uuid) to authenticated;
