-- The licence in somebody's hand: what was looked at, by whom, and what speaks against this driver in this vehicle.
create table public.licence_checks (
  company_id  uuid not null references public.companies (id),
  id          uuid not null default gen_random_uuid(),
  contract_id uuid not null,
  driver_id   uuid not null,
  checked_by  uuid not null references public.profiles (user_id),
  checked_at  timestamptz not null default clock_timestamp(),
  categories  text[] not null,
  codes       text[] not null,
  expires_on  date not null,
  findings    text[] not null check (findings <@ array['category_missing', 'too_heavy', 'too_many_seats', 'held_too_short', 'held_unknown']),
  created_at  timestamptz not null default now(),
  updated_at  timestamptz not null default now(),
  primary key (company_id, id),
  foreign key (company_id, contract_id) references public.contracts (company_id, id),
  foreign key (company_id, driver_id) references public.drivers (company_id, id)
);
comment on table public.licence_checks is 'Append-only. findings is what a person was shown and decided on; what the law forbids outright is refused instead.';
create index licence_checks_contract on public.licence_checks (company_id, contract_id, checked_at desc);
create index licence_checks_driver on public.licence_checks (company_id, driver_id);
create index licence_checks_checked_by on public.licence_checks (checked_by);
select private.guard_tenant_table('public.licence_checks', false);
create trigger licence_checks_append_only before update or delete on public.licence_checks for each row execute function private.refuse_change();
create policy "members see who checked a licence" on public.licence_checks for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('contracts.see')));
grant select on public.licence_checks to authenticated;

/* A category and those that include it: whoever drives lorries or coaches may drive cars. */
create function private.covering_categories(p_wanted text) returns text[]
language sql immutable set search_path = '' as $$
  select array[p_wanted] || case p_wanted
    when 'A1' then '{A}' when 'B' then '{BE,C1,C1E,C,CE,D1,D1E,D,DE}' when 'BE' then '{C1E,CE,D1E,DE}' when 'C1' then '{C1E,C,CE}' when 'C1E' then '{CE}'
    when 'C' then '{CE}' when 'D1' then '{D1E,D,DE}' when 'D1E' then '{DE}' when 'D' then '{DE}' else '{}' end::text[]
$$;

/* What speaks against a driver in a vehicle on a day, for a person to judge: category, the limits of B (3500 kg, eight seats beside the driver's), years held. */
create function private.licence_findings(p_driver public.drivers, p_vehicle public.vehicles, p_day date) returns text[]
language sql stable security definer set search_path = '' as $$
  with demand as (
    select g.licence_category as wanted, g.minimum_licence_years as years, private.covering_categories(g.licence_category) as covering
    from public.vehicle_categories g where g.company_id = p_vehicle.company_id and g.id = p_vehicle.category_id
  ), held as (
    select d.*, p_driver.licence_categories && d.covering as is_held,
      (select min(s.value::date) from jsonb_each_text(p_driver.licence_since) as s where s.key = any (d.covering) and s.key = any (p_driver.licence_categories)) as since
    from demand d
  )
  select coalesce(array_agg(f.code order by f.place), '{}') from held h cross join lateral (values
    (1, 'category_missing', cardinality(p_driver.licence_categories) > 0 and not h.is_held),
    (2, 'too_heavy', h.is_held and h.wanted = 'B' and p_vehicle.gross_weight_kg > 3500 and not p_driver.licence_categories && private.covering_categories('C1')),
    (3, 'too_many_seats', h.is_held and h.wanted = 'B' and p_vehicle.seats > 9 and not p_driver.licence_categories && private.covering_categories('D1')),
    (4, 'held_too_short', h.is_held and h.years > 0 and h.since > p_day - make_interval(years => h.years)),
    (5, 'held_unknown', h.is_held and h.years > 0 and h.since is null)
  ) as f (place, code, is_so) where f.is_so
$$;

/* With code 78 nobody drives a manual gearbox. */
create function private.is_automatic_only(p_codes text[]) returns boolean
language sql immutable set search_path = '' as $$
  select exists (select from unnest(p_codes) as code where split_part(code, '.', 1) = '78')
$$;

/* Records that a driver's licence was checked for a contract's vehicle. Raises 422 `licence_automatic_only`. */
create function private.note_licence_check(p_company uuid, p_contract public.contracts, p_driver uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_driver public.drivers;
  v_vehicle public.vehicles;
begin
  select * into v_driver from public.drivers where company_id = p_company and id = p_driver;
  select * into v_vehicle from public.vehicles where company_id = p_company and id = p_contract.vehicle_id;
  if v_vehicle.transmission = 'manual' and private.is_automatic_only(v_driver.licence_codes) then
    perform private.fail(422, 'licence_automatic_only', jsonb_build_object('plate', v_vehicle.plate));
  end if;
  insert into public.licence_checks (company_id, contract_id, driver_id, checked_by, categories, codes, expires_on, findings)
  select p_company, p_contract.id, p_driver, auth.uid(), v_driver.licence_categories, v_driver.licence_codes, v_driver.licence_expires_on,
    private.licence_findings(v_driver, v_vehicle, (now() at time zone c.time_zone)::date)
  from public.companies c where c.id = p_company;
end $$;
