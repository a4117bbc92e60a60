-- What belongs to a customer: notes, what they agreed to, their own vehicles, their papers.

create table public.customer_notes (
  company_id  uuid not null references public.companies (id),
  id          uuid not null default gen_random_uuid(),
  customer_id uuid not null,
  text        text not null check (length(btrim(text)) between 1 and 5000),
  written_by  uuid references public.profiles (user_id) default auth.uid(),
  created_at  timestamptz not null default now(),
  updated_at  timestamptz not null default now(),
  primary key (company_id, id),
  foreign key (company_id, customer_id) references public.customers (company_id, id)
);
create index customer_notes_customer on public.customer_notes (company_id, customer_id, created_at desc);
create index customer_notes_written_by on public.customer_notes (written_by);
comment on table public.customer_notes is 'Dated remarks for the team; customers.notes is the one that always stands on top.';

create table public.consents (
  company_id   uuid not null references public.companies (id),
  id           uuid not null default gen_random_uuid(),
  customer_id  uuid not null,
  kind         text not null check (kind in ('terms', 'privacy', 'marketing', 'credit_check', 'location_tracking', 'waiting_list')),
  text_version text not null check (length(btrim(text_version)) between 1 and 80),
  source       text not null check (source in ('site', 'desk', 'paper', 'phone', 'email')),
  given_at     timestamptz not null default now(),
  withdrawn_at timestamptz,
  recorded_by  uuid references public.profiles (user_id),
  created_at   timestamptz not null default now(),
  updated_at   timestamptz not null default now(),
  primary key (company_id, id),
  foreign key (company_id, customer_id) references public.customers (company_id, id),
  check (withdrawn_at >= given_at)
);
create index consents_customer on public.consents (company_id, customer_id, kind);
create index consents_recorded_by on public.consents (recorded_by);
comment on table public.consents is 'The log of who agreed to which text, when and how, and when they took it back; a withdrawal ends a row, a new consent begins one.';

create table public.customer_vehicles (
  company_id  uuid not null references public.companies (id),
  id          uuid not null default gen_random_uuid(),
  customer_id uuid not null,
  make        text not null check (length(btrim(make)) between 1 and 60 and make !~ '[[:cntrl:]]'),
  model       text not null check (length(btrim(model)) between 1 and 60 and model !~ '[[:cntrl:]]'),
  plate       text check (length(plate) <= 15 and plate !~ '[[:cntrl:]]'),
  vin         text check (vin ~ '^[A-HJ-NPR-Z0-9]{17}$'),
  model_year  int check (model_year between 1900 and 2100),
  color       text check (length(color) <= 40 and color !~ '[[:cntrl:]]'),
  notes       text check (length(notes) <= 1000),
  created_at  timestamptz not null default now(),
  updated_at  timestamptz not null default now(),
  primary key (company_id, id),
  foreign key (company_id, customer_id) references public.customers (company_id, id)
);
create index customer_vehicles_customer on public.customer_vehicles (company_id, customer_id);
comment on table public.customer_vehicles is 'Vehicles of the customer''s own, for jobs on them; never rented out.';

select private.guard_tenant_table(t::regclass) from unnest(array['public.customer_notes', 'public.consents', 'public.customer_vehicles']) as t;
create policy "members see customer notes" on public.customer_notes for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('customers.see')));
create policy "notes are written by those who may" on public.customer_notes for insert to authenticated
  with check (company_id = (select private.company_id()) and (select private.can('customers.edit')));
create policy "members see consents" on public.consents for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('customers.see')));
create policy "members see customer vehicles" on public.customer_vehicles for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('customers.see')));
create policy "customer vehicles are added by those who may" on public.customer_vehicles for insert to authenticated
  with check (company_id = (select private.company_id()) and (select private.can('customers.edit')));
create policy "customer vehicles are edited by those who may" on public.customer_vehicles for update to authenticated
  using (company_id = (select private.company_id()) and (select private.can('customers.edit')))
  with check (company_id = (select private.company_id()) and (select private.can('customers.edit')));
grant select, insert (company_id, customer_id, text) on public.customer_notes to authenticated;
grant select on public.consents to authenticated;
grant select, insert (company_id, customer_id, make, model, plate, vin, model_year, color, notes),
  update (make, model, plate, vin, model_year, color, notes) on public.customer_vehicles to authenticated;

/* Keeps that a customer agreed to a text, now. Raises 404 `not_found`, 422 `invalid_input`. */
create function public.record_consent(p_customer_id uuid, p_kind text, p_text_version text, p_source text) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('customers.edit');
  v_id uuid;
begin
  insert into public.consents (company_id, customer_id, kind, text_version, source, recorded_by)
  values (v_company, p_customer_id, p_kind, p_text_version, p_source, auth.uid()) returning id into v_id;
  return v_id;
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;

/* Takes a consent back, now; what was done until then stays right. Repeating changes nothing. Raises 404 `not_found`. */
create function public.withdraw_consent(p_consent_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('customers.edit');
begin
  update public.consents set withdrawn_at = coalesce(withdrawn_at, now()) where company_id = v_company and id = p_consent_id;
  if not found then perform private.fail(404, 'not_found'); end if;
end $$;

/* Takes a vehicle off a customer. Raises 404 `not_found`, 409 `still_referenced`. */
create function public.remove_customer_vehicle(p_customer_vehicle_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('customers.edit');
begin
  delete from public.customer_vehicles where company_id = v_company and id = p_customer_vehicle_id;
  if not found then perform private.fail(404, 'not_found'); end if;
exception when foreign_key_violation then
  perform private.fail(409, 'still_referenced');
end $$;
grant execute on function public.record_consent(uuid, text, text, text), public.withdraw_consent(uuid), public.remove_customer_vehicle(uuid) to authenticated;
