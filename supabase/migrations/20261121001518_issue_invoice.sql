-- From a returned contract to the invoices of those who pay for it.

/* The customer an invoice for a contract's driver goes to: the one that paid for this driver before, the person with their e-mail and name, or a new one. */
create function private.payer_of_driver(p_contract public.contracts) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_driver public.drivers;
  v_customer uuid;
begin
  select * into v_driver from public.drivers where company_id = p_contract.company_id and id = p_contract.driver_id;
  if not found then perform private.fail(422, 'driver_missing'); end if;
  select k.id into v_customer from public.contract_billings b
  join public.contracts c on c.company_id = b.company_id and c.id = b.contract_id and c.driver_id = v_driver.id
  join public.invoices i on i.company_id = b.company_id and i.id = b.invoice_id
  join public.customers k on k.company_id = i.company_id and k.id = i.customer_id and k.deleted_at is null
  where b.company_id = p_contract.company_id and b.payer = 'driver' order by b.created_at desc limit 1;
  if not found then
    select id into v_customer from public.customers where company_id = p_contract.company_id and kind = 'person' and deleted_at is null
      and email_key = private.email_key(v_driver.email) and name_key = private.name_key(v_driver.first_name || v_driver.last_name) order by created_at limit 1;
  end if;
  return coalesce(v_customer, private.add_customer(p_contract.company_id, jsonb_strip_nulls(jsonb_build_object('kind', 'person', 'first_name', v_driver.first_name,
    'last_name', v_driver.last_name, 'email', v_driver.email, 'phone', v_driver.phone, 'birth_date', v_driver.birth_date, 'language', p_contract.locale))));
end $$;

/* Whether the customer's part of a contract waits for the monthly invoice of their account. */
create function private.waits_for_month(p_contract public.contracts) returns boolean
language sql stable security definer set search_path = '' as $$
  select coalesce((select collective_invoice from public.customer_accounts where company_id = p_contract.company_id and customer_id = p_contract.customer_id), false)
$$;

/* Whether a payer's part of a contract was invoiced to the end. */
create function private.is_billed(p_contract public.contracts, p_payer text) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from public.contract_billings b
    where b.company_id = p_contract.company_id and b.contract_id = p_contract.id and b.payer = p_payer and b.active and b.is_final)
$$;

/* Whether a payer owes anything of a contract. */
create function private.owes(p_contract public.contracts, p_payer text) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from private.owed_lines(p_contract, p_payer) as l where l.amount_rappen <> 0)
$$;

/* Whether a contract has been invoiced as far as it can be today: nothing is left but what waits for the month's end. */
create function private.is_invoiced(p_contract public.contracts) returns boolean
language sql stable security definer set search_path = '' as $$
  select case when private.owes(p_contract, 'driver') then private.is_billed(p_contract, 'driver') and not private.owes(p_contract, 'customer') else false end
    or (private.is_billed(p_contract, 'customer') or private.waits_for_month(p_contract)) and (private.is_billed(p_contract, 'driver') or not private.owes(p_contract, 'driver'))
$$;

/* Whether the settlement of a return may ask for the money: one payer, one invoice. */
create function private.settles_at_return(p_contract public.contracts) returns boolean
language sql stable security definer set search_path = '' as $$
  select not private.waits_for_month(p_contract) and not private.owes(p_contract, 'driver')
    and not exists (select from public.contract_billings where company_id = p_contract.company_id and contract_id = p_contract.id and active and not is_final)
$$;

/* Days until an invoice of a contract's customer is due: as agreed for the rental, else the company's. */
create function private.rental_terms_days(p_company public.companies, p_contract public.contracts) returns int
language sql stable security definer set search_path = '' as $$
  select coalesce((select payment_terms_days from public.reservation_accounts where company_id = p_company.id and reservation_id = p_contract.reservation_id), p_company.payment_terms_days)
$$;

/* Sets what was paid at booking against the invoice of these reservations. What is more than the invoice asks goes back to the
   voucher it came from, or becomes the balance of who paid. */
create function private.apply_prepayments(p_invoice public.invoices, p_reservations uuid[]) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_payment public.payments;
  v_left bigint := greatest(p_invoice.due_rappen - p_invoice.paid_rappen, 0);
  v_used bigint := 0;
  v_part bigint;
  v_extra bigint;
begin
  for v_payment in
    select * from public.payments
    where company_id = p_invoice.company_id and reservation_id = any (p_reservations) and purpose = 'booking_deposit'
      and status in ('succeeded', 'partially_refunded') and invoice_id is null order by method = 'voucher', created_at, id for no key update
  loop
    v_part := least(v_payment.amount_rappen - v_payment.refunded_rappen, v_left);
    v_extra := v_payment.amount_rappen - v_payment.refunded_rappen - v_part;
    if v_payment.method = 'voucher' and v_extra > 0 then
      perform private.refund(p_invoice.company_id, v_payment.id, v_extra, 'paid_too_much');
    else
      perform private.keep_overpayment(v_payment, 'customer_prepayments', v_extra);
    end if;
    update public.payments set invoice_id = p_invoice.id where company_id = p_invoice.company_id and id = v_payment.id;
    v_left := v_left - v_part;
    v_used := v_used + v_part;
  end loop;
  if v_used > 0 then
    perform private.post(p_invoice.company_id, 'prepayment', p_invoice.id::text, p_invoice.currency, jsonb_build_array(
      jsonb_build_object('account', 'customer_prepayments', 'amount_rappen', v_used),
      jsonb_build_object('account', 'receivables', 'amount_rappen', -v_used)));
  end if;
  perform private.apply_to_invoice(p_invoice.company_id, p_invoice.id, v_used);
  -- A deposit that nobody has paid yet is part of what the invoice asks for now.
  perform private.close_pages(p_invoice.company_id, p_reservation => reservation) from unnest(p_reservations) as reservation;
end $$;

/*
 * The invoice that a booking deposit pays which comes when its rental is invoiced already: the booker's own, one with something open first. Null while the deposit is to be
 * set against an invoice to come. The contract is locked, so that no invoice is written meanwhile.
 */
create function private.invoice_of_rental(p_company uuid, p_reservation uuid) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_contract public.contracts;
begin
  select * into v_contract from public.contracts where company_id = p_company and reservation_id = p_reservation and status <> 'cancelled' for no key update;
  if not (private.is_billed(v_contract, 'customer') or private.is_billed(v_contract, 'driver') and not private.owes(v_contract, 'customer')) then return null; end if;
  return (select i.id from public.contract_billings b join public.invoices i on i.company_id = b.company_id and i.id = b.invoice_id
    where b.company_id = p_company and b.contract_id = v_contract.id and b.active
    order by b.payer, private.open_amount(i) > 0 desc, b.is_final desc, i.created_at limit 1);
end $$;

/* The reference a rental's invoice is paid under: that of its settlement where it is the only one, so that either slip pays the one debt; else null, and it has its own. */
create function private.reference_of_bill(p_company public.companies, p_contract public.contracts, p_total bigint) returns text
language sql stable security definer set search_path = '' as $$
  select case when p_total = sum(amount_rappen) then private.rental_reference(p_company.iban, p_contract.number) end
  from public.contract_lines where company_id = p_company.id and contract_id = p_contract.id
$$;

/* What a credit note says of a rental that became cheaper than what was invoiced of it, in the customer's language. */
create function private.cheaper_text(p_language text) returns text
language sql immutable set search_path = '' as $$
  select coalesce(jsonb_build_object('de', 'Die Miete wurde nachträglich günstiger', 'fr', 'La location est devenue moins chère', 'it', 'Il noleggio è diventato meno caro',
    'en', 'The rental became cheaper afterwards') ->> p_language, 'Die Miete wurde nachträglich günstiger')
$$;

/* Credits what was invoiced of a contract beyond its price, the latest invoice first; what of it is paid becomes the payer's balance. Its final part then has no lines. */
create function private.credit_beyond(p_contract public.contracts, p_payer text, p_amount bigint) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_left bigint := p_amount;
  v_invoice public.invoices;
  v_part bigint;
  v_paid bigint;
  v_credit uuid;
begin
  for v_invoice in
    select i.* from public.invoices i join public.contract_billings b on b.company_id = i.company_id and b.invoice_id = i.id
    where b.company_id = p_contract.company_id and b.contract_id = p_contract.id and b.payer = p_payer and b.active order by b.service_to desc for no key update of i
  loop
    v_part := least(v_left, v_invoice.total_rappen - v_invoice.credited_rappen);
    continue when v_part = 0;
    v_paid := greatest(v_invoice.paid_rappen - v_invoice.due_rappen + v_part, 0);
    perform private.bill_contract(v_invoice, p_contract, p_payer, null, null) where v_left = p_amount;
    perform private.credit(v_invoice, v_part, private.cheaper_text(p_contract.locale)), private.restate_invoice(p_contract.company_id, v_invoice.id, -v_paid, 0, v_part);
    if v_paid > 0 then
      insert into public.customer_credits (company_id, customer_id, amount_rappen, currency, origin)
      values (p_contract.company_id, v_invoice.customer_id, v_paid, v_invoice.currency, 'overpayment') returning id into v_credit;
      perform private.post(p_contract.company_id, 'customer_credit', v_credit::text, v_invoice.currency, jsonb_build_array(
        jsonb_build_object('account', 'receivables', 'amount_rappen', v_paid), jsonb_build_object('account', 'customer_credits', 'amount_rappen', -v_paid)));
    end if;
    v_left := v_left - v_part;
    exit when v_left = 0;
  end loop;
end $$;

/* Issues what is left of a contract for one payer; null where that is nothing. Raises 422 `driver_missing`. */
create function private.issue_rest(p_company public.companies, p_contract public.contracts, p_payer text) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_lines jsonb := private.billing_lines(p_contract, p_payer, null);
  v_total bigint := (select coalesce(sum((l ->> 'amount_rappen')::bigint), 0) from jsonb_array_elements(v_lines) as l);
  v_invoice public.invoices;
begin
  -- A rental that costs nothing has an invoice all the same, unless somebody else's part is one.
  if private.is_billed(p_contract, p_payer) or not private.owes(p_contract, p_payer) and v_lines is null and (p_payer = 'driver' or private.owes(p_contract, 'driver')) then return null; end if;
  if v_total < 0 then
    perform private.credit_beyond(p_contract, p_payer, -v_total);
    if p_payer = 'customer' or not private.owes(p_contract, 'customer') then
      select i.* into v_invoice from public.contract_billings b join public.invoices i on i.company_id = b.company_id and i.id = b.invoice_id
      where b.company_id = p_contract.company_id and b.contract_id = p_contract.id and b.payer = p_payer and b.active and b.is_final limit 1;
      -- No invoice asks for what was paid at booking any more: nothing of it is used, all of it is too much.
      v_invoice.paid_rappen := v_invoice.due_rappen;
      perform private.apply_prepayments(v_invoice, array[p_contract.reservation_id]);
    end if;
    return null;
  end if;
  v_invoice := private.begin_bill(p_company, case p_payer when 'driver' then private.payer_of_driver(p_contract) else p_contract.customer_id end, p_contract.locale, p_contract.id,
    case p_payer when 'driver' then p_company.payment_terms_days else private.rental_terms_days(p_company, p_contract) end);
  perform private.bill_contract(v_invoice, p_contract, p_payer, null, v_lines);
  v_invoice := private.issue_bill(p_company, v_invoice, private.reference_of_bill(p_company, p_contract, v_total));
  -- Who booked has paid it: their own part first, the driver's only where they have none.
  if p_payer = 'customer' or not private.owes(p_contract, 'customer') then
    perform private.apply_prepayments(v_invoice, array[p_contract.reservation_id]);
  end if;
  return v_invoice.id;
end $$;

/*
 * Issues the invoices of a returned contract: what is left of it for the customer, and the driver's part for the driver; number taken, booking deposit applied, PDF and mail
 * queued. The customer's part waits where their account has a monthly invoice. What stays open of it is taken from their card on file, if there is one and p_charge_card says
 * so; without a word the company's own choice holds. Returns the first invoice's id, null where all waits; repeating returns the same one.
 * Raises 404 `not_found`, 409 `contract_not_returned`, 422 `driver_missing`.
 */
create function public.issue_invoice(p_contract_id uuid, p_charge_card boolean default null) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_company public.companies;
  v_contract public.contracts;
  v_first uuid;
  v_second uuid;
begin
  select * into v_company from public.companies where id = private.authorize('payments.take');
  select * into v_contract from public.contracts where company_id = v_company.id and id = p_contract_id for no key update;
  if not found then perform private.fail(404, 'not_found'); end if;
  if v_contract.status not in ('returned', 'closed') then perform private.fail(409, 'contract_not_returned'); end if;
  if not private.waits_for_month(v_contract) then v_first := private.issue_rest(v_company, v_contract, 'customer'); end if;
  if v_first is not null and coalesce(p_charge_card, v_company.charges_remainder) then perform private.charge_on_file(v_company.id, v_first); end if;
  v_second := private.issue_rest(v_company, v_contract, 'driver');
  return coalesce(v_first, v_second, (select i.id from public.invoices i join public.contract_billings b on b.company_id = i.company_id and b.invoice_id = i.id
    where b.company_id = v_company.id and b.contract_id = p_contract_id and b.active order by b.is_final desc, b.payer, i.created_at desc limit 1));
end $$;
grant execute on function public.issue_invoice(uuid, boolean) to authenticated;

/*
 * Who pays what of a contract, and on which invoices it stands: {waits_for_month, is_invoiced, shares: [{payer, name, total_rappen, left_rappen}], invoices: [{id, number,
 * status, open_rappen, due_on, payer, name, service_from, service_to, is_final, amount_rappen}]}; the invoice a security deposit goes to first. Raises 403 `forbidden`, 404 `not_found`.
 */
create function public.contract_billing(p_contract_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('contracts.see');
  v_contract public.contracts;
begin
  select * into v_contract from public.contracts where company_id = v_company and id = p_contract_id;
  if not found then perform private.fail(404, 'not_found'); end if;
  return jsonb_build_object('waits_for_month', private.waits_for_month(v_contract), 'is_invoiced', private.is_invoiced(v_contract),
    'shares', (select jsonb_agg(jsonb_build_object('payer', p.payer, 'name', p.name, 'total_rappen', p.total, 'left_rappen', p.due) order by p.payer)
      from (
        select who.payer, who.name, (select coalesce(sum(o.amount_rappen), 0) from private.owed_lines(v_contract, who.payer) as o) as total,
          case when private.is_billed(v_contract, who.payer) then 0
            else (select coalesce(sum((l ->> 'amount_rappen')::bigint), 0) from jsonb_array_elements(private.billing_lines(v_contract, who.payer, null)) as l) end as due
        from (select 'customer' as payer, k.name from public.customers k where k.company_id = v_company and k.id = v_contract.customer_id
          union all select 'driver', (select d.first_name || ' ' || d.last_name from public.drivers d where d.company_id = v_company and d.id = v_contract.driver_id)) as who
      ) as p where p.payer = 'customer' or p.total <> 0),
    'invoices', (select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'number', i.number, 'status', i.status, 'open_rappen', private.open_amount(i), 'fees_rappen', i.fees_rappen, 'credited_rappen', i.credited_rappen, 'paid_rappen', i.paid_rappen, 'due_on', i.due_on, 'payer', b.payer,
        'name', k.name, 'service_from', b.service_from, 'service_to', b.service_to, 'is_final', b.is_final,
        'is_collective', exists (select from public.contract_billings o where o.company_id = i.company_id and o.invoice_id = i.id and o.contract_id <> b.contract_id),
        'amount_rappen', (select coalesce(sum(l.amount_rappen), 0) from public.invoice_lines l where l.company_id = b.company_id and l.billing_id = b.id))
        order by i.due_rappen > i.paid_rappen desc, b.payer desc, b.is_final desc, i.created_at), '[]')
      from public.contract_billings b join public.invoices i on i.company_id = b.company_id and i.id = b.invoice_id
      join public.customers k on k.company_id = i.company_id and k.id = i.customer_id
      where b.company_id = v_company and b.contract_id = p_contract_id and b.active));
end $$;
grant execute on function public.contract_billing(uuid) to authenticated;
