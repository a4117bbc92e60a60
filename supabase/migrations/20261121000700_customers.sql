create table public.customers (
  company_id     uuid not null references public.companies (id),
  id             uuid not null default gen_random_uuid(),
  number         text not null,
  kind           text not null default 'person' check (kind in ('person', 'firm')),
  first_name     text check (length(first_name) <= 80),
  last_name      text check (length(last_name) <= 80),
  firm_name      text check (length(firm_name) <= 120),
  name           text not null generated always as (
    case when kind = 'firm' then coalesce(firm_name, '') else btrim(coalesce(first_name, '') || ' ' || coalesce(last_name, '')) end) stored,
  email          text check (email ~ '^[^@\s]+@[^@\s]+\.[^@\s]+$' and length(email) <= 254),
  phone          text check (phone ~ '^\+[1-9][0-9]{5,14}$'),
  street text check (length(street) <= 70), house_number text check (length(house_number) <= 16),
  postal_code text check (length(postal_code) <= 16), town text check (length(town) <= 35),
  country        text not null default 'CH' check (country ~ '^[A-Z]{2}$'),
  language       text not null default 'de' check (language in ('de', 'fr', 'it', 'en')),
  birth_date     date check (birth_date between '1900-01-01' and '2100-01-01'),
  notes          text check (length(notes) <= 5000),
  tags           text[] not null default '{}',
  blocked_at     timestamptz,
  blocked_reason text,
  stripe_customer_id text,
  payment_method_id  text,
  deleted_at     timestamptz,
  created_at     timestamptz not null default now(),
  updated_at     timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, number),
  check (case when kind = 'firm' then length(btrim(firm_name)) > 0 else length(btrim(last_name)) > 0 end)
);
create index customers_email on public.customers (company_id, lower(email));
create index customers_name on public.customers using gin (name extensions.gin_trgm_ops);
comment on column public.customers.phone is 'E.164. Not unique: families share a phone.';
comment on column public.customers.payment_method_id is 'The card on file at Stripe, for the security deposit and later charges.';

create table public.drivers (
  company_id         uuid not null references public.companies (id),
  id                 uuid not null default gen_random_uuid(),
  customer_id        uuid not null,
  first_name         text not null,
  last_name          text not null,
  birth_date         date,
  licence_number     text check (length(licence_number) <= 40),
  licence_categories text[] not null default '{}'
    check (licence_categories <@ array['A', 'A1', 'B', 'BE', 'C', 'C1', 'CE', 'C1E', 'D', 'D1', 'DE', 'D1E', 'F', 'G', 'M']),
  licence_expires_on date,
  verified_at        timestamptz,
  verified_by        uuid references public.profiles (user_id),
  created_at         timestamptz not null default now(),
  updated_at         timestamptz not null default now(),
  primary key (company_id, id),
  foreign key (company_id, customer_id) references public.customers (company_id, id)
);
create index drivers_customer on public.drivers (company_id, customer_id);
create index drivers_verified_by on public.drivers (verified_by);

select private.guard_tenant_table('public.customers'), private.guard_tenant_table('public.drivers');
create policy "members see customers" on public.customers for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('customers.see')));
create policy "customers are edited by those who may" on public.customers for update to authenticated
  using (company_id = (select private.company_id()) and (select private.can('customers.edit')))
  with check (company_id = (select private.company_id()) and (select private.can('customers.edit')));
create policy "members see drivers" on public.drivers for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('customers.see')));
grant select on public.customers, public.drivers to authenticated;
grant update (kind, first_name, last_name, firm_name, email, phone, street, house_number, postal_code, town, country, language,
  birth_date, notes, tags) on public.customers to authenticated;

/* Finds the customer of that e-mail and name or adds one; never overwrites what is known. */
create function private.find_or_add_customer(p_company uuid, p_customer jsonb) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_id uuid;
begin
  select id into v_id from public.customers c
  where c.company_id = p_company and c.deleted_at is null
    and lower(c.email) = lower(p_customer ->> 'email')
    and lower(c.last_name) = lower(p_customer ->> 'last_name') and lower(c.first_name) = lower(p_customer ->> 'first_name')
  order by c.created_at limit 1;
  if v_id is null then
    v_id := private.add_customer(p_company, p_customer);
  end if;
  return v_id;
end $$;

create function private.add_customer(p_company uuid, p_customer jsonb) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_id uuid;
begin
  insert into public.customers (company_id, number, kind, first_name, last_name, firm_name, email, phone, street, house_number,
    postal_code, town, country, language, birth_date, notes)
  values (p_company, private.next_number(p_company, 'customer'), coalesce(p_customer ->> 'kind', 'person'),
    p_customer ->> 'first_name', p_customer ->> 'last_name', p_customer ->> 'firm_name', p_customer ->> 'email', p_customer ->> 'phone',
    p_customer ->> 'street', p_customer ->> 'house_number', p_customer ->> 'postal_code', p_customer ->> 'town',
    coalesce(p_customer ->> 'country', 'CH'), coalesce(p_customer ->> 'language', 'de'), (p_customer ->> 'birth_date')::date,
    p_customer ->> 'notes')
  returning id into v_id;
  return v_id;
end $$;

/* Adds a customer; keys of p_customer are the column names. */
create function public.create_customer(p_customer jsonb) returns uuid
language sql security definer set search_path = '' as $$
  select private.add_customer(private.authorize('customers.edit'), p_customer)
$$;

/* Blocks (with a reason) or unblocks (reason null) a customer for new reservations and contracts. */
create function public.set_customer_blocked(p_customer_id uuid, p_reason text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('customers.blacklist');
begin
  update public.customers set blocked_reason = p_reason, blocked_at = case when p_reason is not null then now() end
  where company_id = v_company and id = p_customer_id;
  if not found then perform private.fail(404, 'not_found'); end if;
end $$;
grant execute on function public.create_customer(jsonb), public.set_customer_blocked(uuid, text) to authenticated;
