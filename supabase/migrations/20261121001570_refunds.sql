-- Money that goes back, and invoices that are credited.
create table public.credit_notes (
  company_id    uuid not null references public.companies (id),
  id            uuid not null default gen_random_uuid(),
  number        text not null,
  invoice_id    uuid not null,
  amount_rappen bigint not null check (amount_rappen > 0),
  vat           jsonb not null,
  reason        text not null check (length(btrim(reason)) between 1 and 500),
  issued_on     date not null,
  refund_id     uuid,
  created_at    timestamptz not null default now(),
  updated_at    timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, number),
  foreign key (company_id, invoice_id) references public.invoices (company_id, id),
  foreign key (company_id, refund_id) references public.refunds (company_id, id)
);
create index credit_notes_invoice on public.credit_notes (company_id, invoice_id);
create index credit_notes_refund on public.credit_notes (company_id, refund_id);
comment on table public.credit_notes is 'Takes back a part of an invoice, or all of it; never changes. vat: {rate_bp, gross_rappen, vat_rappen} by rate, as on the invoice.';
select private.guard_tenant_table('public.credit_notes');
create trigger credit_notes_append_only before update or delete on public.credit_notes for each row execute function private.refuse_change();
create policy "members see credit notes" on public.credit_notes for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('contracts.see')));
grant select on public.credit_notes to authenticated;

/*
 * An amount spread over what credit notes have left of an invoice's VAT rates, to the rappen: the largest group takes what rounding leaves. What carries no VAT takes its
 * share too, and nobody gets back more VAT than was charged.
 */
create function private.spread_vat(p_invoice public.invoices, p_amount bigint) returns jsonb
language sql stable security definer set search_path = '' as $$
  with credited as (
    select (g ->> 'rate_bp')::int as rate_bp, sum((g ->> 'gross_rappen')::bigint)::bigint as gross
    from public.credit_notes n, jsonb_array_elements(n.vat) as g where n.company_id = p_invoice.company_id and n.invoice_id = p_invoice.id group by 1
  ), rates as (
    select (g ->> 'rate_bp')::int as rate_bp, (g ->> 'gross_rappen')::bigint - coalesce(c.gross, 0) as gross
    from jsonb_array_elements(p_invoice.vat) as g left join credited c on c.rate_bp = (g ->> 'rate_bp')::int
  ), groups as (
    select * from rates union all select 0, p_invoice.total_rappen - p_invoice.credited_rappen - coalesce(sum(gross), 0)::bigint from rates
  ), shares as (
    select rate_bp, round(p_amount * gross::numeric / nullif(p_invoice.total_rappen - p_invoice.credited_rappen, 0))::bigint as share, row_number() over (order by gross desc) as place
    from groups
  )
  select private.vat_groups(jsonb_agg(jsonb_build_object('vat_bp', rate_bp, 'amount_rappen', share + case when place = 1 then p_amount - total else 0 end)))
  from (select *, sum(share) over () as total from shares) as exact where share <> 0 or place = 1
$$;

/* What a credit note over that amount posts: revenue and its VAT back, the receivable down. */
create function private.credit_legs(p_amount bigint, p_vat jsonb) returns jsonb
language sql immutable set search_path = '' as $$
  select jsonb_build_array(
    jsonb_build_object('account', 'revenue', 'amount_rappen', p_amount - v.vat),
    jsonb_build_object('account', 'vat_due', 'amount_rappen', v.vat),
    jsonb_build_object('account', 'receivables', 'amount_rappen', -p_amount))
  from (select coalesce(sum((g ->> 'vat_rappen')::bigint), 0) as vat from jsonb_array_elements(p_vat) as g) as v
$$;

/* Writes a credit note, books it and queues its PDF. p_vat: the VAT of what is credited, where it is known better than by shares. Raises 422 `credit_exceeds_invoice`. */
create function private.credit(p_invoice public.invoices, p_amount bigint, p_reason text, p_refund uuid default null, p_vat jsonb default null) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_vat jsonb := coalesce(p_vat, private.spread_vat(p_invoice, p_amount));
  v_id uuid;
begin
  if (p_amount between 1 and p_invoice.total_rappen - p_invoice.credited_rappen) is not true then
    perform private.fail(422, 'credit_exceeds_invoice', jsonb_build_object('creditable_rappen', p_invoice.total_rappen - p_invoice.credited_rappen));
  end if;
  insert into public.credit_notes (company_id, number, invoice_id, amount_rappen, vat, reason, issued_on, refund_id)
  select c.id, private.next_number(c.id, 'credit_note'), p_invoice.id, p_amount, v_vat, p_reason, (now() at time zone c.time_zone)::date, p_refund
  from public.companies c where c.id = p_invoice.company_id returning id into v_id;
  perform private.post(p_invoice.company_id, 'credit_note', v_id::text, p_invoice.currency, private.credit_legs(p_amount, v_vat));
  perform private.enqueue(p_invoice.company_id, 'document.credit_note', v_id::text, jsonb_build_object('credit_note_id', v_id));
  return v_id;
end $$;

/* An invoice of which something can be credited, locked. Raises 404 `not_found`, 409 `invalid_transition`. */
create function private.lock_creditable(p_company uuid, p_invoice uuid) returns public.invoices
language plpgsql security definer set search_path = '' as $$
declare
  v_invoice public.invoices;
begin
  select * into v_invoice from public.invoices where company_id = p_company and id = p_invoice for no key update;
  if not found then perform private.fail(404, 'not_found'); end if;
  if v_invoice.status in ('draft', 'void') then perform private.fail(409, 'invalid_transition', jsonb_build_object('from', v_invoice.status)); end if;
  return v_invoice;
end $$;

/* Credits what nobody has paid yet; an invoice that is credited whole is void, and its fees with it. Raises 422 `amount_exceeds_open` · `credit_exceeds_invoice`. */
create function private.credit_open(p_invoice public.invoices, p_amount bigint, p_reason text, p_vat jsonb default null) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_id uuid;
begin
  if p_amount > private.open_amount(p_invoice) then
    perform private.fail(422, 'amount_exceeds_open', jsonb_build_object('open_rappen', private.open_amount(p_invoice)));
  end if;
  v_id := private.credit(p_invoice, p_amount, p_reason, null, p_vat);
  perform private.restate_invoice(p_invoice.company_id, p_invoice.id, 0,
    case when p_amount = p_invoice.total_rappen - p_invoice.credited_rappen then private.waive_fees(p_invoice) else 0 end, p_amount);
  return v_id;
end $$;

/*
 * Credits a part of an invoice that is not paid yet, or all of it, which makes it void. What was paid goes back by refund_payment instead.
 * Returns the credit note's id; safe to repeat with the same key. Raises 404 `not_found`, 409 `invalid_transition`, 422 `amount_exceeds_open` · `credit_exceeds_invoice` ·
 * `idempotency_key_reused` · `invalid_input`.
 */
create function public.credit_invoice(p_invoice_id uuid, p_amount_rappen bigint, p_reason text, p_idempotency_key text default null) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('payments.refund');
  v_before jsonb;
  v_id uuid;
begin
  v_before := private.begin_once(v_company, 'credit_invoice', p_idempotency_key, jsonb_build_array(p_invoice_id, p_amount_rappen, p_reason));
  if v_before is not null then return (v_before ->> 'id')::uuid; end if;
  v_id := private.credit_open(private.lock_creditable(v_company, p_invoice_id), p_amount_rappen, p_reason);
  perform private.finish_once(v_company, 'credit_invoice', p_idempotency_key, jsonb_build_object('id', v_id));
  return v_id;
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;

/* Nobody owes reminder fees on an invoice that is void: takes them back, and answers by how much they change. */
create function private.waive_fees(p_invoice public.invoices) returns bigint
language plpgsql security definer set search_path = '' as $$
begin
  perform private.post(p_invoice.company_id, 'fees_waived', p_invoice.id::text, p_invoice.currency, jsonb_build_array(
    jsonb_build_object('account', 'revenue', 'amount_rappen', p_invoice.fees_rappen), jsonb_build_object('account', 'receivables', 'amount_rappen', -p_invoice.fees_rappen)));
  return -p_invoice.fees_rappen;
end $$;

/*
 * What a refund of an invoiced payment takes back: what had been too much and still is its payer's balance, then of the invoice (by a credit note), of its reminder fees, and
 * what cash had been rounded up by, which no invoice names.
 * Before the invoice all of it is the customer's prepayment.
 */
create function private.refund_parts(p_payment public.payments, p_amount bigint, out kept bigint, out credited bigint, out fee bigint, out rounding bigint)
language sql stable security definer set search_path = '' as $$
  select k.kept, c.credited, f.fee, p_amount - k.kept - c.credited - f.fee
  from public.invoices i, lateral (select least(p_amount, o.kept) as kept from private.overpayment_of(p_payment) as o) as k,
    lateral (select least(p_amount - k.kept, i.total_rappen - i.credited_rappen) as credited) as c, lateral (select least(p_amount - k.kept - c.credited, i.fees_rappen) as fee) as f
  where i.company_id = p_payment.company_id and i.id = p_payment.invoice_id
$$;

/* What a refund posts, before and when it is made: [{"account", "amount_rappen"}]; the credit note posts its own. */
create function private.refund_legs(p_payment public.payments, p_amount bigint) returns jsonb
language sql stable security definer set search_path = '' as $$
  select case when p_payment.invoice_id is null then jsonb_build_array(jsonb_build_object('account', private.refund_account(p_payment), 'amount_rappen', p_amount))
    else (select jsonb_build_array(jsonb_build_object('account', 'customer_credits', 'amount_rappen', kept),
      jsonb_build_object('account', 'receivables', 'amount_rappen', credited), jsonb_build_object('account', 'revenue', 'amount_rappen', fee),
      jsonb_build_object('account', 'rounding', 'amount_rappen', rounding)) from private.refund_parts(p_payment, p_amount)) end
    || jsonb_build_object('account', private.money_account(p_payment.method), 'amount_rappen', -p_amount)
$$;

/*
 * Refuses a refund that a payment does not allow: of what its holder contests the bank decides, and what of it has been used as a balance is gone.
 * Raises 409 `payment_contested`, 422 `refund_exceeds_payment`.
 */
create function private.check_refund(p_payment public.payments, p_amount bigint) returns void
language plpgsql stable security definer set search_path = '' as $$
declare
  v_refundable bigint := case when p_payment.status in ('succeeded', 'partially_refunded')
    then p_payment.amount_rappen - p_payment.refunded_rappen - (select spent from private.overpayment_of(p_payment)) else 0 end;
begin
  if private.is_contested(p_payment) then perform private.fail(409, 'payment_contested'); end if;
  if (p_amount between 1 and v_refundable) is not true then
    perform private.fail(422, 'refund_exceeds_payment', jsonb_build_object('refundable_rappen', v_refundable));
  end if;
end $$;

/*
 * Refunds a payment: the row now, a card's money through the outbox, cash out of the till in 5-rappen steps. What had paid an invoice takes a credit note along.
 * Raises 404 `not_found`, 409 `payment_contested`, 422 `refund_exceeds_payment` · `cash_needs_five_rappen` · `credit_exceeds_invoice`.
 */
create function private.refund(p_company uuid, p_payment_id uuid, p_amount bigint, p_reason text) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_payment public.payments;
  v_invoice public.invoices;
  v_parts record;
  v_id uuid;
begin
  select * into v_payment from public.payments where company_id = p_company and id = p_payment_id for no key update;
  if not found then perform private.fail(404, 'not_found'); end if;
  -- Its invoice and its payer's balance before anything is reckoned: they are part of what can go back.
  select * into v_invoice from public.invoices where company_id = p_company and id = v_payment.invoice_id for no key update;
  perform from public.customers where company_id = p_company and id = v_payment.customer_id for no key update;
  perform private.check_refund(v_payment, p_amount);
  if v_payment.method = 'cash' and p_amount % 5 <> 0 then perform private.fail(422, 'cash_needs_five_rappen'); end if;
  select * into v_parts from private.refund_parts(v_payment, p_amount);
  insert into public.refunds (company_id, payment_id, amount_rappen, reason, status)
  values (p_company, p_payment_id, p_amount, p_reason, case when v_payment.provider_intent is null then 'succeeded' else 'pending' end)
  returning id into v_id;
  update public.payments set refunded_rappen = refunded_rappen + p_amount,
    status = case when refunded_rappen + p_amount = amount_rappen then 'refunded' else 'partially_refunded' end::public.payment_status
  where company_id = p_company and id = p_payment_id;
  perform private.post(p_company, 'refund', v_id::text, v_payment.currency, private.refund_legs(v_payment, p_amount));
  if v_payment.invoice_id is not null then
    if v_parts.kept > 0 then
      insert into public.customer_credits (company_id, customer_id, amount_rappen, currency, origin, payment_id)
      values (p_company, v_payment.customer_id, -v_parts.kept, v_payment.currency, 'refund', p_payment_id);
    end if;
    if v_parts.credited > 0 then perform private.credit(v_invoice, v_parts.credited, p_reason, v_id); end if;
    perform private.restate_invoice(p_company, v_invoice.id, -v_parts.credited - v_parts.fee, -v_parts.fee, v_parts.credited);
    -- What is left of the fees of an invoice that is void by now nobody owes.
    select * into v_invoice from public.invoices where company_id = p_company and id = v_invoice.id;
    if v_invoice.status = 'void' and v_invoice.fees_rappen > 0 then perform private.restate_invoice(p_company, v_invoice.id, 0, private.waive_fees(v_invoice), 0); end if;
  end if;
  if v_payment.method = 'customer_credit' then
    insert into public.customer_credits (company_id, customer_id, amount_rappen, currency, origin, payment_id)
    values (p_company, v_payment.customer_id, p_amount, v_payment.currency, 'overpayment', p_payment_id);
  end if;
  if v_payment.method = 'voucher' then perform private.refill_voucher(v_payment, p_amount); end if;
  if v_payment.provider_intent is not null then
    perform private.enqueue(p_company, 'stripe.refund', v_id::text, jsonb_build_object('refund_id', v_id));
  end if;
  return v_id;
end $$;

/* Refunds a payment, full or in part; owner and manager only. Raises as private.refund. */
create function public.refund_payment(p_payment_id uuid, p_amount_rappen bigint, p_reason text) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('payments.refund');
  v_refund uuid;
  v_fee record;
begin
  v_refund := private.refund(v_company, p_payment_id, p_amount_rappen, p_reason);
  -- What had been kept as a fee of an ended reservation is no revenue any more.
  update public.reservations r set cancellation_fee_rappen = r.cancellation_fee_rappen - least(r.cancellation_fee_rappen, p_amount_rappen)
  from public.reservations before
  where r.company_id = v_company and before.company_id = r.company_id and before.id = r.id and r.cancellation_fee_rappen > 0
    and r.id = (select p.reservation_id from public.payments p where p.company_id = v_company and p.id = p_payment_id)
  returning r.currency, before.cancellation_fee_rappen - r.cancellation_fee_rappen as returned into v_fee;
  if found then
    perform private.post(v_company, 'fee_returned', v_refund::text, v_fee.currency, jsonb_build_array(
      jsonb_build_object('account', 'revenue', 'amount_rappen', v_fee.returned),
      jsonb_build_object('account', 'customer_prepayments', 'amount_rappen', -v_fee.returned)));
  end if;
  return v_refund;
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;
grant execute on function public.refund_payment(uuid, bigint, text) to authenticated;


/*
 * What a refund of that amount would post, for the eyes before the button: {legs: [{account, amount_rappen}], refundable_rappen, credit_note}. Raises 404 `not_found`,
 * 409 `payment_contested`, 422 `refund_exceeds_payment`.
 */
create function public.preview_refund(p_payment_id uuid, p_amount_rappen bigint) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('payments.refund');
  v_payment public.payments;
  v_invoice public.invoices;
begin
  select * into v_payment from public.payments where company_id = v_company and id = p_payment_id;
  if not found then perform private.fail(404, 'not_found'); end if;
  perform private.check_refund(v_payment, p_amount_rappen);
  select * into v_invoice from public.invoices where company_id = v_company and id = v_payment.invoice_id;
  return jsonb_build_object('refundable_rappen', v_payment.amount_rappen - v_payment.refunded_rappen - (select spent from private.overpayment_of(v_payment)),
    'credit_note', coalesce((select credited > 0 from private.refund_parts(v_payment, p_amount_rappen)), false), 'legs', (
    select jsonb_agg(jsonb_build_object('account', account, 'amount_rappen', amount) order by amount desc) from (
      select l ->> 'account' as account, sum((l ->> 'amount_rappen')::bigint) as amount
      from jsonb_array_elements(private.refund_legs(v_payment, p_amount_rappen)
        || case when v_invoice.id is null then '[]' else (select private.credit_legs(p.credited, private.spread_vat(v_invoice, p.credited)) from private.refund_parts(v_payment, p_amount_rappen) as p) end) as l
      group by 1) as legs where amount <> 0));
end $$;

/* What stands in each account: [{account, debit_rappen, credit_rappen, balance_rappen}], and all balances together, which is 0. Raises 403 `forbidden`. */
create function public.trial_balance(p_until date default null) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('settings.edit');
begin
  return (select jsonb_build_object('accounts', coalesce(jsonb_agg(to_jsonb(a) order by a.account), '[]'), 'sum_rappen', coalesce(sum(a.balance_rappen), 0)) from (
    select account, coalesce(sum(amount_rappen) filter (where amount_rappen > 0), 0) as debit_rappen, -coalesce(sum(amount_rappen) filter (where amount_rappen < 0), 0) as credit_rappen,
      sum(amount_rappen) as balance_rappen
    from public.ledger_entries l join public.companies c on c.id = l.company_id
    where l.company_id = v_company and (p_until is null or (l.booked_at at time zone c.time_zone)::date <= p_until) group by account) as a);
end $$;
grant execute on function public.credit_invoice(uuid, bigint, text, text), public.preview_refund(uuid, bigint), public.trial_balance(date) to authenticated;
