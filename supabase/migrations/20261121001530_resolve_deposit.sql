-- What becomes of the security deposit, and the end of a rental.

/* Lets a locked deposit go that is held on a card: the books hold nothing of it, Stripe hears of it through the outbox. */
create function private.release_card(p_company uuid, p_deposit uuid) returns void
language sql security definer set search_path = '' as $$
  update public.deposits set status = 'released' where company_id = p_company and id = p_deposit;
  update public.deposit_holds set status = 'released' where company_id = p_company and deposit_id = p_deposit and status = 'held';
  select private.enqueue(p_company, 'stripe.deposit_resolve', p_deposit::text, jsonb_build_object('deposit_id', p_deposit));
$$;

/*
 * Resolves a held security deposit: keeps p_capture_rappen towards the invoice of its contract, gives back the rest. Cash is booked now;
 * a card is charged through the outbox and booked when Stripe says so, by settle_deposit_capture. Safe to repeat.
 * Raises 404 `not_found`, 409 `deposit_not_held` · `invoice_missing`, 422 `capture_exceeds_deposit` · `amount_exceeds_open`.
 */
create function public.resolve_deposit(p_deposit_id uuid, p_capture_rappen bigint default 0) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('payments.take');
  v_deposit public.deposits;
  v_invoice public.invoices;
  v_payment uuid;
begin
  select * into v_deposit from public.deposits where company_id = v_company and id = p_deposit_id for no key update;
  if not found then perform private.fail(404, 'not_found'); end if;
  if v_deposit.status in ('capturing', 'captured', 'released') and v_deposit.captured_rappen = p_capture_rappen then return; end if;
  if v_deposit.status <> 'held' then perform private.fail(409, 'deposit_not_held', jsonb_build_object('status', v_deposit.status)); end if;
  if (p_capture_rappen between 0 and v_deposit.amount_rappen) is not true then perform private.fail(422, 'capture_exceeds_deposit'); end if;

  if p_capture_rappen > 0 then
    -- Of several invoices the driver's own comes first, then the one that is open.
    select i.* into v_invoice from public.invoices i join public.contract_billings b on b.company_id = i.company_id and b.invoice_id = i.id
    where i.company_id = v_company and b.contract_id = v_deposit.contract_id and b.active
    order by i.due_rappen > i.paid_rappen desc, b.payer desc, b.is_final desc, i.created_at limit 1 for no key update of i;
    if not found then perform private.fail(409, 'invoice_missing'); end if;
    if p_capture_rappen > private.open_amount(v_invoice) then
      perform private.fail(422, 'amount_exceeds_open', jsonb_build_object('open_rappen', private.open_amount(v_invoice)));
    end if;
    insert into public.payments (company_id, customer_id, invoice_id, purpose, method, amount_rappen, currency, provider_intent)
    values (v_company, v_invoice.customer_id, v_invoice.id, 'security_deposit', v_deposit.method, p_capture_rappen, v_deposit.currency, v_deposit.provider_intent)
    returning id into v_payment;
  end if;
  if v_deposit.method = 'card' and p_capture_rappen = 0 then
    perform private.release_card(v_company, p_deposit_id);
    return;
  end if;
  update public.deposits set captured_rappen = p_capture_rappen, payment_id = v_payment,
    status = case when p_capture_rappen > 0 then 'capturing' else 'released' end::public.deposit_status
  where company_id = v_company and id = p_deposit_id;
  if v_deposit.method = 'card' then
    perform private.enqueue(v_company, 'stripe.deposit_resolve', p_deposit_id::text, jsonb_build_object('deposit_id', p_deposit_id));
  elsif p_capture_rappen > 0 then
    perform private.book_deposit(v_company, p_deposit_id);
  else
    perform private.post(v_company, 'deposit_resolved', p_deposit_id::text, v_deposit.currency, jsonb_build_array(
      jsonb_build_object('account', 'deposits_held', 'amount_rappen', v_deposit.amount_rappen),
      jsonb_build_object('account', 'cash', 'amount_rappen', -v_deposit.amount_rappen)));
  end if;
end $$;

/* Books what is kept of a deposit: the invoice is paid by it. Cash lies in the till since the pickup, and what is not kept leaves it; a card is charged only now. */
create function private.book_deposit(p_company uuid, p_deposit uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_deposit public.deposits;
  v_payment public.payments;
begin
  update public.deposits set status = 'captured' where company_id = p_company and id = p_deposit returning * into v_deposit;
  update public.deposit_holds set status = 'captured' where company_id = p_company and deposit_id = p_deposit and status = 'held';
  update public.payments set status = 'succeeded', settled_at = now(), received_on = private.today(p_company)
  where company_id = p_company and id = v_deposit.payment_id returning * into v_payment;
  perform private.apply_to_invoice(p_company, v_payment.invoice_id, v_deposit.captured_rappen);
  perform private.post(p_company, 'deposit_resolved', p_deposit::text, v_deposit.currency, jsonb_build_array(
    jsonb_build_object('account', 'deposits_held', 'amount_rappen', case when v_deposit.method = 'cash' then v_deposit.amount_rappen else 0 end),
    jsonb_build_object('account', private.money_account(v_deposit.method), 'amount_rappen',
      case when v_deposit.method = 'cash' then v_deposit.captured_rappen - v_deposit.amount_rappen else v_deposit.captured_rappen end),
    jsonb_build_object('account', 'receivables', 'amount_rappen', -v_deposit.captured_rappen)));
end $$;

/*
 * What Stripe did with the capture of a card deposit: p_captured_rappen taken, or nothing (null) with the reason, and the hold is gone. Safe to repeat.
 * Returns 'captured' | 'released' | 'unchanged' | 'mismatch' (another amount; nothing booked). Raises 404 `not_found`.
 */
create function public.settle_deposit_capture(p_company_id uuid, p_deposit_id uuid, p_captured_rappen bigint, p_failure text default null) returns text
language plpgsql security definer set search_path = '' as $$
declare
  v_deposit public.deposits;
begin
  select * into v_deposit from public.deposits where company_id = p_company_id and id = p_deposit_id for no key update;
  if not found then perform private.fail(404, 'not_found'); end if;
  if v_deposit.status <> 'capturing' then return 'unchanged'; end if;
  if p_captured_rappen is null then
    update public.deposits set status = 'released', captured_rappen = 0, failure = p_failure where company_id = p_company_id and id = p_deposit_id;
    update public.deposit_holds set status = 'lapsed' where company_id = p_company_id and deposit_id = p_deposit_id and status = 'held';
    update public.payments set status = 'failed' where company_id = p_company_id and id = v_deposit.payment_id;
    return 'released';
  end if;
  if p_captured_rappen <> v_deposit.captured_rappen then return 'mismatch'; end if;
  -- The payment before its invoice, as its payer's next payment locks them.
  perform from public.payments where company_id = p_company_id and id = v_deposit.payment_id for no key update;
  perform from public.invoices i join public.payments p on p.company_id = i.company_id and p.invoice_id = i.id
  where p.company_id = p_company_id and p.id = v_deposit.payment_id for no key update of i;
  perform private.book_deposit(p_company_id, p_deposit_id);
  return 'captured';
end $$;

/* What the worker needs to hold, capture or release a card deposit. */
create function public.deposit_facts(p_company_id uuid, p_deposit_id uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('deposit_id', d.id, 'status', d.status, 'amount_rappen', d.amount_rappen, 'captured_rappen', d.captured_rappen, 'currency', d.currency,
    'payment_intent', d.provider_intent, 'stripe_customer', k.stripe_customer_id, 'payment_method', k.payment_method_id, 'stripe_account', co.stripe_account_id,
    'contract_number', c.number)
  from public.deposits d
  join public.contracts c on c.company_id = d.company_id and c.id = d.contract_id
  join public.customers k on k.company_id = c.company_id and k.id = c.customer_id
  join public.companies co on co.id = d.company_id
  where d.company_id = p_company_id and d.id = p_deposit_id
$$;

/* Closes a returned contract. A hold that lapsed or was refused keeps nothing open; one that stands or is being asked for does. Raises 404 `not_found`, 409 `invoice_missing` · `deposit_unresolved`. */
create function public.close_contract(p_contract_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('contracts.create');
  v_contract public.contracts;
begin
  select * into v_contract from public.contracts where company_id = v_company and id = p_contract_id for no key update;
  if not found then perform private.fail(404, 'not_found'); end if;
  if not private.is_invoiced(v_contract) then perform private.fail(409, 'invoice_missing'); end if;
  if exists (select from public.deposits where company_id = v_company and contract_id = p_contract_id and status in ('requested', 'held', 'capturing'))
     or exists (select from public.deposit_holds h join public.deposits d on d.company_id = h.company_id and d.id = h.deposit_id
       where d.company_id = v_company and d.contract_id = p_contract_id and h.status = 'requested' and not h.by_customer) then
    perform private.fail(409, 'deposit_unresolved');
  end if;
  update public.contracts set status = 'closed', closed_at = now() where company_id = v_company and id = p_contract_id;
end $$;
grant execute on function public.resolve_deposit(uuid, bigint), public.close_contract(uuid) to authenticated;
grant execute on function public.deposit_facts(uuid, uuid), public.settle_deposit_capture(uuid, uuid, bigint, text) to service_role;
