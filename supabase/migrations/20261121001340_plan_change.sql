-- What a change would mean, before anything is changed.

/* What stands in the way of a vehicle's period: {kind, starts_at, ends_at, number, customer, reservation_id, contract_id}. p_except: sources that make way. */
create function private.conflicts(p_company uuid, p_vehicle uuid, p_period tstzrange, p_except uuid[]) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('kind', a.source_kind, 'starts_at', lower(a.period), 'ends_at', upper(a.period),
    'number', coalesce(c.number, r.number), 'customer', k.name, 'reservation_id', r.id, 'contract_id', c.id) order by lower(a.period)), '[]')
  from public.allocations a
  left join public.contracts c on c.company_id = a.company_id and c.id = a.source_id
  left join public.reservations r on r.company_id = a.company_id and r.id = coalesce(c.reservation_id, a.source_id)
  left join public.customers k on k.company_id = r.company_id and k.id = r.customer_id
  where a.company_id = p_company and a.resource_id = p_vehicle and a.active and a.period && p_period
    and (a.expires_at is null or a.expires_at > now()) and not a.source_id = any (p_except)
$$;

/* The contract of a reservation that is not cancelled. */
create function private.contract_of(p_company uuid, p_reservation uuid) returns public.contracts
language sql stable security definer set search_path = '' as $$
  select c.* from public.contracts c where c.company_id = p_company and c.reservation_id = p_reservation and c.status <> 'cancelled'
$$;

/* What agreed terms occupy, turnaround buffer included; a vehicle taken over during the rental from now on. */
create function private.period_of(p_company uuid, p_terms jsonb, p_from timestamptz default null) returns tstzrange
language sql stable security definer set search_path = '' as $$
  select tstzrange(coalesce(p_from, (p_terms ->> 'starts_at')::timestamptz),
    greatest((p_terms ->> 'ends_at')::timestamptz, p_from) + make_interval(mins => greatest(k.buffer_minutes, 1)), '[)')
  from public.vehicles v join public.vehicle_categories k on k.company_id = v.company_id and k.id = v.category_id
  where v.company_id = p_company and v.id = (p_terms ->> 'vehicle_id')::uuid
$$;

/*
 * The terms after a change: {starts_at, ends_at, vehicle_id, category_id, extras, equipment, pickup_location_id, return_location_id, keep_price}, each where it changes.
 * category_id: any vehicle of another category at the pickup's place; which, private.placed says.
 * keep_price: another vehicle at the agreed price, as a free upgrade; the booked category stays, and what else changes is priced as with the vehicle it had.
 * Raises 422 `invalid_input` · `invalid_period` · `invalid_extra` · `no_rate` · `end_in_past`, 404 `not_found`, 409 `invalid_transition` · `rental_has_begun`.
 */
create function private.changed_terms(p_company uuid, p_reservation public.reservations, p_before jsonb, p_change jsonb) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_contract public.contracts := private.contract_of(p_company, p_reservation.id);
  v_keeps boolean := coalesce((p_change ->> 'keep_price')::boolean, false);
  v_vehicle public.vehicles;
  v_after jsonb;
  v_price jsonb;
  v_priceless text[];
begin
  if jsonb_typeof(p_change) is distinct from 'object'
     or p_change - array['starts_at', 'ends_at', 'vehicle_id', 'category_id', 'extras', 'equipment', 'pickup_location_id', 'return_location_id', 'keep_price', 'refund'] <> '{}'
     or (p_change ->> 'vehicle_id' is not null and p_change ->> 'category_id' is not null) then
    perform private.fail(422, 'invalid_input', '{"rule": "change"}');
  end if;
  if p_reservation.status not in ('pending', 'confirmed', 'converted') then
    perform private.fail(409, 'invalid_transition', jsonb_build_object('record', 'reservations', 'from', p_reservation.status));
  elsif v_contract.status in ('returned', 'closed') then
    perform private.fail(409, 'invalid_transition', jsonb_build_object('record', 'contracts', 'from', v_contract.status));
  end if;
  v_after := p_before || jsonb_strip_nulls(jsonb_build_object('vehicle_id', (p_change ->> 'vehicle_id')::uuid, 'category_id', (p_change ->> 'category_id')::uuid,
    'starts_at', private.utc_text((p_change ->> 'starts_at')::timestamptz), 'ends_at', private.utc_text((p_change ->> 'ends_at')::timestamptz),
    'pickup_location_id', (p_change ->> 'pickup_location_id')::uuid, 'return_location_id', (p_change ->> 'return_location_id')::uuid,
    'equipment', case when p_change -> 'equipment' <> 'null' then to_jsonb(private.equipment_of(p_change -> 'equipment')) end,
    -- Extras that are not named stay; none at all is an empty list.
    'extras', case when p_change -> 'extras' <> 'null' then (
      select coalesce(jsonb_agg(jsonb_build_object('extra_id', (x ->> 'extra_id')::uuid, 'quantity', (x ->> 'quantity')::int) order by (x ->> 'extra_id')::uuid), '[]')
      from jsonb_array_elements(p_change -> 'extras') as x) end));
  -- Whoever names a vehicle means this one.
  if p_change ->> 'vehicle_id' is not null then v_after := v_after || '{"vehicle_fixed": true}'; end if;
  if v_after -> 'category_id' <> p_before -> 'category_id' then
    if v_contract.id is not null then perform private.fail(409, 'rental_has_begun'); end if;
    if private.pool(p_company, (v_after ->> 'category_id')::uuid, (v_after ->> 'pickup_location_id')::uuid, private.equipment_of(v_after -> 'equipment')) = '{}' then
      perform private.fail(404, 'not_found');
    end if;
    v_after := v_after || '{"vehicle_fixed": false}';
  end if;
  if v_contract.status in ('signed', 'active') then
    if v_after -> 'starts_at' <> p_before -> 'starts_at' or v_after -> 'pickup_location_id' <> p_before -> 'pickup_location_id' then
      perform private.fail(409, 'rental_has_begun');
    end if;
    if v_after -> 'ends_at' <> p_before -> 'ends_at' and (v_after ->> 'ends_at')::timestamptz < now() then
      perform private.fail(422, 'end_in_past');
    end if;
  end if;
  perform private.check_period((v_after ->> 'starts_at')::timestamptz, (v_after ->> 'ends_at')::timestamptz);
  select * into v_vehicle from public.vehicles v where v.company_id = p_company and v.id = (v_after ->> 'vehicle_id')::uuid
    and (v.status <> 'retired' or v.id = p_reservation.vehicle_id);
  if not found or exists (select from unnest(array['pickup_location_id', 'return_location_id']) as place
      where not exists (select from public.locations l where l.company_id = p_company and l.id = (v_after ->> place)::uuid)) then
    perform private.fail(404, 'not_found');
  end if;

  if v_keeps and p_change ->> 'vehicle_id' is null then perform private.fail(422, 'invalid_input', '{"rule": "keep_price"}'); end if;
  if v_after = p_before then return v_after; end if;
  -- Fixing the vehicle that was meant anyway is no new agreement, and equipment has no price.
  v_priceless := array['vehicle_fixed', 'equipment'] || case when v_keeps then array['vehicle_id'] else '{}' end;
  if v_after - v_priceless = p_before - v_priceless then return v_after; end if;
  if p_change ->> 'vehicle_id' is not null and not v_keeps then v_after := v_after || jsonb_build_object('category_id', v_vehicle.category_id); end if;
  v_price := private.price_of_terms(p_company, p_reservation.id, v_after || case when v_keeps
    then jsonb_build_object('vehicle_id', p_before -> 'vehicle_id', 'vehicle_fixed', p_before -> 'vehicle_fixed') else '{}' end);
  -- The deposit was asked for at booking; a change never asks for another one.
  return v_after || jsonb_build_object(
    'booking_deposit_rappen', least(p_reservation.booking_deposit_rappen, (v_price ->> 'total_rappen')::bigint),
    'price', v_price || jsonb_build_object('booking_deposit_rappen', least(p_reservation.booking_deposit_rappen, (v_price ->> 'total_rappen')::bigint)));
end $$;

/*
 * The price of agreed terms by the rules the reservation was made at. Left open which vehicle, it is the category that has a price; so it is where the vehicle
 * is of another category than the agreed one: it was given at the agreed price.
 */
create function private.price_of_terms(p_company uuid, p_reservation uuid, p_terms jsonb) returns jsonb
language sql stable security definer set search_path = '' as $$
  select private.price_rental(p_company, p_terms - case when (p_terms ->> 'vehicle_fixed')::boolean and exists (select from public.vehicles v
      where v.company_id = p_company and v.id = (p_terms ->> 'vehicle_id')::uuid and v.category_id = (p_terms ->> 'category_id')::uuid)
    then array['category_id'] else array['vehicle_id'] end
    - array['vehicle_fixed', 'equipment', 'price', 'booking_deposit_rappen'], p_reservation)
$$;

/* What of the terms a customer was told: everything but which vehicle of the same model. */
create function private.told_terms(p_company uuid, p_terms jsonb) returns jsonb
language sql stable security definer set search_path = '' as $$
  select p_terms - array['vehicle_id', 'vehicle_fixed', 'category_id', 'equipment', 'price', 'booking_deposit_rappen'] || jsonb_build_object('total', p_terms #> '{price,total_rappen}', 'model', v.make || ' ' || v.model)
  from public.vehicles v where v.company_id = p_company and v.id = (p_terms ->> 'vehicle_id')::uuid
$$;

/* What a change means: {before, after, price, paid_rappen, due_rappen, refund_rappen, conflicts, moves, warnings, messages}. */
create function private.plan_change(p_company uuid, p_reservation public.reservations, p_before jsonb, p_after jsonb, p_from timestamptz, p_except uuid[]) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_customer public.customers;
  v_paid bigint;
  v_old bigint := (p_before #>> '{price,total_rappen}')::bigint;
  v_new bigint := (p_after #>> '{price,total_rappen}')::bigint;
  v_messages jsonb := '[]';
begin
  select * into v_customer from public.customers where company_id = p_company and id = p_reservation.customer_id;
  select coalesce(sum(amount_rappen - refunded_rappen), 0) into v_paid from public.payments
  where company_id = p_company and reservation_id = p_reservation.id and status in ('succeeded', 'partially_refunded');
  if p_reservation.status <> 'pending' and v_customer.email is not null
     and private.told_terms(p_company, p_before) <> private.told_terms(p_company, p_after) then
    v_messages := jsonb_build_array(jsonb_build_object('channel', 'email', 'template', 'reservation_changed', 'recipient', v_customer.email));
  end if;
  return jsonb_build_object('reservation_id', p_reservation.id, 'number', p_reservation.number, 'customer', v_customer.name, 'version', p_reservation.version,
    'before', p_before, 'after', p_after, 'before_rappen', v_old, 'after_rappen', v_new, 'difference_rappen', v_new - v_old,
    'paid_rappen', v_paid, 'due_rappen', greatest(v_new - v_paid, 0), 'refund_rappen', greatest(v_paid - v_new, 0), 'currency', p_reservation.currency,
    'conflicts', private.conflicts(p_company, (p_after ->> 'vehicle_id')::uuid, private.period_of(p_company, p_after, p_from), p_except),
    'moves', '[]'::jsonb,
    'warnings', (select coalesce(jsonb_agg(warning), '[]') from (values
        ('other_category', p_before -> 'vehicle_id' <> p_after -> 'vehicle_id' and (
          select count(distinct category_id) > 1 from public.vehicles where company_id = p_company
            and id in ((p_before ->> 'vehicle_id')::uuid, (p_after ->> 'vehicle_id')::uuid))),
        ('other_location', p_before -> 'vehicle_id' <> p_after -> 'vehicle_id' and not exists (
          select from public.vehicles where company_id = p_company and id = (p_after ->> 'vehicle_id')::uuid
            and location_id = (p_after ->> 'pickup_location_id')::uuid)),
        ('equipment_missing', exists (select from public.vehicles where company_id = p_company and id = (p_after ->> 'vehicle_id')::uuid
            and not equipment @> private.equipment_of(p_after -> 'equipment'))),
        ('starts_in_past', p_before -> 'starts_at' <> p_after -> 'starts_at' and (p_after ->> 'starts_at')::timestamptz < now())
      ) as w (warning, applies) where applies),
    'messages', v_messages);
end $$;
