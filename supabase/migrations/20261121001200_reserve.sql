-- How a reservation comes to be. Every allocation is won or lost at the exclusion constraint, nowhere else.
-- Locks are always taken in this order, lest two wait for each other: idempotency key, allocation, reservation, customer number, reservation number.

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
    order by company_id, id for no key update skip locked
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

/* The same for a vehicle that provisional bookings leave where they can; the caller holds the resources of its pool. */
create function private.allocate_making_way(p_company uuid, p_vehicle uuid, p_period tstzrange, p_kind text, p_source uuid, p_expires timestamptz default null) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_id uuid;
begin
  for attempt in 1..5 loop
    v_id := private.allocate(p_company, p_vehicle, p_period, p_kind, p_source, p_expires);
    exit when v_id is not null or private.make_way(p_company, p_vehicle, p_period) is not true;
  end loop;
  return v_id;
end $$;

/* Up to three other vehicles with the equipment free in the same period, those of the wanted category first. */
create function private.alternatives(p_company uuid, p_starts timestamptz, p_ends timestamptz, p_category uuid, p_equipment public.equipment[] default '{}') returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return (select coalesce(jsonb_agg(jsonb_build_object('vehicle_id', v.id, 'make', v.make, 'model', v.model, 'category_id', v.category_id,
    'total_rappen', priced.price -> 'total_rappen') order by (v.category_id = p_category) desc, v.id), '[]')
  from (select * from private.price_vehicles(p_company, jsonb_build_object('starts_at', p_starts, 'ends_at', p_ends),
      array(select f.id from private.free_vehicles(p_company, p_starts, p_ends) f where f.equipment @> p_equipment order by (f.category_id = p_category) desc, f.id limit 3))) as priced
  join public.vehicles v on v.company_id = p_company and v.id = priced.vehicle_id);
end $$;

/*
 * Occupies a vehicle for a period: p_vehicle, or where it is null the best fitting one of a category (at a place, null = anywhere). Provisional bookings
 * make way where they can. The vehicle has the equipment. Returns the vehicle, null when there is none.
 */
create function private.occupy(p_company uuid, p_source uuid, p_vehicle uuid, p_category uuid, p_location uuid, p_period tstzrange, p_expires timestamptz default null,
  p_equipment public.equipment[] default '{}')
returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_place uuid;
  v_vehicle uuid;
begin
  if p_equipment <> '{}' then
    -- First of all locks, lest equipment be taken off between the look and the booking.
    perform private.lock_pool(p_company, p_category, p_location, p_vehicle);
    if p_vehicle is not null and not exists (
      select from public.vehicles v where v.company_id = p_company and v.id = p_vehicle and v.equipment @> p_equipment) then
      return null;
    end if;
  end if;
  -- Of a category only what looks free is tried; a named vehicle always, because a lapsing hold or a rival may give way.
  for v_vehicle in
    select p_vehicle where p_vehicle is not null
    union all
    select id from private.best_fit(p_company, p_category, p_location, p_period, p_equipment) as id where p_vehicle is null
  loop
    if private.allocate(p_company, v_vehicle, p_period, 'reservation', p_source, p_expires) is not null then return v_vehicle; end if;
  end loop;
  -- Each place is packed by itself: a booking is never moved away from where it will be picked up.
  for v_place in
    select distinct v.location_id from public.vehicles v
    where v.company_id = p_company and v.category_id = p_category and (p_location is null or v.location_id = p_location)
      and (p_vehicle is null or v.id = p_vehicle) order by 1
  loop
    for attempt in 1..5 loop
      v_vehicle := private.make_room(p_company, p_category, v_place, p_period,
        case when p_vehicle is not null then array[p_vehicle] when p_equipment <> '{}' then private.pool(p_company, p_category, v_place, p_equipment) end);
      exit when v_vehicle is null;
      if private.allocate(p_company, v_vehicle, p_period, 'reservation', p_source, p_expires) is not null then return v_vehicle; end if;
    end loop;
  end loop;
  return null;
end $$;

/*
 * Takes the wished vehicle (with or_alike: else one just like it), or one of the wished category at the pickup's place, for a reservation to be; the
 * vehicle's row comes back.
 * It has the wished equipment. p_hold: minutes until an unpaid hold lapses, null = for good. Raises 409 `not_available` with the category and alternatives
 * (none where the wish says "alternatives": false), 422 `invalid_period` · `invalid_input`,
 * 404 `not_found`.
 */
create function private.take_vehicle(p_company uuid, p_reservation uuid, p_wish jsonb, p_hold int) returns public.vehicles
language plpgsql security definer set search_path = '' as $$
declare
  v_starts timestamptz := (p_wish ->> 'starts_at')::timestamptz;
  v_ends timestamptz := (p_wish ->> 'ends_at')::timestamptz;
  v_wanted uuid := (p_wish ->> 'vehicle_id')::uuid;
  v_category uuid := (p_wish ->> 'category_id')::uuid;
  v_equipment public.equipment[] := private.equipment_of(p_wish -> 'equipment');
  v_buffer int;
  v_period tstzrange;
  v_taken uuid;
  v_vehicle public.vehicles;
begin
  perform private.check_period(v_starts, v_ends);
  if v_wanted is null and v_category is null then
    perform private.fail(422, 'invalid_input', '{"rule": "vehicle_or_category"}');
  end if;
  if v_wanted is not null then
    select v.category_id into v_category from public.vehicles v where v.company_id = p_company and v.id = v_wanted and v.status <> 'retired';
  end if;
  select c.buffer_minutes into v_buffer from public.vehicle_categories c where c.company_id = p_company and c.id = v_category;
  if not found then perform private.fail(404, 'not_found'); end if;
  v_period := tstzrange(v_starts, v_ends + make_interval(mins => v_buffer), '[)');
  v_taken := private.occupy(p_company, p_reservation, v_wanted, v_category, case when v_wanted is null then (p_wish ->> 'pickup_location_id')::uuid end,
    v_period, now() + make_interval(mins => p_hold), v_equipment);
  if v_taken is null and (p_wish ->> 'or_alike')::boolean then
    for v_wanted in select id from private.alike(p_company, v_wanted) as id loop
      v_taken := case when private.allocate(p_company, v_wanted, v_period, 'reservation', p_reservation, now() + make_interval(mins => p_hold)) is not null then v_wanted end;
      exit when v_taken is not null;
    end loop;
  end if;
  select * into v_vehicle from public.vehicles where company_id = p_company and id = v_taken;
  if not found then
    perform private.fail(409, 'not_available', jsonb_build_object('category_id', v_category)
      || case when (p_wish ->> 'alternatives')::boolean is false then '{}' else jsonb_build_object('alternatives', private.alternatives(p_company, v_starts, v_ends, v_category, v_equipment)) end);
  end if;
  return v_vehicle;
end $$;

/*
 * The customer of a new reservation: {"id"} or the fields of a person to find or add. Whoever is blocked is not let in by another spelling either.
 * Raises 404 `not_found`, 409 `customer_blocked` with who and why, on the site the neutral 409 `booking_refused`.
 */
create function private.customer_of(p_company uuid, p_customer jsonb, p_source public.reservation_source) returns public.customers
language plpgsql security definer set search_path = '' as $$
declare
  v_id uuid := (p_customer ->> 'id')::uuid;
  v_blocked public.customers;
  v_customer public.customers;
begin
  if v_id is null then
    v_blocked := private.blocked_match(p_company, p_customer);
    v_id := coalesce(v_blocked.id, private.find_customer(p_company, p_customer));
  end if;
  if v_id is null then
    v_id := private.add_customer(p_company, p_customer);
  end if;
  -- The lock waits for a merge under way; its outcome decides whom the reservation belongs to.
  perform from public.customers where company_id = p_company and id = v_id for key share;
  select k.* into v_customer from public.customers c join public.customers k on k.company_id = c.company_id and k.id = coalesce(c.merged_into, c.id)
  where c.company_id = p_company and c.id = v_id and k.deleted_at is null for key share of k;
  if not found then perform private.fail(404, 'not_found'); end if;
  if private.is_blocked(v_customer) then
    if p_source = 'site' then perform private.fail(409, 'booking_refused'); end if;
    perform private.fail(409, 'customer_blocked', jsonb_strip_nulls(jsonb_build_object('reason', v_customer.blocked_reason, 'until', v_customer.blocked_until,
      'name', v_customer.name, 'number', v_customer.number)));
  end if;
  return v_customer;
end $$;

/*
 * The one way a reservation comes to be. p_customer as in private.customer_of. p_wish: vehicle_id (or_alike?) or category_id, starts_at, ends_at, extras,
 * equipment? (kept whatever vehicle it gets later), pickup_location_id?, return_location_id?, promo_code?, driver_birth_date? (else the customer's), expected_total_rappen? (what the customer saw),
 * notes?, locale?. p_hold: minutes until an unpaid hold lapses, null = confirmed at once.
 * Raises as private.take_vehicle, private.customer_of and private.price_rental, 409 `extra_not_available` · `price_changed`.
 */
create function private.reserve(p_company uuid, p_customer jsonb, p_source public.reservation_source, p_wish jsonb, p_hold int) returns public.reservations
language plpgsql security definer set search_path = '' as $$
declare
  v_id uuid := gen_random_uuid();
  v_vehicle public.vehicles := private.take_vehicle(p_company, v_id, p_wish, p_hold);
  -- Only the winner touches customers and numbers: their row locks would line up everybody who lost.
  v_customer public.customers := private.customer_of(p_company, p_customer, p_source);
  v_starts timestamptz := (p_wish ->> 'starts_at')::timestamptz;
  v_ends timestamptz := (p_wish ->> 'ends_at')::timestamptz;
  v_pickup uuid := coalesce((p_wish ->> 'pickup_location_id')::uuid, v_vehicle.location_id);
  v_return uuid := coalesce((p_wish ->> 'return_location_id')::uuid, v_pickup);
  v_extras jsonb := coalesce(p_wish -> 'extras', '[]');
  v_price jsonb;
  v_row public.reservations;
begin
  -- Whoever uses the same code waits here, so that its last use is counted.
  perform from public.promo_codes where company_id = p_company and code = upper(btrim(p_wish ->> 'promo_code')) and use_limit is not null for no key update;
  v_price := private.price_rental(p_company, p_wish || jsonb_strip_nulls(jsonb_build_object('vehicle_id', case when p_wish ? 'vehicle_id' then v_vehicle.id end))
    || jsonb_build_object('pickup_location_id', v_pickup, 'return_location_id', v_return, 'driver_birth_date', coalesce(p_wish ->> 'driver_birth_date', v_customer.birth_date::text)));
  if v_price -> 'total_rappen' <> p_wish -> 'expected_total_rappen' then
    perform private.fail(409, 'price_changed', jsonb_strip_nulls(jsonb_build_object('total_rappen', v_price -> 'total_rappen',
      'booking_deposit_rappen', v_price -> 'booking_deposit_rappen', 'reason', (select l -> 'code' from jsonb_array_elements(v_price -> 'lines') as l
        where l ->> 'code' = 'young_driver' and (p_wish ->> 'expected_total_rappen')::bigint + (l ->> 'amount_rappen')::bigint = (v_price ->> 'total_rappen')::bigint))));
  end if;
  insert into public.reservations (company_id, id, number, status, source, customer_id, vehicle_id, category_id, vehicle_fixed, pickup_location_id,
    return_location_id, starts_at, ends_at, price, total_rappen, booking_deposit_rappen, currency, locale, notes, wanted_equipment, terms_version,
    cancellation_policy, no_show_fee_percent, confirmed_at)
  select p_company, v_id, private.next_number(p_company, 'reservation'), case when p_hold is null then 'confirmed' else 'pending' end::public.reservation_status,
    p_source, v_customer.id, v_vehicle.id, v_vehicle.category_id, p_wish ->> 'vehicle_id' is not null, v_pickup, v_return,
    v_starts, v_ends, v_price, (v_price ->> 'total_rappen')::bigint, (v_price ->> 'booking_deposit_rappen')::bigint, c.currency,
    coalesce(p_wish ->> 'locale', v_customer.language), p_wish ->> 'notes', private.equipment_of(p_wish -> 'equipment'), c.terms_version, c.cancellation_policy, c.no_show_fee_percent,
    case when p_hold is null then now() end
  from public.companies c where c.id = p_company
  returning * into v_row;
  insert into public.reservation_extras (company_id, reservation_id, extra_id, quantity)
  select p_company, v_id, (x ->> 'extra_id')::uuid, (x ->> 'quantity')::int from jsonb_array_elements(v_extras) as x;
  insert into public.access_links (company_id, id, token_hash, reservation_id, expires_at)
  select p_company, link, private.token_hash(private.link_token(link)), v_id, v_ends + interval '90 days' from gen_random_uuid() as link;
  return v_row;
end $$;

create function private.announce_confirmation(p_company uuid, p_reservation uuid) returns void
language sql security definer set search_path = '' as $$
  select private.enqueue(p_company, 'mail.reservation_confirmed', p_reservation::text, jsonb_build_object('reservation_id', p_reservation)),
         private.enqueue(p_company, 'sms.reservation_confirmed', p_reservation::text, jsonb_build_object('reservation_id', p_reservation))
$$;

/*
 * Reserves at the desk or by phone; confirmed at once, or with p_hold_hours an option that holds the vehicle so long and then frees it by itself. The customer is p_customer_id, or p_customer is added in the same transaction.
 * p_account: who drives and who pays, as in private.charge_to. p_alternatives: whether a refusal names them; who looks for them elsewhere asks for none.
 * p_expected_total_rappen: the price that was told; without it the present one counts. Returns the reservation. Safe to repeat with the same key.
 * Raises as private.reserve and private.charge_to, 422 `idempotency_key_reused` · `invalid_input`.
 */
create function public.create_reservation(p_starts_at timestamptz, p_ends_at timestamptz, p_vehicle_id uuid default null, p_category_id uuid default null,
  p_customer_id uuid default null, p_customer jsonb default null, p_extras jsonb default '[]', p_source public.reservation_source default 'phone',
  p_pickup_location_id uuid default null, p_return_location_id uuid default null, p_notes text default null, p_idempotency_key text default null, p_account jsonb default null,
  p_promo_code text default null, p_hold_hours int default null, p_equipment jsonb default '[]', p_alternatives boolean default true,
  p_expected_total_rappen bigint default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('reservations.create');
  v_wish jsonb := jsonb_strip_nulls(jsonb_build_object('vehicle_id', p_vehicle_id, 'category_id', p_category_id, 'starts_at', p_starts_at, 'ends_at', p_ends_at,
    'extras', p_extras, 'pickup_location_id', p_pickup_location_id, 'return_location_id', p_return_location_id, 'notes', p_notes,
    'promo_code', p_promo_code, 'equipment', nullif(p_equipment, '[]'), 'expected_total_rappen', p_expected_total_rappen,
    'driver_birth_date', (select d.birth_date from public.drivers d where d.company_id = v_company and d.id = (p_account ->> 'driver_id')::uuid)));
  v_before jsonb;
  v_row public.reservations;
begin
  if p_hold_hours not between 1 and 336 then perform private.fail(422, 'invalid_input', '{"rule": "hold_hours"}'); end if;
  v_before := private.begin_once(v_company, 'create_reservation', p_idempotency_key,
    v_wish || jsonb_build_object('customer_id', p_customer_id, 'customer', p_customer, 'source', p_source, 'account', p_account, 'hold', p_hold_hours, 'by', auth.uid()));
  if v_before is not null then return v_before; end if;
  v_row := private.reserve(v_company, case when p_customer_id is null then p_customer else jsonb_build_object('id', p_customer_id) end, p_source,
    v_wish || jsonb_build_object('alternatives', p_alternatives), p_hold_hours * 60);
  perform private.charge_to(v_row, p_account);
  if p_hold_hours is null then perform private.announce_confirmation(v_company, v_row.id); end if;
  return private.finish_once(v_company, 'create_reservation', p_idempotency_key, to_jsonb(v_row));
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;
grant execute on function public.create_reservation(timestamptz, timestamptz, uuid, uuid, uuid, jsonb, jsonb, public.reservation_source, uuid, uuid, text, text, jsonb, text, int, jsonb, boolean, bigint) to authenticated;
