-- What Stripe pays out to the company's bank.
create table public.payouts (
  company_id    uuid not null references public.companies (id),
  id            uuid not null default gen_random_uuid(),
  provider_ref  text not null,
  status        text not null check (status in ('pending', 'in_transit', 'paid', 'failed', 'canceled')),
  amount_rappen bigint not null,
  currency      text not null,
  arrives_on    date not null,
  failure       text check (length(failure) <= 500),
  paid_out_at   timestamptz not null,
  bank_entry_id uuid,
  created_at    timestamptz not null default now(),
  updated_at    timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, provider_ref),
  unique (company_id, bank_entry_id),
  foreign key (company_id, bank_entry_id) references public.bank_entries (company_id, id)
);
create index payouts_paid_out_at on public.payouts (company_id, paid_out_at desc);
comment on table public.payouts is 'What left the balance at Stripe for the bank. Negative: Stripe takes money back from the bank. Statuses are Stripe''s. bank_entry_id: where it
 arrived.';
select private.guard_tenant_table('public.payouts');
create policy "those who take payments see payouts" on public.payouts for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('payments.take')));
grant select on public.payouts to authenticated;

/*
 * Brings a payout to where Stripe has it, {id, status, amount_rappen, currency, arrives_on, failure?, paid_out_at}: it leaves the balance as soon as it is made, and is back
 * if it fails. Safe to repeat, in any order: what failed stays so. Raises 422 `invalid_input`.
 */
create function public.record_payout(p_company_id uuid, p_payout jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_row public.payouts;
  v_legs jsonb;
begin
  perform pg_advisory_xact_lock(hashtextextended('bank ' || p_company_id, 0));
  insert into public.payouts as o (company_id, provider_ref, status, amount_rappen, currency, arrives_on, failure, paid_out_at)
  values (p_company_id, p_payout ->> 'id', p_payout ->> 'status', (p_payout ->> 'amount_rappen')::bigint, upper(p_payout ->> 'currency'), (p_payout ->> 'arrives_on')::date,
    left(p_payout ->> 'failure', 500), (p_payout ->> 'paid_out_at')::timestamptz)
  on conflict (company_id, provider_ref) do update set status = excluded.status, arrives_on = excluded.arrives_on, failure = excluded.failure
    where o.status not in ('failed', 'canceled') and (o.status, o.arrives_on, o.failure) is distinct from (excluded.status, excluded.arrives_on, excluded.failure)
  returning * into v_row;
  if not found then return; end if;
  if not exists (select from public.ledger_entries where company_id = p_company_id and source_kind = 'payout' and source_id = v_row.id::text) then
    perform private.post(p_company_id, 'payout', v_row.id::text, v_row.currency, jsonb_build_array(
      jsonb_build_object('account', 'payouts_in_transit', 'amount_rappen', v_row.amount_rappen),
      jsonb_build_object('account', 'stripe_clearing', 'amount_rappen', -v_row.amount_rappen)));
    -- The bank's file may have been quicker.
    perform private.match_payouts(p_company_id);
  end if;
  if v_row.status in ('failed', 'canceled') then
    perform private.post(p_company_id, 'payout_failed', v_row.id::text, v_row.currency, jsonb_build_array(
      jsonb_build_object('account', 'stripe_clearing', 'amount_rappen', v_row.amount_rappen),
      jsonb_build_object('account', 'payouts_in_transit', 'amount_rappen', -v_row.amount_rappen)));
  end if;
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;
grant execute on function public.record_payout(uuid, jsonb) to service_role;
