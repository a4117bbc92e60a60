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
  tags           text[] not null default '{}' check (octet_length(tags::text) <= 4000),
  blocked_at     timestamptz,
  blocked_reason text check (length(btrim(blocked_reason)) between 1 and 1000),
  stripe_customer_id text,
  payment_method_id  text,
  deleted_at     timestamptz,
  created_at     timestamptz not null default now(),
  updated_at     timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, number),
  constraint customers_named check (length(btrim(case when kind = 'firm' then coalesce(firm_name, '') else coalesce(last_name, '') end)) > 0),
  -- These end up in mail headers, on envelopes and payment slips.
  constraint customers_single_line check (concat_ws('', first_name, last_name, firm_name, street, house_number, postal_code, town) !~ '[[:cntrl:]]'),
  check ((blocked_at is null) = (blocked_reason is null))
);
create index customers_email on public.customers (company_id, lower(email));
create index customers_name on public.customers using gin (name extensions.gin_trgm_ops);
comment on column public.customers.phone is 'E.164. Not unique: families share a phone.';
comment on column public.customers.payment_method_id is 'The card on file at Stripe, for the security deposit and later charges.';

create table public.drivers (
  company_id         uuid not null references public.companies (id),
  id                 uuid not null default gen_random_uuid(),
  customer_id        uuid not null,
  first_name         text not null check (length(btrim(first_name)) between 1 and 80 and first_name !~ '[[:cntrl:]]'),
  last_name          text not null check (length(btrim(last_name)) between 1 and 80 and last_name !~ '[[:cntrl:]]'),
  birth_date         date check (birth_date between '1900-01-01' and '2100-01-01'),
  licence_number     text check (length(licence_number) <= 40),
  licence_categories text[] not null default '{}'
    check (licence_categories <@ array['A', 'A1', 'B', 'BE', 'C', 'C1', 'CE', 'C1E', 'D', 'D1', 'DE', 'D1E', 'F', 'G', 'M']),
  licence_expires_on date check (licence_expires_on between '1950-01-01' and '2200-01-01'),
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

/*
 * The customer somebody describes, when e-mail, name and (if given) telephone are those we know; null otherwise.
 * The booking site demands all of them: its answer shows the customer's data, and a stranger may know a name and an e-mail.
 */
create function private.find_customer(p_company uuid, p_customer jsonb) returns uuid
language sql stable security definer set search_path = '' as $$
  select c.id from public.customers c
  where c.company_id = p_company and c.deleted_at is null and c.kind = 'person'
    and lower(c.email) = lower(p_customer ->> 'email')
    and lower(c.last_name) = lower(p_customer ->> 'last_name') and lower(c.first_name) = lower(p_customer ->> 'first_name')
    and (p_customer ->> 'phone' is null or c.phone = p_customer ->> 'phone')
  order by c.created_at, c.id limit 1
$$;

create function private.add_customer(p_company uuid, p_customer jsonb) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_id uuid;
begin
  if private.are_texts(p_customer, array['kind', 'first_name', 'last_name', 'firm_name', 'email', 'phone', 'street', 'house_number', 'postal_code', 'town',
      'country', 'language', 'birth_date', 'notes']) is not true then
    perform private.fail(422, 'invalid_input', '{"rule": "customer"}');
  end if;
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

/* Adds a customer; keys of p_customer are the column names. Raises 422 `invalid_input`. */
create function public.create_customer(p_customer jsonb) returns uuid
language plpgsql security definer set search_path = '' as $$
begin
  return private.add_customer(private.authorize('customers.edit'), p_customer);
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;

/* Blocks (with a reason) or unblocks (reason null) a customer for new reservations and contracts. Raises 404 `not_found`, 422 `invalid_input`. */
create function public.set_customer_blocked(p_customer_id uuid, p_reason text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('customers.blacklist');
begin
  update public.customers set blocked_reason = p_reason, blocked_at = case when p_reason is not null then coalesce(blocked_at, now()) end
  where company_id = v_company and id = p_customer_id;
  if not found then perform private.fail(404, 'not_found'); end if;
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;
grant execute on function public.create_customer(jsonb), public.set_customer_blocked(uuid, text) to authenticated;
