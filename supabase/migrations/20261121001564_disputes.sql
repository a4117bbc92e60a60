-- A cardholder contests a payment with their bank: Stripe takes the amount back until the bank has decided.
create table public.disputes (
  company_id      uuid not null references public.companies (id),
  id              uuid not null default gen_random_uuid(),
  payment_id      uuid not null,
  provider_ref    text not null,
  status          text not null check (status in ('warning_needs_response', 'warning_under_review', 'warning_closed', 'needs_response', 'under_review', 'won', 'lost', 'prevented')),
  reason          text not null check (length(reason) between 1 and 100),
  amount_rappen   bigint not null check (amount_rappen > 0),
  fee_rappen      bigint not null default 0 check (fee_rappen >= 0),
  currency        text not null,
  evidence_due_at timestamptz,
  opened_at       timestamptz not null,
  created_at      timestamptz not null default now(),
  updated_at      timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, provider_ref),
  foreign key (company_id, payment_id) references public.payments (company_id, id)
);
create index disputes_payment on public.disputes (company_id, payment_id);
comment on table public.disputes is 'A payment that its cardholder contests; the amount is in the account `disputes` until the bank has decided. Statuses are Stripe''s.';
select private.guard_tenant_table('public.disputes');
create policy "members see disputes" on public.disputes for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('reservations.see')));
grant select on public.disputes to authenticated;

/*
 * Brings a dispute to where Stripe has it, {id, status, reason, amount_rappen, currency, withdrawn_rappen, fee_rappen, evidence_due_at?, opened_at}. What Stripe has withdrawn
 * is contested; won it comes back, lost it is a loss. The desk hears of the opening and of the end, or of the end alone. Safe to repeat, in any order: a decision stands.
 * Returns its status, or null where the payment is not booked here. Raises 422 `invalid_input`.
 */
create function public.record_dispute(p_company_id uuid, p_intent text, p_dispute jsonb) returns text
language plpgsql security definer set search_path = '' as $$
declare
  v_payment public.payments;
  v_before public.disputes;
  v_row public.disputes;
begin
  select * into v_payment from public.payments where company_id = p_company_id and provider_intent = p_intent and status not in ('pending', 'failed') for no key update;
  if not found then return null; end if;
  select * into v_before from public.disputes where company_id = p_company_id and provider_ref = p_dispute ->> 'id';
  if v_before.status in ('won', 'lost', 'warning_closed', 'prevented') then return v_before.status; end if;
  insert into public.disputes as d (company_id, payment_id, provider_ref, status, reason, amount_rappen, fee_rappen, currency, evidence_due_at, opened_at)
  values (p_company_id, v_payment.id, p_dispute ->> 'id', p_dispute ->> 'status', p_dispute ->> 'reason', (p_dispute ->> 'amount_rappen')::bigint,
    coalesce((p_dispute ->> 'fee_rappen')::bigint, 0), upper(p_dispute ->> 'currency'), (p_dispute ->> 'evidence_due_at')::timestamptz, (p_dispute ->> 'opened_at')::timestamptz)
  on conflict (company_id, provider_ref) do update set status = excluded.status, reason = excluded.reason, fee_rappen = greatest(d.fee_rappen, excluded.fee_rappen),
    evidence_due_at = excluded.evidence_due_at
  returning * into v_row;
  perform private.book_dispute(v_row, coalesce((p_dispute ->> 'withdrawn_rappen')::bigint, 0));
  if v_before.id is null and v_row.status not in ('won', 'lost') then
    perform private.enqueue(p_company_id, 'mail.dispute', v_row.id || ':opened', jsonb_build_object('dispute_id', v_row.id, 'event', 'opened'));
  end if;
  if v_row.status in ('won', 'lost') then
    perform private.enqueue(p_company_id, 'mail.dispute', v_row.id || ':closed', jsonb_build_object('dispute_id', v_row.id, 'event', 'closed'));
  end if;
  return v_row.status;
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;

/* Whether the bank has taken a payment back, for now or for good. A question that precedes a dispute takes nothing, and a refund answers it. */
create function private.is_contested(p_payment public.payments) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from public.disputes where company_id = p_payment.company_id and payment_id = p_payment.id and status in ('needs_response', 'under_review', 'lost'))
$$;

/* Books what a dispute has moved so far, each step once: withdrawn with its fee, then given back or lost. */
create function private.book_dispute(p_dispute public.disputes, p_withdrawn bigint) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_is_out boolean;
begin
  v_is_out := exists (select from public.ledger_entries where company_id = p_dispute.company_id and source_kind = 'dispute' and source_id = p_dispute.id::text);
  if not v_is_out and (p_withdrawn > 0 or p_dispute.status = 'lost') then
    perform private.post(p_dispute.company_id, 'dispute', p_dispute.id::text, p_dispute.currency, jsonb_build_array(
      jsonb_build_object('account', 'disputes', 'amount_rappen', p_dispute.amount_rappen),
      jsonb_build_object('account', 'payment_fees', 'amount_rappen', p_dispute.fee_rappen),
      jsonb_build_object('account', 'stripe_clearing', 'amount_rappen', -p_dispute.amount_rappen - p_dispute.fee_rappen)));
    v_is_out := true;
  end if;
  if v_is_out and p_dispute.status in ('won', 'lost') then
    perform private.post(p_dispute.company_id, 'dispute_' || p_dispute.status, p_dispute.id::text, p_dispute.currency, jsonb_build_array(
      jsonb_build_object('account', case p_dispute.status when 'won' then 'stripe_clearing' else 'losses' end, 'amount_rappen', p_dispute.amount_rappen),
      jsonb_build_object('account', 'disputes', 'amount_rappen', -p_dispute.amount_rappen)));
  end if;
end $$;

/* What the mail about a dispute tells the company. */
create function public.dispute_letter_facts(p_company_id uuid, p_dispute_id uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('status', d.status, 'reason', d.reason, 'amount_rappen', d.amount_rappen, 'currency', d.currency, 'evidence_due_at', d.evidence_due_at,
    'customer', k.name, 'number', coalesce(i.number, r.number), 'invoice_id', i.id, 'contract_id', c.id, 'reservation_id', r.id,
    'company', co.name, 'email', co.email, 'locale', co.locale, 'accent_color', co.accent_color, 'time_zone', co.time_zone)
  from public.disputes d
  join public.payments p on p.company_id = d.company_id and p.id = d.payment_id
  join public.customers k on k.company_id = p.company_id and k.id = p.customer_id
  join public.companies co on co.id = d.company_id
  left join public.invoices i on i.company_id = p.company_id and i.id = p.invoice_id
  left join public.reservations r on r.company_id = p.company_id and r.id = p.reservation_id
  left join public.contracts c on c.company_id = p.company_id and c.id = i.contract_id
  where d.company_id = p_company_id and d.id = p_dispute_id
$$;
grant execute on function public.record_dispute(uuid, text, jsonb), public.dispute_letter_facts(uuid, uuid) to service_role;
