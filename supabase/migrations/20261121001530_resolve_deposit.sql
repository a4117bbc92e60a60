-- What becomes of the security deposit, and the end of a rental.

/*
 * Resolves a held security deposit: keeps p_capture_rappen towards the invoice of its contract, gives back the rest. The card part runs through the outbox.
 * Raises 409 `deposit_not_held` · `invoice_missing`, 422 `capture_exceeds_deposit` · `amount_exceeds_open`. Safe to repeat.
 */
create function public.resolve_deposit(p_deposit_id uuid, p_capture_rappen bigint default 0) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('payments.take');
  v_deposit public.deposits;
  v_invoice public.invoices;
begin
  select * into v_deposit from public.deposits where company_id = v_company and id = p_deposit_id for no key update;
  if not found then perform private.fail(404, 'not_found'); end if;
  if v_deposit.status in ('captured', 'released') and v_deposit.captured_rappen = p_capture_rappen then return; end if;
  if v_deposit.status <> 'held' then perform private.fail(409, 'deposit_not_held', jsonb_build_object('status', v_deposit.status)); end if;
  if (p_capture_rappen between 0 and v_deposit.amount_rappen) is not true then perform private.fail(422, 'capture_exceeds_deposit'); end if;

  if p_capture_rappen > 0 then
    select * into v_invoice from public.invoices where company_id = v_company and contract_id = v_deposit.contract_id and status <> 'void' for no key update;
    if not found then perform private.fail(409, 'invoice_missing'); end if;
    if p_capture_rappen > v_invoice.total_rappen - v_invoice.paid_rappen then
      perform private.fail(422, 'amount_exceeds_open', jsonb_build_object('open_rappen', v_invoice.total_rappen - v_invoice.paid_rappen));
    end if;
    insert into public.payments (company_id, customer_id, invoice_id, purpose, method, status, amount_rappen, currency, provider_intent, received_on, settled_at)
    values (v_company, v_invoice.customer_id, v_invoice.id, 'security_deposit', v_deposit.method, 'succeeded', p_capture_rappen, v_deposit.currency,
      v_deposit.provider_intent, current_date, now());
    perform private.apply_to_invoice(v_company, v_invoice.id, p_capture_rappen);
  end if;
  -- Cash lies in the till since the pickup, and what is not kept leaves it; a card is charged only now.
  perform private.post(v_company, 'deposit_resolved', p_deposit_id::text, v_deposit.currency, jsonb_build_array(
    jsonb_build_object('account', 'deposits_held', 'amount_rappen', case when v_deposit.method = 'cash' then v_deposit.amount_rappen else 0 end),
    jsonb_build_object('account', private.money_account(v_deposit.method), 'amount_rappen',
      case when v_deposit.method = 'cash' then p_capture_rappen - v_deposit.amount_rappen else p_capture_rappen end),
    jsonb_build_object('account', 'receivables', 'amount_rappen', -p_capture_rappen)));
  update public.deposits set status = case when p_capture_rappen > 0 then 'captured' else 'released' end::public.deposit_status, captured_rappen = p_capture_rappen
  where company_id = v_company and id = p_deposit_id;
  if v_deposit.method = 'card' then
    perform private.enqueue(v_company, 'stripe.deposit_resolve', p_deposit_id::text, jsonb_build_object('deposit_id', p_deposit_id));
  end if;
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

/* The card hold exists (p_intent) or failed (p_failure). */
create function public.settle_deposit_hold(p_company_id uuid, p_deposit_id uuid, p_intent text, p_failure text default null) returns void
language sql security definer set search_path = '' as $$
  update public.deposits set status = case when p_failure is null then 'held' else 'failed' end::public.deposit_status, provider_intent = p_intent, failure = p_failure
  where company_id = p_company_id and id = p_deposit_id and status = 'requested'
$$;

/* Closes a returned contract. Raises 409 `invoice_missing` · `deposit_unresolved`. */
create function public.close_contract(p_contract_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('contracts.create');
begin
  perform from public.contracts where company_id = v_company and id = p_contract_id for no key update;
  if not found then perform private.fail(404, 'not_found'); end if;
  if not exists (select from public.invoices where company_id = v_company and contract_id = p_contract_id and status <> 'void') then
    perform private.fail(409, 'invoice_missing');
  end if;
  if exists (select from public.deposits where company_id = v_company and contract_id = p_contract_id and status in ('requested', 'held')) then
    perform private.fail(409, 'deposit_unresolved');
  end if;
  update public.contracts set status = 'closed' where company_id = v_company and id = p_contract_id;
end $$;
grant execute on function public.resolve_deposit(uuid, bigint), public.close_contract(uuid) to authenticated;
grant execute on function public.deposit_facts(uuid, uuid), public.settle_deposit_hold(uuid, uuid, text, text) to service_role;
