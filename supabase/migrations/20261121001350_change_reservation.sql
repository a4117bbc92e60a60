-- Changing what was agreed: one or several reservations at once, each priced anew, all of them or none.

/*
 * Locks what reservations occupy and what stands where they want to go, then the reservations, each in the order of their ids; before all, as
 * private.make_room does, the pools of vehicles that something else stands on, because it may have to make way, that need equipment, or that another category has.
 */
create function private.lock_change(p_company uuid, p_reservations uuid[], p_changes jsonb) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform from public.resources where company_id = p_company and id in (
    select unnest(private.pool(p_company, v.category_id, v.location_id))
    from jsonb_array_elements(p_changes) as x
    join public.reservations r on r.company_id = p_company and r.id = (x ->> 'reservation_id')::uuid
    join public.vehicles v on v.company_id = p_company and v.id = coalesce((x ->> 'vehicle_id')::uuid, r.vehicle_id)
    where coalesce((x ->> 'ends_at')::timestamptz, r.ends_at) > coalesce((x ->> 'starts_at')::timestamptz, r.starts_at)
      and (r.wanted_equipment <> '{}' or x ? 'equipment'
        or private.conflicts(p_company, v.id, private.period_of(p_company, private.rental_terms(p_company, r.id) || jsonb_strip_nulls(x)),
          p_reservations || coalesce((private.contract_of(p_company, r.id)).id, r.id)) <> '[]')
    union all
    select unnest(private.pool(p_company, (x ->> 'category_id')::uuid, r.pickup_location_id))
    from jsonb_array_elements(p_changes) as x
    join public.reservations r on r.company_id = p_company and r.id = (x ->> 'reservation_id')::uuid and x ->> 'category_id' is not null)
  order by id for no key update;
  perform from public.allocations a
  where a.company_id = p_company and a.active and (
    a.source_id = any (p_reservations)
    or a.source_id in (select c.id from public.contracts c where c.company_id = p_company and c.reservation_id = any (p_reservations))
    or exists (select from jsonb_array_elements(p_changes) as x join public.reservations r on r.company_id = p_company and r.id = (x ->> 'reservation_id')::uuid
      where a.resource_id = coalesce((x ->> 'vehicle_id')::uuid, r.vehicle_id)
        and coalesce((x ->> 'ends_at')::timestamptz, r.ends_at) > coalesce((x ->> 'starts_at')::timestamptz, r.starts_at)
        and a.period && tstzrange(coalesce((x ->> 'starts_at')::timestamptz, r.starts_at), coalesce((x ->> 'ends_at')::timestamptz, r.ends_at), '[)')))
  order by a.id for no key update;
  perform from public.reservations where company_id = p_company and id = any (p_reservations) order by id for no key update;
end $$;

/* Raises 409 `exchange_open` with the plates while vehicles exchanged during the rental have not been recorded. */
create function private.refuse_open_exchange(p_company uuid, p_contract uuid) returns void
language plpgsql stable security definer set search_path = '' as $$
declare
  v_plates text;
begin
  select string_agg(v.plate, ', ' order by h.kind) into v_plates
  from public.handovers h join public.vehicles v on v.company_id = h.company_id and v.id = h.vehicle_id
  where h.company_id = p_company and h.contract_id = p_contract and h.change_id is not null and h.completed_at is null;
  if v_plates is not null then perform private.fail(409, 'exchange_open', jsonb_build_object('plates', v_plates)); end if;
end $$;

/* What the instruments of exchanged vehicles said: {"back", "out"}, each with odometer_km and fuel_percent; null for a change that exchanges none. */
create function private.exchange_readings(p_company uuid, p_change uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_object_agg(case h.kind when 'exchange_back' then 'back' else 'out' end,
    jsonb_build_object('odometer_km', h.odometer_km, 'fuel_percent', h.fuel_percent))
  from public.handovers h where h.company_id = p_company and h.change_id = p_change
$$;

/*
 * A vehicle exchanged during the rental: what is left behind ends its time here, what goes on is rented from now. Both wait to be recorded, as at a return
 * and a pickup; until then the one left behind counts as out.
 */
create function private.exchange_vehicle(p_company uuid, p_contract public.contracts, p_change uuid, p_vehicle uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.refuse_open_exchange(p_company, p_contract.id);
  perform from public.vehicles where company_id = p_company and id in (p_contract.vehicle_id, p_vehicle) order by id for no key update;
  -- What it occupied stays under the name of the change: the contract occupies the other vehicle now.
  update public.allocations set source_id = p_change, active = lower(period) < now(),
    period = case when lower(period) < now() then tstzrange(lower(period), least(upper(period), now()), '[)') else period end
  where company_id = p_company and source_id = p_contract.id and active;
  update public.vehicles set status = 'rented' where company_id = p_company and id = p_vehicle;
end $$;

/*
 * Of a booking that is open which vehicle it gets: another one of its category, where its own is taken in the new period, has not the equipment or is of
 * another category. Of that one it is the vehicle others make way for, where none is free as it stands.
 */
create function private.placed(p_company uuid, p_reservation uuid, p_before jsonb, p_after jsonb, p_except uuid[]) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_category uuid := (p_after ->> 'category_id')::uuid;
  v_place uuid := (p_after ->> 'pickup_location_id')::uuid;
  v_equipment public.equipment[] := private.equipment_of(p_after -> 'equipment');
  v_moves boolean := p_after -> 'category_id' <> p_before -> 'category_id';
  v_pool uuid[];
  v_period tstzrange;
  v_vehicle uuid;
begin
  if (p_after ->> 'vehicle_fixed')::boolean or p_after = p_before then return p_after; end if;
  v_pool := private.pool(p_company, v_category, v_place, v_equipment);
  v_period := private.period_of(p_company, case when v_moves then p_after || jsonb_build_object('vehicle_id', v_pool[1]) else p_after end);
  if not v_moves and private.conflicts(p_company, (p_after ->> 'vehicle_id')::uuid, v_period, p_except) = '[]'
     and exists (select from public.vehicles where company_id = p_company and id = (p_after ->> 'vehicle_id')::uuid and equipment @> v_equipment) then
    return p_after;
  end if;
  v_vehicle := coalesce((select fits from private.best_fit(p_company, v_category, v_place, v_period, v_equipment) as fits limit 1), case when v_moves then
    coalesce((private.plan_packing(p_company, private.pool(p_company, v_category, v_place), v_period, v_pool) ->> 'vehicle_id')::uuid, v_pool[1]) end);
  return p_after || jsonb_strip_nulls(jsonb_build_object('vehicle_id', v_vehicle));
end $$;

/* Changes in which "vehicle_of" names the reservation whose vehicle is wanted, with the vehicle it has now. */
create function private.with_vehicles(p_company uuid, p_changes jsonb) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_agg(case when x ? 'vehicle_of' then x - 'vehicle_of' || jsonb_build_object('vehicle_id', r.vehicle_id) else x end order by nth)
  from jsonb_array_elements(p_changes) with ordinality as c (x, nth)
  left join public.reservations r on r.company_id = p_company and r.id = (x ->> 'vehicle_of')::uuid
$$;

/*
 * Changes reservations together, or (p_dry_run) only says what it would mean. p_changes: [{reservation_id, version?, …the keys of private.changed_terms}].
 * Answers {dry_run, group_id, undo_until, changes: [as private.plan_change, with the change's id]}.
 */
create function private.change_rentals(p_company uuid, p_changes jsonb, p_dry_run boolean, p_notify boolean) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_changes jsonb := private.with_vehicles(p_company, p_changes);
  v_ids uuid[] := array(select (x ->> 'reservation_id')::uuid from jsonb_array_elements(p_changes) as x);
  v_sources uuid[];
  v_group uuid := gen_random_uuid();
  v_row public.reservations;
  v_contract public.contracts;
  v_one jsonb;
  v_before jsonb;
  v_after jsonb;
  v_from timestamptz;
  v_plan jsonb;
  v_plans jsonb := '[]';
begin
  if not p_dry_run then
    perform private.lock_change(p_company, v_ids, v_changes);
    -- Two who swap the same bookings at the same moment swap them twice: whose vehicle is whose is known from here on.
    v_changes := private.with_vehicles(p_company, p_changes);
  end if;
  v_sources := v_ids || array(select c.id from public.contracts c where c.company_id = p_company and c.reservation_id = any (v_ids) and c.status <> 'cancelled');
  for v_one in select value from jsonb_array_elements(v_changes) loop
    select * into v_row from public.reservations where company_id = p_company and id = (v_one ->> 'reservation_id')::uuid;
    if not found then perform private.fail(404, 'not_found'); end if;
    if (v_one ->> 'version')::int <> v_row.version then
      perform private.fail(409, 'changed_meanwhile', jsonb_build_object('number', v_row.number, 'version', v_row.version,
        'changes', private.changes_since(p_company, v_row.id, (v_one ->> 'version')::int)));
    end if;
    v_contract := private.contract_of(p_company, v_row.id);
    -- Whoever may only edit promises does not change a rental that runs.
    if v_contract.status in ('signed', 'active') then perform private.authorize('contracts.create'); end if;
    v_before := private.rental_terms(p_company, v_row.id);
    v_after := private.changed_terms(p_company, v_row, v_before, v_one - array['reservation_id', 'version']);
    v_after := private.placed(p_company, v_row.id, v_before, v_after, v_sources);
    v_from := case when v_contract.status = 'active' then case when v_after -> 'vehicle_id' <> v_before -> 'vehicle_id' then now() else
      (select lower(a.period) from public.allocations a where a.company_id = p_company and a.source_id = v_contract.id and a.active) end end;
    v_plan := private.plan_change(p_company, v_row, v_before, v_after, v_from, v_sources) || jsonb_build_object('contract_id', v_contract.id, 'from', v_from,
      'exchanges', v_contract.status = 'active' and v_after -> 'vehicle_id' <> v_before -> 'vehicle_id',
      'refunds', coalesce((v_one ->> 'refund')::boolean, false));
    -- A licence is good to the end of the rental, wherever that moves.
    if v_contract.status = 'active' and (v_after ->> 'ends_at')::timestamptz > v_contract.ends_at then
      perform private.check_driver(p_company, null, d.licence_expires_on, 0, now(), (v_after ->> 'ends_at')::timestamptz)
      from private.drivers_of(p_company, v_contract.id) as d;
    end if;
    if (v_plan ->> 'exchanges')::boolean then
      perform private.refuse_unfit_drivers(p_company, v_contract.id, v_contract.vehicle_id, (v_after ->> 'vehicle_id')::uuid);
    end if;
    -- Giving money back is not for everybody who may change a promise.
    if (v_plan ->> 'refunds')::boolean and not p_dry_run then perform private.authorize('payments.refund'); end if;
    v_plans := v_plans || v_plan;
  end loop;
  if not p_dry_run then return private.commit_change(p_company, v_group, v_plans, p_notify); end if;
  if not private.have_conflicts(v_plans) then
    return jsonb_build_object('dry_run', true, 'changes', v_plans);
  end if;
  -- Whether what stands in the way can be moved is known by moving it, and taking that back.
  perform private.lock_change(p_company, v_ids, v_changes);
  begin
    v_plans := private.occupy_changed(p_company, v_plans);
    raise sqlstate 'UNDO0';
  exception when sqlstate 'UNDO0' then
    -- The variable keeps what it learned; the tables forget it.
  end;
  return jsonb_build_object('dry_run', true, 'changes', v_plans);
end $$;

/* Whether something stands in the way of what was planned. */
create function private.have_conflicts(p_plans jsonb) returns boolean
language sql immutable set search_path = '' as $$
  select exists (select from jsonb_array_elements(p_plans) as plan where plan -> 'conflicts' <> '[]')
$$;

/*
 * Moves what planned changes occupy to where they want it; provisional bookings of others make way where they can. Returns the plans, each with the
 * `conflicts` that stay and the `moves` made for it, as private.moved_since tells them. The caller holds the locks.
 */
create function private.occupy_changed(p_company uuid, p_plans jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_places jsonb;
  v_expires jsonb := '{}';
  v_plan jsonb;
  v_vehicle uuid;
  v_source uuid;
  v_kind text;
  v_period tstzrange;
  v_hold timestamptz;
  v_allocation uuid;
  v_done jsonb := '{}';
begin
  -- All leave first, so that two may change places.
  for v_plan in select value from jsonb_array_elements(p_plans) loop
    v_source := coalesce(v_plan ->> 'contract_id', v_plan ->> 'reservation_id')::uuid;
    with gone as (
      update public.allocations set active = false
      where company_id = p_company and source_id in ((v_plan ->> 'reservation_id')::uuid, v_source) and active returning expires_at)
    select v_expires || jsonb_build_object(v_source::text, max(expires_at)) into v_expires from gone;
  end loop;
  -- Those first that are fixed to a vehicle: an open one that has found its place must not be moved by the next.
  for v_plan in select value from jsonb_array_elements(p_plans) order by (value #>> '{after,vehicle_fixed}')::boolean desc, value #>> '{after,vehicle_id}' loop
    v_vehicle := (v_plan #>> '{after,vehicle_id}')::uuid;
    v_source := coalesce(v_plan ->> 'contract_id', v_plan ->> 'reservation_id')::uuid;
    v_kind := case when v_plan ->> 'contract_id' is null then 'reservation' else 'contract' end;
    v_period := private.period_of(p_company, v_plan -> 'after', (v_plan ->> 'from')::timestamptz);
    v_hold := (v_expires ->> v_source::text)::timestamptz;
    v_places := private.provisional_places(p_company, array(select category_id from public.vehicles where company_id = p_company and id = v_vehicle));
    v_allocation := case when (v_plan #>> '{after,vehicle_fixed}')::boolean or jsonb_array_length(p_plans) = 1
      then private.allocate_making_way(p_company, v_vehicle, v_period, v_kind, v_source, v_hold)
      else private.allocate(p_company, v_vehicle, v_period, v_kind, v_source, v_hold) end;
    v_done := v_done || jsonb_build_object(v_plan ->> 'reservation_id', v_plan || jsonb_build_object('moves', private.moved_since(p_company, v_places),
      'conflicts', case when v_allocation is null then private.conflicts(p_company, v_vehicle, v_period, '{}') else '[]' end));
  end loop;
  return (select jsonb_agg(v_done -> (value ->> 'reservation_id') order by place) from jsonb_array_elements(p_plans) with ordinality as plan (value, place));
end $$;

/* Moves what was planned, all or nothing; the caller holds the locks. Raises 409 `not_available` with the conflicts, `not_sealed_yet` · `exchange_open`. */
create function private.commit_change(p_company uuid, p_group uuid, p_plans jsonb, p_notify boolean) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_plan jsonb;
  v_id uuid;
  v_contract public.contracts;
  v_plans jsonb := '[]';
begin
  for v_plan in select value || jsonb_build_object('change_id', gen_random_uuid()) from jsonb_array_elements(p_plans) loop
    select * into v_contract from public.contracts where company_id = p_company and id = (v_plan ->> 'contract_id')::uuid for no key update;
    -- What nobody signed here (brought along from elsewhere) has no paper to wait for.
    if v_contract.status = 'active' and not exists (select from public.documents d where d.company_id = p_company and d.kind = 'contract' and d.record_id = v_contract.id)
       and exists (select from public.handovers h join public.signatures s on s.company_id = h.company_id and s.handover_id = h.id
         where h.company_id = p_company and h.contract_id = v_contract.id and h.kind = 'pickup') then
      perform private.fail(409, 'not_sealed_yet');
    end if;
    if (v_plan ->> 'exchanges')::boolean then
      perform private.exchange_vehicle(p_company, v_contract, (v_plan ->> 'change_id')::uuid, (v_plan #>> '{after,vehicle_id}')::uuid);
    end if;
    v_plans := v_plans || v_plan;
  end loop;
  v_plans := private.occupy_changed(p_company, v_plans);
  if private.have_conflicts(v_plans) then
    perform private.fail(409, 'not_available', jsonb_build_object('conflicts', (
      select jsonb_agg(conflict) from jsonb_array_elements(v_plans) as plan, jsonb_array_elements(plan -> 'conflicts') as conflict)));
  end if;
  for v_plan in select value from jsonb_array_elements(v_plans) loop
    v_id := (v_plan ->> 'change_id')::uuid;
    perform private.put_terms(p_company, (v_plan ->> 'reservation_id')::uuid, (v_plan ->> 'contract_id')::uuid, v_plan -> 'after');
    insert into public.reservation_changes (company_id, id, reservation_id, contract_id, group_id, version, before, after, notified, refund_rappen, changed_by)
    values (p_company, v_id, (v_plan ->> 'reservation_id')::uuid, (v_plan ->> 'contract_id')::uuid, p_group, (v_plan ->> 'version')::int + 1, v_plan -> 'before', v_plan -> 'after',
      p_notify and v_plan -> 'messages' <> '[]',
      case when (v_plan ->> 'refunds')::boolean then (v_plan ->> 'refund_rappen')::bigint else 0 end, auth.uid());
    if (v_plan ->> 'exchanges')::boolean then
      insert into public.handovers (company_id, contract_id, kind, change_id, vehicle_id, performed_by)
      values (p_company, (v_plan ->> 'contract_id')::uuid, 'exchange_back', v_id, (v_plan #>> '{before,vehicle_id}')::uuid, auth.uid()),
        (p_company, (v_plan ->> 'contract_id')::uuid, 'exchange_out', v_id, (v_plan #>> '{after,vehicle_id}')::uuid, auth.uid());
    end if;
    if (v_plan ->> 'refunds')::boolean and (v_plan ->> 'refund_rappen')::bigint > 0 then
      perform private.enqueue(p_company, 'change.refund', v_id::text, jsonb_build_object('change_id', v_id), now() + interval '10 minutes');
    end if;
    -- Said once it can no longer be taken back.
    if p_notify and v_plan -> 'messages' <> '[]' then
      perform private.enqueue(p_company, 'mail.reservation_changed', v_id::text,
        jsonb_build_object('reservation_id', v_plan ->> 'reservation_id', 'change_id', v_id), now() + interval '10 minutes');
    end if;
  end loop;
  return jsonb_build_object('dry_run', false, 'group_id', p_group, 'undo_until', now() + interval '10 minutes', 'changes', (
    select jsonb_agg(p - 'from' || jsonb_build_object('version', r.version) order by place)
    from jsonb_array_elements(v_plans) with ordinality as done (p, place)
    join public.reservations r on r.company_id = p_company and r.id = (p ->> 'reservation_id')::uuid));
end $$;

/* A change of one reservation, as private.change_rentals takes it. Raises 422 `invalid_input`. */
create function private.one_change(p_reservation uuid, p_version int, p_change jsonb) returns jsonb
language plpgsql immutable set search_path = '' as $$
begin
  if jsonb_typeof(p_change) is distinct from 'object' then perform private.fail(422, 'invalid_input', '{"rule": "change"}'); end if;
  return jsonb_build_array((p_change - 'vehicle_of') || jsonb_build_object('reservation_id', p_reservation, 'version', p_version));
end $$;

/* Runs a change; two that cross each other's way are tried again, up to three times. */
create function private.change_once(p_company uuid, p_operation text, p_key text, p_changes jsonb, p_dry_run boolean, p_notify boolean) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_first jsonb;
begin
  if p_dry_run then return private.change_rentals(p_company, p_changes, true, p_notify); end if;
  v_first := private.begin_once(p_company, p_operation, p_key, jsonb_build_object('changes', p_changes, 'notify', p_notify, 'by', auth.uid()));
  if v_first is not null then return v_first; end if;
  for attempt in 1..3 loop
    begin
      return private.finish_once(p_company, p_operation, p_key, private.change_rentals(p_company, p_changes, false, p_notify));
    exception when deadlock_detected or serialization_failure then
      if attempt = 3 then raise; end if;
    end;
  end loop;
end $$;

/*
 * Changes what was agreed of a reservation: period, vehicle, extras, places; priced anew by the one price function. p_change as in private.changed_terms.
 * p_dry_run only says what it would mean: price, conflicts, messages, money. A version that is not the present one raises 409 `changed_meanwhile` with
 * who changed what. Raises also 409 `not_available` with the conflicts, and what private.changed_terms raises. "refund": true gives back what is paid beyond the new price, ten minutes later
 * (403 `forbidden` without the right to refund); otherwise it stays with the reservation and is settled with the rental. Safe to repeat with the same key.
 */
create function public.change_reservation(p_reservation_id uuid, p_change jsonb, p_expected_version int default null, p_dry_run boolean default false,
  p_notify boolean default true, p_idempotency_key text default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('reservations.edit');
begin
  return private.change_once(v_company, 'change_reservation', p_idempotency_key,
    private.one_change(p_reservation_id, p_expected_version, p_change), p_dry_run, p_notify);
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;

/*
 * Changes a running rental: a later or earlier return, another vehicle (both are then recorded by complete_exchange), extras, the
 * place of return. As change_reservation, and raises 409 `not_sealed_yet` before the contract's PDF is sealed, `exchange_open` while an earlier exchange is not recorded,
 * 422 `driver_unfit` when somebody who drives may not drive the other vehicle, `licence_expired` when their licence lapses before the later return.
 */
create function public.change_rental(p_contract_id uuid, p_change jsonb, p_expected_version int default null, p_dry_run boolean default false,
  p_notify boolean default true, p_idempotency_key text default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('contracts.create');
  v_reservation uuid;
begin
  select reservation_id into v_reservation from public.contracts where company_id = v_company and id = p_contract_id and status <> 'cancelled';
  if not found then perform private.fail(404, 'not_found'); end if;
  return private.change_once(v_company, 'change_rental', p_idempotency_key,
    private.one_change(v_reservation, p_expected_version, p_change), p_dry_run, p_notify);
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;

/* Two reservations change vehicles, in one transaction. p_versions: the versions seen, first and second. Raises as change_reservation, 422 `invalid_input`. */
create function public.swap_reservations(p_reservation_id uuid, p_other_id uuid, p_versions int[] default null, p_keep_price boolean default false,
  p_dry_run boolean default false, p_notify boolean default true, p_idempotency_key text default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('reservations.edit');
begin
  if not exists (select from public.reservations where company_id = v_company and id = p_reservation_id)
    or not exists (select from public.reservations where company_id = v_company and id = p_other_id) then
    perform private.fail(404, 'not_found');
  end if;
  if p_reservation_id = p_other_id then perform private.fail(422, 'invalid_input', '{"rule": "swap"}'); end if;
  return private.change_once(v_company, 'swap_reservations', p_idempotency_key, jsonb_build_array(
    jsonb_build_object('reservation_id', p_reservation_id, 'version', p_versions[1], 'vehicle_of', p_other_id, 'keep_price', p_keep_price),
    jsonb_build_object('reservation_id', p_other_id, 'version', p_versions[2], 'vehicle_of', p_reservation_id, 'keep_price', p_keep_price)), p_dry_run, p_notify);
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;
grant execute on function public.change_reservation(uuid, jsonb, int, boolean, boolean, text), public.change_rental(uuid, jsonb, int, boolean, boolean, text),
  public.swap_reservations(uuid, uuid, int[], boolean, boolean, boolean, text) to authenticated;

/*
 * Gives back what a change has promised, once it can no longer be undone: what is paid beyond the price by now, at most what was promised. For our own
 * worker; repeating it changes nothing. Returns the amount.
 */
create function public.refund_change(p_company_id uuid, p_change_id uuid) returns bigint
language plpgsql security definer set search_path = '' as $$
declare
  v_change public.reservation_changes;
  v_reservation public.reservations;
  v_amount bigint;
begin
  select * into v_change from public.reservation_changes where company_id = p_company_id and id = p_change_id;
  if not found then perform private.fail(404, 'not_found'); end if;
  v_reservation := private.lock_paid(p_company_id, v_change.reservation_id);
  select * into v_change from public.reservation_changes where company_id = p_company_id and id = p_change_id for no key update;
  if v_change.undone_at is not null or v_change.refunded_rappen is not null then return coalesce(v_change.refunded_rappen, 0); end if;
  -- A later change may have used it up; an end of the reservation has settled it in its own way.
  v_amount := case when v_reservation.status in ('confirmed', 'converted') then greatest(0, least(v_change.refund_rappen,
    private.paid_for(p_company_id, v_reservation.id) - v_reservation.total_rappen)) else 0 end;
  if v_amount > 0 then perform private.refund_paid(v_reservation, v_amount, 'change'); end if;
  update public.reservation_changes set refunded_rappen = v_amount where company_id = p_company_id and id = p_change_id;
  return v_amount;
end $$;
grant execute on function public.refund_change(uuid, uuid) to service_role;
