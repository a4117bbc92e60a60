-- What a return costs beyond the rental.

/* What the rental itself costs more until a late return, by the rules the contract was made at, however long it took. */
create function private.late_charge(p_contract public.contracts, p_returned_at timestamptz) returns bigint
language sql stable security definer set search_path = '' as $$
  select greatest(0, sum(side * (l ->> 'amount_rappen')::bigint))::bigint
  from public.reservations r
  cross join lateral (values (-1, p_contract.price), (1, private.price_rental(r.company_id, jsonb_build_object('category_id', r.category_id,
    'starts_at', p_contract.starts_at, 'ends_at', p_returned_at), r.id))) as longer (side, price)
  cross join lateral jsonb_array_elements(longer.price -> 'lines') as l
  where r.company_id = p_contract.company_id and r.id = p_contract.reservation_id and (l ->> 'kind' = 'rental' or l ->> 'code' = 'long_rental')
$$;

/* Each vehicle of a rental with what was in its tank or battery when it went out and when it came back; p_vehicle is the last one. */
create function private.fuel_legs(p_company uuid, p_contract uuid, p_out int, p_back int, p_vehicle uuid)
returns table (full_percent int, left_percent int, tank_litres int, is_electric boolean)
language sql stable security definer set search_path = '' as $$
  with legs as (
    select b.created_at, b.fuel_percent as back, o.fuel_percent as next_out, v.tank_litres, v.fuel = 'electric' as is_electric from public.handovers b
    join public.handovers o on o.company_id = b.company_id and o.change_id = b.change_id and o.kind = 'exchange_out'
    join public.vehicles v on v.company_id = b.company_id and v.id = b.vehicle_id
    where b.company_id = p_company and b.contract_id = p_contract and b.kind = 'exchange_back'
    union all select 'infinity', p_back, null, v.tank_litres, v.fuel = 'electric' from public.vehicles v where v.company_id = p_company and v.id = p_vehicle
  )
  select coalesce(lag(next_out) over by_time, p_out), back, legs.tank_litres, legs.is_electric from legs window by_time as (order by created_at)
$$;

/*
 * What of a rental's new damage its customer pays: of each vehicle that came back what was marked, in the order of the marks, up to the excess that was
 * agreed. The one place where the excess limits.
 */
create function private.damage_charges(p_contract public.contracts) returns table (damage_id uuid, handover_id uuid, amount_rappen bigint)
language sql stable security definer set search_path = '' as $$
  select d.id, d.handover_id, greatest(0, least(d.charge_rappen, (p_contract.price ->> 'excess_rappen')::bigint
    - coalesce(sum(d.charge_rappen) over (partition by d.handover_id order by d.created_at, d.id rows between unbounded preceding and 1 preceding), 0)))::bigint
  from public.damages d join public.handovers h on h.company_id = d.company_id and h.id = d.handover_id
  where d.company_id = p_contract.company_id and h.contract_id = p_contract.id and h.kind in ('exchange_back', 'return')
$$;

/* What a return would cost beyond the rental: extra km, missing fuel (litres) and charge (kWh), lateness, new damage of every vehicle it had; lines as contract_lines, VAT included. */
create function private.settlement_lines(p_contract public.contracts, p_handover uuid, p_odometer_km int, p_fuel_percent int, p_returned_at timestamptz) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_company public.companies;
  v_pickup public.handovers;
  v_vat int;
  v_km int;
  v_exchanged boolean;
  v_energy record;
  v_unit int;
  v_late bigint := 0;
  v_lines jsonb := '[]';
begin
  select * into v_company from public.companies where id = p_contract.company_id;
  select * into v_pickup from public.handovers where company_id = p_contract.company_id and contract_id = p_contract.id and kind = 'pickup';
  v_vat := private.vat_rate(p_contract.company_id, (p_returned_at at time zone v_company.time_zone)::date);

  if p_returned_at > p_contract.ends_at + make_interval(mins => v_company.late_grace_minutes) then
    v_late := private.late_charge(p_contract, p_returned_at);
  end if;
  if v_late > 0 then
    v_lines := v_lines || jsonb_build_object('kind', 'lateness', 'code', 'late_return', 'quantity', 1, 'unit_rappen', v_late, 'amount_rappen', v_late, 'vat_bp', v_vat,
      'trace', jsonb_build_object('due_at', p_contract.ends_at, 'returned_at', p_returned_at, 'grace_minutes', v_company.late_grace_minutes));
  end if;
  -- A vehicle exchanged on the way counts with what it drove and burnt itself.
  select p_odometer_km - v_pickup.odometer_km - p_contract.included_km
      + coalesce(sum(case h.kind when 'exchange_back' then h.odometer_km else -h.odometer_km end), 0), count(*) > 0 into v_km, v_exchanged
  from public.handovers h where h.company_id = p_contract.company_id and h.contract_id = p_contract.id and h.change_id is not null;
  if v_km > 0 then
    v_lines := v_lines || jsonb_build_object('kind', 'extra_km', 'code', 'extra_km', 'quantity', v_km, 'unit_rappen', p_contract.extra_km_rappen,
      'amount_rappen', v_km * p_contract.extra_km_rappen, 'vat_bp', v_vat,
      'trace', jsonb_build_object('driven_km', v_km + p_contract.included_km, 'included_km', p_contract.included_km) || case when v_exchanged then '{}'
        else jsonb_build_object('from_km', v_pickup.odometer_km, 'to_km', p_odometer_km) end);
  end if;
  -- Litres and kWh apart; which readings they come from can be said where one vehicle explains them.
  for v_energy in
    select is_electric, round(sum(greatest((full_percent - left_percent) * tank_litres / 100.0, 0)), 1) as missing,
      case when count(*) = 1 then jsonb_build_object('from_percent', min(full_percent), 'to_percent', min(left_percent),
        case when is_electric then 'battery_kwh' else 'tank_litres' end, min(tank_litres)) else '{}' end as trace
    from private.fuel_legs(p_contract.company_id, p_contract.id, v_pickup.fuel_percent, p_fuel_percent, p_contract.vehicle_id) group by is_electric order by is_electric
  loop
    continue when v_energy.missing <= 0;
    v_unit := case when v_energy.is_electric then p_contract.charge_price_rappen else p_contract.fuel_price_rappen end;
    v_lines := v_lines || jsonb_build_object('kind', 'fuel', 'code', case when v_energy.is_electric then 'charge' else 'fuel' end, 'quantity', v_energy.missing,
      'unit_rappen', v_unit, 'amount_rappen', round(v_energy.missing * v_unit)::bigint, 'vat_bp', v_vat, 'trace', v_energy.trace);
  end loop;
  return v_lines || coalesce((
    select jsonb_agg(jsonb_build_object('kind', 'damage', 'code', d.kind, 'quantity', 1, 'unit_rappen', x.amount_rappen, 'amount_rappen', x.amount_rappen,
      'vat_bp', 0, 'trace', jsonb_build_object('damage_id', d.id, 'view', d.view, 'severity', d.severity, 'note', d.note,
        'list_rappen', d.list_rappen, 'charge_reason', d.charge_reason)
        || case when x.amount_rappen < d.charge_rappen then jsonb_build_object('full_rappen', d.charge_rappen, 'excess_rappen', p_contract.price -> 'excess_rappen') else '{}' end)
      order by d.created_at, d.id)
    from private.damage_charges(p_contract) x join public.damages d on d.company_id = p_contract.company_id and d.id = x.damage_id
    where d.charge_rappen > 0 and (x.handover_id = p_handover or x.handover_id in (
      select h.id from public.handovers h where h.company_id = p_contract.company_id and h.contract_id = p_contract.id and h.kind = 'exchange_back'))), '[]');
end $$;

/* What would be charged on top of the rental if the vehicle came back like this now: {lines, additional_rappen, rental_rappen, paid_rappen, due_rappen}. Raises 404 `not_found`, 422 `invalid_input`. */
create function public.preview_settlement(p_handover_id uuid, p_odometer_km int, p_fuel_percent int) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('handover.perform');
  v_contract public.contracts;
  v_lines jsonb;
  v_rental bigint;
  v_paid bigint;
  v_more bigint;
begin
  if (p_odometer_km between 0 and 3000000 and p_fuel_percent between 0 and 100) is not true then perform private.fail(422, 'invalid_input', '{"rule": "readings"}'); end if;
  select c.* into v_contract from public.contracts c join public.handovers h on h.company_id = c.company_id and h.contract_id = c.id
  where h.company_id = v_company and h.id = p_handover_id and h.kind = 'return';
  if not found then perform private.fail(404, 'not_found'); end if;
  v_lines := private.settlement_lines(v_contract, p_handover_id, p_odometer_km, p_fuel_percent, now());
  select coalesce(sum((l ->> 'amount_rappen')::bigint), 0) into v_more from jsonb_array_elements(v_lines) as l;
  select sum(amount_rappen) into v_rental from public.contract_lines where company_id = v_company and contract_id = v_contract.id and kind in ('rental', 'discount', 'fee', 'extra', 'rounding');
  select coalesce(sum(amount_rappen - refunded_rappen), 0) into v_paid from public.payments
  where company_id = v_company and reservation_id = v_contract.reservation_id and status in ('succeeded', 'partially_refunded');
  return jsonb_build_object('lines', v_lines, 'additional_rappen', v_more, 'rental_rappen', v_rental, 'paid_rappen', v_paid, 'due_rappen', v_rental + v_more - v_paid);
end $$;
grant execute on function public.preview_settlement(uuid, int, int) to authenticated;
