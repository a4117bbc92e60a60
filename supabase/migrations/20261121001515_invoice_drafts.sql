-- Invoices that are written by hand: a draft anybody at the desk may change, until it is issued and never changes again.

/* The VAT rates an invoice may carry for a service on that day, the usual one first; 0 alone without VAT duty. */
create function private.invoice_rates(p_company uuid, p_on date) returns int[]
language sql stable security definer set search_path = '' as $$
  select coalesce((
    select array[r.rate_bp] || r.other_bp from public.companies c join public.vat_rates r on r.country = c.country
    where c.id = p_company and c.vat_registered and r.valid_from <= p_on order by r.valid_from desc limit 1), '{}') || 0
$$;

/*
 * The lines of a draft, priced: amount = quantity × unit price, half-up to the rappen. p_lines = [{text, quantity, unit_rappen, vat_bp}], prices with VAT.
 * Raises 422 `invalid_input` · `vat_rate_unknown`.
 */
create function private.priced_lines(p_company uuid, p_lines jsonb, p_on date, p_locale text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_lines jsonb;
begin
  if jsonb_typeof(p_lines) is distinct from 'array' or jsonb_array_length(p_lines) > 200 or p_on is null
    or exists (select from jsonb_array_elements(p_lines) as l where (private.are_texts(l, array['text']) and length(coalesce(l ->> 'text', '')) <= 300 and coalesce(l ->> 'text', '') !~ '[[:cntrl:]]'
      and jsonb_typeof(l -> 'quantity') = 'number' and (l ->> 'quantity')::numeric between 0.001 and 99999 and scale((l ->> 'quantity')::numeric) <= 3
      and l ->> 'unit_rappen' ~ '^-?[0-9]{1,11}$' and l ->> 'vat_bp' ~ '^[0-9]{1,4}$') is not true) then
    perform private.fail(422, 'invalid_input', '{"rule": "lines"}');
  end if;
  if exists (select from jsonb_array_elements(p_lines) as l where not (l ->> 'vat_bp')::int = any (private.invoice_rates(p_company, p_on))) then
    perform private.fail(422, 'vat_rate_unknown', jsonb_build_object('rates_bp', private.invoice_rates(p_company, p_on)));
  end if;
  select coalesce(jsonb_agg(jsonb_build_object('kind', 'manual', 'code', '', 'names', jsonb_build_object(p_locale, btrim(l ->> 'text')), 'quantity', (l ->> 'quantity')::numeric,
    'unit_rappen', (l ->> 'unit_rappen')::bigint, 'amount_rappen', round((l ->> 'quantity')::numeric * (l ->> 'unit_rappen')::bigint)::bigint, 'vat_bp', (l ->> 'vat_bp')::int)
    order by place), '[]') into v_lines
  from jsonb_array_elements(p_lines) with ordinality as lines (l, place);
  -- What the payment part of a QR-bill can carry, and nobody is charged less than nothing.
  if (select coalesce(sum((l ->> 'amount_rappen')::numeric), 0) not between 0 and 99999999999 from jsonb_array_elements(v_lines) as l) then
    perform private.fail(422, 'invoice_total');
  end if;
  return v_lines;
end $$;

/*
 * What a draft would come to, for the eyes while it is written: {amounts: [rappen by line], total_rappen, vat: [{rate_bp, gross_rappen, vat_rappen, net_rappen}],
 * rates_bp}. Raises 422 `invalid_input` · `vat_rate_unknown` · `invoice_total`.
 */
create function public.price_invoice_lines(p_lines jsonb, p_service_to date default current_date) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('payments.take');
  v_lines jsonb := private.priced_lines(v_company, p_lines, p_service_to, 'de');
begin
  return (select jsonb_build_object('amounts', coalesce(jsonb_agg(l -> 'amount_rappen' order by place), '[]'), 'total_rappen', coalesce(sum((l ->> 'amount_rappen')::bigint), 0),
      'vat', private.vat_groups(v_lines), 'rates_bp', private.invoice_rates(v_company, p_service_to))
    from jsonb_array_elements(v_lines) with ordinality as lines (l, place));
end $$;

/* Puts the lines of a draft in the place of those it had, and its total with them. */
create function private.replace_lines(p_draft public.invoices, p_lines jsonb) returns void
language plpgsql security definer set search_path = '' as $$
begin
  delete from public.invoice_lines where company_id = p_draft.company_id and invoice_id = p_draft.id;
  insert into public.invoice_lines (company_id, invoice_id, position, kind, code, names, quantity, unit_rappen, amount_rappen, vat_bp)
  select p_draft.company_id, p_draft.id, place, l ->> 'kind', l ->> 'code', l -> 'names', (l ->> 'quantity')::numeric, (l ->> 'unit_rappen')::bigint,
    (l ->> 'amount_rappen')::bigint, (l ->> 'vat_bp')::int
  from jsonb_array_elements(p_lines) with ordinality as lines (l, place);
  update public.invoices set vat = private.vat_groups(p_lines), total_rappen = (select coalesce(sum((l ->> 'amount_rappen')::bigint), 0) from jsonb_array_elements(p_lines) as l)
  where company_id = p_draft.company_id and id = p_draft.id;
end $$;

/*
 * Writes a draft, or with p_invoice_id changes one: p_draft = {service_from?, service_to?, due_on?, lines}. Without due_on the customer's terms count from the day
 * it is issued. A new one is safe to repeat with the same key. Returns its id.
 * Raises 404 `not_found`, 409 `invalid_transition`, 422 `invalid_input` · `vat_rate_unknown` · `idempotency_key_reused`.
 */
create function public.save_invoice_draft(p_customer_id uuid, p_draft jsonb, p_invoice_id uuid default null, p_idempotency_key text default null) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_company public.companies;
  v_customer public.customers;
  v_draft public.invoices;
  v_before jsonb;
  v_today date;
begin
  select * into v_company from public.companies where id = private.authorize('payments.take');
  v_before := private.begin_once(v_company.id, 'save_invoice_draft', p_idempotency_key, jsonb_build_array(p_customer_id, p_draft, p_invoice_id));
  if v_before is not null then return (v_before ->> 'id')::uuid; end if;
  if private.are_texts(p_draft, array['service_from', 'service_to', 'due_on']) is not true then perform private.fail(422, 'invalid_input', '{"rule": "draft"}'); end if;
  select * into v_customer from public.customers where company_id = v_company.id and id = p_customer_id and deleted_at is null;
  if not found then perform private.fail(404, 'not_found'); end if;
  v_today := (now() at time zone v_company.time_zone)::date;
  if p_invoice_id is null then
    insert into public.invoices (company_id, status, customer_id, currency, locale, service_from, service_to, total_rappen, vat, creditor, debtor)
    values (v_company.id, 'draft', p_customer_id, v_company.currency, v_customer.language, v_today, v_today, 0, '[]', '{}', '{}') returning * into v_draft;
  else
    v_draft := private.lock_draft(v_company.id, p_invoice_id);
  end if;
  update public.invoices set customer_id = p_customer_id, locale = v_customer.language, due_on = (p_draft ->> 'due_on')::date,
    service_from = coalesce((p_draft ->> 'service_from')::date, v_today), service_to = coalesce((p_draft ->> 'service_to')::date, v_today)
  where company_id = v_company.id and id = v_draft.id returning * into v_draft;
  perform private.replace_lines(v_draft, private.priced_lines(v_company.id, p_draft -> 'lines', v_draft.service_to, v_draft.locale));
  perform private.finish_once(v_company.id, 'save_invoice_draft', p_idempotency_key, jsonb_build_object('id', v_draft.id));
  return v_draft.id;
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;

/* A draft, locked. Raises 404 `not_found`, 409 `invalid_transition` for what is issued. */
create function private.lock_draft(p_company uuid, p_invoice uuid) returns public.invoices
language plpgsql security definer set search_path = '' as $$
declare
  v_draft public.invoices;
begin
  select * into v_draft from public.invoices where company_id = p_company and id = p_invoice for no key update;
  if not found then perform private.fail(404, 'not_found'); end if;
  if v_draft.status <> 'draft' then perform private.fail(409, 'invalid_transition', jsonb_build_object('record', 'invoices', 'from', v_draft.status)); end if;
  return v_draft;
end $$;

/* Throws a draft away; nothing was ever owed. Raises as private.lock_draft. */
create function public.delete_invoice_draft(p_invoice_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_draft public.invoices := private.lock_draft(private.authorize('payments.take'), p_invoice_id);
begin
  delete from public.invoice_lines where company_id = v_draft.company_id and invoice_id = v_draft.id;
  delete from public.invoices where company_id = v_draft.company_id and id = v_draft.id;
end $$;

/* Days until an invoice of a customer is due: their account's terms, else the company's. */
create function private.payment_terms(p_company public.companies, p_customer uuid) returns int
language sql stable security definer set search_path = '' as $$
  select coalesce((select payment_terms_days from public.customer_accounts where company_id = p_company.id and customer_id = p_customer), p_company.payment_terms_days)
$$;

/* Gives a draft its number and books it: from now on it never changes. p_reference: the one it is paid under, where it has one already. */
create function private.issue_draft(p_company public.companies, p_draft public.invoices, p_reference text default null) returns public.invoices
language plpgsql security definer set search_path = '' as $$
declare
  v_today date := (now() at time zone p_company.time_zone)::date;
  v_issued public.invoices;
begin
  -- The row of the number is locked last, and by whoever has everything else: a thousand at once then wait for one another only here.
  update public.invoices i set status = 'open', number = taken, issued_on = v_today, due_on = coalesce(i.due_on, v_today + private.payment_terms(p_company, i.customer_id)),
    creditor = private.creditor_of(p_company), debtor = private.debtor_of(k), reference = coalesce(p_reference, private.invoice_reference(p_company.iban, taken))
  from public.customers k, private.next_number(p_company.id, 'invoice') as taken
  where i.company_id = p_company.id and i.id = p_draft.id and k.company_id = i.company_id and k.id = i.customer_id returning i.* into v_issued;
  perform private.book_invoice(v_issued);
  return v_issued;
end $$;

/*
 * Issues a draft: number, books, PDF and mail. Safe to repeat: an invoice that is issued answers with its number.
 * Raises 404 `not_found`, 422 `invoice_empty` · `due_in_past`.
 */
create function public.issue_invoice_draft(p_invoice_id uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare
  v_company public.companies;
  v_draft public.invoices;
begin
  select * into v_company from public.companies where id = private.authorize('payments.take');
  select * into v_draft from public.invoices where company_id = v_company.id and id = p_invoice_id for no key update;
  if not found then perform private.fail(404, 'not_found'); end if;
  if v_draft.status <> 'draft' then return v_draft.number; end if;
  if v_draft.total_rappen = 0 or exists (select from public.invoice_lines l where l.company_id = v_company.id and l.invoice_id = p_invoice_id
      and l.kind = 'manual' and not exists (select from jsonb_each_text(l.names) where value <> '')) then
    perform private.fail(422, 'invoice_empty');
  end if;
  if v_draft.due_on < (now() at time zone v_company.time_zone)::date then perform private.fail(422, 'due_in_past'); end if;
  return (private.issue_draft(v_company, v_draft)).number;
end $$;
grant execute on function public.price_invoice_lines(jsonb, date), public.save_invoice_draft(uuid, jsonb, uuid, text), public.delete_invoice_draft(uuid),
  public.issue_invoice_draft(uuid) to authenticated;
