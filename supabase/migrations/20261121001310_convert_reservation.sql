-- From promise to contract.

/* The lines of a price on a contract, in place of those it had; what a return adds stands from position 100 on. */
create function private.write_rental_lines(p_company uuid, p_contract uuid, p_price jsonb) returns void
language sql security definer set search_path = '' as $$
  delete from public.contract_lines where company_id = p_company and contract_id = p_contract and position < 100;
  insert into public.contract_lines (company_id, contract_id, position, kind, code, names, quantity, unit_rappen, amount_rappen, vat_bp)
  select p_company, p_contract, place, l ->> 'kind', l ->> 'code', l -> 'names',
    -- On paper, quantity times unit is the amount: an extra per day counts its days.
    (l ->> 'quantity')::numeric * case when l ->> 'charge' = 'per_day' and (l ->> 'capped')::boolean is not true then (p_price ->> 'days')::int else 1 end,
    (l ->> 'unit_rappen')::bigint, (l ->> 'amount_rappen')::bigint, (l ->> 'vat_bp')::int
  from jsonb_array_elements(p_price -> 'lines') with ordinality as lines (l, place)
$$;

/*
 * Makes the contract of a confirmed reservation; its allocation passes to the contract. Repeating returns the same contract.
 * Raises 404 `not_found`, 409 `invalid_transition` · `customer_blocked`, 422 `driver_too_young` · `licence_expired` for the driver foreseen.
 */
create function public.convert_reservation(p_reservation_id uuid) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('contracts.create');
  v_reservation public.reservations;
  v_contract uuid;
  v_customer public.customers;
  v_driver public.drivers;
begin
  v_reservation := private.lock_reservation(v_company, p_reservation_id);
  select id into v_contract from public.contracts where company_id = v_company and reservation_id = p_reservation_id and status <> 'cancelled';
  if found then return v_contract; end if;
  select * into v_customer from public.customers where company_id = v_company and id = v_reservation.customer_id;
  if private.is_blocked(v_customer) then
    perform private.fail(409, 'customer_blocked', jsonb_build_object('reason', v_customer.blocked_reason, 'name', v_customer.name, 'number', v_customer.number));
  end if;
  select d.* into v_driver from public.reservation_accounts a join public.drivers d on d.company_id = a.company_id and d.id = a.driver_id
  where a.company_id = v_company and a.reservation_id = p_reservation_id;
  perform private.check_driver(v_company, v_driver.birth_date, v_driver.licence_expires_on, (v_reservation.price ->> 'minimum_age')::int,
    v_reservation.starts_at, v_reservation.ends_at);
  update public.reservations set status = 'converted', vehicle_fixed = true where company_id = v_company and id = p_reservation_id;
  insert into public.contracts (company_id, number, reservation_id, customer_id, vehicle_id, starts_at, ends_at, price, included_km, extra_km_rappen,
    fuel_price_rappen, charge_price_rappen, currency, locale, terms, terms_version)
  select v_company, private.next_number(v_company, 'contract'), v_reservation.id, v_reservation.customer_id, v_reservation.vehicle_id, v_reservation.starts_at,
    v_reservation.ends_at, v_reservation.price, (v_reservation.price ->> 'included_km')::int, (v_reservation.price ->> 'extra_km_rappen')::bigint,
    co.fuel_price_rappen, co.charge_price_rappen, v_reservation.currency, v_reservation.locale, private.label(t.terms, v_reservation.locale), t.version
  from public.terms_versions t join public.companies co on co.id = t.company_id where t.company_id = v_company and t.version = v_reservation.terms_version
  returning id into v_contract;
  perform private.write_rental_lines(v_company, v_contract, v_reservation.price);
  update public.allocations set source_kind = 'contract', source_id = v_contract
  where company_id = v_company and source_id = p_reservation_id and active;
  return v_contract;
end $$;
grant execute on function public.convert_reservation(uuid) to authenticated;
