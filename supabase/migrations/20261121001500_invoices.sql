create table public.invoices (
  company_id    uuid not null,
  id            uuid not null default gen_random_uuid(),
  number        text,
  status        public.invoice_status not null default 'open',
  contract_id   uuid,
  customer_id   uuid not null,
  currency      text not null,
  locale        text not null,
  issued_on     date,
  due_on        date check (due_on >= issued_on),
  service_from  date not null,
  service_to    date not null,
  total_rappen  bigint not null check (total_rappen >= 0),
  paid_rappen   bigint not null default 0 check (paid_rappen >= 0),
  fees_rappen   bigint not null default 0 check (fees_rappen >= 0),
  credited_rappen bigint not null default 0 check (credited_rappen between 0 and total_rappen),
  due_rappen    bigint not null generated always as (total_rappen + fees_rappen - credited_rappen) stored,
  vat           jsonb not null,
  creditor      jsonb not null,
  debtor        jsonb not null,
  reference     text,
  created_at    timestamptz not null default now(),
  updated_at    timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, number),
  check (case when status = 'draft' then num_nulls(number, issued_on, reference) = 3 else num_nulls(number, issued_on, due_on) = 0 end),
  check (service_to >= service_from),
  foreign key (company_id, currency) references public.companies (id, currency),
  foreign key (company_id, contract_id) references public.contracts (company_id, id),
  foreign key (company_id, customer_id) references public.customers (company_id, id)
);
create index invoices_contract on public.invoices (company_id, contract_id);
create index invoices_customer on public.invoices (company_id, customer_id);
create index invoices_reference on public.invoices (company_id, reference);
create index invoices_status on public.invoices (company_id, status, due_on);
comment on table public.invoices is 'A draft has no number and may change or go. Immutable once issued, but for status and what came in (paid_rappen), was credited (credited_rappen) or added by reminders (fees_rappen). creditor and debtor are frozen copies; reference is the QRR or SCOR reference. contract_id null: written by hand, or for several contracts at once.';

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
  part          jsonb,
  created_at    timestamptz not null default now(),
  updated_at    timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, invoice_id, position),
  foreign key (company_id, invoice_id) references public.invoices (company_id, id)
);
comment on column public.invoice_lines.part is 'Of a charge that stands on several invoices, which part this is: {percent?, days?, of_days?}; unit_rappen is then the whole charge.';
alter table public.payments add foreign key (company_id, invoice_id) references public.invoices (company_id, id);

select private.guard_tenant_table('public.invoices'), private.guard_tenant_table('public.invoice_lines');

/* Lines of a draft may go; those of an issued invoice stay as they are. */
create function private.keep_invoice_lines() returns trigger
language plpgsql set search_path = '' as $$
begin
  if tg_op = 'DELETE' and exists (select from public.invoices where company_id = old.company_id and id = old.invoice_id and status = 'draft') then return old; end if;
  perform private.fail(403, 'append_only', jsonb_build_object('record', tg_table_name));
  return null;
end $$;
create trigger invoice_lines_append_only before update or delete on public.invoice_lines for each row execute function private.keep_invoice_lines();
create trigger invoices_transition before update of status on public.invoices for each row
  execute function private.check_transition('draft>open', 'open>partially_paid', 'open>paid', 'open>overdue', 'open>void', 'partially_paid>paid',
    'partially_paid>overdue', 'overdue>partially_paid', 'overdue>paid', 'overdue>void',
    -- Money that went back at Stripe is owed again.
    'paid>partially_paid', 'paid>open', 'partially_paid>open',
    -- Whatever was paid of it went back with a credit note over all of it.
    'paid>void', 'partially_paid>void');

/* A merge of customers moves the link, not a word of the invoice; the debtor's name goes when the law's term is over and somebody has to be forgotten. */
create function private.keep_invoice() returns trigger
language plpgsql set search_path = '' as $$
declare
  v_kept public.invoices := new;
begin
  v_kept.status := old.status; v_kept.paid_rappen := old.paid_rappen; v_kept.fees_rappen := old.fees_rappen; v_kept.credited_rappen := old.credited_rappen;
  v_kept.customer_id := old.customer_id; v_kept.debtor := old.debtor; v_kept.updated_at := old.updated_at;
  -- It follows from the others and is not computed yet when this is asked.
  v_kept.due_rappen := old.due_rappen;
  if v_kept is distinct from old
     or new.debtor is distinct from old.debtor
       and (private.is_blanked(old.debtor, new.debtor) is not true or private.retained_until(old.company_id, old.issued_on) >= current_date) then
    perform private.fail(409, 'invoice_is_immutable');
  end if;
  return new;
end $$;
create trigger invoices_immutable before update on public.invoices for each row when (old.status <> 'draft') execute function private.keep_invoice();
create trigger invoices_kept before delete on public.invoices for each row when (old.status <> 'draft') execute function private.refuse_change();
create policy "members see invoices" on public.invoices for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('contracts.see')));
create policy "members see invoice lines" on public.invoice_lines for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('contracts.see')));
grant select on public.invoices, public.invoice_lines to authenticated;
