-- Who else drives: every further driver stands on the contract with a licence that was looked at.
create table public.contract_drivers (
  company_id  uuid not null references public.companies (id),
  id          uuid not null default gen_random_uuid(),
  contract_id uuid not null,
  driver_id   uuid not null,
  added_by    uuid not null references public.profiles (user_id),
  added_rappen bigint not null default 0,
  created_at  timestamptz not null default now(),
  updated_at  timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, contract_id, driver_id),
  foreign key (company_id, contract_id) references public.contracts (company_id, id),
  foreign key (company_id, driver_id) references public.drivers (company_id, id)
);
comment on table public.contract_drivers is 'Drivers beside the one who signs. What was printed in a sealed contract stays in it; who joins later stands here.';
comment on column public.contract_drivers.id is 'Of the naming: a phone gives it before it knows who of the recorded drivers somebody is.';
comment on column public.contract_drivers.added_rappen is 'What naming them added to the price.';
create index contract_drivers_driver on public.contract_drivers (company_id, driver_id);
create index contract_drivers_added_by on public.contract_drivers (added_by);
select private.guard_tenant_table('public.contract_drivers');
create policy "members see who drives" on public.contract_drivers for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('contracts.see')));
grant select on public.contract_drivers to authenticated;

/* Everybody who drives on a contract. */
create function private.drivers_of(p_company uuid, p_contract uuid) returns setof public.drivers
language sql stable security definer set search_path = '' as $$
  select d.* from public.contracts c
  join public.drivers d on d.company_id = c.company_id and (d.id = c.driver_id
    or d.id in (select x.driver_id from public.contract_drivers x where x.company_id = c.company_id and x.contract_id = c.id))
  where c.company_id = p_company and c.id = p_contract
$$;

/* Everything that speaks against a driver in a vehicle on a day, their age included; what is not known of them does not. */
create function private.driver_faults(p_driver public.drivers, p_vehicle public.vehicles, p_day date) returns text[]
language sql stable security definer set search_path = '' as $$
  select array_remove(private.licence_findings(p_driver, p_vehicle, p_day), 'held_unknown')
    || case when p_vehicle.transmission = 'manual' and private.is_automatic_only(p_driver.licence_codes) then array['automatic_only'] else '{}' end
    || case when p_driver.birth_date > p_day - make_interval(years => coalesce(p_vehicle.minimum_age, g.minimum_age)) then array['too_young'] else '{}' end
  from public.vehicle_categories g where g.company_id = p_vehicle.company_id and g.id = p_vehicle.category_id
$$;

/*
 * Raises 422 `driver_unfit` with driver, plate and reason when somebody who drives a contract may not drive the vehicle it goes on with. What speaks against
 * them in the one they have already was decided on at the pickup.
 */
create function private.refuse_unfit_drivers(p_company uuid, p_contract uuid, p_from uuid, p_to uuid) returns void
language plpgsql stable security definer set search_path = '' as $$
declare
  v_unfit jsonb;
begin
  select jsonb_build_object('driver', d.first_name || ' ' || d.last_name, 'plate', v.plate, 'reason', fault.reason,
    'wanted', g.licence_category, 'years', g.minimum_licence_years, 'minimum_age', coalesce(v.minimum_age, g.minimum_age)) into v_unfit
  from public.contracts c
  cross join lateral private.drivers_of(p_company, c.id) as d
  join public.companies o on o.id = p_company
  cross join lateral (select (now() at time zone o.time_zone)::date) as today (day)
  join public.vehicles v on v.company_id = p_company and v.id = p_to
  join public.vehicle_categories g on g.company_id = p_company and g.id = v.category_id
  join public.vehicles had on had.company_id = p_company and had.id = p_from
  cross join lateral unnest(private.driver_faults(d, v, today.day)) as fault (reason)
  where c.company_id = p_company and c.id = p_contract and fault.reason <> all (private.driver_faults(d, had, today.day))
  order by d.id <> c.driver_id, d.id limit 1;
  if found then perform private.fail(422, 'driver_unfit', v_unfit); end if;
end $$;

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

/* Takes a further driver off a contract that is not signed yet, and the pictures of their licence with them. Raises 404 `not_found`, 409 `invalid_transition`. */
create function public.remove_contract_driver(p_contract_id uuid, p_driver_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('handover.perform');
  v_status public.contract_status;
begin
  select status into v_status from public.contracts where company_id = v_company and id = p_contract_id for no key update;
  if not found then perform private.fail(404, 'not_found'); end if;
  if not exists (select from public.drivers where company_id = v_company and id = p_driver_id) then perform private.fail(404, 'not_found'); end if;
  if v_status <> 'draft' then perform private.fail(409, 'invalid_transition', jsonb_build_object('record', 'contracts', 'from', v_status, 'to', 'driven')); end if;
  perform private.unname_driver(d) from public.contract_drivers d where d.company_id = v_company and d.contract_id = p_contract_id and d.driver_id = p_driver_id;
  if not found then perform private.fail(404, 'not_found'); end if;
end $$;
grant execute on function public.add_contract_driver(uuid, jsonb, bigint), public.remove_contract_driver(uuid, uuid) to authenticated;
