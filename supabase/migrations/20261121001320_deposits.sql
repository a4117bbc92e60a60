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
  expires_at      timestamptz,
  failure         text,
  customer_asked_at timestamptz,
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
comment on table public.deposits is 'Security deposit (Kaution): a manual-capture card hold or cash. Not revenue until captured; payment_id is what was kept of it. provider_intent and expires_at
 are those of the hold that stands, failure is what went wrong last, customer_asked_at when the customer was sent the link to confirm the hold themselves.';
select private.guard_tenant_table('public.deposits');
create trigger deposits_need_cards before insert on public.deposits for each row when (new.method = 'card') execute function private.require_cards();
create trigger deposits_transition before update of status on public.deposits for each row
  execute function private.check_transition('requested>held', 'requested>failed', 'held>captured', 'held>released', 'requested>released',
    'held>capturing', 'capturing>captured', 'capturing>released', 'held>lapsed', 'lapsed>held', 'failed>held');
create policy "members see deposits" on public.deposits for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('contracts.see')));
grant select on public.deposits to authenticated;

create table public.deposit_holds (
  company_id      uuid not null references public.companies (id),
  id              uuid not null default gen_random_uuid(),
  deposit_id      uuid not null,
  by_customer     boolean not null default false,
  status          text not null default 'requested' check (status in ('requested', 'held', 'failed', 'lapsed', 'released', 'captured')),
  provider_intent text,
  expires_at      timestamptz,
  failure         text,
  created_at      timestamptz not null default now(),
  updated_at      timestamptz not null default now(),
  primary key (company_id, id),
  foreign key (company_id, deposit_id) references public.deposits (company_id, id)
);
create index deposit_holds_deposit on public.deposit_holds (company_id, deposit_id);
create unique index deposit_holds_one_held on public.deposit_holds (company_id, deposit_id) where status = 'held';
create unique index deposit_holds_one_requested on public.deposit_holds (company_id, deposit_id) where status = 'requested' and not by_customer;
comment on table public.deposit_holds is 'The holds on cards for a deposit, one after the other: Stripe lets each go after about a week, and the next stands before. id is the idempotency key at
 Stripe. by_customer: on Stripe''s page, by the private link; else off session, with the card on file.';
select private.guard_tenant_table('public.deposit_holds');
create trigger deposit_holds_transition before update of status on public.deposit_holds for each row
  execute function private.check_transition('requested>held', 'requested>failed', 'requested>released', 'held>lapsed', 'held>released', 'held>captured');
create policy "members see holds of deposits" on public.deposit_holds for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('contracts.see')));
grant select on public.deposit_holds to authenticated;

/* Asks for a hold of a deposit on the card on file, through the outbox; one that is under way already is enough. */
create function private.request_hold(p_company uuid, p_deposit uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_hold uuid;
begin
  insert into public.deposit_holds (company_id, deposit_id) values (p_company, p_deposit) on conflict do nothing returning id into v_hold;
  if v_hold is not null then perform private.enqueue(p_company, 'stripe.deposit_authorise', v_hold::text, jsonb_build_object('hold_id', v_hold)); end if;
end $$;
