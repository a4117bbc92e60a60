-- What the bank says came in (camt.053, camt.054): each entry once, matched to invoices by its reference.
create table public.bank_imports (
  company_id   uuid not null references public.companies (id),
  id           uuid not null default gen_random_uuid(),
  file_name    text not null check (length(file_name) between 1 and 200),
  sha256       text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  format       text not null check (format ~ '^camt\.05[34]\.001\.[0-9]{2}$'),
  entry_count  int not null,
  known_count  int not null default 0,
  accounts     text[] not null default '{}',
  total_rappen bigint not null default 0,
  imported_by  uuid,
  created_at   timestamptz not null default now(),
  updated_at   timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, sha256)
);
comment on table public.bank_imports is 'Files from the bank that were read; the same file again changes nothing. known_count: entries an earlier file had brought already; accounts: whose statements the file holds, by IBAN.';

create table public.bank_entries (
  company_id     uuid not null references public.companies (id),
  id             uuid not null default gen_random_uuid(),
  bank_import_id uuid not null,
  entry_key      text not null,
  position       int not null,
  amount_rappen  bigint not null check (amount_rappen between 1 and 99999999999),
  currency       text not null,
  booked_on      date not null,
  reference      text check (length(reference) <= 35),
  debtor_name    text check (length(debtor_name) <= 140),
  debtor_iban    text check (length(debtor_iban) <= 34),
  message        text check (length(message) <= 500),
  booking        text check (length(booking) <= 80),
  is_collective  boolean not null default false,
  finding        text not null check (finding in ('exact', 'partial', 'over', 'double', 'unknown', 'payout')),
  invoice_id     uuid,
  status         text not null check (status in ('open', 'settled', 'ignored')),
  settled_rappen bigint not null default 0 check (settled_rappen between 0 and amount_rappen),
  ignored_reason text check (length(btrim(ignored_reason)) between 1 and 300),
  resolved_at    timestamptz,
  created_at     timestamptz not null default now(),
  updated_at     timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, entry_key),
  check ((status = 'settled') = (settled_rappen = amount_rappen)),
  check ((status = 'ignored') = (ignored_reason is not null)),
  foreign key (company_id, bank_import_id) references public.bank_imports (company_id, id),
  foreign key (company_id, invoice_id) references public.invoices (company_id, id)
);
create index bank_entries_import on public.bank_entries (company_id, bank_import_id, position);
create index bank_entries_invoice on public.bank_entries (company_id, invoice_id);
create index bank_entries_booking on public.bank_entries (company_id, booking);
create index bank_entries_open on public.bank_entries (company_id, booked_on) where status = 'open';
comment on table public.bank_entries is 'One credit on the bank account. What no invoice could take waits as open, in the account unallocated_receipts, until somebody says whose it is.
booking is the bank''s own reference of the booking; is_collective: a sum without its payments, which another file may bring one by one.';
alter table public.payments add column bank_entry_id uuid, add foreign key (company_id, bank_entry_id) references public.bank_entries (company_id, id);
create index payments_bank_entry on public.payments (company_id, bank_entry_id);
alter table public.customer_credits add column bank_entry_id uuid, add foreign key (company_id, bank_entry_id) references public.bank_entries (company_id, id);
create index customer_credits_bank_entry on public.customer_credits (company_id, bank_entry_id);

select private.guard_tenant_table('public.bank_imports'), private.guard_tenant_table('public.bank_entries', false);
-- The file's own row tells who brought the entries; from then on every decision is written down.
create trigger bank_entries_audit after update on public.bank_entries for each row execute function private.audit();
create trigger bank_entries_kept before delete on public.bank_entries for each row execute function private.refuse_change();
create trigger bank_imports_kept before delete on public.bank_imports for each row execute function private.refuse_change();
create policy "those who take payments see what the bank said" on public.bank_imports for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('contracts.see')));
create policy "those who take payments see entries of the bank" on public.bank_entries for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('contracts.see')));
grant select on public.bank_imports, public.bank_entries to authenticated;

/*
 * Takes in the credits of a bank file: {file_name, sha256, format, accounts?} and [{key, amount_rappen, currency, booked_on, reference?, debtor_name?, debtor_iban?,
 * message?, booking?, is_collective?}].
 * A sum of many payments counts only as long as no file has brought them one by one. An entry whose reference is an open invoice's pays it as far as it goes, one with that of a
 * statement of account what its customer owes, the oldest first; what Stripe paid out is its payout, see private.match_payouts; the rest waits for a person. A file or an entry that is known changes nothing.
 * Returns {import_id, repeated, entries, known, exact, partial, over, double, unknown, payout, open, new_accounts}; new_accounts: neither the company's own IBAN nor one an earlier file had.
 * Banks announce what they book on the next working day; what lies further ahead is no booking. Raises 422 `invalid_input` · `bank_currency` · `bank_file_ahead`.
 */
create function public.import_bank_file(p_file jsonb, p_entries jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('payments.take');
  v_currency text := (select currency from public.companies where id = v_company);
  v_import public.bank_imports;
  v_new_accounts text[];
begin
  if jsonb_typeof(p_entries) is distinct from 'array' or jsonb_array_length(p_entries) > 50000
     or private.are_texts(p_file, array['file_name', 'sha256', 'format']) is not true then
    perform private.fail(422, 'invalid_input', '{"rule": "bank_file"}');
  end if;
  if exists (select from jsonb_array_elements(p_entries) as e where e ->> 'currency' is distinct from v_currency) then
    perform private.fail(422, 'bank_currency', jsonb_build_object('currency', v_currency));
  end if;
  if exists (select from jsonb_array_elements(p_entries) as e where (e ->> 'booked_on')::date > private.today(v_company) + 7) then
    perform private.fail(422, 'bank_file_ahead');
  end if;
  -- One file at a time in a company: two that overlap must not both find an entry new.
  perform pg_advisory_xact_lock(hashtextextended('bank ' || v_company, 0));
  select * into v_import from public.bank_imports where company_id = v_company and sha256 = p_file ->> 'sha256';
  if found then return private.bank_import_summary(v_import) || '{"repeated": true, "new_accounts": []}'; end if;

  v_new_accounts := array(select account from jsonb_array_elements_text(coalesce(p_file -> 'accounts', '[]')) as account
    except select replace(iban, ' ', '') from public.companies where id = v_company
    except select unnest(accounts) from public.bank_imports where company_id = v_company);
  insert into public.bank_imports (company_id, file_name, sha256, format, entry_count, accounts, imported_by)
  values (v_company, p_file ->> 'file_name', p_file ->> 'sha256', p_file ->> 'format', jsonb_array_length(p_entries),
    array(select left(account, 34) from jsonb_array_elements_text(coalesce(p_file -> 'accounts', '[]')) as account limit 100), auth.uid())
  returning * into v_import;
  perform from public.invoices i where i.company_id = v_company and (i.reference in (select e ->> 'reference' from jsonb_array_elements(p_entries) as e)
    or i.customer_id in (select s.customer_id from private.statement_payers(v_company, array(select e ->> 'reference' from jsonb_array_elements(p_entries) as e)) as s))
  order by i.id for no key update;
  perform private.supersede_bank_entry(e) from public.bank_entries e
  where e.company_id = v_company and e.is_collective and e.status = 'open' and e.settled_rappen = 0
    and (e.booking, e.booked_on) in (select g ->> 'booking', (g ->> 'booked_on')::date from jsonb_array_elements(p_entries) as g where (g ->> 'is_collective')::boolean is not true);
  with given as (
    select distinct on (e.key) e.*, place from jsonb_array_elements(p_entries) with ordinality as list (item, place),
      jsonb_to_record(item) as e (key text, amount_rappen bigint, currency text, booked_on date, reference text, debtor_name text, debtor_iban text, message text,
        booking text, is_collective boolean)
    -- Two questions and not one with an or: each is a hash join, however many entries there are already.
    where not exists (select from public.bank_entries k where k.company_id = v_company and k.entry_key = e.key)
      and not exists (select from public.bank_entries k where k.company_id = v_company and k.booking = e.booking and k.booked_on = e.booked_on and not k.is_collective and e.is_collective)
    order by e.key, place
  ), matched as (
    -- Several payments of one invoice are taken in the order of the file: each finds what those before have left.
    select g.*, i.id as invoice_id, private.open_amount(i) - coalesce(sum(g.amount_rappen) over before_it, 0) as left_open
    from given g left join public.invoices i on i.company_id = v_company and i.reference = g.reference and i.status not in ('draft', 'void')
    window before_it as (partition by i.id order by g.place rows between unbounded preceding and 1 preceding)
  ), found as (
    select m.*, case when invoice_id is null then 0 else least(amount_rappen, greatest(left_open, 0)) end as settles from matched m
  )
  insert into public.bank_entries (company_id, bank_import_id, entry_key, position, amount_rappen, currency, booked_on, reference, debtor_name, debtor_iban, message,
    booking, is_collective, finding, invoice_id, status, settled_rappen, resolved_at)
  select v_company, v_import.id, key, place, amount_rappen, currency, booked_on, reference, debtor_name, debtor_iban, message,
    booking, coalesce(is_collective, false), case when invoice_id is null then 'unknown' when settles = 0 then 'double' when settles < amount_rappen then 'over' when left_open > amount_rappen then 'partial' else 'exact' end,
    invoice_id, case when settles = amount_rappen then 'settled' else 'open' end, settles, case when settles = amount_rappen then now() end
  from found order by key;
  -- Of a table that was small so far the planner would check each payment's foreign key by reading all of the company's entries.
  if jsonb_array_length(p_entries) > 500 then analyze public.bank_entries; end if;
  perform private.book_bank_import(v_company, v_import.id), private.spread_statement_payments(v_company, v_import.id), private.match_payouts(v_company);
  update public.bank_imports set total_rappen = booked.total, known_count = entry_count - booked.count
  from (select coalesce(sum(amount_rappen), 0) as total, count(*)::int as count from public.bank_entries where company_id = v_company and bank_import_id = v_import.id) as booked
  where company_id = v_company and id = v_import.id returning bank_imports.* into v_import;
  return private.bank_import_summary(v_import) || jsonb_build_object('repeated', false, 'new_accounts', v_new_accounts);
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;

/* Books the fresh entries of an import at once: ten thousand are one statement each for payments, ledger and invoices. */
create function private.book_bank_import(p_company uuid, p_import uuid) returns void
language sql security definer set search_path = '' as $$
  insert into public.payments (company_id, customer_id, invoice_id, purpose, method, status, amount_rappen, currency, received_on, settled_at, bank_entry_id)
  select e.company_id, i.customer_id, i.id, 'invoice', 'qr_bill', 'succeeded', e.settled_rappen, e.currency, e.booked_on, now(), e.id
  from public.bank_entries e join public.invoices i on i.company_id = e.company_id and i.id = e.invoice_id
  where e.company_id = p_company and e.bank_import_id = p_import and e.settled_rappen > 0;
  insert into public.ledger_entries (company_id, transaction_id, source_kind, source_id, leg, account, amount_rappen, currency)
  select e.company_id, e.id, 'bank_entry', e.id::text, leg.place || ':' || leg.account, leg.account, leg.amount, e.currency
  from public.bank_entries e, lateral (values (1, 'bank', e.amount_rappen), (2, 'receivables', -e.settled_rappen),
    (3, 'unallocated_receipts', e.settled_rappen - e.amount_rappen)) as leg (place, account, amount)
  where e.company_id = p_company and e.bank_import_id = p_import and leg.amount <> 0;
  update public.invoices i set paid_rappen = paid_rappen + e.settled, status = private.invoice_status_after(i, e.settled, 0, 0)
  from (select invoice_id, sum(settled_rappen)::bigint as settled from public.bank_entries
    where company_id = p_company and bank_import_id = p_import and settled_rappen > 0 group by invoice_id) as e
  where i.company_id = p_company and i.id = e.invoice_id;
$$;

/* What a file brought, counted: see import_bank_file. */
create function private.bank_import_summary(p_import public.bank_imports) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('import_id', p_import.id, 'entries', p_import.entry_count, 'known', p_import.known_count, 'total_rappen', p_import.total_rappen,
    'exact', count(*) filter (where finding = 'exact'), 'partial', count(*) filter (where finding = 'partial'), 'over', count(*) filter (where finding = 'over'),
    'double', count(*) filter (where finding = 'double'), 'unknown', count(*) filter (where finding = 'unknown'),
    'payout', count(*) filter (where finding = 'payout' and status = 'settled'), 'open', count(*) filter (where status = 'open'))
  from public.bank_entries where company_id = p_import.company_id and bank_import_id = p_import.id
$$;

/* A sum whose payments have now come one by one leaves the books again; they take its place. */
create function private.supersede_bank_entry(p_entry public.bank_entries) returns void
language sql security definer set search_path = '' as $$
  update public.bank_entries set status = 'ignored', ignored_reason = 'in_detail', resolved_at = now() where company_id = p_entry.company_id and id = p_entry.id;
  select private.post(p_entry.company_id, 'bank_entry_ignored', p_entry.id::text, p_entry.currency, jsonb_build_array(
    jsonb_build_object('account', 'unallocated_receipts', 'amount_rappen', p_entry.amount_rappen),
    jsonb_build_object('account', 'bank', 'amount_rappen', -p_entry.amount_rappen)));
$$;

/* An entry of which something is left, locked. Raises 404 `not_found`, 409 `bank_entry_resolved`. */
create function private.lock_bank_entry(p_company uuid, p_entry uuid) returns public.bank_entries
language plpgsql security definer set search_path = '' as $$
declare
  v_entry public.bank_entries;
begin
  select * into v_entry from public.bank_entries where company_id = p_company and id = p_entry for no key update;
  if not found then perform private.fail(404, 'not_found'); end if;
  if v_entry.status <> 'open' then perform private.fail(409, 'bank_entry_resolved'); end if;
  return v_entry;
end $$;

/* Takes p_amount off what is left of an entry. */
create function private.settle_bank_entry(p_entry public.bank_entries, p_amount bigint) returns void
language sql security definer set search_path = '' as $$
  update public.bank_entries set settled_rappen = settled_rappen + p_amount,
    status = case when settled_rappen + p_amount = amount_rappen then 'settled' else 'open' end,
    resolved_at = case when settled_rappen + p_amount = amount_rappen then now() end
  where company_id = p_entry.company_id and id = p_entry.id
$$;

/* Pays an invoice with what is left of an entry, as far as the invoice goes; both are locked. Returns how much that was. */
create function private.pay_from_entry(p_entry public.bank_entries, p_invoice public.invoices, p_method public.payment_method) returns bigint
language plpgsql security definer set search_path = '' as $$
declare
  v_settles bigint := greatest(least(p_entry.amount_rappen - p_entry.settled_rappen, private.open_amount(p_invoice)), 0);
  v_payment uuid;
begin
  if v_settles = 0 then return 0; end if;
  insert into public.payments (company_id, customer_id, invoice_id, purpose, method, status, amount_rappen, currency, received_on, settled_at, bank_entry_id)
  values (p_entry.company_id, p_invoice.customer_id, p_invoice.id, 'invoice', p_method, 'succeeded', v_settles, p_invoice.currency, p_entry.booked_on, now(), p_entry.id)
  returning id into v_payment;
  perform private.post(p_entry.company_id, 'payment', v_payment::text, p_invoice.currency, jsonb_build_array(
    jsonb_build_object('account', 'unallocated_receipts', 'amount_rappen', v_settles),
    jsonb_build_object('account', 'receivables', 'amount_rappen', -v_settles)));
  perform private.apply_to_invoice(p_entry.company_id, p_invoice.id, v_settles);
  perform private.settle_bank_entry(p_entry, v_settles);
  return v_settles;
end $$;

/*
 * Pays an invoice with what is left of an entry, as far as the invoice goes. Returns {settled_rappen, left_rappen}.
 * Raises 404 `not_found`, 409 `bank_entry_resolved` · `invoice_settled`.
 */
create function public.assign_bank_entry(p_bank_entry_id uuid, p_invoice_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('payments.take');
  v_invoice public.invoices;
  v_entry public.bank_entries;
  v_settles bigint;
begin
  -- Invoices before entries, as the import locks them.
  select * into v_invoice from public.invoices where company_id = v_company and id = p_invoice_id for no key update;
  if not found then perform private.fail(404, 'not_found'); end if;
  v_entry := private.lock_bank_entry(v_company, p_bank_entry_id);
  v_settles := private.pay_from_entry(v_entry, v_invoice, 'bank_transfer');
  if v_settles = 0 then perform private.fail(409, 'invoice_settled'); end if;
  return jsonb_build_object('settled_rappen', v_settles, 'left_rappen', v_entry.amount_rappen - v_entry.settled_rappen - v_settles);
end $$;

/* Keeps what is left of an entry as a customer's balance. Raises 404 `not_found`, 409 `bank_entry_resolved`. */
create function public.credit_bank_entry(p_bank_entry_id uuid, p_customer_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('payments.take');
  v_entry public.bank_entries := private.lock_bank_entry(v_company, p_bank_entry_id);
  v_left bigint := v_entry.amount_rappen - v_entry.settled_rappen;
  v_id uuid;
begin
  perform private.lock_credit(v_company, p_customer_id);
  insert into public.customer_credits (company_id, customer_id, amount_rappen, currency, origin, bank_entry_id)
  values (v_company, p_customer_id, v_left, v_entry.currency, 'overpayment', p_bank_entry_id) returning id into v_id;
  perform private.post(v_company, 'customer_credit', v_id::text, v_entry.currency, jsonb_build_array(
    jsonb_build_object('account', 'unallocated_receipts', 'amount_rappen', v_left),
    jsonb_build_object('account', 'customer_credits', 'amount_rappen', -v_left)));
  perform private.settle_bank_entry(v_entry, v_left);
end $$;

/* Leaves an entry out of these books, with the reason: it pays for nothing of ours. Raises 404 `not_found`, 409 `bank_entry_resolved`, 422 `invalid_input`. */
create function public.ignore_bank_entry(p_bank_entry_id uuid, p_reason text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('payments.take');
  v_entry public.bank_entries := private.lock_bank_entry(v_company, p_bank_entry_id);
  v_left bigint := v_entry.amount_rappen - v_entry.settled_rappen;
begin
  update public.bank_entries set status = 'ignored', ignored_reason = p_reason, resolved_at = now() where company_id = v_company and id = p_bank_entry_id;
  perform private.post(v_company, 'bank_entry_ignored', p_bank_entry_id::text, v_entry.currency, jsonb_build_array(
    jsonb_build_object('account', 'unallocated_receipts', 'amount_rappen', v_left),
    jsonb_build_object('account', 'bank', 'amount_rappen', -v_left)));
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;
/*
 * Entries that wait for a decision, the oldest first: [{id, amount_rappen, left_rappen, booked_on, finding, …, invoice?, payouts, suggestions}]. Suggestions are up to three
 * unpaid invoices whose number stands in the message, whose open amount is what is left, or whose customer is called like the payer; payouts are what an entry from Stripe may be.
 */
create function public.list_open_bank_entries(p_limit int default 100) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('payments.take');
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'amount_rappen', e.amount_rappen, 'left_rappen', e.amount_rappen - e.settled_rappen, 'currency', e.currency,
      'booked_on', e.booked_on, 'finding', e.finding, 'reference', e.reference, 'debtor_name', e.debtor_name, 'debtor_iban', e.debtor_iban, 'message', e.message,
      'invoice', private.invoice_in_brief(v_company, e.invoice_id), 'payouts', (select private.suggested_payouts(x) from public.bank_entries x where x.company_id = v_company and x.id = e.id),
      'suggestions', (
        select coalesce(jsonb_agg(private.invoice_in_brief(v_company, i.id) order by i.weight desc, i.issued_on), '[]') from (
          select i.id, i.issued_on, case when e.message ilike '%' || i.number || '%' then 4 else 0 end + case when i.due_rappen - i.paid_rappen = e.amount_rappen - e.settled_rappen then 2 else 0 end
            + case when extensions.similarity(e.debtor_name, c.name) > 0.4 then 1 else 0 end as weight
          from public.invoices i join public.customers c on c.company_id = i.company_id and c.id = i.customer_id
          where i.company_id = v_company and i.status in ('open', 'partially_paid', 'overdue') and i.id is distinct from e.invoice_id
            and (e.message ilike '%' || i.number || '%' or i.due_rappen - i.paid_rappen = e.amount_rappen - e.settled_rappen
              or extensions.similarity(e.debtor_name, c.name) > 0.4)
          order by weight desc, i.issued_on limit 3) as i)) order by e.booked_on, e.created_at, e.position), '[]')
    from (select * from public.bank_entries where company_id = v_company and status = 'open' order by booked_on, created_at, position limit least(greatest(p_limit, 1), 200)) as e);
end $$;

/* What a person needs to tell an invoice from another: {id, number, open_rappen, customer_id, customer_name}. */
create function private.invoice_in_brief(p_company uuid, p_invoice uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', i.id, 'number', i.number, 'open_rappen', private.open_amount(i), 'customer_id', c.id, 'customer_name', c.name)
  from public.invoices i join public.customers c on c.company_id = i.company_id and c.id = i.customer_id
  where i.company_id = p_company and i.id = p_invoice
$$;
grant execute on function public.list_open_bank_entries(int), public.import_bank_file(jsonb, jsonb), public.assign_bank_entry(uuid, uuid), public.credit_bank_entry(uuid, uuid),
  public.ignore_bank_entry(uuid, text) to authenticated;
