create table public.invoices (
  company_id    uuid not null references public.companies (id),
  id            uuid not null default gen_random_uuid(),
  number        text not null,
  status        public.invoice_status not null default 'open',
  contract_id   uuid not null,
  customer_id   uuid not null,
  currency      text not null,
  locale        text not null,
  issued_on     date not null,
  due_on        date not null check (due_on >= issued_on),
  service_from  date not null,
  service_to    date not null,
  total_rappen  bigint not null check (total_rappen >= 0),
  paid_rappen   bigint not null default 0 check (paid_rappen >= 0),
  vat           jsonb not null,
  creditor      jsonb not null,
  debtor        jsonb not null,
  reference     text,
  created_at    timestamptz not null default now(),
  updated_at    timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, number),
  foreign key (company_id, contract_id) references public.contracts (company_id, id),
  foreign key (company_id, customer_id) references public.customers (company_id, id)
);
create unique index invoices_one_per_contract on public.invoices (company_id, contract_id) where status <> 'void';
create index invoices_customer on public.invoices (company_id, customer_id);
create index invoices_status on public.invoices (company_id, status, due_on);
comment on table public.invoices is 'Immutable once issued, but for status and paid_rappen. creditor and debtor are frozen copies; reference is the QRR or SCOR reference.';

create table public.invoice_lines (
  company_id    uuid not null references public.companies (id),
  id            uuid not null default gen_random_uuid(),
  invoice_id    uuid not null,
  position      int not null,
  kind          text not null,
  code          text not null,
  names         jsonb,
  quantity      numeric not null,
  unit_rappen   bigint not null,
  amount_rappen bigint not null,
  vat_bp        int not null,
  created_at    timestamptz not null default now(),
  updated_at    timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, invoice_id, position),
  foreign key (company_id, invoice_id) references public.invoices (company_id, id)
);
alter table public.payments add foreign key (company_id, invoice_id) references public.invoices (company_id, id);

select private.guard_tenant_table('public.invoices'), private.guard_tenant_table('public.invoice_lines');
create trigger invoice_lines_append_only before update or delete on public.invoice_lines for each row execute function private.refuse_change();
create trigger invoices_transition before update of status on public.invoices for each row
  execute function private.check_transition('open>partially_paid', 'open>paid', 'open>overdue', 'open>void', 'partially_paid>paid',
    'partially_paid>overdue', 'overdue>partially_paid', 'overdue>paid', 'overdue>void');

create function private.keep_invoice() returns trigger
language plpgsql set search_path = '' as $$
begin
  if to_jsonb(new) - array['status', 'paid_rappen', 'updated_at'] is distinct from to_jsonb(old) - array['status', 'paid_rappen', 'updated_at'] then
    perform private.fail(409, 'invoice_is_immutable');
  end if;
  return new;
end $$;
create trigger invoices_immutable before update on public.invoices for each row execute function private.keep_invoice();
create trigger invoices_kept before delete on public.invoices for each row execute function private.refuse_change();
create policy "members see invoices" on public.invoices for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('contracts.see')));
create policy "members see invoice lines" on public.invoice_lines for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('contracts.see')));
grant select on public.invoices, public.invoice_lines to authenticated;

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

/*
 * Issues the invoice of a returned contract: lines copied, number taken, booking deposit applied, PDF and mail queued.
 * Returns the invoice id; repeating returns the same one. Raises 404 `not_found`, 409 `contract_not_returned`.
 */
create function public.issue_invoice(p_contract_id uuid) returns uuid
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
  select * into v_contract from public.contracts where company_id = v_company.id and id = p_contract_id for update;
  if not found then perform private.fail(404, 'not_found'); end if;
  select * into v_invoice from public.invoices where company_id = v_company.id and contract_id = p_contract_id and status <> 'void';
  if found then return v_invoice.id; end if;
  if v_contract.status <> 'returned' then perform private.fail(409, 'contract_not_returned'); end if;

  v_today := (now() at time zone v_company.time_zone)::date;
  select jsonb_agg(to_jsonb(l)), sum(l.amount_rappen) into v_lines, v_total from public.contract_lines l
  where l.company_id = v_company.id and l.contract_id = p_contract_id;
  v_vat := private.vat_groups(v_lines);
  insert into public.invoices (company_id, number, contract_id, customer_id, currency, locale, issued_on, due_on, service_from, service_to, total_rappen, vat,
    creditor, debtor, reference)
  select v_company.id, taken, p_contract_id, k.id, v_contract.currency, v_contract.locale, v_today, v_today + v_company.payment_terms_days,
    (v_contract.picked_up_at at time zone v_company.time_zone)::date, (v_contract.returned_at at time zone v_company.time_zone)::date, v_total, v_vat,
    jsonb_build_object('name', coalesce(v_company.legal_name, v_company.name), 'street', v_company.street, 'house_number', v_company.house_number,
      'postal_code', v_company.postal_code, 'town', v_company.town, 'country', v_company.country, 'iban', v_company.iban,
      'uid_number', v_company.uid_number, 'vat_registered', v_company.vat_registered, 'email', v_company.email, 'phone', v_company.phone),
    jsonb_build_object('name', k.name, 'street', k.street, 'house_number', k.house_number, 'postal_code', k.postal_code, 'town', k.town, 'country', k.country),
    private.payment_reference(v_company.iban, taken)
  from public.customers k, private.next_number(v_company.id, 'invoice') as taken
  where k.company_id = v_company.id and k.id = v_contract.customer_id
  returning * into v_invoice;
  insert into public.invoice_lines (company_id, invoice_id, position, kind, code, names, quantity, unit_rappen, amount_rappen, vat_bp)
  select company_id, v_invoice.id, position, kind, code, names, quantity, unit_rappen, amount_rappen, vat_bp
  from public.contract_lines where company_id = v_company.id and contract_id = p_contract_id;
  perform private.post(v_company.id, 'invoice', v_invoice.id::text, v_invoice.currency, jsonb_build_array(
    jsonb_build_object('account', 'receivables', 'amount_rappen', v_total),
    jsonb_build_object('account', 'vat_due', 'amount_rappen', -coalesce((select sum((g ->> 'vat_rappen')::bigint) from jsonb_array_elements(v_vat) as g), 0)),
    jsonb_build_object('account', 'revenue', 'amount_rappen', -v_total + coalesce((select sum((g ->> 'vat_rappen')::bigint) from jsonb_array_elements(v_vat) as g), 0))));

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
  perform private.enqueue(v_company.id, 'document.invoice', v_invoice.id::text, jsonb_build_object('invoice_id', v_invoice.id));
  return v_invoice.id;
end $$;

create function private.apply_to_invoice(p_company uuid, p_invoice uuid, p_amount bigint) returns void
language sql security definer set search_path = '' as $$
  update public.invoices set paid_rappen = paid_rappen + p_amount,
    status = case when paid_rappen + p_amount >= total_rappen then 'paid' when paid_rappen + p_amount > 0 then 'partially_paid' else status::text end::public.invoice_status
  where company_id = p_company and id = p_invoice
$$;

/*
 * Records money received for an invoice by cash, bank transfer or QR-bill. Cash is taken in 5-rappen steps; the difference is posted as rounding.
 * Safe to repeat with the same key. Raises 422 `amount_exceeds_open` · `cash_needs_five_rappen`, 404 `not_found`.
 */
create function public.record_payment(p_invoice_id uuid, p_method public.payment_method, p_amount_rappen bigint, p_received_on date default current_date,
  p_idempotency_key text default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('payments.take');
  v_before jsonb := private.begin_once(v_company, 'record_payment', p_idempotency_key, jsonb_build_array(p_invoice_id, p_method, p_amount_rappen, p_received_on));
  v_invoice public.invoices;
  v_open bigint;
  v_settles bigint := p_amount_rappen;
  v_id uuid;
begin
  if v_before is not null then return v_before; end if;
  select * into v_invoice from public.invoices where company_id = v_company and id = p_invoice_id for update;
  if not found then perform private.fail(404, 'not_found'); end if;
  v_open := v_invoice.total_rappen - v_invoice.paid_rappen;
  if p_method not in ('cash', 'bank_transfer', 'qr_bill') or p_amount_rappen <= 0 then perform private.fail(422, 'invalid_input'); end if;
  if p_method = 'cash' then
    if p_amount_rappen % 5 <> 0 then perform private.fail(422, 'cash_needs_five_rappen'); end if;
    if abs(p_amount_rappen - v_open) < 5 and p_amount_rappen = round(v_open / 5.0) * 5 then v_settles := v_open; end if;
  end if;
  if v_settles > v_open then perform private.fail(422, 'amount_exceeds_open', jsonb_build_object('open_rappen', v_open)); end if;

  insert into public.payments (company_id, customer_id, invoice_id, purpose, method, status, amount_rappen, currency, received_on, settled_at)
  values (v_company, v_invoice.customer_id, p_invoice_id, 'invoice', p_method, 'succeeded', p_amount_rappen, v_invoice.currency, p_received_on, now())
  returning id into v_id;
  perform private.post(v_company, 'payment', v_id::text, v_invoice.currency, jsonb_build_array(
    jsonb_build_object('account', private.money_account(p_method), 'amount_rappen', p_amount_rappen),
    jsonb_build_object('account', 'rounding', 'amount_rappen', v_settles - p_amount_rappen),
    jsonb_build_object('account', 'receivables', 'amount_rappen', -v_settles)));
  perform private.apply_to_invoice(v_company, p_invoice_id, v_settles);
  return private.finish_once(v_company, 'record_payment', p_idempotency_key, jsonb_build_object('payment_id', v_id, 'open_rappen', v_open - v_settles));
end $$;

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
  v_payment uuid;
begin
  select * into v_deposit from public.deposits where company_id = v_company and id = p_deposit_id for update;
  if not found then perform private.fail(404, 'not_found'); end if;
  if v_deposit.status in ('captured', 'released') and v_deposit.captured_rappen = p_capture_rappen then return; end if;
  if v_deposit.status <> 'held' then perform private.fail(409, 'deposit_not_held', jsonb_build_object('status', v_deposit.status)); end if;
  if p_capture_rappen < 0 or p_capture_rappen > v_deposit.amount_rappen then perform private.fail(422, 'capture_exceeds_deposit'); end if;

  if p_capture_rappen > 0 then
    select * into v_invoice from public.invoices where company_id = v_company and contract_id = v_deposit.contract_id and status <> 'void' for update;
    if not found then perform private.fail(409, 'invoice_missing'); end if;
    if p_capture_rappen > v_invoice.total_rappen - v_invoice.paid_rappen then
      perform private.fail(422, 'amount_exceeds_open', jsonb_build_object('open_rappen', v_invoice.total_rappen - v_invoice.paid_rappen));
    end if;
    insert into public.payments (company_id, customer_id, invoice_id, purpose, method, status, amount_rappen, currency, provider_intent, received_on, settled_at)
    values (v_company, v_invoice.customer_id, v_invoice.id, 'security_deposit', v_deposit.method, 'succeeded', p_capture_rappen, v_deposit.currency,
      v_deposit.provider_intent, current_date, now()) returning id into v_payment;
    perform private.post(v_company, 'payment', v_payment::text, v_deposit.currency, jsonb_build_array(
      jsonb_build_object('account', private.money_account(v_deposit.method), 'amount_rappen', p_capture_rappen),
      jsonb_build_object('account', 'receivables', 'amount_rappen', -p_capture_rappen)));
    perform private.apply_to_invoice(v_company, v_invoice.id, p_capture_rappen);
  end if;
  update public.deposits set status = case when p_capture_rappen > 0 then 'captured' else 'released' end::public.deposit_status, captured_rappen = p_capture_rappen
  where company_id = v_company and id = p_deposit_id;
  if v_deposit.method = 'card' then
    perform private.enqueue(v_company, 'stripe.deposit_resolve', p_deposit_id::text, jsonb_build_object('deposit_id', p_deposit_id));
  end if;
end $$;

/* Closes a returned contract. Raises 409 `invoice_missing` · `deposit_unresolved`. */
create function public.close_contract(p_contract_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('contracts.create');
begin
  perform from public.contracts where company_id = v_company and id = p_contract_id for update;
  if not found then perform private.fail(404, 'not_found'); end if;
  if not exists (select from public.invoices where company_id = v_company and contract_id = p_contract_id and status <> 'void') then
    perform private.fail(409, 'invoice_missing');
  end if;
  if exists (select from public.deposits where company_id = v_company and contract_id = p_contract_id and status in ('requested', 'held')) then
    perform private.fail(409, 'deposit_unresolved');
  end if;
  update public.contracts set status = 'closed' where company_id = v_company and id = p_contract_id;
end $$;
grant execute on function public.issue_invoice(uuid), public.record_payment(uuid, public.payment_method, bigint, date, text),
  public.resolve_deposit(uuid, bigint), public.close_contract(uuid) to authenticated;

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

/* Marks invoices past their due date as overdue; returns how many. */
create function public.mark_overdue_invoices() returns int
language sql security definer set search_path = '' as $$
  with late as (
    update public.invoices i set status = 'overdue' from public.companies c
    where c.id = i.company_id and i.status in ('open', 'partially_paid') and i.due_on < (now() at time zone c.time_zone)::date returning 1
  ) select count(*)::int from late
$$;
grant execute on function public.deposit_facts(uuid, uuid), public.settle_deposit_hold(uuid, uuid, text, text), public.mark_overdue_invoices() to service_role;
