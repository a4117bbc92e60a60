-- Vehicles exchanged during a rental are recorded one by one, each as whole as a return or a pickup.

/*
 * Ends the record of a vehicle left behind or taken over at an exchange: readings, signatures, for the one left behind a case for its new damage and the wash.
 * With p_step it counts as of when the phone's step happened. Safe to repeat. Returns the contract.
 * Raises as private.take_step, 404 `not_found`, 422 `driver_unfit` · `odometer_backwards` · `readings_missing` · `signature_missing` · `invalid_path` · `invalid_input`.
 */
create function public.complete_exchange(p_handover_id uuid, p_readings jsonb, p_signatures jsonb, p_ip text default null, p_user_agent text default null, p_step jsonb default null) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('handover.perform');
  v_handover public.handovers;
  v_at timestamptz;
begin
  select * into v_handover from public.handovers where company_id = v_company and id = p_handover_id and change_id is not null for no key update;
  if not found then perform private.fail(404, 'not_found'); end if;
  if p_step is null and v_handover.completed_at is not null then return v_handover.contract_id; end if;
  v_at := private.take_step(v_company, p_handover_id, 'complete', p_step);
  if v_at is null then return v_handover.contract_id; end if;
  -- What is known of a licence may have changed since the exchange was agreed.
  if v_handover.kind = 'exchange_out' then
    perform private.refuse_unfit_drivers(v_company, v_handover.contract_id, (x.before ->> 'vehicle_id')::uuid, v_handover.vehicle_id)
    from public.reservation_changes x where x.company_id = v_company and x.id = v_handover.change_id;
  end if;
  perform private.record_readings(v_company, p_handover_id, v_handover.vehicle_id, p_readings, v_at);
  perform private.sign(v_company, p_handover_id, p_signatures, p_ip, p_user_agent, v_at);
  if v_handover.kind = 'exchange_back' then perform private.open_case_of_return(v_company, p_handover_id); end if;
  update public.vehicles set fuel_percent = (p_readings ->> 'fuel_percent')::int,
    status = case when v_handover.kind = 'exchange_back' and status = 'rented' then 'cleaning' else status end
  where company_id = v_company and id = v_handover.vehicle_id;
  return v_handover.contract_id;
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;
grant execute on function public.complete_exchange(uuid, jsonb, jsonb, text, text, jsonb) to authenticated;
