-- A further driver costs the same wherever they are named: on the phone at the pickup, and at the desk before and during the rental.

/*
 * Puts a further driver on a contract; whoever is more than were booked adds the company's extra for a driver to the price. That is one change with their
 * name on it, so that taking it back takes both; of a rental that runs it is one in any case, because who joins stands on no sealed paper.
 * p_added_rappen: what somebody was told it costs; 409 `total_changed` when it costs something else.
 */
create function private.name_driver(p_contract public.contracts, p_id uuid, p_driver uuid, p_added_rappen bigint default null) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := p_contract.company_id;
  v_extra public.extras := private.driver_extra(v_company);
  v_booked int := private.booked_quantity(v_company, p_contract.reservation_id, v_extra.id);
  v_added bigint := 0;
begin
  insert into public.contract_drivers (company_id, id, contract_id, driver_id, added_by) values (v_company, p_id, p_contract.id, p_driver, auth.uid());
  if v_extra.id is not null and v_booked < v_extra.max_quantity and v_booked < (select count(*) from public.contract_drivers where company_id = v_company and contract_id = p_contract.id)
     and private.driver_price(v_company, p_contract.reservation_id, v_extra.id, v_booked + 1) is not null
     and private.is_priced_by_rules(v_company, p_contract.reservation_id) then
    perform private.set_extra(v_company, p_contract.reservation_id, v_extra.id, v_booked + 1);
    select (price ->> 'total_rappen')::bigint - (p_contract.price ->> 'total_rappen')::bigint into v_added
    from public.contracts where company_id = v_company and id = p_contract.id;
    update public.contract_drivers set added_rappen = v_added where company_id = v_company and id = p_id;
    update public.reservation_changes c set driver_id = p_driver from public.reservations r
    where r.company_id = v_company and r.id = p_contract.reservation_id and c.company_id = v_company and c.reservation_id = r.id and c.version = r.version;
  elsif p_contract.status = 'active' then
    insert into public.reservation_changes (company_id, reservation_id, contract_id, group_id, version, before, after, driver_id, notified, changed_by)
    select v_company, r.id, p_contract.id, gen_random_uuid(), r.version, terms, terms, p_driver, false, auth.uid()
    from public.reservations r, lateral (select private.rental_terms(v_company, r.id) as terms) as agreed
    where r.company_id = v_company and r.id = p_contract.reservation_id;
  end if;
  if p_added_rappen <> v_added then perform private.fail(409, 'total_changed', jsonb_build_object('added_rappen', v_added)); end if;
end $$;

drop function public.add_contract_driver(uuid, jsonb);
/*
 * Adds a driver to a contract that is not over, with the licence in hand, at the price of private.name_driver; p_driver as for complete_pickup, p_added_rappen
 * what was shown. Of a rental that runs it is a change, which the customer signs as an addendum. Returns the driver; the same one again is one.
 * Raises as private.record_driver and private.name_driver, 404 `not_found`, 409 `invalid_transition` once the vehicle is back, 422 `licence_automatic_only`.
 */
create function public.add_contract_driver(p_contract_id uuid, p_driver jsonb, p_added_rappen bigint default null) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('handover.perform');
  v_contract public.contracts;
  v_driver uuid;
begin
  select * into v_contract from public.contracts where company_id = v_company and id = p_contract_id for no key update;
  if not found then perform private.fail(404, 'not_found'); end if;
  if v_contract.status not in ('draft', 'signed', 'active') then
    perform private.fail(409, 'invalid_transition', jsonb_build_object('record', 'contracts', 'from', v_contract.status, 'to', 'driven'));
  end if;
  v_driver := private.record_driver(v_company, v_contract, p_driver);
  if v_driver is distinct from v_contract.driver_id
     and not exists (select from public.contract_drivers where company_id = v_company and contract_id = p_contract_id and driver_id = v_driver) then
    perform private.name_driver(v_contract, gen_random_uuid(), v_driver, p_added_rappen);
  end if;
  return v_driver;
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;
grant execute on function public.add_contract_driver(uuid, jsonb, bigint) to authenticated;

/*
 * Names a further driver at a pickup, with the licence in hand, at the price of private.name_driver; p_driver as for complete_pickup. p_id: the phone's own,
 * by which the pictures of the licence name them. The same one again is one.
 * Raises as private.take_step and private.record_driver, 404 `not_found`.
 */
create or replace function public.add_handover_driver(p_handover_id uuid, p_id uuid, p_driver jsonb, p_step jsonb default null) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('handover.perform');
  v_contract public.contracts;
  v_driver uuid;
begin
  if private.take_step(v_company, p_handover_id, 'add_driver', p_step) is null then return; end if;
  select c.* into v_contract from public.handovers h join public.contracts c on c.company_id = h.company_id and c.id = h.contract_id
  where h.company_id = v_company and h.id = p_handover_id and h.kind = 'pickup' for no key update of c;
  if not found then perform private.fail(404, 'not_found'); end if;
  v_driver := private.record_driver(v_company, v_contract, p_driver);
  update public.contract_drivers set id = p_id where company_id = v_company and contract_id = v_contract.id and driver_id = v_driver;
  if not found then perform private.name_driver(v_contract, p_id, v_driver); end if;
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;
