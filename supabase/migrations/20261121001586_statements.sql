-- A customer's account with the company, as the ledger has it.

/* What concerns a customer in the ledger, by source, and the number on the paper it belongs to. */
create function private.sources_of_customer(p_company uuid, p_customer uuid) returns table (kind text, id text, number text)
language sql stable security definer set search_path = '' as $$
  with own as (select i.id, i.number from public.invoices i where i.company_id = p_company and i.customer_id = p_customer and i.status <> 'draft'),
    paid as (select p.id, i.number from public.payments p left join public.invoices i on i.company_id = p.company_id and i.id = p.invoice_id
      where p.company_id = p_company and p.customer_id = p_customer)
  select k.kind, own.id::text, own.number from own, unnest(array['invoice', 'prepayment', 'fees_waived']) as k (kind)
  union all select 'credit_note', n.id::text, n.number from public.credit_notes n join own on own.id = n.invoice_id where n.company_id = p_company
  union all select 'reminder_fee', r.id::text, own.number from public.invoice_reminders r join own on own.id = r.invoice_id where r.company_id = p_company
  union all select 'bank_entry', e.id::text, own.number from public.bank_entries e join own on own.id = e.invoice_id where e.company_id = p_company
  union all select 'payment', paid.id::text, paid.number from paid
  union all select k.kind, r.id::text, paid.number from public.refunds r join paid on paid.id = r.payment_id, unnest(array['refund', 'refund_failed']) as k (kind) where r.company_id = p_company
  union all select 'deposit_resolved', d.id::text, paid.number from public.deposits d join paid on paid.id = d.payment_id where d.company_id = p_company
  union all select k.kind, c.id::text, null from public.customer_credits c, unnest(array['customer_credit', 'credit_payout']) as k (kind)
    where c.company_id = p_company and c.customer_id = p_customer
$$;

/* The reference under which a customer pays what a statement says; the 9 keeps it apart from those of invoices. */
create function private.statement_reference(p_iban text, p_customer_number text) returns text
language sql immutable set search_path = '' as $$
  select private.payment_reference(p_iban, '9' || regexp_replace(p_customer_number, '\D', '', 'g'))
$$;

/* Whose statements these references stand on, whatever the company's IBAN was when they were printed. */
create function private.statement_payers(p_company uuid, p_references text[]) returns table (reference text, customer_id uuid)
language sql stable security definer set search_path = '' as $$
  with given as (
    select distinct r, case when r ~ '^[0-9]{27}$' then ltrim(left(r, 26), '0') when r ~ '^RF[0-9]{3,23}$' then substr(r, 5) end as digits from unnest(p_references) as r
  )
  select g.r, coalesce(k.merged_into, k.id) from given g
  join public.customers k on k.company_id = p_company and '9' || regexp_replace(k.number, '\D', '', 'g') = g.digits
$$;

/* What a customer has not paid yet, the oldest first. */
create function private.open_invoices(p_company uuid, p_customer uuid) returns setof public.invoices
language sql stable security definer set search_path = '' as $$
  select * from public.invoices where company_id = p_company and customer_id = p_customer and status in ('open', 'partially_paid', 'overdue') order by due_on, number
$$;

/* Pays with the fresh entries of a bank file that came with the slip of a statement: the oldest invoices first, and what is left waits for a person. */
create function private.spread_statement_payments(p_company uuid, p_import uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_payer record;
  v_entry public.bank_entries;
  v_invoice public.invoices;
  v_owed bigint;
begin
  for v_payer in
    select e.id as entry_id, s.customer_id from public.bank_entries e
    join private.statement_payers(p_company, array(select reference from public.bank_entries where company_id = p_company and bank_import_id = p_import and finding = 'unknown')) as s
      on s.reference = e.reference
    where e.company_id = p_company and e.bank_import_id = p_import and e.finding = 'unknown' order by e.position
  loop
    select * into v_entry from public.bank_entries where company_id = p_company and id = v_payer.entry_id;
    select coalesce(sum(private.open_amount(i)), 0) into v_owed from private.open_invoices(p_company, v_payer.customer_id) as i;
    for v_invoice in select * from private.open_invoices(p_company, v_payer.customer_id) loop
      exit when v_entry.settled_rappen = v_entry.amount_rappen;
      v_entry.settled_rappen := v_entry.settled_rappen + private.pay_from_entry(v_entry, v_invoice, 'qr_bill');
    end loop;
    update public.bank_entries set finding = case when v_owed = 0 then 'double' when v_owed < amount_rappen then 'over' when v_owed > amount_rappen then 'partial' else 'exact' end,
      -- One of their invoices says whose money waits.
      invoice_id = (select id from public.invoices where company_id = p_company and customer_id = v_payer.customer_id and status <> 'draft' order by issued_on desc, number desc limit 1)
    where company_id = p_company and id = v_entry.id;
  end loop;
end $$;

/*
 * A customer's statement of account from one day to another in the company's zone: {customer, email, locale, currency, opening_rappen, entries: [{day, kind, number, amount_rappen}],
 * closing_rappen, open_items: [{number, issued_on, due_on, open_rappen}], is_current, reference, creditor, debtor, accent_color}; null for a customer who is not there.
 * Above zero is what the customer owes; below, what the company does. Its closing is their receivables less their balance in the ledger.
 */
create function private.statement_of(p_company public.companies, p_customer uuid, p_from date, p_until date) returns jsonb
language sql stable security definer set search_path = '' as $$
  with moves as (
    select (min(l.booked_at) at time zone p_company.time_zone)::date as day, l.source_kind, s.number, sum(l.amount_rappen)::bigint as amount, min(l.id) as place
    from private.sources_of_customer(p_company.id, p_customer) as s
    join public.ledger_entries l on l.company_id = p_company.id and l.source_kind = s.kind and l.source_id = s.id and l.account in ('receivables', 'customer_credits')
    group by l.source_kind, l.source_id, s.number having sum(l.amount_rappen) <> 0
  ), sums as (
    select coalesce(sum(amount) filter (where day < p_from), 0) as opening, coalesce(sum(amount) filter (where day <= p_until), 0) as closing,
      coalesce(jsonb_agg(jsonb_build_object('day', day, 'kind', source_kind, 'number', number, 'amount_rappen', amount) order by day, place)
        filter (where day between p_from and p_until), '[]') as entries
    from moves
  )
  select jsonb_build_object('customer', k.name, 'customer_id', k.id, 'number', k.number, 'email', coalesce(a.billing_email, k.email), 'locale', k.language, 'currency', p_company.currency,
    'opening_rappen', opening, 'entries', entries, 'closing_rappen', closing, 'is_current', p_until >= (now() at time zone p_company.time_zone)::date,
    'open_items', coalesce((select jsonb_agg(jsonb_build_object('number', i.number, 'issued_on', i.issued_on, 'due_on', i.due_on, 'open_rappen', private.open_amount(i)) order by i.due_on, i.number)
      from private.open_invoices(p_company.id, p_customer) as i where private.open_amount(i) > 0), '[]'),
    'reference', private.statement_reference(p_company.iban, k.number), 'creditor', private.creditor_of(p_company), 'debtor', private.debtor_of(k), 'accent_color', p_company.accent_color)
  from sums, public.customers k left join public.customer_accounts a on a.company_id = k.company_id and a.customer_id = k.id
  where k.company_id = p_company.id and k.id = p_customer and k.deleted_at is null
$$;

/* A customer's statement for members: see private.statement_of. Raises 403 `forbidden`, 404 `not_found`, 422 `invalid_input`. */
create function public.customer_statement(p_customer_id uuid, p_from date, p_until date) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_company public.companies;
  v_statement jsonb;
begin
  select * into v_company from public.companies where id = private.authorize('contracts.see');
  v_statement := private.statement_of(v_company, p_customer_id, p_from, p_until);
  if v_statement is null then perform private.fail(404, 'not_found'); end if;
  if (p_from <= p_until) is not true then perform private.fail(422, 'invalid_input', '{"rule": "period"}'); end if;
  return v_statement;
end $$;

/* The same for the worker that mails it; null when the customer is gone. */
create function public.statement_facts(p_company_id uuid, p_customer_id uuid, p_from date, p_until date) returns jsonb
language sql stable security definer set search_path = '' as $$
  select private.statement_of(c, p_customer_id, p_from, p_until) from public.companies c where c.id = p_company_id
$$;

/*
 * Mails a customer their statement. Safe to repeat with the same key. Raises 404 `not_found`, 422 `no_contact` · `invalid_input` · `idempotency_key_reused`.
 */
create function public.send_statement(p_customer_id uuid, p_from date, p_until date, p_idempotency_key text default null) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('payments.take');
begin
  if private.begin_once(v_company, 'send_statement', p_idempotency_key, jsonb_build_array(p_customer_id, p_from, p_until)) is not null then return; end if;
  if public.customer_statement(p_customer_id, p_from, p_until) ->> 'email' is null then perform private.fail(422, 'no_contact'); end if;
  perform private.enqueue(v_company, 'mail.statement', gen_random_uuid()::text, jsonb_build_object('customer_id', p_customer_id, 'from', p_from, 'until', p_until));
  perform private.finish_once(v_company, 'send_statement', p_idempotency_key, '{}');
end $$;
grant execute on function public.customer_statement(uuid, date, date), public.send_statement(uuid, date, date, text) to authenticated;
grant execute on function public.statement_facts(uuid, uuid, date, date) to service_role;
