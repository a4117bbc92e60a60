create type public.payment_method as enum ('card', 'twint', 'qr_bill', 'bank_transfer', 'cash', 'voucher', 'customer_credit');
create type public.payment_status as enum ('pending', 'succeeded', 'failed', 'refunded', 'partially_refunded');
create type public.invoice_status as enum ('draft', 'open', 'partially_paid', 'paid', 'overdue', 'void');
create type public.deposit_status as enum ('requested', 'held', 'lapsed', 'capturing', 'captured', 'released', 'failed');

create table public.payments (
  company_id      uuid not null references public.companies (id),
  id              uuid not null default gen_random_uuid(),
  customer_id     uuid not null,
  reservation_id  uuid,
  invoice_id      uuid,
  purpose         text not null check (purpose in ('booking_deposit', 'invoice', 'security_deposit', 'tip')),
  method          public.payment_method not null,
  status          public.payment_status not null default 'pending',
  amount_rappen   bigint not null check (amount_rappen > 0),
  refunded_rappen bigint not null default 0 check (refunded_rappen between 0 and amount_rappen),
  currency        text not null,
  provider_session   text,
  provider_intent    text,
  provider_charge    text,
  off_session     boolean not null default false,
  failure         text,
  card_brand      text check (length(card_brand) <= 40),
  card_last4      text check (card_last4 ~ '^[0-9]{4}$'),
  received_on     date check (received_on between '2000-01-01' and '2200-01-01'),
  settled_at      timestamptz,
  created_at      timestamptz not null default now(),
  updated_at      timestamptz not null default now(),
  primary key (company_id, id),
  foreign key (company_id, customer_id) references public.customers (company_id, id),
  foreign key (company_id, reservation_id) references public.reservations (company_id, id)
);
create index payments_customer on public.payments (company_id, customer_id);
create index payments_reservation on public.payments (company_id, reservation_id);
create index payments_invoice on public.payments (company_id, invoice_id);
create index payments_intent on public.payments (company_id, provider_intent);
create unique index payments_one_charge on public.payments (company_id, invoice_id) where off_session and status = 'pending';
comment on column public.payments.off_session is 'Taken from the card on file without its holder; failure says why that was refused.';

create table public.refunds (
  company_id    uuid not null references public.companies (id),
  id            uuid not null default gen_random_uuid(),
  payment_id    uuid not null,
  amount_rappen bigint not null check (amount_rappen > 0),
  reason        text not null check (length(btrim(reason)) between 1 and 500),
  status        text not null default 'pending' check (status in ('pending', 'succeeded', 'failed')),
  provider_ref  text,
  created_at    timestamptz not null default now(),
  updated_at    timestamptz not null default now(),
  primary key (company_id, id),
  foreign key (company_id, payment_id) references public.payments (company_id, id)
);
create index refunds_payment on public.refunds (company_id, payment_id);
create unique index refunds_provider_ref on public.refunds (company_id, provider_ref);

create table public.ledger_entries (
  company_id     uuid not null references public.companies (id),
  id             bigint generated always as identity,
  transaction_id uuid not null,
  source_kind    text not null,
  source_id      text not null,
  leg            text not null,
  account        text not null check (account in ('cash', 'bank', 'stripe_clearing', 'receivables', 'customer_prepayments', 'customer_credits', 'unallocated_receipts',
    'deposits_held', 'revenue', 'vat_due', 'rounding', 'losses', 'expenses', 'cash_transfers', 'cash_differences',
    'payment_fees', 'platform_fees', 'payouts_in_transit', 'disputes', 'vouchers', 'voucher_gifts', 'voucher_expiry', 'tips')),
  amount_rappen  bigint not null,
  currency       text not null,
  booked_at      timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, source_kind, source_id, leg)
);
create index ledger_entries_transaction on public.ledger_entries (company_id, transaction_id);
comment on table public.ledger_entries is 'Double entry, append-only: debit positive, credit negative, each transaction sums to 0 per currency.';
create trigger ledger_append_only before update or delete on public.ledger_entries for each row execute function private.refuse_change();
create trigger ledger_no_truncate before truncate on public.ledger_entries for each statement execute function private.refuse_change();

/* Trigger: whatever is posted is posted whole, so that each statement's own rows sum to 0 per transaction and currency. Raises 500 `ledger_out_of_balance`. */
create function private.check_ledger_balance() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  v_odd record;
begin
  select source_kind, source_id into v_odd from posted group by company_id, transaction_id, source_kind, source_id, currency having sum(amount_rappen) <> 0 limit 1;
  if found then perform private.fail(500, 'ledger_out_of_balance', jsonb_build_object('source', v_odd.source_kind, 'id', v_odd.source_id)); end if;
  return null;
end $$;
create trigger ledger_balance after insert on public.ledger_entries referencing new table as posted
  for each statement execute function private.check_ledger_balance();

/* Posts one balanced transaction: p_legs = [{"account", "amount_rappen"}], debit positive. The same source posts once. */
create function private.post(p_company uuid, p_source_kind text, p_source_id text, p_currency text, p_legs jsonb) returns void
language sql security definer set search_path = '' as $$
  with transaction as (select gen_random_uuid() as id)
  insert into public.ledger_entries (company_id, transaction_id, source_kind, source_id, leg, account, amount_rappen, currency)
  select p_company, t.id, p_source_kind, p_source_id, ordinality || ':' || (l ->> 'account'), l ->> 'account', (l ->> 'amount_rappen')::bigint, p_currency
  from transaction t, jsonb_array_elements(p_legs) with ordinality as legs (l, ordinality)
  where (l ->> 'amount_rappen')::bigint <> 0
$$;

create function private.money_account(p_method public.payment_method) returns text
language sql immutable set search_path = '' as $$
  select case p_method when 'cash' then 'cash' when 'card' then 'stripe_clearing' when 'twint' then 'stripe_clearing'
    when 'customer_credit' then 'customer_credits' when 'voucher' then 'vouchers' else 'bank' end
$$;

select private.guard_tenant_table('public.payments'), private.guard_tenant_table('public.refunds');

/* Whether a card can be asked for so much at once: the company's account is ready, and Stripe takes from 0.50 to 999'999.99. */
create function private.takes_card(p_company uuid, p_amount bigint) returns boolean
language sql stable security definer set search_path = '' as $$
  select takes_cards and p_amount between 50 and 99999999 from public.companies where id = p_company
$$;

/* Trigger: no card is asked for anything while the company's account takes none. Raises 409 `cards_not_ready`. */
create function private.require_cards() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select from public.companies where id = new.company_id and takes_cards) then perform private.fail(409, 'cards_not_ready'); end if;
  return new;
end $$;
-- What is kept of a deposit is on a card already.
create trigger payments_need_cards before insert on public.payments for each row
  when (new.status = 'pending' and new.method in ('card', 'twint') and new.purpose <> 'security_deposit') execute function private.require_cards();
create trigger payments_transition before update of status on public.payments for each row
  execute function private.check_transition('pending>succeeded', 'pending>failed', 'failed>succeeded', 'succeeded>refunded', 'succeeded>partially_refunded', 'partially_refunded>refunded',
    'refunded>partially_refunded', 'refunded>succeeded', 'partially_refunded>succeeded');
create trigger ledger_entries_on_hold before insert on public.ledger_entries for each row execute function private.refuse_on_hold();
alter table public.ledger_entries enable row level security;
create policy "members see payments" on public.payments for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('reservations.see')));
create policy "members see refunds" on public.refunds for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('reservations.see')));
create policy "those who see reports see the ledger" on public.ledger_entries for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('settings.edit')));
grant select on public.payments, public.refunds, public.ledger_entries to authenticated;

/* What the worker needs to refund at Stripe; completed by complete_refund. */
create function public.refund_facts(p_company_id uuid, p_refund_id uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('refund_id', r.id, 'amount_rappen', r.amount_rappen, 'status', r.status, 'payment_intent', p.provider_intent,
    'stripe_account', c.stripe_account_id, 'begun_at', r.created_at)
  from public.refunds r join public.payments p on p.company_id = r.company_id and p.id = r.payment_id join public.companies c on c.id = r.company_id
  where r.company_id = p_company_id and r.id = p_refund_id
$$;

/*
 * Notes what Stripe says of a refund. One that failed gave nothing back: a reversing entry says so and the amount can be refunded again.
 * What failed or arrives late changes nothing more.
 */
create function public.complete_refund(p_company_id uuid, p_refund_id uuid, p_provider_ref text, p_status text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_refund public.refunds;
  v_payment public.payments;
begin
  select * into v_refund from public.refunds where company_id = p_company_id and id = p_refund_id for no key update;
  if not found or v_refund.status = 'failed' or (v_refund.status = 'succeeded' and p_status <> 'failed') then return; end if;
  update public.refunds set status = p_status, provider_ref = p_provider_ref where company_id = p_company_id and id = p_refund_id;
  if p_status = 'failed' and (exists (select from public.credit_notes where company_id = p_company_id and refund_id = p_refund_id)
    or exists (select from public.ledger_entries where company_id = p_company_id and source_kind = 'refund' and source_id = p_refund_id::text and account = 'customer_credits')) then
    -- The invoice is credited for good, and what had been too much is off the balance: what came back is the customer's, to be paid out another way.
    select * into v_payment from public.payments where company_id = p_company_id and id = v_refund.payment_id;
    perform private.post(p_company_id, 'refund_failed', p_refund_id::text, v_payment.currency, jsonb_build_array(
      jsonb_build_object('account', private.money_account(v_payment.method), 'amount_rappen', v_refund.amount_rappen),
      jsonb_build_object('account', 'customer_credits', 'amount_rappen', -v_refund.amount_rappen)));
    insert into public.customer_credits (company_id, customer_id, amount_rappen, currency, origin, payment_id)
    values (p_company_id, v_payment.customer_id, v_refund.amount_rappen, v_payment.currency, 'refund_failed', v_payment.id);
  elsif p_status = 'failed' then
    update public.payments set refunded_rappen = refunded_rappen - v_refund.amount_rappen,
      status = case when refunded_rappen = v_refund.amount_rappen then 'succeeded' else 'partially_refunded' end::public.payment_status
    where company_id = p_company_id and id = v_refund.payment_id returning * into v_payment;
    perform private.post(p_company_id, 'refund_failed', p_refund_id::text, v_payment.currency, jsonb_build_array(
      jsonb_build_object('account', private.refund_account(v_payment), 'amount_rappen', -v_refund.amount_rappen),
      jsonb_build_object('account', private.money_account(v_payment.method), 'amount_rappen', v_refund.amount_rappen)));
    if v_payment.invoice_id is not null then perform private.apply_to_invoice(p_company_id, v_payment.invoice_id, v_refund.amount_rappen); end if;
  end if;
end $$;

/*
 * Books a refund that was made at Stripe and not by us; repeating changes nothing. What had been too much leaves its payer's balance, what an invoice had counted as paid is open again.
 * p_intent: the intent it gives back of, which may be that of a second payment of the same. Raises 404 `not_found`, 422 `refund_exceeds_payment`.
 */
create function public.record_outside_refund(p_company_id uuid, p_payment_id uuid, p_provider_ref text, p_amount_rappen bigint, p_status text, p_intent text default null) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_payment public.payments;
  v_refund public.refunds;
  v_kept bigint := 0;
begin
  select * into v_payment from public.payments where company_id = p_company_id
    and id = coalesce((select id from public.payments where company_id = p_company_id and provider_intent = p_intent limit 1), p_payment_id) for no key update;
  if not found then perform private.fail(404, 'not_found'); end if;
  select * into v_refund from public.refunds where company_id = p_company_id and provider_ref = p_provider_ref;
  if found then
    perform public.complete_refund(p_company_id, v_refund.id, p_provider_ref, p_status);
    return;
  end if;
  -- One that bounced before we heard of it moved nothing.
  if p_status = 'failed' then return; end if;
  if (v_payment.status in ('succeeded', 'partially_refunded') and p_amount_rappen between 1 and v_payment.amount_rappen - v_payment.refunded_rappen) is not true then
    perform private.fail(422, 'refund_exceeds_payment', jsonb_build_object('refundable_rappen', v_payment.amount_rappen - v_payment.refunded_rappen));
  end if;
  insert into public.refunds (company_id, payment_id, amount_rappen, reason, status, provider_ref)
  values (p_company_id, v_payment.id, p_amount_rappen, 'refunded_at_stripe', p_status, p_provider_ref) returning * into v_refund;
  update public.payments set refunded_rappen = refunded_rappen + p_amount_rappen,
    status = case when refunded_rappen + p_amount_rappen = amount_rappen then 'refunded' else 'partially_refunded' end::public.payment_status
  where company_id = p_company_id and id = v_payment.id;
  if v_payment.invoice_id is not null then
    -- The invoice before its payer, as whoever uses the balance locks them.
    perform from public.invoices where company_id = p_company_id and id = v_payment.invoice_id for no key update;
    perform from public.customers where company_id = p_company_id and id = v_payment.customer_id for no key update;
    select least(kept, p_amount_rappen) into v_kept from private.overpayment_of(v_payment);
    if v_kept > 0 then
      insert into public.customer_credits (company_id, customer_id, amount_rappen, currency, origin, payment_id)
      values (p_company_id, v_payment.customer_id, -v_kept, v_payment.currency, 'refund', v_payment.id);
    end if;
    perform private.apply_to_invoice(p_company_id, v_payment.invoice_id, v_kept - p_amount_rappen);
  end if;
  perform private.post(p_company_id, 'refund', v_refund.id::text, v_payment.currency, jsonb_build_array(
    jsonb_build_object('account', private.refund_account(v_payment), 'amount_rappen', p_amount_rappen - v_kept),
    jsonb_build_object('account', 'customer_credits', 'amount_rappen', v_kept),
    jsonb_build_object('account', private.money_account(v_payment.method), 'amount_rappen', -p_amount_rappen)));
end $$;

/* Whom money given back is owed by: before the invoice it was a prepayment, afterwards it paid a receivable; a tip was the staff's. */
create function private.refund_account(p_payment public.payments) returns text
language sql immutable set search_path = '' as $$
  select case when p_payment.purpose = 'tip' then 'tips' when p_payment.invoice_id is null then 'customer_prepayments' else 'receivables' end
$$;

grant execute on function public.refund_facts(uuid, uuid), public.complete_refund(uuid, uuid, text, text),
  public.record_outside_refund(uuid, uuid, text, bigint, text, text) to service_role;
