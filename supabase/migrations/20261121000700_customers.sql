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
  tags           text[] not null default '{}' check (private.are_tags(tags)),
  canton         text check (canton ~ '^[A-Z]{2}$'),
  nationality    text check (nationality ~ '^[A-Z]{2}$'),
  id_document_kind       text check (id_document_kind in ('passport', 'identity_card', 'residence_permit', 'other')),
  id_document_number     text check (length(id_document_number) <= 40),
  id_document_country    text check (id_document_country ~ '^[A-Z]{2}$'),
  id_document_expires_on date check (id_document_expires_on between '1950-01-01' and '2200-01-01'),
  ahv_number     text check (private.is_ahv(ahv_number)),
  uid_number     text check (private.is_uid(uid_number)),
  custom         jsonb not null default '{}' check (jsonb_typeof(custom) = 'object' and octet_length(custom::text) <= 20000),
  blocked_at     timestamptz,
  blocked_reason text check (length(btrim(blocked_reason)) between 1 and 1000),
  blocked_until  date check (blocked_until between '2000-01-01' and '2200-01-01'),
  stripe_customer_id text,
  payment_method_id  text,
  email_key      text generated always as (private.email_key(email)) stored,
  phone_key      text generated always as (private.phone_key(phone)) stored,
  name_key       text generated always as (private.name_key(case when kind = 'firm' then coalesce(firm_name, '')
    else coalesce(first_name, '') || coalesce(last_name, '') end)) stored,
  not_same_as    uuid[] not null default '{}' check (cardinality(not_same_as) <= 200),
  merged_into    uuid,
  deleted_at     timestamptz,
  erased_at      timestamptz,
  created_at     timestamptz not null default now(),
  updated_at     timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, number),
  foreign key (company_id, merged_into) references public.customers (company_id, id),
  constraint customers_named check (length(btrim(case when kind = 'firm' then coalesce(firm_name, '') else coalesce(last_name, '') end)) > 0),
  -- These end up in mail headers, on envelopes and payment slips; what nobody sees makes one name look like another.
  constraint customers_single_line check (concat_ws('', first_name, last_name, firm_name, street, house_number, postal_code, town, id_document_number) !~ '[[:cntrl:]\u200B\u202A-\u202E\u2060\u2066-\u2069\uFEFF]'),
  check ((blocked_at is null) = (blocked_reason is null)),
  check (blocked_until is null or blocked_at is not null),
  check (merged_into is null or deleted_at is not null)
);
create index customers_email on public.customers (company_id, lower(email));
create index customers_email_key on public.customers (company_id, email_key);
create index customers_phone_key on public.customers (company_id, phone_key);
create index customers_birth_date on public.customers (company_id, birth_date);
create index customers_blocked on public.customers (company_id, name_key) where blocked_at is not null;
create index customers_merged on public.customers (company_id, merged_into);
create index customers_deleted on public.customers (deleted_at) where deleted_at is not null;
create index customers_name on public.customers using gin (name extensions.gin_trgm_ops);
comment on column public.customers.phone is 'E.164. Not unique: families share a phone.';
comment on column public.customers.blocked_until is 'The last day of the block, by the company''s calendar; null: until somebody lifts it.';
comment on column public.customers.not_same_as is 'Ids that looked like the same person and are not: nobody is asked twice.';
comment on column public.customers.merged_into is 'Who this record became one with; what belonged to it belongs to them.';
comment on column public.customers.deleted_at is 'Out of sight, restorable for thirty days, then erased.';
comment on column public.customers.erased_at is 'Nothing personal is left; the row stays where business records must point at it.';
comment on column public.customers.payment_method_id is 'The card on file at Stripe, for the security deposit and later charges.';

/* Category to the day since when it is held, {"B": "2015-04-01"}. */
create function private.is_licence_since(p_since jsonb) returns boolean
language sql stable set search_path = '' as $$
  select jsonb_typeof(p_since) = 'object' and octet_length(p_since::text) <= 1000 and not exists (
    select from jsonb_each(p_since) where jsonb_typeof(value) <> 'string' or private.is_date(value #>> '{}') is not true)
$$;
grant execute on function private.is_licence_since(jsonb) to authenticated, service_role;

create table public.drivers (
  company_id         uuid not null references public.companies (id),
  id                 uuid not null default gen_random_uuid(),
  customer_id        uuid not null,
  first_name         text not null check (length(btrim(first_name)) between 1 and 80 and first_name !~ '[[:cntrl:]]'),
  last_name          text not null check (length(btrim(last_name)) between 1 and 80 and last_name !~ '[[:cntrl:]]'),
  birth_date         date check (birth_date between '1900-01-01' and '2100-01-01'),
  email              text check (email ~ '^[^@\s]+@[^@\s]+\.[^@\s]+$' and length(email) <= 254),
  phone              text check (phone ~ '^\+[1-9][0-9]{5,14}$'),
  licence_number     text check (length(licence_number) <= 40 and licence_number !~ '[[:cntrl:]]'),
  licence_country    text not null default 'CH' check (licence_country ~ '^[A-Z]{2}$'),
  licence_categories text[] not null default '{}'
    check (licence_categories <@ array['A', 'A1', 'B', 'BE', 'C', 'C1', 'CE', 'C1E', 'D', 'D1', 'DE', 'D1E', 'F', 'G', 'M']),
  licence_since      jsonb not null default '{}' check (private.is_licence_since(licence_since)),
  licence_codes      text[] not null default '{}' check (array_to_string(licence_codes, ' ') ~ '^([0-9]{1,3}(\.[0-9]{1,3})?( |$)){0,20}$'),
  licence_issued_on  date check (licence_issued_on between '1950-01-01' and '2200-01-01'),
  licence_expires_on date check (licence_expires_on between '1950-01-01' and '2200-01-01'),
  active             boolean not null default true,
  verified_at        timestamptz,
  verified_by        uuid references public.profiles (user_id),
  created_at         timestamptz not null default now(),
  updated_at         timestamptz not null default now(),
  primary key (company_id, id),
  foreign key (company_id, customer_id) references public.customers (company_id, id)
);
create index drivers_customer on public.drivers (company_id, customer_id);
create index drivers_verified_by on public.drivers (verified_by);
create index drivers_licence on public.drivers (company_id, licence_number);
comment on column public.drivers.active is 'Whether they may drive for this customer now; a firm withdraws it when somebody leaves.';
comment on column public.drivers.licence_codes is 'Restrictions printed on the licence; 78: automatic gearbox only.';

/* Somebody looked at a licence, not at what is typed over it later. */
create function private.unverify_driver() returns trigger
language plpgsql set search_path = '' as $$
begin
  if new.verified_at is not distinct from old.verified_at and
     (new.first_name, new.last_name, new.birth_date, new.licence_number, new.licence_country, new.licence_categories, new.licence_since, new.licence_codes,
      new.licence_issued_on, new.licence_expires_on) is distinct from
     (old.first_name, old.last_name, old.birth_date, old.licence_number, old.licence_country, old.licence_categories, old.licence_since, old.licence_codes,
      old.licence_issued_on, old.licence_expires_on) then
    new.verified_at := null;
    new.verified_by := null;
  end if;
  return new;
end $$;
create trigger drivers_unverify before update on public.drivers for each row execute function private.unverify_driver();

select private.guard_tenant_table('public.customers'), private.guard_tenant_table('public.drivers');
create policy "members see customers" on public.customers for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('customers.see')));
create policy "customers are edited by those who may" on public.customers for update to authenticated
  using (company_id = (select private.company_id()) and (select private.can('customers.edit')) and deleted_at is null)
  with check (company_id = (select private.company_id()) and (select private.can('customers.edit')));
create policy "members see drivers" on public.drivers for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('customers.see')));
create policy "drivers are added by those who may" on public.drivers for insert to authenticated
  with check (company_id = (select private.company_id()) and (select private.can('customers.edit')));
create policy "drivers are edited by those who may" on public.drivers for update to authenticated
  using (company_id = (select private.company_id()) and (select private.can('customers.edit')))
  with check (company_id = (select private.company_id()) and (select private.can('customers.edit')));
grant select on public.customers, public.drivers to authenticated;
grant update (kind, first_name, last_name, firm_name, email, phone, street, house_number, postal_code, town, country, canton, language,
  birth_date, nationality, id_document_kind, id_document_number, id_document_country, id_document_expires_on, ahv_number, uid_number, custom,
  notes, tags) on public.customers to authenticated;
grant insert (company_id, customer_id, first_name, last_name, birth_date, email, phone, licence_number, licence_country, licence_categories, licence_since,
  licence_codes, licence_issued_on, licence_expires_on),
  update (first_name, last_name, birth_date, email, phone, licence_number, licence_country, licence_categories, licence_since, licence_codes,
  licence_issued_on, licence_expires_on, active) on public.drivers to authenticated;

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
      'country', 'canton', 'language', 'birth_date', 'nationality', 'id_document_kind', 'id_document_number', 'id_document_country',
      'id_document_expires_on', 'ahv_number', 'uid_number', 'notes']) is not true
     or jsonb_typeof(p_customer -> 'tags') not in ('array', 'null') then
    perform private.fail(422, 'invalid_input', '{"rule": "customer"}');
  end if;
  insert into public.customers (company_id, number, kind, first_name, last_name, firm_name, email, phone, street, house_number, postal_code, town, country,
    canton, language, birth_date, nationality, id_document_kind, id_document_number, id_document_country, id_document_expires_on, ahv_number, uid_number,
    custom, tags, notes)
  values (p_company, private.next_number(p_company, 'customer'), coalesce(p_customer ->> 'kind', 'person'),
    p_customer ->> 'first_name', p_customer ->> 'last_name', p_customer ->> 'firm_name', p_customer ->> 'email', p_customer ->> 'phone',
    p_customer ->> 'street', p_customer ->> 'house_number', p_customer ->> 'postal_code', p_customer ->> 'town',
    coalesce(p_customer ->> 'country', 'CH'), p_customer ->> 'canton', coalesce(p_customer ->> 'language', 'de'), (p_customer ->> 'birth_date')::date,
    p_customer ->> 'nationality', p_customer ->> 'id_document_kind', p_customer ->> 'id_document_number', p_customer ->> 'id_document_country',
    (p_customer ->> 'id_document_expires_on')::date, p_customer ->> 'ahv_number', p_customer ->> 'uid_number',
    coalesce(nullif(p_customer -> 'custom', 'null'), '{}'),
    coalesce((select array_agg(value) from jsonb_array_elements_text(nullif(p_customer -> 'tags', 'null'))), '{}'), p_customer ->> 'notes')
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

/* Whether the customer is refused new rentals today, by the company's calendar. */
create function private.is_blocked(p_customer public.customers) returns boolean
language sql stable security definer set search_path = '' as $$
  select p_customer.blocked_at is not null and (p_customer.blocked_until is null or p_customer.blocked_until >=
    (select (now() at time zone c.time_zone)::date from public.companies c where c.id = p_customer.company_id))
$$;

/*
 * The blocked customer somebody is, whatever spelling of name, e-mail or telephone they give; null when there is none.
 * A family may share a telephone, so there the surname has to agree; a mailbox has one reader.
 */
create function private.blocked_match(p_company uuid, p_person jsonb) returns public.customers
language sql stable security definer set search_path = '' as $$
  select c from public.customers c
  where c.company_id = p_company and c.blocked_at is not null and c.merged_into is null and c.erased_at is null and private.is_blocked(c)
    and (c.email_key = private.email_key(p_person ->> 'email')
      or c.phone_key = private.phone_key(p_person ->> 'phone') and private.name_key(c.last_name) = private.name_key(p_person ->> 'last_name')
      or c.birth_date::text = p_person ->> 'birth_date' and c.name_key = private.name_key(concat(p_person ->> 'first_name', p_person ->> 'last_name'))
      or exists (select from public.drivers d where d.company_id = c.company_id and d.customer_id = c.id and c.kind = 'person'
        and d.licence_number = p_person ->> 'licence_number'))
  order by c.created_at, c.id limit 1
$$;

/*
 * Blocks (with a reason, for good or to the end of a day) or unblocks (reason null) a customer for new reservations and contracts.
 * Raises 404 `not_found`, 422 `invalid_input`.
 */
create function public.set_customer_blocked(p_customer_id uuid, p_reason text, p_until date default null) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('customers.blacklist');
begin
  if p_reason is not null and p_until < (select (now() at time zone time_zone)::date from public.companies where id = v_company) then
    perform private.fail(422, 'invalid_input', '{"rule": "blocked_until", "wrong": "until"}');
  end if;
  update public.customers set blocked_reason = p_reason, blocked_at = case when p_reason is not null then coalesce(blocked_at, now()) end,
    blocked_until = case when p_reason is not null then p_until end
  where company_id = v_company and id = p_customer_id and erased_at is null;
  if not found then perform private.fail(404, 'not_found'); end if;
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;

/* Lifts blocks whose last day has passed; every gate looks at the day itself, so this only keeps lists true. */
create function public.lift_ended_blocks() returns int
language plpgsql security definer set search_path = '' as $$
declare
  v_lifted int;
begin
  update public.customers c set blocked_at = null, blocked_reason = null, blocked_until = null
  where c.blocked_until is not null and not private.is_blocked(c);
  get diagnostics v_lifted = row_count;
  return v_lifted;
end $$;

/* Somebody held the licence in their hands and found it as it is recorded. Raises 404 `not_found`. */
create function public.verify_driver(p_driver_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('customers.edit');
begin
  update public.drivers set verified_at = now(), verified_by = auth.uid() where company_id = v_company and id = p_driver_id;
  if not found then perform private.fail(404, 'not_found'); end if;
end $$;

/* Takes a driver off a customer who has not driven yet. Raises 404 `not_found`, 409 `still_referenced`. */
create function public.remove_driver(p_driver_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('customers.edit');
begin
  delete from public.drivers where company_id = v_company and id = p_driver_id;
  if not found then perform private.fail(404, 'not_found'); end if;
exception when foreign_key_violation then
  perform private.fail(409, 'still_referenced');
end $$;
grant execute on function public.create_customer(jsonb), public.set_customer_blocked(uuid, text, date), public.verify_driver(uuid),
  public.remove_driver(uuid) to authenticated;
grant execute on function public.lift_ended_blocks() to service_role;
