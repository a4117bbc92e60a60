-- What a customer has paid too much: theirs until an invoice uses it or it goes back.
create table public.customer_credits (
  company_id    uuid not null references public.companies (id),
  id            uuid not null default gen_random_uuid(),
  customer_id   uuid not null,
  amount_rappen bigint not null check (amount_rappen <> 0),
  currency      text not null,
  origin        text not null check (origin in ('overpayment', 'invoice', 'refund', 'payout', 'refund_failed')),
  payment_id    uuid,
  created_at    timestamptz not null default now(),
  updated_at    timestamptz not null default now(),
  primary key (company_id, id),
  foreign key (company_id, customer_id) references public.customers (company_id, id),
  foreign key (company_id, payment_id) references public.payments (company_id, id)
);
create index customer_credits_customer on public.customer_credits (company_id, customer_id);
create index customer_credits_payment on public.customer_credits (company_id, payment_id);
comment on table public.customer_credits is 'Movements of a customer''s balance: what came in too much is positive, what was used or paid out negative. The sum is never below zero.';
select private.guard_tenant_table('public.customer_credits');

/* Only the customer a movement belongs to may change, when two records become one. */
create function private.keep_credit() returns trigger
language plpgsql set search_path = '' as $$
begin
  if tg_op = 'DELETE' or to_jsonb(new) - array['customer_id', 'updated_at'] is distinct from to_jsonb(old) - array['customer_id', 'updated_at'] then
    perform private.fail(403, 'append_only', jsonb_build_object('record', tg_table_name));
  end if;
  return new;
end $$;
create trigger customer_credits_kept before update or delete on public.customer_credits for each row execute function private.keep_credit();
create policy "members see customers' balances" on public.customer_credits for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('contracts.see')));
grant select on public.customer_credits to authenticated;

/* A customer's balance in rappen; the customer's row is locked, so that it cannot be spent twice at the same moment. */
create function private.lock_credit(p_company uuid, p_customer uuid) returns bigint
language plpgsql security definer set search_path = '' as $$
begin
  perform from public.customers where company_id = p_company and id = p_customer and deleted_at is null for no key update;
  if not found then perform private.fail(404, 'not_found'); end if;
  return (select coalesce(sum(amount_rappen), 0) from public.customer_credits where company_id = p_company and customer_id = p_customer);
end $$;

/* Makes what a payment brought too much its payer's balance, out of the account where it stands. */
create function private.keep_overpayment(p_payment public.payments, p_account text, p_amount bigint) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_credit uuid;
begin
  if p_amount = 0 then return; end if;
  insert into public.customer_credits (company_id, customer_id, amount_rappen, currency, origin, payment_id)
  values (p_payment.company_id, p_payment.customer_id, p_amount, p_payment.currency, 'overpayment', p_payment.id) returning id into v_credit;
  perform private.post(p_payment.company_id, 'customer_credit', v_credit::text, p_payment.currency, jsonb_build_array(
    jsonb_build_object('account', p_account, 'amount_rappen', p_amount), jsonb_build_object('account', 'customer_credits', 'amount_rappen', -p_amount)));
end $$;

/*
 * What a payment brought too much and is still its payer's balance (kept), and what of it they have used since (spent): the first goes back with a refund, the second
 * has paid for something else.
 */
create function private.overpayment_of(p_payment public.payments, out kept bigint, out spent bigint)
language sql stable security definer set search_path = '' as $$
  select least(extra, balance), extra - least(extra, balance) from (
    select coalesce(sum(c.amount_rappen) filter (where c.payment_id = p_payment.id and c.origin in ('overpayment', 'refund') and p_payment.method not in ('customer_credit', 'voucher')), 0)::bigint as extra,
      greatest(coalesce(sum(c.amount_rappen), 0), 0)::bigint as balance
    from public.customer_credits c where c.company_id = p_payment.company_id and c.customer_id = p_payment.customer_id) as sums
$$;

/*
 * Pays an invoice from its customer's balance. Safe to repeat with the same key. Returns {payment_id, open_rappen}.
 * Raises 404 `not_found`, 422 `credit_exceeded` · `amount_exceeds_open` · `idempotency_key_reused`.
 */
create function public.apply_customer_credit(p_invoice_id uuid, p_amount_rappen bigint, p_idempotency_key text default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('payments.take');
  v_before jsonb;
  v_invoice public.invoices;
  v_balance bigint;
  v_open bigint;
  v_payment uuid;
begin
  v_before := private.begin_once(v_company, 'apply_customer_credit', p_idempotency_key, jsonb_build_array(p_invoice_id, p_amount_rappen));
  if v_before is not null then return v_before; end if;
  select * into v_invoice from public.invoices where company_id = v_company and id = p_invoice_id for no key update;
  if not found then perform private.fail(404, 'not_found'); end if;
  v_balance := private.lock_credit(v_company, v_invoice.customer_id);
  v_open := private.open_amount(v_invoice);
  if (p_amount_rappen between 1 and v_balance) is not true then perform private.fail(422, 'credit_exceeded', jsonb_build_object('balance_rappen', v_balance)); end if;
  if p_amount_rappen > v_open then perform private.fail(422, 'amount_exceeds_open', jsonb_build_object('open_rappen', v_open)); end if;
  insert into public.payments (company_id, customer_id, invoice_id, purpose, method, status, amount_rappen, currency, received_on, settled_at)
  values (v_company, v_invoice.customer_id, p_invoice_id, 'invoice', 'customer_credit', 'succeeded', p_amount_rappen, v_invoice.currency, private.today(v_company), now())
  returning id into v_payment;
  insert into public.customer_credits (company_id, customer_id, amount_rappen, currency, origin, payment_id)
  values (v_company, v_invoice.customer_id, -p_amount_rappen, v_invoice.currency, 'invoice', v_payment);
  perform private.post(v_company, 'payment', v_payment::text, v_invoice.currency, jsonb_build_array(
    jsonb_build_object('account', 'customer_credits', 'amount_rappen', p_amount_rappen),
    jsonb_build_object('account', 'receivables', 'amount_rappen', -p_amount_rappen)));
  perform private.apply_to_invoice(v_company, p_invoice_id, p_amount_rappen);
  return private.finish_once(v_company, 'apply_customer_credit', p_idempotency_key, jsonb_build_object('payment_id', v_payment, 'open_rappen', v_open - p_amount_rappen));
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;

/*
 * Notes that a customer's balance was paid out, by bank or from the till in 5-rappen steps. Safe to repeat with the same key.
 * Raises 404 `not_found`, 422 `credit_exceeded` · `cash_needs_five_rappen` · `invalid_input` · `idempotency_key_reused`.
 */
create function public.pay_out_customer_credit(p_customer_id uuid, p_method public.payment_method, p_amount_rappen bigint, p_idempotency_key text default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('payments.refund');
  v_before jsonb;
  v_balance bigint;
  v_currency text := (select currency from public.companies where id = v_company);
  v_id uuid;
begin
  v_before := private.begin_once(v_company, 'pay_out_customer_credit', p_idempotency_key, jsonb_build_array(p_customer_id, p_method, p_amount_rappen));
  if v_before is not null then return v_before; end if;
  v_balance := private.lock_credit(v_company, p_customer_id);
  if (p_method in ('cash', 'bank_transfer')) is not true then perform private.fail(422, 'invalid_input', '{"rule": "method"}'); end if;
  if (p_amount_rappen between 1 and v_balance) is not true then perform private.fail(422, 'credit_exceeded', jsonb_build_object('balance_rappen', v_balance)); end if;
  if p_method = 'cash' and p_amount_rappen % 5 <> 0 then perform private.fail(422, 'cash_needs_five_rappen'); end if;
  insert into public.customer_credits (company_id, customer_id, amount_rappen, currency, origin)
  values (v_company, p_customer_id, -p_amount_rappen, v_currency, 'payout') returning id into v_id;
  perform private.post(v_company, 'credit_payout', v_id::text, v_currency, jsonb_build_array(
    jsonb_build_object('account', 'customer_credits', 'amount_rappen', p_amount_rappen),
    jsonb_build_object('account', private.money_account(p_method), 'amount_rappen', -p_amount_rappen)));
  return private.finish_once(v_company, 'pay_out_customer_credit', p_idempotency_key, jsonb_build_object('balance_rappen', v_balance - p_amount_rappen));
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;
grant execute on function public.apply_customer_credit(uuid, bigint, text), public.pay_out_customer_credit(uuid, public.payment_method, bigint, text) to authenticated;
