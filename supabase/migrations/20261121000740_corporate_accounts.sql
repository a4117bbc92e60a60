-- Firms that rent on account: terms, cost centres, who pays what.

create table public.customer_accounts (
  company_id         uuid not null references public.companies (id),
  id                 uuid not null default gen_random_uuid(),
  customer_id        uuid not null,
  payment_terms_days int not null default 30 check (payment_terms_days between 0 and 120),
  collective_invoice boolean not null default false,
  listed_drivers_only boolean not null default false,
  cost_centre_required boolean not null default false,
  firm_pays          text not null default 'everything' check (firm_pays in ('everything', 'rental', 'share')),
  firm_share_percent int not null default 100 check (firm_share_percent between 0 and 100),
  billing_name       text check (length(billing_name) <= 70),
  billing_street text check (length(billing_street) <= 70), billing_house_number text check (length(billing_house_number) <= 16),
  billing_postal_code text check (length(billing_postal_code) <= 16), billing_town text check (length(billing_town) <= 35),
  billing_country    text not null default 'CH' check (billing_country ~ '^[A-Z]{2}$'),
  billing_email      text check (billing_email ~ '^[^@\s]+@[^@\s]+\.[^@\s]+$' and length(billing_email) <= 254),
  created_at         timestamptz not null default now(),
  updated_at         timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, customer_id),
  foreign key (company_id, customer_id) references public.customers (company_id, id),
  check (concat_ws('', billing_name, billing_street, billing_house_number, billing_postal_code, billing_town) !~ '[[:cntrl:]]')
);
comment on table public.customer_accounts is 'A firm''s account. firm_pays: everything, the rental alone (extras, kilometres, fuel and damage are the driver''s), or its share in percent of all.';

create table public.cost_centres (
  company_id  uuid not null references public.companies (id),
  id          uuid not null default gen_random_uuid(),
  customer_id uuid not null,
  code        text not null check (length(btrim(code)) between 1 and 40 and code !~ '[[:cntrl:]]'),
  name        text check (length(name) <= 80 and name !~ '[[:cntrl:]]'),
  active      boolean not null default true,
  created_at  timestamptz not null default now(),
  updated_at  timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, customer_id, code),
  foreign key (company_id, customer_id) references public.customers (company_id, id)
);

select private.guard_tenant_table('public.customer_accounts'), private.guard_tenant_table('public.cost_centres');
create policy "members see accounts" on public.customer_accounts for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('customers.see')));
create policy "members see cost centres" on public.cost_centres for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('customers.see')));
create policy "cost centres are added by those who may" on public.cost_centres for insert to authenticated
  with check (company_id = (select private.company_id()) and (select private.can('customers.edit')));
create policy "cost centres are edited by those who may" on public.cost_centres for update to authenticated
  using (company_id = (select private.company_id()) and (select private.can('customers.edit')))
  with check (company_id = (select private.company_id()) and (select private.can('customers.edit')));
grant select on public.customer_accounts, public.cost_centres to authenticated;
grant insert (company_id, customer_id, code, name), update (code, name, active) on public.cost_centres to authenticated;

/*
 * Opens or changes a firm's account; keys of p_account are the column names, missing ones take their default.
 * p_seen_at: when the account was last changed as whoever changes it saw it; without it whatever stands there is changed.
 * Raises 404 `not_found`, 409 `changed_meanwhile`, 422 `invalid_input` · `account_needs_firm`.
 */
create function public.set_customer_account(p_customer_id uuid, p_account jsonb, p_seen_at timestamptz default null) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('customers.edit');
  v_kind text := (select kind from public.customers where company_id = v_company and id = p_customer_id and deleted_at is null);
begin
  if v_kind is null then perform private.fail(404, 'not_found'); end if;
  if v_kind <> 'firm' then perform private.fail(422, 'account_needs_firm'); end if;
  if private.are_texts(p_account, array['firm_pays', 'billing_name', 'billing_street', 'billing_house_number', 'billing_postal_code', 'billing_town',
      'billing_country', 'billing_email']) is not true then
    perform private.fail(422, 'invalid_input', '{"rule": "account"}');
  end if;
  insert into public.customer_accounts as a (company_id, customer_id, payment_terms_days, collective_invoice, listed_drivers_only, cost_centre_required, firm_pays,
    firm_share_percent, billing_name, billing_street, billing_house_number, billing_postal_code, billing_town, billing_country, billing_email)
  values (v_company, p_customer_id, coalesce((p_account ->> 'payment_terms_days')::int, 30), coalesce((p_account ->> 'collective_invoice')::boolean, false),
    coalesce((p_account ->> 'listed_drivers_only')::boolean, false), coalesce((p_account ->> 'cost_centre_required')::boolean, false),
    coalesce(p_account ->> 'firm_pays', 'everything'), coalesce((p_account ->> 'firm_share_percent')::int, 100), p_account ->> 'billing_name',
    p_account ->> 'billing_street', p_account ->> 'billing_house_number', p_account ->> 'billing_postal_code', p_account ->> 'billing_town',
    coalesce(p_account ->> 'billing_country', 'CH'), p_account ->> 'billing_email')
  on conflict (company_id, customer_id) do update set payment_terms_days = excluded.payment_terms_days, collective_invoice = excluded.collective_invoice,
    listed_drivers_only = excluded.listed_drivers_only, cost_centre_required = excluded.cost_centre_required, firm_pays = excluded.firm_pays,
    firm_share_percent = excluded.firm_share_percent, billing_name = excluded.billing_name, billing_street = excluded.billing_street,
    billing_house_number = excluded.billing_house_number, billing_postal_code = excluded.billing_postal_code, billing_town = excluded.billing_town,
    billing_country = excluded.billing_country, billing_email = excluded.billing_email
  where p_seen_at is null or a.updated_at = p_seen_at;
  if not found then perform private.fail(409, 'changed_meanwhile'); end if;
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;
grant execute on function public.set_customer_account(uuid, jsonb, timestamptz) to authenticated;
