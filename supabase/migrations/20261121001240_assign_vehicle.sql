-- Which vehicle a reservation gets: fixed by hand, exchanged, a better one as a gift, or left open until pickup.

/* Moves what a reservation occupies, if the vehicle is free for it; its own old place does not count. */
create function private.move_allocation(p_company uuid, p_allocation uuid, p_vehicle uuid, p_period tstzrange) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  perform private.release_lapsed_holds(p_company, p_vehicle, p_period);
  update public.allocations set active = true, resource_id = p_vehicle, period = p_period where company_id = p_company and id = p_allocation;
  return true;
exception when exclusion_violation then
  return false;
end $$;

/*
 * Fixes a reservation to a vehicle, of its category or, as an upgrade or substitution, of another one: the price stays what was agreed. Without a
 * vehicle it is left open: any of the booked category at the place of pickup. Equipment that was asked for, the vehicle has. Other provisional bookings make way where they can.
 * Returns {vehicle_id, vehicle_fixed}. Raises 404 `not_found`, 409 `invalid_transition` when it has begun or ended · `not_available` with alternatives ·
 * `equipment_missing`.
 */
create function public.assign_vehicle(p_reservation_id uuid, p_vehicle_id uuid default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('reservations.edit');
  v_row public.reservations;
  v_own public.allocations;
  v_category uuid;
  v_place uuid;
  v_period tstzrange;
  v_candidate uuid;
  v_vehicle uuid;
begin
  select r.category_id, r.pickup_location_id into v_category, v_place from public.reservations r where r.company_id = v_company and r.id = p_reservation_id;
  if found and p_vehicle_id is not null then
    select v.category_id, v.location_id into v_category, v_place from public.vehicles v
    where v.company_id = v_company and v.id = p_vehicle_id and v.status <> 'retired';
  end if;
  if not found then perform private.fail(404, 'not_found'); end if;
  -- The locks of private.make_room, in its order, before those of the reservation itself.
  perform from public.resources where company_id = v_company and id = any (private.pool(v_company, v_category, v_place)) order by id for no key update;
  v_row := private.lock_reservation(v_company, p_reservation_id);
  select * into v_own from public.allocations
  where company_id = v_company and source_id = p_reservation_id and active and (expires_at is null or expires_at > now());
  if not found or v_row.status not in ('pending', 'confirmed') then
    perform private.fail(409, 'invalid_transition', jsonb_build_object('record', 'reservations', 'from', v_row.status));
  end if;

  v_vehicle := case when p_vehicle_id is not null or v_own.resource_id <> all (private.pool(v_company, v_category, v_place)) then p_vehicle_id else v_own.resource_id end;
  if v_vehicle is distinct from v_own.resource_id then
    select tstzrange(v_row.starts_at, v_row.ends_at + make_interval(mins => c.buffer_minutes), '[)') into v_period
    from public.vehicle_categories c where c.company_id = v_company and c.id = v_category;
    -- Off while room is made, lest it stand in its own way. Nobody takes its place meanwhile: rivals wait for this transaction.
    update public.allocations set active = false where company_id = v_company and id = v_own.id;
    v_vehicle := null;
    for v_candidate in
      select p_vehicle_id where p_vehicle_id is not null
      union all
      select id from private.best_fit(v_company, v_category, v_place, v_period, v_row.wanted_equipment) as id where p_vehicle_id is null
    loop
      if private.move_allocation(v_company, v_own.id, v_candidate, v_period) then
        v_vehicle := v_candidate;
        exit;
      end if;
    end loop;
    for attempt in 1..5 loop
      exit when v_vehicle is not null;
      v_candidate := private.make_room(v_company, v_category, v_place, v_period, case when p_vehicle_id is not null then array[p_vehicle_id]
        else private.pool(v_company, v_category, v_place, v_row.wanted_equipment) end);
      exit when v_candidate is null;
      if private.move_allocation(v_company, v_own.id, v_candidate, v_period) then v_vehicle := v_candidate; end if;
    end loop;
    if v_vehicle is null then
      perform private.fail(409, 'not_available', jsonb_build_object('alternatives',
        private.alternatives(v_company, v_row.starts_at, v_row.ends_at, v_row.category_id, v_row.wanted_equipment)));
    end if;
  end if;
  update public.reservations set vehicle_id = v_vehicle, vehicle_fixed = p_vehicle_id is not null where company_id = v_company and id = p_reservation_id;
  return jsonb_build_object('vehicle_id', v_vehicle, 'vehicle_fixed', p_vehicle_id is not null);
end $$;
grant execute on function public.assign_vehicle(uuid, uuid) to authenticated;

/*
 * The vehicles with the equipment it asked for that a reservation can be given now, its own included; those of its category at the place of pickup first. makes_way: only provisional bookings
 * stand there, which assign_vehicle moves elsewhere where they find a place. Raises 404 `not_found`.
 */
create function public.assignable_vehicles(p_reservation_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('reservations.see');
  v_row public.reservations;
begin
  select * into v_row from public.reservations where company_id = v_company and id = p_reservation_id;
  if not found then perform private.fail(404, 'not_found'); end if;
  return coalesce((
    select jsonb_agg(jsonb_build_object('vehicle_id', v.id, 'plate', v.plate, 'make', v.make, 'model', v.model, 'category_names', c.names,
        'location_name', l.name, 'makes_way', taken.provisional) order by taken.provisional, v.category_id = v_row.category_id desc, v.location_id = v_row.pickup_location_id desc, c.position, v.plate)
    from public.vehicles v
    join public.vehicle_categories c on c.company_id = v.company_id and c.id = v.category_id
    join public.locations l on l.company_id = v.company_id and l.id = v.location_id
    cross join lateral (
      select coalesce(bool_or(s.id is null), false) as firmly, count(*) > 0 as provisional
      from public.allocations a
      left join public.reservations s on s.company_id = a.company_id and s.id = a.source_id and a.source_kind = 'reservation'
        and not s.vehicle_fixed and s.status in ('pending', 'confirmed') and s.starts_at > now()
      where a.company_id = v.company_id and a.resource_id = v.id and a.active and a.source_id <> v_row.id
        and a.period && tstzrange(v_row.starts_at, v_row.ends_at + make_interval(mins => c.buffer_minutes), '[)')
        and (a.expires_at is null or a.expires_at > now())) as taken
    where v.company_id = v_company and v.status <> 'retired' and v.equipment @> v_row.wanted_equipment and not taken.firmly), '[]');
end $$;
grant execute on function public.assignable_vehicles(uuid) to authenticated;
