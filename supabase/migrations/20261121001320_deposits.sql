create table public.deposits (
  company_id      uuid not null references public.companies (id),
  id              uuid not null default gen_random_uuid(),
  contract_id     uuid not null,
  method          public.payment_method not null check (method in ('card', 'cash')),
  status          public.deposit_status not null,
  amount_rappen   bigint not null check (amount_rappen > 0),
  captured_rappen bigint not null default 0 check (captured_rappen between 0 and amount_rappen),
  currency        text not null,
  provider_intent text,
  failure         text,
  payment_id      uuid,
  created_at      timestamptz not null default now(),
  updated_at      timestamptz not null default now(),
  primary key (company_id, id),
  foreign key (company_id, contract_id) references public.contracts (company_id, id),
  foreign key (company_id, payment_id) references public.payments (company_id, id)
);
create unique index deposits_one_open on public.deposits (company_id, contract_id) where status <> 'failed';
create index deposits_contract on public.deposits (company_id, contract_id);
create index deposits_payment on public.deposits (company_id, payment_id);
comment on table public.deposits is 'Security deposit (Kaution): a manual-capture card hold or cash. Not revenue until captured; payment_id is what was kept of it.';
select private.guard_tenant_table('public.deposits');
create trigger deposits_transition before update of status on public.deposits for each row
  execute function private.check_transition('requested>held', 'requested>failed', 'held>captured', 'held>released', 'requested>released',
    'held>capturing', 'capturing>captured', 'capturing>released');
create policy "members see deposits" on public.deposits for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('contracts.see')));
grant select on public.deposits to authenticated;
