-- A contract that never begins.
alter table public.contracts
  add column cancelled_at  timestamptz,
  add column cancel_reason text check (length(cancel_reason) <= 500);

/*
 * Cancels a contract before its vehicle leaves: its number stays taken, its reservation is confirmed again and holds the vehicle as before, to be handed
 * over later or cancelled by its own rules. Safe to repeat. Raises 404 `not_found`, 409 `invalid_transition` once the vehicle is out, 422 `invalid_input`.
 */
create function public.cancel_contract(p_contract_id uuid, p_reason text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('contracts.cancel');
  v_contract public.contracts;
begin
  select * into v_contract from public.contracts where company_id = v_company and id = p_contract_id;
  if not found then perform private.fail(404, 'not_found'); end if;
  if coalesce(btrim(p_reason), '') = '' then perform private.fail(422, 'invalid_input', '{"rule": "reason"}'); end if;
  perform from public.allocations where company_id = v_company and source_id = p_contract_id order by id for no key update;
  perform private.lock_reservation(v_company, v_contract.reservation_id);
  select * into v_contract from public.contracts where company_id = v_company and id = p_contract_id for no key update;
  if v_contract.status = 'cancelled' then return; end if;
  update public.contracts set status = 'cancelled', cancelled_at = now(), cancel_reason = btrim(p_reason) where company_id = v_company and id = p_contract_id;
  update public.reservations set status = 'confirmed' where company_id = v_company and id = v_contract.reservation_id;
  update public.allocations set source_kind = 'reservation', source_id = v_contract.reservation_id
  where company_id = v_company and source_id = p_contract_id and active;
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;
grant execute on function public.cancel_contract(uuid, text) to authenticated;
