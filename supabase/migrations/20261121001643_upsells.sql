-- Extras and dearer categories offered once more after booking, in the portal and by the reminder of the day before: what was offered, asked for, added, and what it brought.

create table public.upsells (
  company_id     uuid not null references public.companies (id),
  id             uuid not null default gen_random_uuid(),
  reservation_id uuid not null,
  extra_id       uuid,
  category_id    uuid,
  moment         text not null check (moment in ('portal', 'message')),
  status         text not null default 'offered' check (status in ('offered', 'asked', 'taken', 'declined')),
  quantity       int check (quantity between 1 and 20),
  amount_rappen  bigint check (amount_rappen >= 0),
  asked_at       timestamptz,
  decided_by     uuid references public.profiles (user_id),
  created_at     timestamptz not null default now(),
  updated_at     timestamptz not null default now(),
  primary key (company_id, id),
  unique nulls not distinct (company_id, reservation_id, extra_id, category_id),
  check (num_nonnulls(extra_id, category_id) = 1),
  check (extra_id is not null or coalesce(quantity, 1) = 1),
  check ((status = 'offered') = (quantity is null) and (quantity is null) = (amount_rappen is null) and (quantity is null) = (asked_at is null)),
  foreign key (company_id, reservation_id) references public.reservations (company_id, id),
  foreign key (company_id, extra_id) references public.extras (company_id, id),
  foreign key (company_id, category_id) references public.vehicle_categories (company_id, id)
);
create index upsells_extra on public.upsells (company_id, extra_id, created_at);
create index upsells_category on public.upsells (company_id, category_id, created_at);
create index upsells_asked on public.upsells (company_id, asked_at) where status = 'asked';
create index upsells_decided_by on public.upsells (decided_by);
comment on table public.upsells is 'One row for each extra, or category in the place of the booked one, that was offered to a booking; moment: where it was seen first. asked: waits for the desk. amount_rappen: what it added to the price.';
comment on column public.upsells.decided_by is 'Who of the company said yes or no; null where nobody had to.';
select private.guard_tenant_table('public.upsells');
create policy "members see what was offered" on public.upsells for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('reservations.see')));
grant select on public.upsells to authenticated;

/* The extras of a booking once so many of one more are added, as private.changed_terms takes them. */
create function private.extras_with(p_terms jsonb, p_extra uuid, p_quantity int) returns jsonb
language sql immutable set search_path = '' as $$
  select coalesce((select jsonb_agg(x) from jsonb_array_elements(p_terms -> 'extras') as x where x ->> 'extra_id' <> p_extra::text), '[]')
    || jsonb_build_object('extra_id', p_extra, 'quantity', p_quantity)
$$;

/* What would change of the terms of a booking: so many of an extra more, or any vehicle of a category in the place of the booked one. */
create function private.upsell_change(p_terms jsonb, p_extra uuid, p_category uuid, p_quantity int) returns jsonb
language sql immutable set search_path = '' as $$
  select case when p_extra is null then jsonb_build_object('category_id', p_category) else jsonb_build_object('extras', private.extras_with(p_terms, p_extra, p_quantity)) end
$$;

/* The price of a booking after a change, by the one price function; null where the prices it was booked at do not know it. */
create function private.price_with(p_company uuid, p_reservation uuid, p_terms jsonb, p_change jsonb) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return private.price_of_terms(p_company, p_reservation,
    p_terms || p_change || case when p_change ? 'category_id' then '{"vehicle_fixed": false}' else '{}' end::jsonb);
exception when sqlstate 'PT422' then
  return null;
end $$;

/* What a change would add to the price of a booking; null where the prices it was booked at do not know it. */
create function private.upsell_price(p_company uuid, p_reservation uuid, p_terms jsonb, p_change jsonb) returns bigint
language sql stable security definer set search_path = '' as $$
  select (private.price_with(p_company, p_reservation, p_terms, p_change) ->> 'total_rappen')::bigint - (p_terms #>> '{price,total_rappen}')::bigint
$$;

/*
 * Extras that can still be added to a booking before its pickup: {kind: extra, id, names, prices_rappen (of one piece, of two, … as many as can be had), left,
 * needs_approval}.
 */
create function private.extra_offers(p_reservation public.reservations, p_terms jsonb) returns setof jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('kind', 'extra', 'id', e.id, 'names', e.names, 'prices_rappen', priced.rappen, 'left', counted.remaining, 'needs_approval', e.needs_approval)
  from public.extras e
  cross join (select private.extras_left(p_reservation.company_id, p_reservation.starts_at, p_reservation.ends_at, p_reservation.id) as pieces) as stock
  cross join lateral (select (stock.pieces ->> e.id::text)::int as remaining) as counted
  cross join lateral (
    select jsonb_agg(private.upsell_price(p_reservation.company_id, p_reservation.id, p_terms, private.upsell_change(p_terms, e.id, null, nth)) order by nth) as rappen
    from generate_series(1, least(e.max_quantity, counted.remaining)) as nth) as priced
  where e.company_id = p_reservation.company_id and e.active and e.offered_later and coalesce(counted.remaining, 1) > 0 and (priced.rappen ->> 0)::bigint > 0
    and not exists (select from public.reservation_extras x where x.company_id = e.company_id and x.reservation_id = p_reservation.id and x.extra_id = e.id)
    and not exists (select from public.upsells u where u.company_id = e.company_id and u.reservation_id = p_reservation.id and u.extra_id = e.id
      and u.status in ('asked', 'declined'))
  order by e.position, e.code limit 20
$$;

/*
 * Whether every vehicle of a category may be driven by who drives the booked one: by what is known of the driver's licence; where nothing is, the category must demand no
 * more than the booked one. An unknown birthday passes, and the pickup asks.
 */
create function private.may_drive_category(p_reservation public.reservations, p_category public.vehicle_categories, p_on date) returns boolean
language plpgsql stable security definer set search_path = '' as $$
declare
  v_booked public.vehicle_categories;
  v_driver public.drivers;
  v_birth_date date;
begin
  select * into v_booked from public.vehicle_categories where company_id = p_reservation.company_id and id = p_reservation.category_id;
  select * into v_driver from public.drivers where company_id = p_reservation.company_id and customer_id = p_reservation.customer_id and active
  order by created_at, id limit 1;
  v_birth_date := coalesce(v_driver.birth_date, (select birth_date from public.customers where company_id = p_reservation.company_id and id = p_reservation.customer_id));
  if (v_driver.licence_categories is null or v_driver.licence_categories = '{}')
     and (p_category.licence_category <> v_booked.licence_category or p_category.minimum_licence_years > v_booked.minimum_licence_years) then
    return false;
  end if;
  return not exists (
    select from public.vehicles v where v.company_id = p_category.company_id and v.category_id = p_category.id and v.status <> 'retired'
      and (v_birth_date > p_on - make_interval(years => coalesce(v.minimum_age, p_category.minimum_age))
        or v_driver.licence_categories <> '{}' and private.licence_findings(v_driver, v, p_on)
          && array['category_missing', 'too_heavy', 'too_many_seats', 'held_too_short', 'held_unknown']));
end $$;

/*
 * The two least dear categories a booking can have in the place of its own, at its place: {kind: category, id, names, example, prices_rappen: [the difference],
 * security_deposit_rappen: {before, after}, left, needs_approval}. Every vehicle of them has the seats and the gearbox of the booked one, and may be driven by the customer. Who was given a vehicle of another
 * category already is sold none.
 */
create function private.upgrade_offers(p_reservation public.reservations, p_terms jsonb) returns setof jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('kind', 'category', 'id', c.id, 'names', c.names, 'example', offer -> 'example', 'prices_rappen', jsonb_build_array(priced.rappen),
    'security_deposit_rappen', jsonb_build_object('before', p_terms #> '{price,security_deposit_rappen}', 'after', priced.price -> 'security_deposit_rappen'), 'left', offer -> 'room', 'needs_approval', c.needs_approval)
  from public.vehicles v
  cross join lateral jsonb_array_elements(private.category_offers(v.company_id, p_reservation.starts_at, p_reservation.ends_at, p_reservation.pickup_location_id,
    jsonb_strip_nulls(jsonb_build_object('seats', v.seats, 'transmission', case when v.transmission = 'automatic' then v.transmission end,
      'equipment', p_terms -> 'equipment')))) as offer
  join public.vehicle_categories c on c.company_id = v.company_id and c.id = (offer ->> 'category_id')::uuid and c.id <> p_reservation.category_id and c.offered_later
  cross join lateral (select private.price_with(v.company_id, p_reservation.id, p_terms, private.upsell_change(p_terms, null, c.id, 1)) as price) as whole
  cross join lateral (select whole.price, (whole.price ->> 'total_rappen')::bigint - (p_terms #>> '{price,total_rappen}')::bigint as rappen) as priced
  where v.company_id = p_reservation.company_id and v.id = p_reservation.vehicle_id and v.category_id = p_reservation.category_id and priced.rappen > 0
    and private.may_drive_category(p_reservation, c, (p_reservation.starts_at at time zone (select time_zone from public.companies where id = v.company_id))::date)
    -- One at a time is asked for, and no means no.
    and not exists (select from public.upsells u where u.company_id = v.company_id and u.reservation_id = p_reservation.id and u.category_id is not null
      and (u.status = 'asked' or u.status = 'declined' and u.category_id = c.id))
  order by priced.rappen, c.id limit 2
$$;

/* What can still be added to a booking, or be had in its place, while its customer may change it. */
create function private.upsell_offers(p_reservation public.reservations) returns setof jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_terms jsonb;
begin
  if private.customer_may_change(p_reservation) is null or private.is_on_hold(p_reservation.company_id) then return; end if;
  v_terms := private.rental_terms(p_reservation.company_id, p_reservation.id);
  return query select private.upgrade_offers(p_reservation, v_terms) union all select private.extra_offers(p_reservation, v_terms);
end $$;

/* What can still be added to a booking, noted as offered at that moment. */
create function private.offer_upsells(p_reservation public.reservations, p_moment text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  -- A reminder is about the pickup: four at most beside it.
  v_offers jsonb := (select coalesce(jsonb_agg(offer), '[]') from (
    select offer from private.upsell_offers(p_reservation) as offer limit case p_moment when 'message' then 4 end) as shown);
begin
  insert into public.upsells (company_id, reservation_id, extra_id, category_id, moment)
  select p_reservation.company_id, p_reservation.id, case offer ->> 'kind' when 'extra' then (offer ->> 'id')::uuid end,
    case offer ->> 'kind' when 'category' then (offer ->> 'id')::uuid end, p_moment
  from jsonb_array_elements(v_offers) as offer
  on conflict (company_id, reservation_id, extra_id, category_id) do nothing;
  return v_offers;
end $$;

/* What was offered: {kind, id, names}. */
create function private.named_upsell(p_upsell public.upsells) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('kind', 'extra', 'id', e.id, 'names', e.names) from public.extras e where e.company_id = p_upsell.company_id and e.id = p_upsell.extra_id
  union all
  select jsonb_build_object('kind', 'category', 'id', c.id, 'names', c.names) from public.vehicle_categories c
  where c.company_id = p_upsell.company_id and c.id = p_upsell.category_id
$$;

/*
 * What the customer can still add to their booking, and what became of what they asked for: {offers: [as private.extra_offers and
 * private.upgrade_offers], asked: [{kind, id, names, quantity, amount_rappen, status}]}. Null for a wrong or lapsed token.
 */
create function public.upsells_by_token(p_slug text, p_token text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_row public.reservations;
begin
  select r.* into v_row from private.find_link(p_slug, p_token) l join public.reservations r on r.company_id = l.company_id and r.id = l.reservation_id;
  if not found then return null; end if;
  return jsonb_build_object('offers', private.offer_upsells(v_row, 'portal'),
    'asked', (select coalesce(jsonb_agg(private.named_upsell(u) || jsonb_build_object('quantity', u.quantity, 'amount_rappen', u.amount_rappen,
        'status', u.status) order by u.asked_at), '[]')
      from public.upsells u
      where u.company_id = v_row.company_id and u.reservation_id = v_row.id and u.status in ('asked', 'declined') and v_row.status = 'confirmed'));
end $$;

/* The same for the reminder of the day before: what can still be added. */
create function public.offer_upsells(p_company_id uuid, p_reservation_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_row public.reservations;
begin
  select * into v_row from public.reservations where company_id = p_company_id and id = p_reservation_id;
  if not found then perform private.fail(404, 'not_found'); end if;
  return private.offer_upsells(v_row, 'message');
end $$;
grant execute on function public.offer_upsells(uuid, uuid) to service_role;

/*
 * Locks a booking for what is offered to it; a category in the place of its own needs the vehicles of both first, in the order of private.make_room.
 * Returns it. Raises 404 `not_found`.
 */
create function private.lock_for_upsell(p_company uuid, p_reservation uuid, p_category uuid) returns public.reservations
language plpgsql security definer set search_path = '' as $$
begin
  if p_category is not null then
    perform from public.resources x where x.company_id = p_company and x.id in (
      select unnest(private.pool(p_company, category, r.pickup_location_id)) from public.reservations r cross join unnest(array[r.category_id, p_category]) as category
      where r.company_id = p_company and r.id = p_reservation)
    order by x.id for no key update;
  end if;
  return private.lock_reservation(p_company, p_reservation);
end $$;

/* Makes a change of a booking at the price that was shown; the caller holds its lock. Raises 409 `price_changed` · `extra_not_available` and what private.change_once raises. */
create function private.add_upsell(p_reservation public.reservations, p_extra uuid, p_category uuid, p_quantity int, p_expected_rappen bigint) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_plan jsonb := private.change_once(p_reservation.company_id, 'add_upsell', null, private.one_change(p_reservation.id, null,
    private.upsell_change(private.rental_terms(p_reservation.company_id, p_reservation.id), p_extra, p_category, p_quantity)), false, true) #> '{changes,0}';
begin
  if (v_plan ->> 'difference_rappen')::bigint <> p_expected_rappen then
    perform private.fail(409, 'price_changed', jsonb_build_object('amount_rappen', v_plan -> 'difference_rappen'));
  end if;
end $$;

/* What an offer stands for and costs now: raises 422 `invalid_extra`, 409 `not_available` · `extra_not_available` where it is not to be had so. */
create function private.priced_upsell(p_reservation public.reservations, p_extra public.extras, p_category uuid, p_quantity int) returns bigint
language plpgsql stable security definer set search_path = '' as $$
declare
  v_terms jsonb := private.rental_terms(p_reservation.company_id, p_reservation.id);
  v_left int;
  v_price bigint;
begin
  if p_quantity not between 1 and coalesce(p_extra.max_quantity, 1) then perform private.fail(422, 'invalid_extra'); end if;
  if p_category is not null then
    select (offer #>> '{prices_rappen,0}')::bigint into v_price from private.upgrade_offers(p_reservation, v_terms) as offer where offer ->> 'id' = p_category::text;
    if not found then perform private.fail(409, 'not_available'); end if;
    return v_price;
  end if;
  v_left := (private.extras_left(p_reservation.company_id, p_reservation.starts_at, p_reservation.ends_at, p_reservation.id) ->> p_extra.id::text)::int;
  if v_left < p_quantity then perform private.fail(409, 'extra_not_available', jsonb_build_object('extra_id', p_extra.id, 'left', v_left)); end if;
  return private.upsell_price(p_reservation.company_id, p_reservation.id, v_terms, private.upsell_change(v_terms, p_extra.id, null, p_quantity));
end $$;

/*
 * The customer takes what was offered, by the id of the extra or of the category, at the price shown for all pieces together; it is paid with what is still open.
 * Where the company wants to say yes first, it is asked for. Answers 'taken' or 'asked'. Raises 404 `link_expired` · `not_found`, 409 `change_not_allowed` ·
 * `price_changed` · `extra_not_available` · `not_available`, 422 `invalid_input` · `invalid_extra`. Safe to repeat with the same key.
 */
create function public.take_upsell_by_token(p_slug text, p_token text, p_offer_id uuid, p_quantity int, p_expected_rappen bigint, p_idempotency_key text default null) returns text
language plpgsql security definer set search_path = '' as $$
declare
  v_link public.access_links := private.open_link(p_slug, p_token);
  v_before jsonb := private.begin_once(v_link.company_id, 'take_upsell_by_token', p_idempotency_key,
    jsonb_build_object('reservation', v_link.reservation_id, 'offer', p_offer_id, 'quantity', p_quantity, 'amount', p_expected_rappen));
  v_row public.reservations;
  v_extra public.extras;
  v_category public.vehicle_categories;
  v_status text;
begin
  if v_before is not null then return v_before #>> '{}'; end if;
  if p_quantity is null or p_expected_rappen is null then perform private.fail(422, 'invalid_input', '{"rule": "quantity"}'); end if;
  select * into v_category from public.vehicle_categories where company_id = v_link.company_id and id = p_offer_id and offered_later;
  v_row := private.lock_for_upsell(v_link.company_id, v_link.reservation_id, v_category.id);
  select * into v_extra from public.extras where company_id = v_row.company_id and id = p_offer_id and active and offered_later;
  if v_category.id is null and v_extra.id is null then perform private.fail(404, 'not_found'); end if;
  if private.customer_may_change(v_row) is null then perform private.fail(409, 'change_not_allowed'); end if;
  if exists (select from public.upsells u where u.company_id = v_row.company_id and u.reservation_id = v_row.id and p_offer_id in (u.extra_id, u.category_id)
    and u.status in ('asked', 'declined')) then
    perform private.fail(409, 'change_not_allowed');
  end if;
  if private.priced_upsell(v_row, v_extra, v_category.id, p_quantity) is distinct from p_expected_rappen then perform private.fail(409, 'price_changed'); end if;
  v_status := case when coalesce(v_extra.needs_approval, v_category.needs_approval) then 'asked' else 'taken' end;
  if v_status = 'taken' then perform private.add_upsell(v_row, v_extra.id, v_category.id, p_quantity, p_expected_rappen); end if;
  insert into public.upsells (company_id, reservation_id, extra_id, category_id, moment, status, quantity, amount_rappen, asked_at)
  values (v_row.company_id, v_row.id, v_extra.id, v_category.id, 'portal', v_status, p_quantity, p_expected_rappen, now())
  on conflict (company_id, reservation_id, extra_id, category_id) do update set status = excluded.status, quantity = excluded.quantity,
    amount_rappen = excluded.amount_rappen, asked_at = excluded.asked_at;
  return private.finish_once(v_row.company_id, 'take_upsell_by_token', p_idempotency_key, to_jsonb(v_status)) #>> '{}';
exception
  when sqlstate 'PT409' then
    if sqlerrm = 'not_available' then perform private.fail(409, 'not_available'); end if;
    raise;
  when data_exception or integrity_constraint_violation then
    perform private.refuse_input(sqlstate, sqlerrm);
end $$;
grant execute on function public.upsells_by_token(text, text), public.take_upsell_by_token(text, text, uuid, int, bigint, text) to anon, authenticated;

/*
 * The desk says yes or no to what a customer asked for; yes makes the change at the price they saw, and they are told of it. Saying the same twice is saying it once.
 * Raises 404 `not_found`, 409 `invalid_transition` · `price_changed` · `extra_not_available` · `not_available`.
 */
create function public.decide_upsell(p_upsell_id uuid, p_accepts boolean) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('reservations.edit');
  v_wanted text := case when p_accepts then 'taken' else 'declined' end;
  v_row public.reservations;
  v_upsell public.upsells;
begin
  select * into v_upsell from public.upsells where company_id = v_company and id = p_upsell_id;
  if not found then perform private.fail(404, 'not_found'); end if;
  if p_accepts is null then perform private.fail(422, 'invalid_input', '{"rule": "accepts"}'); end if;
  v_row := private.lock_for_upsell(v_company, v_upsell.reservation_id, v_upsell.category_id);
  select * into v_upsell from public.upsells where company_id = v_company and id = p_upsell_id for no key update;
  if v_upsell.status = v_wanted then return; end if;
  if v_upsell.status <> 'asked' then
    perform private.fail(409, 'invalid_transition', jsonb_build_object('record', 'upsells', 'from', v_upsell.status));
  end if;
  if p_accepts then perform private.add_upsell(v_row, v_upsell.extra_id, v_upsell.category_id, v_upsell.quantity, v_upsell.amount_rappen); end if;
  update public.upsells set status = v_wanted, decided_by = auth.uid() where company_id = v_company and id = p_upsell_id;
end $$;

/*
 * What offering more after booking brought since a day, by what was offered: [{kind, id, names, offered, by_message, asked, taken, declined, earned_rappen}].
 * Earned is what is still part of a booking that stands.
 */
create function public.report_upsells(p_since date default current_date - 90) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('reports.see');
  v_since timestamptz := p_since::timestamp at time zone (select time_zone from public.companies where id = v_company);
begin
  return (select coalesce(jsonb_agg(private.named_upsell(l.one) || (to_jsonb(l) - array['one', 'extra_id', 'category_id', 'position']) order by l.category_id is null, l.position, l.extra_id, l.category_id), '[]') from (
    select (array_agg(u))[1] as one, u.extra_id, u.category_id, min(coalesce(e.position, c.position)) as position, count(*)::int as offered,
      (count(*) filter (where u.moment = 'message'))::int as by_message, (count(*) filter (where u.status = 'asked'))::int as asked,
      (count(*) filter (where u.status = 'taken'))::int as taken, (count(*) filter (where u.status = 'declined'))::int as declined,
      coalesce(sum(u.amount_rappen) filter (where u.status = 'taken' and r.status in ('confirmed', 'converted')
        and (x.id is not null or r.category_id = u.category_id)), 0)::bigint as earned_rappen
    from public.upsells u
    join public.reservations r on r.company_id = u.company_id and r.id = u.reservation_id
    left join public.extras e on e.company_id = u.company_id and e.id = u.extra_id
    left join public.vehicle_categories c on c.company_id = u.company_id and c.id = u.category_id
    left join public.reservation_extras x on x.company_id = u.company_id and x.reservation_id = u.reservation_id and x.extra_id = u.extra_id
    where u.company_id = v_company and u.created_at >= v_since
    group by u.extra_id, u.category_id) as l);
end $$;
grant execute on function public.decide_upsell(uuid, boolean), public.report_upsells(date) to authenticated;
