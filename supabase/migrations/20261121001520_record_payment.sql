-- Money that arrives outside the card terminal.

/* What is still to be paid of an invoice, in rappen. What Stripe is about to take from the deposit or the card on file is as good as paid; of a void invoice nothing is owed. */
create function private.open_amount(p_invoice public.invoices) returns bigint
language sql stable security definer set search_path = '' as $$
  select case when p_invoice.status in ('draft', 'void') then 0 else p_invoice.due_rappen - p_invoice.paid_rappen - (select coalesce(sum(amount_rappen), 0)
    from public.payments where company_id = p_invoice.company_id and invoice_id = p_invoice.id and (purpose = 'security_deposit' or off_session) and status = 'pending') end
$$;

/*
 * Records money received for an invoice by cash, bank transfer or QR-bill. Cash is taken in 5-rappen steps; the difference is posted as rounding.
 * p_received_on: today unless said. p_location_id says in whose till; without it that of the rental. Safe to repeat with the same key. Raises 404 `not_found`, 409 `invalid_transition` (void), 422 `amount_exceeds_open` · `cash_needs_five_rappen` ·
 * `idempotency_key_reused` · `invalid_input`.
 */
create function public.record_payment(p_invoice_id uuid, p_method public.payment_method, p_amount_rappen bigint, p_received_on date default null,
  p_idempotency_key text default null, p_location_id uuid default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('payments.take');
  v_before jsonb;
  v_invoice public.invoices;
  v_received_on date := coalesce(p_received_on, private.today(v_company));
  v_open bigint;
  v_settles bigint := p_amount_rappen;
  v_id uuid;
begin
  v_before := private.begin_once(v_company, 'record_payment', p_idempotency_key, jsonb_build_array(p_invoice_id, p_method, p_amount_rappen, p_received_on, p_location_id));
  if v_before is not null then return v_before; end if;
  select * into v_invoice from public.invoices where company_id = v_company and id = p_invoice_id for no key update;
  if not found then perform private.fail(404, 'not_found'); end if;
  if p_location_id is not null and not exists (select from public.locations where company_id = v_company and id = p_location_id) then perform private.fail(404, 'not_found'); end if;
  v_open := private.open_amount(v_invoice);
  if (p_method in ('cash', 'bank_transfer', 'qr_bill') and p_amount_rappen > 0 and v_received_on <= private.today(v_company)) is not true then
    perform private.fail(422, 'invalid_input', '{"rule": "payment"}');
  end if;
  if p_method = 'cash' then
    if p_amount_rappen % 5 <> 0 then perform private.fail(422, 'cash_needs_five_rappen'); end if;
    if abs(p_amount_rappen - v_open) < 5 and p_amount_rappen = round(v_open / 5.0) * 5 then v_settles := v_open; end if;
  end if;
  if v_settles > v_open then perform private.fail(422, 'amount_exceeds_open', jsonb_build_object('open_rappen', v_open)); end if;

  insert into public.payments (company_id, customer_id, invoice_id, purpose, method, status, amount_rappen, currency, received_on, settled_at, location_id)
  values (v_company, v_invoice.customer_id, p_invoice_id, 'invoice', p_method, 'succeeded', p_amount_rappen, v_invoice.currency, v_received_on, now(),
    case when p_method = 'cash' then p_location_id end)
  returning id into v_id;
  perform private.post(v_company, 'payment', v_id::text, v_invoice.currency, jsonb_build_array(
    jsonb_build_object('account', private.money_account(p_method), 'amount_rappen', p_amount_rappen),
    jsonb_build_object('account', 'rounding', 'amount_rappen', v_settles - p_amount_rappen),
    jsonb_build_object('account', 'receivables', 'amount_rappen', -v_settles)));
  perform private.apply_to_invoice(v_company, p_invoice_id, v_settles);
  return private.finish_once(v_company, 'record_payment', p_idempotency_key, jsonb_build_object('payment_id', v_id, 'open_rappen', v_open - v_settles));
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;

/* Marks invoices past their due date as overdue; returns how many. */
create function public.mark_overdue_invoices() returns int
language sql security definer set search_path = '' as $$
  with late as (
    update public.invoices i set status = 'overdue' from public.companies c
    where c.id = i.company_id and i.status in ('open', 'partially_paid') and i.due_on < (now() at time zone c.time_zone)::date returning 1
  ) select count(*)::int from late
$$;
grant execute on function public.record_payment(uuid, public.payment_method, bigint, date, text, uuid) to authenticated;
grant execute on function public.mark_overdue_invoices() to service_role;
