-- From the plan to the bill: each step locks the vehicle first, so that two of them never meet.

/*
 * Plans work on a vehicle, for a period, for an odometer reading, or for whichever comes first. A period occupies the vehicle at once; provisional bookings
 * make way. p_dry_run keeps nothing. Returns {maintenance_id, conflicts, moves} as private.block_vehicle. Raises 404 `not_found`,
 * 409 `vehicle_occupied` with `conflicts` · `vehicle_retired`, 422 `invalid_period` · `end_in_past` · `maintenance_without_date` · `invalid_input`.
 */
create function public.plan_maintenance(p_vehicle_id uuid, p_kind public.maintenance_kind, p_starts_at timestamptz default null, p_ends_at timestamptz default null,
  p_due_km int default null, p_workshop text default null, p_note text default null, p_dry_run boolean default false) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('fleet.edit');
  v_id uuid := gen_random_uuid();
  v_vehicle public.vehicles := private.lock_vehicle(v_company, p_vehicle_id);
  v_answer jsonb := '{"conflicts": [], "moves": []}';
begin
  if p_starts_at is null and p_ends_at is null and p_due_km is null then perform private.fail(422, 'maintenance_without_date'); end if;
  perform private.check_maintenance_period(p_starts_at, p_ends_at);
  if p_starts_at is not null then
    v_answer := private.block_vehicle(v_company, v_vehicle, tstzrange(p_starts_at, p_ends_at, '[)'), 'maintenance', v_id, p_dry_run);
  end if;
  if p_dry_run then return v_answer || '{"maintenance_id": null}'; end if;
  insert into public.maintenance (company_id, id, vehicle_id, kind, starts_at, ends_at, due_km, workshop, note)
  values (v_company, v_id, p_vehicle_id, p_kind, p_starts_at, p_ends_at, p_due_km, nullif(btrim(p_workshop), ''), nullif(btrim(p_note), ''));
  return v_answer || jsonb_build_object('maintenance_id', v_id);
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;

/*
 * Moves planned work to another period, or gives work under way a new end. p_dry_run keeps nothing. Returns {conflicts, moves} as private.block_vehicle.
 * p_seen_at: when the work was last changed as whoever moves it saw it; without it whatever stands there is moved.
 * Raises 404 `not_found`, 409 `vehicle_occupied` with `conflicts` · `vehicle_retired` · `invalid_transition` when it is over · `changed_meanwhile`,
 * 422 `invalid_period` · `end_in_past`.
 */
create function public.move_maintenance(p_maintenance_id uuid, p_starts_at timestamptz, p_ends_at timestamptz, p_dry_run boolean default false,
  p_seen_at timestamptz default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('fleet.edit');
  v_row public.maintenance := private.lock_maintenance(v_company, p_maintenance_id);
  v_starts timestamptz := case v_row.status when 'in_progress' then v_row.starts_at else p_starts_at end;
  v_answer jsonb;
begin
  if v_row.status not in ('planned', 'in_progress') then
    perform private.fail(409, 'invalid_transition', jsonb_build_object('record', 'maintenance', 'from', v_row.status));
  end if;
  if v_row.updated_at <> p_seen_at then perform private.fail(409, 'changed_meanwhile'); end if;
  if v_starts is null or p_ends_at is null then perform private.fail(422, 'invalid_period'); end if;
  perform private.check_maintenance_period(v_starts, p_ends_at);
  v_answer := private.block_vehicle(v_company, private.lock_vehicle(v_company, v_row.vehicle_id), tstzrange(v_starts, p_ends_at, '[)'), 'maintenance', v_row.id, p_dry_run);
  if not p_dry_run then
    update public.maintenance set starts_at = v_starts, ends_at = p_ends_at where company_id = v_company and id = p_maintenance_id;
  end if;
  return v_answer;
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;

/*
 * The vehicle goes to the workshop now, until p_ends_at or the planned end. Safe to repeat.
 * Raises 404 `not_found`, 409 `vehicle_occupied` with `conflicts` · `vehicle_rented` · `vehicle_in_workshop` · `vehicle_retired` · `invalid_transition`,
 * 422 `invalid_period` · `end_in_past`.
 */
create function public.start_maintenance(p_maintenance_id uuid, p_ends_at timestamptz default null) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('fleet.edit');
  v_row public.maintenance := private.lock_maintenance(v_company, p_maintenance_id);
  v_vehicle public.vehicles := private.lock_vehicle(v_company, v_row.vehicle_id);
  v_ends timestamptz := coalesce(p_ends_at, v_row.ends_at);
begin
  if v_row.status = 'in_progress' then return; end if;
  if v_vehicle.status = 'rented' then perform private.fail(409, 'vehicle_rented'); end if;
  if exists (select from public.maintenance where company_id = v_company and vehicle_id = v_row.vehicle_id and status = 'in_progress') then
    perform private.fail(409, 'vehicle_in_workshop');
  end if;
  if v_ends is null then perform private.fail(422, 'invalid_period'); end if;
  perform private.check_maintenance_period(now(), v_ends);
  update public.maintenance set status = 'in_progress', started_at = now(), starts_at = now(), ends_at = v_ends, was_dirty = v_vehicle.status = 'cleaning'
  where company_id = v_company and id = p_maintenance_id;
  -- First the state, because an open wash ends with it and makes room.
  update public.vehicles set status = 'maintenance' where company_id = v_company and id = v_row.vehicle_id;
  perform private.block_vehicle(v_company, v_vehicle, tstzrange(now(), v_ends, '[)'), 'maintenance', v_row.id);
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;

/* Frees the vehicle of a maintenance that is over: what lies ahead of its allocation, and its state. The caller has locked it. */
create function private.leave_workshop(p_company uuid, p_row public.maintenance) returns void
language sql security definer set search_path = '' as $$
  update public.allocations set active = lower(period) < now(),
    period = case when lower(period) < now() and upper(period) > now() then tstzrange(lower(period), now(), '[)') else period end
  where company_id = p_company and source_id = p_row.id and active;
  update public.vehicles set status = case when p_row.was_dirty then 'cleaning' else 'available' end::public.vehicle_status
  where company_id = p_company and id = p_row.vehicle_id and status = 'maintenance' and p_row.status = 'in_progress';
$$;

/*
 * Sets what follows from work that is done: the next service by the vehicle's intervals, the next inspection by p_next_due_on.
 * The odometer is read at the workshop like anywhere else.
 */
create function private.note_work(p_company uuid, p_row public.maintenance, p_next_due_on date) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_zone text := (select time_zone from public.companies where id = p_company);
  v_day date := (p_row.finished_at at time zone v_zone)::date;
begin
  -- A reading of an earlier day may well be lower than today's; it is no step backwards.
  if p_row.odometer_km is not null and (v_day = (now() at time zone v_zone)::date
      or p_row.odometer_km >= (select odometer_km from public.vehicles where company_id = p_company and id = p_row.vehicle_id)) then
    perform private.record_odometer(p_company, p_row.vehicle_id, p_row.odometer_km, 'maintenance', p_row.id);
  end if;
  if p_row.kind = 'service' then
    update public.vehicles set next_service_on = coalesce(p_next_due_on, (v_day + make_interval(months => service_interval_months))::date),
      next_service_km = coalesce(p_row.odometer_km, odometer_km) + service_interval_km
    where company_id = p_company and id = p_row.vehicle_id;
  elsif p_row.kind = 'inspection' then
    update public.vehicles set inspection_due_on = p_next_due_on where company_id = p_company and id = p_row.vehicle_id;
  end if;
end $$;

/*
 * The work is done and the vehicle is back: cost, odometer and note are kept, the next service is set. Safe to repeat with the same figures.
 * p_next_due_on: the next service, in place of the interval's, or the next inspection.
 * Raises 404 `not_found`, 409 `invalid_transition` · `vehicle_retired` · `changed_meanwhile` when somebody else wrote down other figures,
 * 422 `odometer_backwards` · `invalid_input`.
 */
create function public.finish_maintenance(p_maintenance_id uuid, p_cost_rappen bigint default null, p_odometer_km int default null, p_note text default null,
  p_next_due_on date default null) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('fleet.edit');
  v_before public.maintenance := private.lock_maintenance(v_company, p_maintenance_id);
  v_row public.maintenance;
begin
  if v_before.status = 'done' then
    if (p_cost_rappen, p_odometer_km) is distinct from (v_before.cost_rappen, v_before.odometer_km) then perform private.fail(409, 'changed_meanwhile'); end if;
    return;
  end if;
  update public.maintenance set status = 'done', finished_at = now(), cost_rappen = p_cost_rappen, odometer_km = p_odometer_km,
    note = coalesce(nullif(btrim(p_note), ''), note)
  where company_id = v_company and id = p_maintenance_id returning * into v_row;
  perform private.leave_workshop(v_company, v_before);
  perform private.note_work(v_company, v_row, p_next_due_on);
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;

/* Calls planned work off, or takes the vehicle back undone; it is free from now on. Safe to repeat. Raises 404 `not_found`, 409 `invalid_transition` · `vehicle_retired`. */
create function public.cancel_maintenance(p_maintenance_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('fleet.edit');
  v_row public.maintenance := private.lock_maintenance(v_company, p_maintenance_id);
begin
  if v_row.status = 'cancelled' then return; end if;
  update public.maintenance set status = 'cancelled' where company_id = v_company and id = p_maintenance_id;
  perform private.leave_workshop(v_company, v_row);
end $$;

/*
 * Enters work that was done without a plan; it occupies nothing. p_done_on is a day of the company's calendar, today or before.
 * Returns its id. Raises 404 `not_found`, 409 `vehicle_retired`, 422 `done_in_future` · `odometer_backwards` · `invalid_input`.
 */
create function public.record_maintenance(p_vehicle_id uuid, p_kind public.maintenance_kind, p_done_on date, p_cost_rappen bigint default null,
  p_odometer_km int default null, p_workshop text default null, p_note text default null, p_next_due_on date default null) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('fleet.edit');
  v_zone text := (select time_zone from public.companies where id = v_company);
  v_today date := (now() at time zone v_zone)::date;
  v_row public.maintenance;
begin
  perform private.lock_vehicle(v_company, p_vehicle_id);
  if p_done_on is null or p_done_on > v_today then perform private.fail(422, 'done_in_future'); end if;
  insert into public.maintenance (company_id, vehicle_id, kind, status, finished_at, cost_rappen, odometer_km, workshop, note)
  values (v_company, p_vehicle_id, p_kind, 'done', case p_done_on when v_today then now() else (p_done_on + time '12:00') at time zone v_zone end, p_cost_rappen,
    p_odometer_km, nullif(btrim(p_workshop), ''), nullif(btrim(p_note), ''))
  returning * into v_row;
  perform private.note_work(v_company, v_row, p_next_due_on);
  return v_row.id;
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;

grant execute on function public.plan_maintenance(uuid, public.maintenance_kind, timestamptz, timestamptz, int, text, text, boolean),
  public.move_maintenance(uuid, timestamptz, timestamptz, boolean, timestamptz), public.start_maintenance(uuid, timestamptz),
  public.finish_maintenance(uuid, bigint, int, text, date), public.cancel_maintenance(uuid),
  public.record_maintenance(uuid, public.maintenance_kind, date, bigint, int, text, text, date) to authenticated;
