-- What an invoice is: its references, its parties, its place in the books, its state.

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
