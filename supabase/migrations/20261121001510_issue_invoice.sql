-- From a returned contract to an invoice that never changes again.

/* QR reference (27 digits): the digits padded to 26 and the recursive modulo-10 check digit (SIX IG QR-bill, annex B). */
create function private.qr_reference(p_digits text) returns text
language plpgsql immutable set search_path = '' as $$
declare
  v_table int[] := array[0, 9, 4, 6, 8, 2, 7, 1, 3, 5];
  v_body text := lpad(p_digits, 26, '0');
  v_carry int := 0;
begin
  for i in 1..26 loop
    v_carry := v_table[(v_carry + substr(v_body, i, 1)::int) % 10 + 1];
  end loop;
  return v_body || (10 - v_carry) % 10;
end $$;

/* Creditor reference RFnn… (ISO 11649) for digits. */
create function private.creditor_reference(p_digits text) returns text
language sql immutable set search_path = '' as $$
  -- R = 27, F = 15 in the modulo-97 alphabet; the check digits stand as 00 while computing.
  select 'RF' || lpad((98 - (p_digits || '271500')::numeric % 97)::text, 2, '0') || p_digits
$$;

/* QRR for a QR-IBAN (institution 30000–31999), SCOR for any other Swiss or Liechtenstein IBAN, null without one. */
create function private.payment_reference(p_iban text, p_number text) returns text
language sql immutable set search_path = '' as $$
  select case
    when p_iban !~ '^(CH|LI)' or p_iban is null then null
    when substr(p_iban, 5, 5)::int between 30000 and 31999 then private.qr_reference(regexp_replace(p_number, '\D', '', 'g'))
    else private.creditor_reference(regexp_replace(p_number, '\D', '', 'g'))
  end
$$;

/* The reference under which a rental is paid: its settlement and its invoice carry the same, so that either slip pays the one debt. The 7 keeps it apart from references of other numbers. */
create function private.rental_reference(p_iban text, p_contract_number text) returns text
language sql immutable set search_path = '' as $$
  select private.payment_reference(p_iban, '7' || p_contract_number)
$$;

/* The reference of an invoice that was written by hand; the 8 keeps it apart from those of rentals. */
create function private.invoice_reference(p_iban text, p_number text) returns text
language sql immutable set search_path = '' as $$
  select private.payment_reference(p_iban, '8' || regexp_replace(p_number, '\D', '', 'g'))
$$;

/* Whom an invoice names: the customer, or where their account wants its invoices. */
create function private.debtor_of(p_customer public.customers) returns jsonb
language sql stable security definer set search_path = '' as $$
  select case when a.billing_town is not null
    then jsonb_build_object('name', coalesce(a.billing_name, p_customer.name), 'street', a.billing_street, 'house_number', a.billing_house_number,
      'postal_code', a.billing_postal_code, 'town', a.billing_town, 'country', a.billing_country)
    else jsonb_build_object('name', coalesce(a.billing_name, p_customer.name), 'street', p_customer.street, 'house_number', p_customer.house_number,
      'postal_code', p_customer.postal_code, 'town', p_customer.town, 'country', p_customer.country) end
  from (select 1) as one left join public.customer_accounts a on a.company_id = p_customer.company_id and a.customer_id = p_customer.id
$$;

/* Who asks for the money, as invoices and slips name them. */
create function private.creditor_of(p_company public.companies) returns jsonb
language sql immutable security definer set search_path = '' as $$
  select jsonb_build_object('name', coalesce(p_company.legal_name, p_company.name), 'street', p_company.street, 'house_number', p_company.house_number,
    'postal_code', p_company.postal_code, 'town', p_company.town, 'country', p_company.country, 'iban', p_company.iban,
    'uid_number', p_company.uid_number, 'vat_registered', p_company.vat_registered, 'email', p_company.email, 'phone', p_company.phone)
$$;

/*
 * Issues the invoice of a returned contract: lines copied, number taken, booking deposit applied, PDF and mail queued. What stays open is taken from the card on file,
 * if there is one and p_charge_card says so; without a word the company's own choice holds. Returns the invoice id; repeating returns the same one. Raises 404 `not_found`, 409 `contract_not_returned`.
 */
create function public.issue_invoice(p_contract_id uuid, p_charge_card boolean default null) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_company public.companies;
  v_contract public.contracts;
  v_invoice public.invoices;
  v_lines jsonb;
  v_vat jsonb;
  v_total bigint;
  v_prepaid bigint;
  v_today date;
begin
  select * into v_company from public.companies where id = private.authorize('payments.take');
  select * into v_contract from public.contracts where company_id = v_company.id and id = p_contract_id for no key update;
  if not found then perform private.fail(404, 'not_found'); end if;
  select * into v_invoice from public.invoices where company_id = v_company.id and contract_id = p_contract_id and status <> 'void';
  if found then return v_invoice.id; end if;
  if v_contract.status <> 'returned' then perform private.fail(409, 'contract_not_returned'); end if;

  v_today := (now() at time zone v_company.time_zone)::date;
  select jsonb_agg(to_jsonb(l)), sum(l.amount_rappen) into v_lines, v_total from public.contract_lines l
  where l.company_id = v_company.id and l.contract_id = p_contract_id;
  v_vat := private.vat_groups(v_lines);
  -- Who brings a vehicle back early pays for the time agreed, and that is the time the invoice names.
  insert into public.invoices (company_id, number, contract_id, customer_id, currency, locale, issued_on, due_on, service_from, service_to, total_rappen, vat,
    creditor, debtor, reference)
  select v_company.id, taken, p_contract_id, k.id, v_contract.currency, v_contract.locale, v_today, v_today + coalesce((select a.payment_terms_days from public.reservation_accounts a
      where a.company_id = v_company.id and a.reservation_id = v_contract.reservation_id), v_company.payment_terms_days),
    (v_contract.picked_up_at at time zone v_company.time_zone)::date, (greatest(v_contract.returned_at, v_contract.ends_at) at time zone v_company.time_zone)::date, v_total, v_vat,
    private.creditor_of(v_company), private.debtor_of(k),
    private.rental_reference(v_company.iban, v_contract.number)
  from public.customers k, private.next_number(v_company.id, 'invoice') as taken
  where k.company_id = v_company.id and k.id = v_contract.customer_id
  returning * into v_invoice;
  insert into public.invoice_lines (company_id, invoice_id, position, kind, code, names, quantity, unit_rappen, amount_rappen, vat_bp)
  select company_id, v_invoice.id, position, kind, code, names, quantity, unit_rappen, amount_rappen, vat_bp
  from public.contract_lines where company_id = v_company.id and contract_id = p_contract_id;
  perform private.book_invoice(v_invoice);

  with applied as (
    update public.payments set invoice_id = v_invoice.id
    where company_id = v_company.id and reservation_id = v_contract.reservation_id and purpose = 'booking_deposit'
      and status in ('succeeded', 'partially_refunded') and invoice_id is null
    returning amount_rappen - refunded_rappen as amount
  ) select coalesce(sum(amount), 0) into v_prepaid from applied;
  if v_prepaid > 0 then
    perform private.post(v_company.id, 'prepayment', v_invoice.id::text, v_invoice.currency, jsonb_build_array(
      jsonb_build_object('account', 'customer_prepayments', 'amount_rappen', v_prepaid),
      jsonb_build_object('account', 'receivables', 'amount_rappen', -v_prepaid)));
  end if;
  perform private.apply_to_invoice(v_company.id, v_invoice.id, v_prepaid);
  if coalesce(p_charge_card, v_company.charges_remainder) then perform private.charge_on_file(v_company.id, v_invoice.id); end if;
  return v_invoice.id;
end $$;

/* What issuing an invoice means for the books and for the post: the receivable, revenue and VAT; the PDF and its mail. */
create function private.book_invoice(p_invoice public.invoices) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_vat bigint := (select coalesce(sum((g ->> 'vat_rappen')::bigint), 0) from jsonb_array_elements(p_invoice.vat) as g);
begin
  perform private.post(p_invoice.company_id, 'invoice', p_invoice.id::text, p_invoice.currency, jsonb_build_array(
    jsonb_build_object('account', 'receivables', 'amount_rappen', p_invoice.total_rappen),
    jsonb_build_object('account', 'vat_due', 'amount_rappen', -v_vat),
    jsonb_build_object('account', 'revenue', 'amount_rappen', v_vat - p_invoice.total_rappen)));
  perform private.enqueue(p_invoice.company_id, 'document.invoice', p_invoice.id::text, jsonb_build_object('invoice_id', p_invoice.id));
end $$;

/* The state an invoice has once so much more is paid, added by fees and credited. */
create function private.invoice_status_after(p_invoice public.invoices, p_paid bigint, p_fee bigint, p_credited bigint) returns public.invoice_status
language sql immutable set search_path = '' as $$
  select case when p_invoice.credited_rappen + p_credited = p_invoice.total_rappen and p_invoice.total_rappen > 0 and p_invoice.paid_rappen + p_paid = 0 then 'void'
    when p_invoice.paid_rappen + p_paid >= p_invoice.due_rappen + p_fee - p_credited then 'paid' when p_invoice.paid_rappen + p_paid > 0 then 'partially_paid'
    when p_invoice.status in ('paid', 'partially_paid') then 'open' else p_invoice.status::text end::public.invoice_status
$$;

/* Money in (negative: out) for an invoice, a fee added to it, a part of it credited: sums and state follow. One that is credited whole is void. */
create function private.restate_invoice(p_company uuid, p_invoice uuid, p_paid bigint, p_fee bigint, p_credited bigint) returns void
language sql security definer set search_path = '' as $$
  update public.invoices i set paid_rappen = paid_rappen + p_paid, fees_rappen = fees_rappen + p_fee, credited_rappen = credited_rappen + p_credited,
    status = private.invoice_status_after(i, p_paid, p_fee, p_credited)
  where company_id = p_company and id = p_invoice
$$;

create function private.apply_to_invoice(p_company uuid, p_invoice uuid, p_amount bigint) returns void
language sql security definer set search_path = '' as $$
  select private.restate_invoice(p_company, p_invoice, p_amount, 0, 0)
$$;
grant execute on function public.issue_invoice(uuid, boolean) to authenticated;
