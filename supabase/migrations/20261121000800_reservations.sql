create type public.reservation_status as enum ('pending', 'confirmed', 'converted', 'cancelled', 'no_show', 'expired');
create type public.reservation_source as enum ('site', 'phone', 'walk_in', 'channel');

create table public.allocations (
  company_id  uuid not null references public.companies (id),
  id          uuid not null default gen_random_uuid(),
  resource_id uuid not null,
  period      tstzrange not null,
  source_kind text not null check (source_kind in ('reservation', 'contract', 'maintenance', 'cleaning', 'job', 'calendar', 'channel', 'retirement')),
  source_id   uuid not null,
  active      boolean not null default true,
  expires_at  timestamptz,
  created_at  timestamptz not null default now(),
  updated_at  timestamptz not null default now(),
  primary key (company_id, id),
  foreign key (company_id, resource_id) references public.resources (company_id, id),
  constraint allocations_period check (
    not isempty(period) and lower_inc(period) and not upper_inc(period) and isfinite(lower(period)) and isfinite(upper(period))),
  -- With expires_at, what occupies a period is answered by the index alone.
  constraint allocations_no_overlap exclude using gist (company_id with =, resource_id with =, period with &&) include (expires_at) where (active)
);
create index allocations_source on public.allocations (company_id, source_id);
-- Those of one resource never overlap, so whether a period is free is told by the one that begins last before its end. The whole period is along for
-- the ride: an index answers alone only where it holds the column itself.
create index allocations_start on public.allocations (company_id, resource_id, lower(period)) include (period, expires_at) where active;
create index allocations_lapsing on public.allocations (expires_at) where active and expires_at is not null;
comment on table public.allocations is
  'Whatever occupies a resource, buffers included. allocations_no_overlap is the whole no-overbooking guarantee. expires_at: an unpaid hold, free to others from then on.';

create table public.reservations (
  company_id   uuid not null,
  id           uuid not null default gen_random_uuid(),
  number       text not null,
  status       public.reservation_status not null default 'pending',
  source       public.reservation_source not null,
  customer_id  uuid not null,
  vehicle_id   uuid not null,
  category_id  uuid not null,
  vehicle_fixed boolean not null default true,
  pickup_location_id uuid not null,
  return_location_id uuid not null,
  starts_at    timestamptz not null,
  ends_at      timestamptz not null,
  price        jsonb not null,
  tariff_id    uuid generated always as ((price ->> 'tariff_id')::uuid) stored,
  promo_code_id uuid generated always as ((price #>> '{promo,id}')::uuid) stored,
  total_rappen bigint not null check (total_rappen >= 0),
  booking_deposit_rappen bigint not null check (booking_deposit_rappen between 0 and total_rappen),
  currency     text not null,
  locale       text not null default 'de' check (locale in ('de', 'fr', 'it', 'en')),
  notes        text check (length(notes) <= 5000),
  tags         text[] not null default '{}' check (private.are_tags(tags)),
  wanted_equipment public.equipment[] not null default '{}' check (cardinality(wanted_equipment) <= 20 and array_position(wanted_equipment, null) is null),
  terms_version int not null,
  confirmed_at timestamptz,
  cancelled_at timestamptz,
  cancellation_policy jsonb not null default '[]' check (private.is_cancellation_policy(cancellation_policy)),
  no_show_fee_percent int not null default 100 check (no_show_fee_percent between 0 and 100),
  cancellation_fee_rappen bigint not null default 0 check (cancellation_fee_rappen >= 0),
  version      int not null default 1,
  created_at   timestamptz not null default now(),
  updated_at   timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, number),
  check (starts_at < ends_at and isfinite(starts_at) and isfinite(ends_at)),
  foreign key (company_id, currency) references public.companies (id, currency),
  foreign key (company_id, customer_id) references public.customers (company_id, id),
  foreign key (company_id, vehicle_id) references public.vehicles (company_id, id),
  foreign key (company_id, category_id) references public.vehicle_categories (company_id, id),
  foreign key (company_id, pickup_location_id) references public.locations (company_id, id),
  foreign key (company_id, return_location_id) references public.locations (company_id, id),
  foreign key (company_id, tariff_id) references private.tariffs (company_id, id),
  foreign key (company_id, promo_code_id) references public.promo_codes (company_id, id)
);
create index reservations_tariff on public.reservations (company_id, tariff_id);
create index reservations_promo_code on public.reservations (company_id, promo_code_id);
create index reservations_starts on public.reservations (company_id, starts_at, id);
create index reservations_created on public.reservations (company_id, created_at desc, id);
create index reservations_status on public.reservations (company_id, status, starts_at);
create index reservations_customer on public.reservations (company_id, customer_id);
create index reservations_vehicle on public.reservations (company_id, vehicle_id, starts_at);
create index reservations_category on public.reservations (company_id, category_id);
create index reservations_pickup on public.reservations (company_id, pickup_location_id);
create index reservations_return on public.reservations (company_id, return_location_id);
comment on table public.reservations is
  'A promise of a vehicle for a period agreed with the customer; what it occupies (with the turnaround buffer) is its row in allocations.';
comment on column public.reservations.category_id is 'What was booked, and what it is priced by where no vehicle was named; vehicle_id may be of another one after an upgrade.';
comment on column public.reservations.vehicle_fixed is
  'False: a category was booked, the vehicle is provisional and may be exchanged for another one of the category at the same place until pickup.';
comment on column public.reservations.price is 'The answer of the price function, lines and trace, frozen at booking; tariff_id and promo_code_id are read out of it.';
comment on column public.reservations.cancellation_policy is 'The company''s steps when it was booked, like no_show_fee_percent: what was agreed stays agreed.';
comment on column public.reservations.cancellation_fee_rappen is 'What was kept of the money paid, for a cancellation or a customer who did not come.';
select private.guard_tenant_table('public.allocations', false), private.guard_tenant_table('public.reservations');
-- Before the touch by name, so that what changes nothing counts nothing.
create trigger reservations_count_version before update on public.reservations for each row execute function private.count_version();
create trigger reservations_transition before update of status on public.reservations for each row
  execute function private.check_transition('pending>confirmed', 'pending>cancelled', 'pending>expired', 'expired>confirmed',
    'confirmed>converted', 'confirmed>cancelled', 'confirmed>no_show', 'converted>confirmed');

create table public.reservation_extras (
  company_id     uuid not null references public.companies (id),
  id             uuid not null default gen_random_uuid(),
  reservation_id uuid not null,
  extra_id       uuid not null,
  quantity       int not null check (quantity between 1 and 20),
  created_at     timestamptz not null default now(),
  updated_at     timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, reservation_id, extra_id),
  foreign key (company_id, reservation_id) references public.reservations (company_id, id),
  foreign key (company_id, extra_id) references public.extras (company_id, id)
);
create index reservation_extras_extra on public.reservation_extras (company_id, extra_id);
select private.guard_tenant_table('public.reservation_extras');

create table public.access_links (
  company_id     uuid not null references public.companies (id),
  id             uuid not null default gen_random_uuid(),
  token_hash     text not null,
  reservation_id uuid not null,
  expires_at     timestamptz not null,
  revoked_at     timestamptz,
  created_at     timestamptz not null default now(),
  updated_at     timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, token_hash),
  foreign key (company_id, reservation_id) references public.reservations (company_id, id)
);
create index access_links_reservation on public.access_links (company_id, reservation_id);
create unique index access_links_one_open on public.access_links (company_id, reservation_id) where revoked_at is null;
comment on table public.access_links is 'Private links of customers; the token itself (256 bits) is never stored. One that staff replaced is revoked and opens nothing.';
select private.guard_tenant_table('public.access_links');

create policy "members see allocations" on public.allocations for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('reservations.see')));
create policy "members see reservations" on public.reservations for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('reservations.see')));
create policy "members see booked extras" on public.reservation_extras for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('reservations.see')));
-- Writes go through create_reservation and its kin.
grant select on public.allocations, public.reservations, public.reservation_extras to authenticated;
