-- The end of a vehicle's service. A retired vehicle is occupied for good, so that no booking that is just being made slips past.

/*
 * Takes a vehicle out of service. Raises 404 `not_found`, 409 `vehicle_occupied` with the promises that stand in the way as `conflicts` · `vehicle_rented` ·
 * `vehicle_in_workshop`, 422 `reason_missing` · `invalid_input`. Safe to repeat.
 */
create function public.retire_vehicle(p_vehicle_id uuid, p_reason text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('fleet.edit');
  v_status public.vehicle_status;
  v_vehicle public.vehicles;
begin
  if coalesce(length(btrim(p_reason)), 0) < 3 then perform private.fail(422, 'reason_missing'); end if;
  select status into v_status from public.vehicles where company_id = v_company and id = p_vehicle_id for no key update;
  if v_status = 'retired' then return; end if;
  v_vehicle := private.lock_vehicle(v_company, p_vehicle_id);
  if v_status = 'rented' then perform private.fail(409, 'vehicle_rented'); end if;
  if v_status = 'maintenance' then perform private.fail(409, 'vehicle_in_workshop'); end if;
  perform private.block_vehicle(v_company, v_vehicle, tstzrange(now(), '2200-01-01 00:00+00', '[)'), 'retirement', p_vehicle_id);
  update public.vehicles set status = 'retired', retired_at = now(), retired_reason = btrim(p_reason) where company_id = v_company and id = p_vehicle_id;
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;

/* Puts a retired vehicle back into service. Raises 404 `not_found`. Safe to repeat. */
create function public.reinstate_vehicle(p_vehicle_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('fleet.edit');
begin
  update public.vehicles set status = case status when 'retired' then 'available' else status end, retired_at = null, retired_reason = null
  where company_id = v_company and id = p_vehicle_id;
  if not found then perform private.fail(404, 'not_found'); end if;
  update public.allocations set active = false where company_id = v_company and source_id = p_vehicle_id and source_kind = 'retirement' and active;
end $$;
grant execute on function public.retire_vehicle(uuid, text), public.reinstate_vehicle(uuid) to authenticated;
