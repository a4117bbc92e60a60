-- A further driver named on the phone at the pickup, and what that costs.

/* Brings so many of an extra into a rental nobody has signed, priced anew by the one price function like every change. */
create function private.set_extra(p_company uuid, p_reservation uuid, p_extra uuid, p_quantity int) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.change_rentals(p_company, jsonb_build_array(jsonb_build_object('reservation_id', p_reservation, 'extras', (
    select coalesce(jsonb_agg(x), '[]') from jsonb_array_elements(private.extras_with(private.rental_terms(p_company, p_reservation), p_extra, p_quantity)) as x
    where (x ->> 'quantity')::int > 0))), false, false);
end $$;

/* The extra of which one is due for every further driver; none where the company asks nothing for them. */
create function private.driver_extra(p_company uuid) returns public.extras
language sql stable security definer set search_path = '' as $$
  select * from public.extras where company_id = p_company and for_driver and active
$$;

create function private.booked_quantity(p_company uuid, p_reservation uuid, p_extra uuid) returns int
language sql stable security definer set search_path = '' as $$
  select coalesce(sum(quantity), 0)::int from public.reservation_extras where company_id = p_company and reservation_id = p_reservation and extra_id = p_extra
$$;

/* What the price would grow by with so many of an extra; null where the prices it was booked at do not know it. */
create function private.driver_price(p_company uuid, p_reservation uuid, p_extra uuid, p_quantity int) returns bigint
language sql stable security definer set search_path = '' as $$
  select private.upsell_price(p_company, p_reservation, terms, private.upsell_change(terms, p_extra, null, p_quantity))
  from private.rental_terms(p_company, p_reservation) as terms
$$;

/* Whether the agreed price is what the rules make of the terms. One that was kept, as at a free upgrade, would be lost by pricing anew: then nobody more costs anything. */
create function private.is_priced_by_rules(p_company uuid, p_reservation uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select private.upsell_price(p_company, p_reservation, private.rental_terms(p_company, p_reservation), '{}') = 0
$$;

/* Takes a further driver off, the pictures of their licence and what they cost with them. */
create function private.unname_driver(p_named public.contract_drivers) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_extra public.extras := private.driver_extra(p_named.company_id);
  v_reservation uuid := (select reservation_id from public.contracts where company_id = p_named.company_id and id = p_named.contract_id);
begin
  delete from public.handover_photos p using public.handovers h
  where p.company_id = p_named.company_id and p.driver_id = p_named.driver_id and h.company_id = p.company_id and h.id = p.handover_id and h.contract_id = p_named.contract_id;
  delete from public.contract_drivers where company_id = p_named.company_id and id = p_named.id;
  if p_named.added_rappen > 0 and v_extra.id is not null then
    perform private.set_extra(p_named.company_id, v_reservation, v_extra.id,
      greatest(private.booked_quantity(p_named.company_id, v_reservation, v_extra.id) - 1, 0));
  end if;
end $$;

/*
 * Names a further driver at a pickup, with the licence in hand, at the price of private.name_driver; p_driver as for complete_pickup. p_id: the phone's own,
 * by which the pictures of the licence name them. The same one again is one.
 * Raises as private.take_step and private.record_driver, 404 `not_found`.
 */
create function public.add_handover_driver(p_handover_id uuid, p_id uuid, p_driver jsonb, p_step jsonb default null) returns void
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

/* Takes a further driver back, by the phone's id or their own; who is gone already stays gone. Raises as private.take_step. */
create function public.remove_handover_driver(p_handover_id uuid, p_id uuid, p_step jsonb default null) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('handover.perform');
begin
  if private.take_step(v_company, p_handover_id, 'remove_driver', p_step) is null then return; end if;
  perform private.unname_driver(d) from public.handovers h join public.contract_drivers d on d.company_id = h.company_id and d.contract_id = h.contract_id
  where h.company_id = v_company and h.id = p_handover_id and h.kind = 'pickup' and p_id in (d.id, d.driver_id);
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;

/* What the next further drivers of a rental would cost, one after the other; who was booked costs nothing more. */
create function private.next_driver_prices(p_company uuid, p_reservation uuid, p_extra public.extras) returns jsonb
language sql stable security definer set search_path = '' as $$
  with booked as (select private.booked_quantity(p_company, p_reservation, p_extra.id) as quantity,
    (select count(*)::int from public.contract_drivers d where d.company_id = p_company and d.contract_id = (private.contract_of(p_company, p_reservation)).id) as named
  ), total as (
    select nth, case when nth > 0 then private.driver_price(p_company, p_reservation, p_extra.id, b.quantity + nth) else 0 end as added
    from booked b, generate_series(0, p_extra.max_quantity - b.quantity) as nth
  )
  select to_jsonb(array_fill(0, array[greatest(b.quantity - b.named, 0)])) || coalesce(
    (select jsonb_agg(t.added - p.added order by t.nth) from total t join total p on p.nth = t.nth - 1
      where t.added is not null and p.added is not null and private.is_priced_by_rules(p_company, p_reservation)), '[]')
  from booked b
$$;

/* What further drivers cost, for a phone that will be asked without network: [{reservation_id, code, names, next: [rappen of one more, of the one after, …]}]. */
create function public.list_driver_prices(p_reservation_ids uuid[]) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('handover.perform');
  v_extra public.extras := private.driver_extra(v_company);
begin
  if v_extra.id is null then return '[]'; end if;
  return (select coalesce(jsonb_agg(jsonb_build_object('reservation_id', r.id, 'code', v_extra.code, 'names', v_extra.names, 'next', private.next_driver_prices(v_company, r.id, v_extra))), '[]')
    from public.reservations r where r.company_id = v_company and r.id = any (p_reservation_ids) and r.status in ('confirmed', 'converted'));
end $$;
grant execute on function public.add_handover_driver(uuid, uuid, jsonb, jsonb), public.remove_handover_driver(uuid, uuid, jsonb),
  public.list_driver_prices(uuid[]) to authenticated;
