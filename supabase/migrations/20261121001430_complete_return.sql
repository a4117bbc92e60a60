-- The end of a return.

/*
 * Ends what a contract occupies when the vehicle is back, but never inside what is promised to the next customer; its turnaround is a wash of its own.
 * A return later than agreed may meet a booking that is just being made: whoever commits first has the time, the other one looks again.
 */
create function private.end_allocation(p_company uuid, p_contract uuid, p_back_at timestamptz) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_own public.allocations;
  v_until timestamptz;
begin
  select * into v_own from public.allocations where company_id = p_company and source_id = p_contract and active for no key update;
  if not found then return; end if;
  if p_back_at <= lower(v_own.period) then
    -- Taken and brought back before its time: nothing of that is left to occupy.
    update public.allocations set active = false where company_id = p_company and id = v_own.id;
    return;
  end if;
  for attempt in 1..5 loop
    begin
      perform private.release_lapsed_holds(p_company, v_own.resource_id, tstzrange(lower(v_own.period), null));
      select least(p_back_at, min(lower(a.period))) into v_until
      from public.allocations a
      where a.company_id = p_company and a.resource_id = v_own.resource_id and a.active and lower(a.period) >= upper(v_own.period);
      update public.allocations set period = tstzrange(lower(period), v_until, '[)')
      where company_id = p_company and id = v_own.id;
      return;
    exception when exclusion_violation or deadlock_detected then
      -- The rival has committed by now, or waits for us alone: the next look sees it.
    end;
  end loop;
end $$;

/*
 * Ends a return: readings, signatures, settlement lines, a case for new damage, vehicle to the wash, its calendar free after that, the settlement's PDF queued.
 * Safe to repeat.
 * With p_step it counts as of when the phone's step happened: who brought the vehicle back in time is not late for want of a network.
 * Raises as private.take_step, 409 `invalid_transition` · `exchange_open`, 422 `odometer_backwards` · `readings_missing` · `signature_missing` · `invalid_path` · `invalid_input`.
 */
create function public.complete_return(p_handover_id uuid, p_readings jsonb, p_signatures jsonb, p_ip text default null, p_user_agent text default null, p_step jsonb default null) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('handover.perform');
  v_handover public.handovers;
  v_contract public.contracts;
  v_at timestamptz;
begin
  select * into v_handover from public.handovers where company_id = v_company and id = p_handover_id and kind = 'return' for no key update;
  if not found then perform private.fail(404, 'not_found'); end if;
  if p_step is null and v_handover.completed_at is not null then return v_handover.contract_id; end if;
  v_at := private.take_step(v_company, p_handover_id, 'complete', p_step);
  if v_at is null then return v_handover.contract_id; end if;
  select * into v_contract from public.contracts where company_id = v_company and id = v_handover.contract_id for no key update;
  v_at := greatest(v_at, v_contract.picked_up_at);
  perform private.refuse_open_exchange(v_company, v_contract.id);

  perform private.record_readings(v_company, p_handover_id, v_contract.vehicle_id, p_readings, v_at);
  insert into public.contract_lines (company_id, contract_id, position, kind, code, quantity, unit_rappen, amount_rappen, vat_bp, trace)
  select v_company, v_contract.id, 100 + place, l ->> 'kind', l ->> 'code', (l ->> 'quantity')::numeric, (l ->> 'unit_rappen')::bigint,
    (l ->> 'amount_rappen')::bigint, (l ->> 'vat_bp')::int, l -> 'trace'
  from jsonb_array_elements(private.settlement_lines(v_contract, p_handover_id, (p_readings ->> 'odometer_km')::int, (p_readings ->> 'fuel_percent')::int, v_at))
    with ordinality as lines (l, place);
  perform private.sign(v_company, p_handover_id, p_signatures, p_ip, p_user_agent, v_at);
  perform private.open_case_of_return(v_company, p_handover_id);
  update public.contracts set status = 'returned', returned_at = v_at where company_id = v_company and id = v_contract.id;
  -- The calendar follows the truth, and the wash follows the vehicle's state: first the rental ends, then the turnaround begins.
  perform private.end_allocation(v_company, v_contract.id, v_at);
  update public.vehicles set status = 'cleaning', odometer_km = (p_readings ->> 'odometer_km')::int, fuel_percent = (p_readings ->> 'fuel_percent')::int
  where company_id = v_company and id = v_contract.vehicle_id;
  perform private.enqueue(v_company, 'document.settlement', v_contract.id::text, jsonb_build_object('contract_id', v_contract.id));
  if private.is_customer_absent(v_company, p_handover_id) then
    perform private.enqueue(v_company, 'mail.vehicle_returned', p_handover_id::text, jsonb_build_object('reservation_id', v_contract.reservation_id));
  end if;
  return v_contract.id;
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;
grant execute on function public.complete_return(uuid, jsonb, jsonb, text, text, jsonb) to authenticated;
