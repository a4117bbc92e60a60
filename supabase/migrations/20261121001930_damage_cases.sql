-- What becomes of a damage: who pays for it, and when it is repaired.
create type public.damage_case_status as enum ('estimated', 'charged', 'claimed', 'in_repair', 'repaired', 'closed');

create table public.damage_cases (
  company_id      uuid not null references public.companies (id),
  id              uuid not null default gen_random_uuid(),
  number          text not null,
  status          public.damage_case_status not null default 'estimated',
  vehicle_id      uuid not null,
  contract_id     uuid,
  estimate_rappen bigint not null check (estimate_rappen between 0 and 100000000),
  excess_rappen   bigint check (excess_rappen between 0 and 100000000),
  agreed_excess_rappen bigint check (agreed_excess_rappen between 0 and 100000000),
  excess_reason   text check (length(btrim(excess_reason)) between 3 and 300),
  charged_rappen  bigint not null default 0 check (charged_rappen between 0 and 100000000),
  insurer         text check (length(btrim(insurer)) between 1 and 120 and insurer !~ '[[:cntrl:]]'),
  claim_number    text check (length(btrim(claim_number)) between 1 and 60 and claim_number !~ '[[:cntrl:]]'),
  maintenance_id  uuid,
  invoice_id      uuid,
  note            text check (length(note) <= 2000),
  closed_at       timestamptz,
  created_at      timestamptz not null default now(),
  updated_at      timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, number),
  foreign key (company_id, vehicle_id) references public.vehicles (company_id, id),
  foreign key (company_id, contract_id) references public.contracts (company_id, id),
  foreign key (company_id, maintenance_id) references public.maintenance (company_id, id),
  foreign key (company_id, invoice_id) references public.invoices (company_id, id) on delete set null (invoice_id),
  constraint damage_cases_within_excess check (charged_rappen <= excess_rappen),
  constraint damage_cases_excess_explained check (agreed_excess_rappen is null or coalesce(excess_rappen <= agreed_excess_rappen, false) or excess_reason is not null),
  constraint damage_cases_who_pays check (charged_rappen = 0 or contract_id is not null),
  constraint damage_cases_claim check (insurer is not null or claim_number is null and status <> 'claimed'),
  constraint damage_cases_repair check (maintenance_id is not null or status not in ('in_repair', 'repaired')),
  constraint damage_cases_closed check ((status = 'closed') = (closed_at is not null))
);
comment on table public.damage_cases is 'One event, one or several marks. The state follows from what is known: charged, claimed, under repair; closing it is said.';
comment on column public.damage_cases.excess_rappen is 'What the customer pays at most; null where nothing limits it.';
comment on column public.damage_cases.agreed_excess_rappen is 'The excess of the contract the customer signed; whoever lets them pay more says why in excess_reason.';
create index damage_cases_status on public.damage_cases (company_id, status, created_at desc, id);
create index damage_cases_newest on public.damage_cases (company_id, created_at desc, id);
comment on column public.damage_cases.invoice_id is 'Written for it after the rental had been invoiced; the last one.';
create index damage_cases_invoice on public.damage_cases (company_id, invoice_id);
create index damage_cases_vehicle on public.damage_cases (company_id, vehicle_id);
create index damage_cases_contract on public.damage_cases (company_id, contract_id);
create index damage_cases_maintenance on public.damage_cases (company_id, maintenance_id);
alter table public.damages add foreign key (company_id, case_id) references public.damage_cases (company_id, id);
create index damages_case on public.damages (company_id, case_id);
select private.guard_tenant_table('public.damage_cases');
create trigger damage_cases_transition before update on public.damage_cases for each row
  execute function private.check_transition('estimated>charged', 'estimated>claimed', 'charged>claimed', 'estimated>in_repair', 'charged>in_repair',
    'claimed>in_repair', 'in_repair>estimated', 'in_repair>charged', 'in_repair>claimed', 'in_repair>repaired',
    'estimated>closed', 'charged>closed', 'claimed>closed', 'repaired>closed');
create policy "members see damage cases" on public.damage_cases for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('contracts.see')));
grant select on public.damage_cases to authenticated;

/* The state of a case that is open, from what is known of it; a repair decides before money does. */
create function private.damage_case_status(p_case public.damage_cases) returns public.damage_case_status
language sql stable security definer set search_path = '' as $$
  select case (select m.status from public.maintenance m where m.company_id = p_case.company_id and m.id = p_case.maintenance_id)
    when 'done' then 'repaired' when 'planned' then 'in_repair' when 'in_progress' then 'in_repair'
    else case when p_case.insurer is not null then 'claimed' when p_case.charged_rappen > 0 then 'charged' else 'estimated' end
  end::public.damage_case_status
$$;

/* Trigger: whatever is entered of an open case, its state follows. */
create function private.follow_damage_case() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if new.closed_at is not null then new.status := 'closed'; else new.status := private.damage_case_status(new); end if;
  return new;
end $$;
-- Named so that it runs before the transition is checked.
create trigger damage_cases_follow before insert or update on public.damage_cases for each row execute function private.follow_damage_case();

/* Locks a case that is open. Raises 404 `not_found`, 409 `damage_case_closed`. */
create function private.lock_damage_case(p_company uuid, p_case uuid) returns public.damage_cases
language plpgsql security definer set search_path = '' as $$
declare
  v_case public.damage_cases;
begin
  select * into v_case from public.damage_cases where company_id = p_company and id = p_case for no key update;
  if not found then perform private.fail(404, 'not_found'); end if;
  if v_case.status = 'closed' then perform private.fail(409, 'damage_case_closed', jsonb_build_object('number', v_case.number)); end if;
  return v_case;
end $$;

/* Makes one case of marks; what the return charged for them counts as charged, and the excess agreed limits what can follow. */
create function private.open_damage_case(p_company uuid, p_vehicle uuid, p_contract uuid, p_damages uuid[], p_estimate bigint, p_note text) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_id uuid;
begin
  insert into public.damage_cases (company_id, number, vehicle_id, contract_id, estimate_rappen, excess_rappen, agreed_excess_rappen, charged_rappen, note)
  select p_company, private.next_number(p_company, 'damage'), p_vehicle, p_contract, coalesce(p_estimate, sum(greatest(d.charge_rappen, d.list_rappen)), 0),
    (min(c.price ->> 'excess_rappen'))::bigint, (min(c.price ->> 'excess_rappen'))::bigint, coalesce(sum(x.amount_rappen), 0), nullif(btrim(p_note), '')
  from public.damages d
  left join public.contracts c on c.company_id = d.company_id and c.id = p_contract
  left join lateral private.damage_charges(c) x on x.damage_id = d.id
  where d.company_id = p_company and d.id = any (p_damages)
  returning id into v_id;
  update public.damages set case_id = v_id where company_id = p_company and id = any (p_damages);
  return v_id;
end $$;

/* Of the new marks on a vehicle that comes back one case is made at once. */
create function private.open_case_of_return(p_company uuid, p_handover uuid) returns void
language sql security definer set search_path = '' as $$
  select private.open_damage_case(p_company, d.vehicle_id, c.id, array_agg(d.id), null, null)
  from public.damages d join public.handovers h on h.company_id = d.company_id and h.id = d.handover_id
  join public.contracts c on c.company_id = h.company_id and c.id = h.contract_id
  where d.company_id = p_company and d.handover_id = p_handover group by d.vehicle_id, c.id
$$;
