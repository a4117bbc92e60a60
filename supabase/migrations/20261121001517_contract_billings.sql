-- What of a contract stands on which invoice: all of it at its end or month by month, all for one payer or the driver's part for the driver. No day twice.
create table public.contract_billings (
  company_id   uuid not null references public.companies (id),
  id           uuid not null default gen_random_uuid(),
  contract_id  uuid not null,
  invoice_id   uuid not null,
  payer        text not null check (payer in ('customer', 'driver')),
  service_from date not null,
  service_to   date not null check (service_to >= service_from),
  is_final     boolean not null,
  active       boolean not null default true,
  created_at   timestamptz not null default now(),
  updated_at   timestamptz not null default now(),
  primary key (company_id, id),
  foreign key (company_id, contract_id) references public.contracts (company_id, id),
  foreign key (company_id, invoice_id) references public.invoices (company_id, id),
  constraint contract_billings_no_day_twice exclude using gist (company_id with =, contract_id with =, payer with =, daterange(service_from, service_to, '[]') with &&) where (active)
);
create unique index contract_billings_one_final on public.contract_billings (company_id, contract_id, payer) where active and is_final;
create index contract_billings_invoice on public.contract_billings (company_id, invoice_id);
comment on table public.contract_billings is 'A part of a contract on an invoice, by days and payer; the final one takes what is left. Not active once the invoice is void: then it may be invoiced again.';
alter table public.invoice_lines add column billing_id uuid, add foreign key (company_id, billing_id) references public.contract_billings (company_id, id);
create index invoice_lines_billing on public.invoice_lines (company_id, billing_id);

select private.guard_tenant_table('public.contract_billings');
/* A part that was invoiced stays so, unless its invoice is void. */
create function private.keep_billing() returns trigger
language plpgsql set search_path = '' as $$
begin
  if tg_op = 'DELETE' or to_jsonb(new) - array['active', 'updated_at'] is distinct from to_jsonb(old) - array['active', 'updated_at'] then
    perform private.fail(403, 'append_only', jsonb_build_object('record', tg_table_name));
  end if;
  return new;
end $$;
create trigger contract_billings_kept before update or delete on public.contract_billings for each row execute function private.keep_billing();
/* What stood on an invoice that is void may be invoiced again. */
create function private.free_billings() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update public.contract_billings set active = false where company_id = new.company_id and invoice_id = new.id;
  return null;
end $$;
create trigger invoices_free_billings after update of status on public.invoices for each row when (new.status = 'void') execute function private.free_billings();
create policy "members see what is invoiced of contracts" on public.contract_billings for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('contracts.see')));
grant select on public.contract_billings to authenticated;

/*
 * The days a contract is invoiced for: those its price is for, as agreed or as changed on the way, whenever the vehicle was really taken and brought back;
 * where a late return is charged, until that return.
 */
create function private.contract_span(p_contract public.contracts, out first_day date, out last_day date)
language sql stable security definer set search_path = '' as $$
  select (p_contract.starts_at at time zone c.time_zone)::date, (case when exists (select from public.contract_lines l
      where l.company_id = c.id and l.contract_id = p_contract.id and l.kind = 'lateness') then p_contract.returned_at else p_contract.ends_at end at time zone c.time_zone)::date
  from public.companies c where c.id = p_contract.company_id
$$;

/* Each charge of a contract with what of it a payer owes; the two payers together owe each charge to the rappen. What came up at the return stands from position 100 on. */
create function private.owed_lines(p_contract public.contracts, p_payer text)
returns table (place int, kind text, code text, names jsonb, quantity numeric, unit_rappen bigint, whole_rappen bigint, amount_rappen bigint, vat_bp int, percent int)
language sql stable security definer set search_path = '' as $$
  with terms as (
    select coalesce(max(a.firm_pays), 'everything') as pays, coalesce(max(a.firm_share_percent), 100) as percent
    from public.reservation_accounts a where a.company_id = p_contract.company_id and a.reservation_id = p_contract.reservation_id
  )
  select l.position, l.kind, l.code, l.names, l.quantity, l.unit_rappen, l.amount_rappen, case t.pays
      when 'share' then case p_payer when 'customer' then firm else l.amount_rappen - firm end
      when 'rental' then case when (l.kind in ('rental', 'discount', 'fee', 'rounding', 'lateness')) = (p_payer = 'customer') then l.amount_rappen else 0 end
      else case p_payer when 'customer' then l.amount_rappen else 0 end end,
    l.vat_bp, case t.pays when 'share' then case p_payer when 'customer' then t.percent else 100 - t.percent end end
  from terms t, public.contract_lines l, lateral (select round(l.amount_rappen * t.percent / 100.0)::bigint as firm) as share
  where l.company_id = p_contract.company_id and l.contract_id = p_contract.id
$$;

/*
 * The lines an invoice of a contract would have now, for a payer: through a day, or (null) all that is left; null for nothing. A part is the charge's share of the days so
 * far less what earlier parts had, so that all of them add up to the charge whatever was changed meanwhile. VAT is that of the part's own last day.
 */
create function private.billing_lines(p_contract public.contracts, p_payer text, p_until date) returns jsonb
language sql stable security definer set search_path = '' as $$
  with before as (
    select max(service_to) as until from public.contract_billings where company_id = p_contract.company_id and contract_id = p_contract.id and payer = p_payer and active
  ), days as (
    select last_day, last_day - first_day + 1 as whole, least(p_until, last_day) - first_day + 1 as so_far,
      greatest(least(coalesce(p_until, last_day), last_day) - coalesce(b.until, first_day - 1), 0) as here, b.until is not null as continues
    from private.contract_span(p_contract), before b
  ), billed as (
    select l.kind, l.code, l.names, max(l.vat_bp) as vat_bp, sum(l.amount_rappen)::bigint as amount
    from public.contract_billings b join public.invoice_lines l on l.company_id = b.company_id and l.billing_id = b.id
    where b.company_id = p_contract.company_id and b.contract_id = p_contract.id and b.payer = p_payer and b.active group by 1, 2, 3
  ), owed as (
    select *, row_number() over (partition by kind, code, names order by place) as nth from private.owed_lines(p_contract, p_payer) where p_until is null or place < 100
  ), due as (
    select o.*, case when p_until is null then o.amount_rappen else round(o.amount_rappen * d.so_far / d.whole::numeric)::bigint end
      - case when o.nth = 1 then coalesce(b.amount, 0) else 0 end as amount
    from owed o cross join days d left join billed b on b.kind = o.kind and b.code = o.code and b.names is not distinct from o.names
    -- What a change took off the contract after a part of it was invoiced.
    union all select 99, b.kind, b.code, b.names, 1, -b.amount, -b.amount, 0, b.vat_bp, null, 1, -b.amount from billed b
    where not exists (select from owed o where b.kind = o.kind and b.code = o.code and b.names is not distinct from o.names)
  )
  select jsonb_agg(jsonb_build_object('kind', u.kind, 'code', u.code, 'names', u.names, 'quantity', u.quantity, 'amount_rappen', u.amount,
      'unit_rappen', case when p.part is null then u.unit_rappen else u.whole_rappen end, 'part', p.part,
      'vat_bp', case when p_until is not null and u.vat_bp = private.vat_rate(p_contract.company_id, d.last_day)
        then private.vat_rate(p_contract.company_id, least(p_until, d.last_day)) else u.vat_bp end) order by u.place, u.kind, u.code)
  from due u cross join days d, lateral (select nullif(jsonb_strip_nulls(jsonb_build_object('percent', u.percent,
    'days', case when (d.continues or p_until is not null) and u.place < 99 then d.here end,
    'of_days', case when (d.continues or p_until is not null) and u.place < 99 then d.whole end)), '{}') as part) as p
  where u.amount <> 0
$$;

/* Puts a part of a contract on a draft, after what stands there already; p_lines as private.billing_lines has them. */
create function private.bill_contract(p_draft public.invoices, p_contract public.contracts, p_payer text, p_until date, p_lines jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_span record;
  v_from date;
  v_billing uuid;
begin
  select * into v_span from private.contract_span(p_contract);
  select coalesce(max(service_to) + 1, v_span.first_day) into v_from from public.contract_billings
  where company_id = p_contract.company_id and contract_id = p_contract.id and payer = p_payer and active;
  insert into public.contract_billings (company_id, contract_id, invoice_id, payer, service_from, service_to, is_final)
  values (p_contract.company_id, p_contract.id, p_draft.id, p_payer, v_from, greatest(v_from, least(coalesce(p_until, v_span.last_day), v_span.last_day)), p_until is null)
  returning id into v_billing;
  insert into public.invoice_lines (company_id, invoice_id, position, kind, code, names, quantity, unit_rappen, amount_rappen, vat_bp, part, billing_id)
  select p_draft.company_id, p_draft.id, before.lines + place, l ->> 'kind', l ->> 'code', nullif(l -> 'names', 'null'), (l ->> 'quantity')::numeric, (l ->> 'unit_rappen')::bigint,
    (l ->> 'amount_rappen')::bigint, (l ->> 'vat_bp')::int, nullif(l -> 'part', 'null'), v_billing
  from (select count(*) as lines from public.invoice_lines where company_id = p_draft.company_id and invoice_id = p_draft.id) as before,
    jsonb_array_elements(coalesce(p_lines, '[]')) with ordinality as lines (l, place);
end $$;

/* An empty draft for a payer, to be filled and issued in the same transaction. */
create function private.begin_bill(p_company public.companies, p_customer uuid, p_locale text, p_contract uuid, p_terms_days int) returns public.invoices
language plpgsql security definer set search_path = '' as $$
declare
  v_today date := (now() at time zone p_company.time_zone)::date;
  v_draft public.invoices;
begin
  insert into public.invoices (company_id, status, contract_id, customer_id, currency, locale, due_on, service_from, service_to, total_rappen, vat, creditor, debtor)
  values (p_company.id, 'draft', p_contract, p_customer, p_company.currency, p_locale, v_today + p_terms_days, v_today, v_today, 0, '[]', '{}', '{}') returning * into v_draft;
  return v_draft;
end $$;

/* Issues a draft that was filled from contracts: its sums and its time are those of its lines. */
create function private.issue_bill(p_company public.companies, p_draft public.invoices, p_reference text default null) returns public.invoices
language plpgsql security definer set search_path = '' as $$
declare
  v_draft public.invoices;
begin
  update public.invoices i set (total_rappen, vat) = (
      select coalesce(sum(l.amount_rappen), 0), private.vat_groups(coalesce(jsonb_agg(to_jsonb(l)), '[]')) from public.invoice_lines l where l.company_id = i.company_id and l.invoice_id = i.id),
    (service_from, service_to) = (select min(b.service_from), max(b.service_to) from public.contract_billings b where b.company_id = i.company_id and b.invoice_id = i.id)
  where i.company_id = p_company.id and i.id = p_draft.id returning i.* into v_draft;
  return private.issue_draft(p_company, v_draft, p_reference);
end $$;
