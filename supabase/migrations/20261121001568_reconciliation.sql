-- What moved on the balance at Stripe, held against our books every night; what does not match waits for somebody.
create table public.stripe_movements (
  company_id    uuid not null references public.companies (id),
  id            uuid not null default gen_random_uuid(),
  provider_ref  text not null,
  kind          text not null check (length(kind) between 1 and 60),
  source        text,
  amount_rappen bigint not null,
  fee_rappen    bigint not null,
  currency      text not null,
  moved_at      timestamptz not null,
  created_at    timestamptz not null default now(),
  updated_at    timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, provider_ref)
);
create index stripe_movements_source on public.stripe_movements (company_id, source);
create index stripe_movements_moved_at on public.stripe_movements (company_id, moved_at);
comment on table public.stripe_movements is 'Balance transactions of the company''s account at Stripe, as fetched every night.';
select private.guard_tenant_table('public.stripe_movements', false);
create policy "those who take payments see movements at Stripe" on public.stripe_movements for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('payments.take')));
grant select on public.stripe_movements to authenticated;

create table public.stripe_findings (
  company_id    uuid not null references public.companies (id),
  id            uuid not null default gen_random_uuid(),
  kind          text not null,
  ref           text not null,
  payment_id    uuid,
  ours_rappen   bigint,
  stripe_rappen bigint,
  currency      text not null,
  moved_at      timestamptz not null,
  settled_at    timestamptz,
  settled_by    uuid references public.profiles (user_id),
  note          text check (length(btrim(note)) between 1 and 500),
  created_at    timestamptz not null default now(),
  updated_at    timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, kind, ref),
  foreign key (company_id, payment_id) references public.payments (company_id, id)
);
create index stripe_findings_payment on public.stripe_findings (company_id, payment_id);
create index stripe_findings_settled_by on public.stripe_findings (settled_by);
create index stripe_findings_open on public.stripe_findings (company_id, moved_at) where settled_at is null;
comment on table public.stripe_findings is 'What does not match between our books and Stripe''s. settled_by null: it matched by itself later.';
select private.guard_tenant_table('public.stripe_findings');
create policy "those who take payments see findings" on public.stripe_findings for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('payments.take')));
grant select on public.stripe_findings to authenticated;

/*
 * What does not match, of everything that moved since p_since: one row a contradiction. Our side is the ledger's account of money at Stripe, by what caused each entry;
 * theirs are the movements. Ours may be a day ahead before something counts as missing.
 */
create function private.find_mismatches(p_company uuid, p_since timestamptz, p_now timestamptz)
returns table (kind text, ref text, payment_id uuid, ours_rappen bigint, stripe_rappen bigint, currency text, moved_at timestamptz)
language sql stable security definer set search_path = '' as $$
  with movements as (select * from public.stripe_movements where company_id = p_company and stripe_movements.moved_at >= p_since),
  -- Money that came or went, by what it is called at Stripe.
  ours as (
    select 'payment' as what, p.provider_charge as source, p.id as payment_id, p.amount_rappen as rappen, p.currency, p.settled_at as at from public.payments p
    where p.company_id = p_company and p.method in ('card', 'twint') and p.status not in ('pending', 'failed') and p.settled_at >= p_since
    union all
    select 'refund', r.provider_ref, r.payment_id, -r.amount_rappen, p.currency, r.created_at from public.refunds r
      join public.payments p on p.company_id = r.company_id and p.id = r.payment_id
    where r.company_id = p_company and r.status = 'succeeded' and r.provider_ref is not null and r.created_at >= p_since
    union all
    select 'payout', o.provider_ref, null, -o.amount_rappen, o.currency, o.paid_out_at from public.payouts o
    where o.company_id = p_company and o.status not in ('failed', 'canceled') and o.paid_out_at >= p_since
    union all
    select 'dispute', d.provider_ref, d.payment_id, -d.amount_rappen * case when d.status = 'won' then 0 else 1 end, d.currency, d.opened_at from public.disputes d
    where d.company_id = p_company and d.opened_at >= p_since and exists (select from public.ledger_entries e
      where e.company_id = d.company_id and e.source_kind = 'dispute' and e.source_id = d.id::text)
  ), theirs as (
    select case when m.kind in ('charge', 'payment') then 'payment' when m.kind in ('refund', 'payment_refund', 'refund_failure', 'payment_failure_refund') then 'refund'
        when m.kind in ('payout', 'payout_failure', 'payout_cancel') then 'payout' when m.kind = 'adjustment' and m.source ~ '^(dp|du)_' then 'dispute' else 'other' end as what,
      case when m.source is null then m.provider_ref else m.source end as source, sum(m.amount_rappen)::bigint as rappen, min(m.currency) as currency, min(m.moved_at) as at,
      count(distinct m.currency) as currencies
    from movements m group by 1, 2
  )
  select t.what || '_unknown', t.source, null::uuid, null::bigint, t.rappen, t.currency, t.at from theirs t
  where t.what <> 'other' and t.rappen <> 0 and not exists (select from ours o where o.what = t.what and o.source = t.source)
    -- What was booked before the window is known all the same.
    and not case t.what
      when 'payment' then exists (select from public.payments p where p.company_id = p_company and p.provider_charge = t.source)
      when 'refund' then exists (select from public.refunds r where r.company_id = p_company and r.provider_ref = t.source)
      when 'payout' then exists (select from public.payouts o where o.company_id = p_company and o.provider_ref = t.source)
      else exists (select from public.disputes d where d.company_id = p_company and d.provider_ref = t.source) end
  union all
  select 'movement_unknown', t.source, null, null, t.rappen, t.currency, t.at from theirs t where t.what = 'other' and t.rappen <> 0
  union all
  select o.what || case when t.currency <> o.currency then '_currency' else '_differs' end, o.source, o.payment_id, o.rappen, t.rappen, t.currency, t.at
  from ours o join theirs t on t.what = o.what and t.source = o.source where t.rappen <> o.rappen or t.currency <> o.currency
  union all
  select o.what || '_missing', coalesce(o.source, o.payment_id::text), o.payment_id, o.rappen, null, o.currency, o.at from ours o
  where o.at < p_now - interval '1 day' and o.rappen <> 0 and not exists (select from theirs t where t.what = o.what and t.source = o.source)
  union all
  -- What Stripe and the platform took of a payment that we know.
  select 'fee_differs', m.provider_ref, p.id, coalesce(f.rappen, 0), m.fee_rappen, m.currency, m.moved_at
  from movements m join public.payments p on p.company_id = m.company_id and p.provider_charge = m.source
  left join lateral (select sum(e.amount_rappen)::bigint as rappen from public.ledger_entries e
    where e.company_id = p_company and e.source_kind = 'stripe_fee' and e.source_id = m.provider_ref and e.account in ('payment_fees', 'platform_fees')) f on true
  where m.kind in ('charge', 'payment') and m.fee_rappen <> coalesce(f.rappen, 0) and m.currency = p.currency
$$;

/*
 * Takes in what moved at Stripe, [{id, kind, source?, amount_rappen, fee_rappen, currency, moved_at}], and holds everything since p_since against our books. A finding that
 * holds no more settles by itself; one that somebody settled stays settled. Safe to repeat. Returns how many are open. Raises 422 `invalid_input`.
 */
create function public.reconcile_stripe(p_company_id uuid, p_movements jsonb, p_since timestamptz, p_now timestamptz default now()) returns int
language plpgsql security definer set search_path = '' as $$
begin
  insert into public.stripe_movements (company_id, provider_ref, kind, source, amount_rappen, fee_rappen, currency, moved_at)
  select p_company_id, m ->> 'id', m ->> 'kind', m ->> 'source', (m ->> 'amount_rappen')::bigint, (m ->> 'fee_rappen')::bigint, upper(m ->> 'currency'), (m ->> 'moved_at')::timestamptz
  from jsonb_array_elements(p_movements) as m
  on conflict (company_id, provider_ref) do nothing;
  update public.stripe_findings f set settled_at = now() where f.company_id = p_company_id and f.settled_at is null and f.moved_at >= p_since
    and not exists (select from private.find_mismatches(p_company_id, p_since, p_now) x where x.kind = f.kind and x.ref = f.ref);
  insert into public.stripe_findings as f (company_id, kind, ref, payment_id, ours_rappen, stripe_rappen, currency, moved_at)
  select p_company_id, x.* from private.find_mismatches(p_company_id, p_since, p_now) x
  on conflict (company_id, kind, ref) do update set ours_rappen = excluded.ours_rappen, stripe_rappen = excluded.stripe_rappen, settled_at = null
    where f.settled_by is null and (f.settled_at is not null or (f.ours_rappen, f.stripe_rappen) is distinct from (excluded.ours_rappen, excluded.stripe_rappen));
  return (select count(*) from public.stripe_findings where company_id = p_company_id and settled_at is null);
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;

/* Queues the reconciliation of every company with an account of its own, once a day by UTC; returns how many. */
create function public.queue_reconciliations() returns int
language sql security definer set search_path = '' as $$
  with queued as (
    select private.enqueue(id, 'stripe.reconcile', (now() at time zone 'UTC')::date::text) from public.companies
    where stripe_account_id is not null and status <> 'canceled'
  ) select count(*)::int from queued
$$;

/* Whose account is reconciled, and from when on: three days before the last movement that we know, at first ninety days back. */
create function public.reconciliation_facts(p_company_id uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('stripe_account', c.stripe_account_id, 'since', greatest(c.created_at, coalesce(
    (select max(moved_at) - interval '3 days' from public.stripe_movements where company_id = c.id), now() - interval '90 days')))
  from public.companies c where c.id = p_company_id
$$;
grant execute on function public.reconcile_stripe(uuid, jsonb, timestamptz, timestamptz), public.queue_reconciliations(), public.reconciliation_facts(uuid) to service_role;

/* Settles a finding by hand, with what was found out. Repeating changes nothing. Raises 404 `not_found`, 422 `invalid_input`. */
create function public.settle_stripe_finding(p_finding_id uuid, p_note text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('payments.refund');
begin
  perform from public.stripe_findings where company_id = v_company and id = p_finding_id for no key update;
  if not found then perform private.fail(404, 'not_found'); end if;
  if nullif(btrim(p_note), '') is null then perform private.fail(422, 'invalid_input', '{"rule": "note"}'); end if;
  update public.stripe_findings set settled_at = now(), settled_by = auth.uid(), note = p_note where company_id = v_company and id = p_finding_id and settled_at is null;
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;
grant execute on function public.settle_stripe_finding(uuid, text) to authenticated;
