-- What is open of an invoice, taken from the card on file without its holder.

/* Queues the charge of what is open, if a card is on file; one that is under way, or whose worker gave up, goes on as the same. Null: there is nothing to take or to take it from. */
create function private.charge_on_file(p_company uuid, p_invoice uuid) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_invoice public.invoices;
  v_payment uuid;
  v_open bigint;
begin
  -- Payments before their invoice, as a settlement locks them.
  perform from public.payments where company_id = p_company and invoice_id = p_invoice order by id for no key update;
  select * into v_invoice from public.invoices where company_id = p_company and id = p_invoice for no key update;
  select id into v_payment from public.payments where company_id = p_company and invoice_id = p_invoice and off_session and status = 'pending';
  if found then
    update public.outbox set status = 'pending', attempts = 0, run_at = now() where company_id = p_company and topic = 'stripe.charge' and key = v_payment::text and status = 'dead';
    return v_payment;
  end if;
  v_open := private.open_amount(v_invoice);
  if v_open <= 0 or not private.takes_card(p_company, v_open) or not exists (select from public.customers
      where company_id = p_company and id = v_invoice.customer_id and stripe_customer_id is not null and payment_method_id is not null) then return null; end if;
  insert into public.payments (company_id, customer_id, invoice_id, purpose, method, amount_rappen, currency, off_session)
  values (p_company, v_invoice.customer_id, p_invoice, 'invoice', 'card', v_open, v_invoice.currency, true) returning id into v_payment;
  perform private.enqueue(p_company, 'stripe.charge', v_payment::text, jsonb_build_object('payment_id', v_payment));
  return v_payment;
end $$;

/*
 * Takes what is open of an invoice from the card on file, through the outbox; a refused card is answered by a mail with the private link.
 * Repeating while it is under way changes nothing. Returns the payment's id. Raises 404 `not_found`, 409 `nothing_to_pay` · `card_missing` · `cards_not_ready`.
 */
create function public.charge_card_on_file(p_invoice_id uuid) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('payments.take');
  v_invoice public.invoices;
  v_payment uuid;
begin
  select * into v_invoice from public.invoices where company_id = v_company and id = p_invoice_id;
  if not found then perform private.fail(404, 'not_found'); end if;
  v_payment := private.charge_on_file(v_company, p_invoice_id);
  if v_payment is null then
    perform private.fail(409, case when private.open_amount(v_invoice) <= 0 then 'nothing_to_pay'
      when not private.takes_card(v_company, private.open_amount(v_invoice)) then 'cards_not_ready' else 'card_missing' end);
  end if;
  return v_payment;
end $$;
grant execute on function public.charge_card_on_file(uuid) to authenticated;

/* What the worker needs to charge the card on file. is_owed: whether so much is still open, were this charge not under way. */
create function public.charge_facts(p_company_id uuid, p_payment_id uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('status', p.status, 'amount_rappen', p.amount_rappen, 'currency', p.currency, 'number', i.number, 'stripe_customer', k.stripe_customer_id,
    'payment_method', k.payment_method_id, 'begun_at', p.created_at,
    'is_owed', private.open_amount(i) + case when p.off_session and p.status = 'pending' then p.amount_rappen else 0 end >= p.amount_rappen)
    || public.checkout_facts(p_company_id, p_payment_id)
  from public.payments p
  join public.invoices i on i.company_id = p.company_id and i.id = p.invoice_id
  join public.customers k on k.company_id = p.company_id and k.id = p.customer_id
  where p.company_id = p_company_id and p.id = p_payment_id
$$;

/* The card on file was refused: the attempt has failed, and the customer is asked to pay by the link, unless it was paid otherwise (`superseded`). Safe to repeat. */
create function public.refuse_charge(p_company_id uuid, p_payment_id uuid, p_failure text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_payment public.payments;
begin
  update public.payments set status = 'failed', failure = p_failure where company_id = p_company_id and id = p_payment_id and status = 'pending' returning * into v_payment;
  if not found or p_failure = 'superseded' then return; end if;
  perform private.enqueue(p_company_id, 'mail.payment_request', v_payment.id::text, jsonb_build_object('invoice_id', v_payment.invoice_id, 'reason', 'card_refused'));
end $$;

/* Charges whose worker gave up before Stripe said anything are tried again, as the same; returns how many. */
create function public.revive_charges() returns int
language sql security definer set search_path = '' as $$
  with lost as (
    update public.outbox o set status = 'pending', attempts = 0, run_at = now() from public.payments p
    where o.topic = 'stripe.charge' and o.status = 'dead' and p.company_id = o.company_id and p.id::text = o.key and p.status = 'pending' and p.off_session returning 1
  ) select count(*)::int from lost
$$;

/*
 * What Stripe says of the charge behind a payment, {id, brand?, last4?, balance_transaction?, currency?, fee_rappen?, application_fee_rappen?}: the card is kept for the
 * eye, and what Stripe and the platform took is booked once. A payment that is not booked yet gets none. Safe to repeat.
 */
create function public.note_stripe_charge(p_company_id uuid, p_intent text, p_charge jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_payment public.payments;
  v_source text := p_charge ->> 'balance_transaction';
  v_fee bigint := coalesce((p_charge ->> 'fee_rappen')::bigint, 0);
  v_platform bigint := coalesce((p_charge ->> 'application_fee_rappen')::bigint, 0);
begin
  select * into v_payment from public.payments where company_id = p_company_id and provider_intent = p_intent and status not in ('pending', 'failed') for no key update;
  if not found then return; end if;
  update public.payments set provider_charge = p_charge ->> 'id', card_brand = p_charge ->> 'brand', card_last4 = p_charge ->> 'last4'
  where company_id = p_company_id and id = v_payment.id
    and (provider_charge, card_brand, card_last4) is distinct from (p_charge ->> 'id', p_charge ->> 'brand', p_charge ->> 'last4');
  -- A fee in another currency is for the reconciliation to show.
  if v_source is null or upper(p_charge ->> 'currency') <> v_payment.currency
     or exists (select from public.ledger_entries where company_id = p_company_id and source_kind = 'stripe_fee' and source_id = v_source) then return; end if;
  perform private.post(p_company_id, 'stripe_fee', v_source, v_payment.currency, jsonb_build_array(
    jsonb_build_object('account', 'payment_fees', 'amount_rappen', v_fee),
    jsonb_build_object('account', 'platform_fees', 'amount_rappen', v_platform),
    jsonb_build_object('account', 'stripe_clearing', 'amount_rappen', -v_fee - v_platform)));
end $$;
grant execute on function public.charge_facts(uuid, uuid), public.refuse_charge(uuid, uuid, text), public.revive_charges(), public.note_stripe_charge(uuid, text, jsonb) to service_role;
