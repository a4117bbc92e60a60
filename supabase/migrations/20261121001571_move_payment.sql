-- A payment that was booked on the wrong invoice pays the right one: no refund, no credit note, for no money moved.

/*
 * Moves a payment that somebody recorded or a bank file brought, whole, to another invoice, whoever's that is. The books stay as they are: both invoices are
 * receivables. Safe to repeat: on the invoice it is on already it stays. Raises 404 `not_found`, 409 `payment_fixed` (from a card, a deposit, a voucher or a balance,
 * refunded, or more than its invoice took) · `invalid_transition` (the other invoice is void), 422 `amount_exceeds_open` · `invalid_input`.
 */
create function public.move_payment(p_payment_id uuid, p_invoice_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('payments.take');
  v_payment public.payments;
  v_invoice public.invoices;
  v_settled bigint;
begin
  select * into v_payment from public.payments where company_id = v_company and id = p_payment_id for no key update;
  if not found then perform private.fail(404, 'not_found'); end if;
  perform from public.invoices where company_id = v_company and id in (v_payment.invoice_id, p_invoice_id) order by id for no key update;
  select * into v_invoice from public.invoices where company_id = v_company and id = p_invoice_id and currency = v_payment.currency;
  if not found or v_invoice.status = 'draft' then perform private.fail(404, 'not_found'); end if;
  if v_payment.invoice_id = p_invoice_id then return; end if;
  if (v_payment.purpose = 'invoice' and v_payment.method in ('cash', 'bank_transfer', 'qr_bill') and v_payment.status = 'succeeded' and v_payment.refunded_rappen = 0) is not true
     or exists (select from public.customer_credits where company_id = v_company and payment_id = p_payment_id) then
    perform private.fail(409, 'payment_fixed');
  end if;
  if v_invoice.status = 'void' then perform private.fail(409, 'invalid_transition', jsonb_build_object('record', 'invoices', 'from', v_invoice.status)); end if;
  -- Of cash the rounding may have settled some rappen more or less than came in.
  v_settled := coalesce((select -sum(amount_rappen) from public.ledger_entries where company_id = v_company and source_kind = 'payment' and source_id = p_payment_id::text
    and account = 'receivables'), v_payment.amount_rappen);
  if v_settled > private.open_amount(v_invoice) then
    perform private.fail(422, 'amount_exceeds_open', jsonb_build_object('open_rappen', private.open_amount(v_invoice)));
  end if;
  perform private.apply_to_invoice(v_company, v_payment.invoice_id, -v_settled);
  perform private.apply_to_invoice(v_company, p_invoice_id, v_settled);
  update public.payments set invoice_id = p_invoice_id, customer_id = v_invoice.customer_id where company_id = v_company and id = p_payment_id;
  update public.bank_entries set invoice_id = p_invoice_id where company_id = v_company and id = v_payment.bank_entry_id;
end $$;
grant execute on function public.move_payment(uuid, uuid) to authenticated;
