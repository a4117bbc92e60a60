-- The signed rental and its evidence: tables only; what happens to them follows in the next files.

/* Whether a file lies in the company's own folder, and nowhere above it. */
create function private.is_own_path(p_path text, p_company uuid) returns boolean
language sql immutable set search_path = '' as $$
  select length(p_path) <= 400 and p_path ~ '^[0-9A-Za-z/_.-]+$' and split_part(p_path, '/', 1) = p_company::text and p_path !~ '(^|/)\.{0,2}(/|$)'
$$;

/* Whether a photo shows a licence, of either side: it is looked at with a trace, and goes after its time. */
create function private.is_licence(p_position text) returns boolean
language sql immutable set search_path = '' as $$
  select p_position in ('licence', 'licence_back')
$$;

create type public.contract_status as enum ('draft', 'signed', 'active', 'returned', 'closed', 'cancelled');
create type public.handover_kind as enum ('pickup', 'exchange_back', 'exchange_out', 'return');

create table public.contracts (
  company_id     uuid not null references public.companies (id),
  id             uuid not null default gen_random_uuid(),
  number         text not null,
  reservation_id uuid not null,
  customer_id    uuid not null,
  vehicle_id     uuid not null,
  driver_id      uuid,
  status         public.contract_status not null default 'draft',
  starts_at      timestamptz not null,
  ends_at        timestamptz not null,
  picked_up_at   timestamptz,
  returned_at    timestamptz,
  closed_at      timestamptz,
  price          jsonb not null,
  included_km    int not null check (included_km >= 0),
  extra_km_rappen bigint not null check (extra_km_rappen >= 0),
  fuel_price_rappen int not null check (fuel_price_rappen >= 0),
  charge_price_rappen int not null check (charge_price_rappen >= 0),
  currency       text not null,
  locale         text not null,
  terms          text not null,
  terms_version  int not null,
  content_sha256 text,
  deposit_waived_reason text check (length(btrim(deposit_waived_reason)) between 3 and 300),
  created_at     timestamptz not null default now(),
  updated_at     timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, number),
  check (starts_at < ends_at),
  foreign key (company_id, reservation_id) references public.reservations (company_id, id),
  foreign key (company_id, customer_id) references public.customers (company_id, id),
  foreign key (company_id, vehicle_id) references public.vehicles (company_id, id),
  foreign key (company_id, driver_id) references public.drivers (company_id, id)
);
create unique index contracts_one_per_reservation on public.contracts (company_id, reservation_id) where status <> 'cancelled';
-- A vehicle that is out cannot go out a second time, whatever the calendar says.
create unique index contracts_one_running_per_vehicle on public.contracts (company_id, vehicle_id) where status = 'active';
create index contracts_customer on public.contracts (company_id, customer_id);
create index contracts_vehicle on public.contracts (company_id, vehicle_id);
create index contracts_driver on public.contracts (company_id, driver_id);
create index contracts_status on public.contracts (company_id, status, ends_at);
comment on table public.contracts is 'A signed rental. Price, terms, kilometres and what a missing litre (fuel) or kWh (charge) costs are frozen at conversion; content_sha256 is what the signatures sign.';
comment on column public.contracts.deposit_waived_reason is 'Why the vehicle went out without the deposit its price asks for; the pickup says who let it and when.';

create table public.handovers (
  company_id    uuid not null references public.companies (id),
  id            uuid not null default gen_random_uuid(),
  contract_id   uuid not null,
  kind          public.handover_kind not null,
  change_id     uuid,
  vehicle_id    uuid,
  performed_by  uuid not null references public.profiles (user_id),
  odometer_km   int check (odometer_km between 0 and 3000000),
  fuel_percent  int check (fuel_percent between 0 and 100),
  clean         boolean,
  checklist     jsonb not null default '{}' check (octet_length(checklist::text) <= 20000),
  notes         text check (length(notes) <= 5000),
  completed_at  timestamptz,
  received_at   timestamptz,
  device_at     timestamptz check (device_at between '2000-01-01' and '2200-01-01'),
  created_at    timestamptz not null default now(),
  updated_at    timestamptz not null default now(),
  primary key (company_id, id),
  unique nulls not distinct (company_id, contract_id, kind, change_id),
  foreign key (company_id, contract_id) references public.contracts (company_id, id),
  foreign key (company_id, vehicle_id) references public.vehicles (company_id, id),
  constraint handovers_of_an_exchange check ((kind in ('exchange_back', 'exchange_out')) = (change_id is not null and vehicle_id is not null)
    or kind in ('pickup', 'return') and change_id is null)
);
comment on column public.handovers.change_id is 'The exchange of vehicles during the rental that this one is half of: the vehicle left behind, or the one that goes on.';
comment on column public.handovers.vehicle_id is 'Of a pickup or return known once it is complete: until then the contract''s vehicle is meant.';
comment on column public.handovers.device_at is 'When it ended by the phone''s clock as it was; completed_at is that put right, received_at when we heard of it.';
create index handovers_performed_by on public.handovers (performed_by);
create index handovers_change on public.handovers (company_id, change_id) where change_id is not null;
create index handovers_vehicle on public.handovers (company_id, vehicle_id);

create table public.handover_photos (
  company_id     uuid not null references public.companies (id),
  id             uuid not null,
  handover_id    uuid not null,
  position       text not null check (position in ('front', 'front_left', 'left', 'rear', 'rear_right', 'right', 'interior', 'dashboard', 'licence', 'licence_back', 'free')),
  driver_id      uuid check (driver_id is null or private.is_licence(position)),
  storage_path   text not null check (private.is_own_path(storage_path, company_id)),
  thumbnail_path text not null check (private.is_own_path(thumbnail_path, company_id)),
  sha256         text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  width  int not null check (width between 1 and 30000), height int not null check (height between 1 and 30000),
  bytes  int not null check (bytes between 1 and 15728640),
  taken_at       timestamptz not null check (taken_at between '2000-01-01' and '2200-01-01'),
  purged_at      timestamptz check (purged_at is null or private.is_licence(position)),
  created_at     timestamptz not null default now(),
  updated_at     timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, handover_id, id),
  foreign key (company_id, handover_id) references public.handovers (company_id, id),
  foreign key (company_id, driver_id) references public.drivers (company_id, id)
);
comment on column public.handover_photos.driver_id is 'Of a licence: the further driver it belongs to; null is who signs.';
comment on column public.handover_photos.purged_at is 'The file is gone; its hash stays, because it is part of what was signed.';
create index handover_photos_licences on public.handover_photos (handover_id) where private.is_licence(position) and purged_at is null;
create index handover_photos_driver on public.handover_photos (company_id, driver_id) where driver_id is not null;

create table public.damages (
  company_id   uuid not null references public.companies (id),
  id           uuid not null,
  vehicle_id   uuid not null,
  handover_id  uuid not null,
  view         text not null check (view in ('front', 'rear', 'left', 'right', 'roof', 'interior')),
  x            numeric(5, 4) not null check (x between 0 and 1),
  y            numeric(5, 4) not null check (y between 0 and 1),
  kind         text not null check (kind in ('scratch', 'dent', 'crack', 'chip', 'missing', 'stain', 'other')),
  severity     text not null check (severity in ('minor', 'medium', 'major')),
  note         text check (length(note) <= 1000),
  charge_rappen bigint not null default 0 check (charge_rappen between 0 and 100000000),
  list_rappen  bigint check (list_rappen between 0 and 100000000),
  charge_reason text check (length(charge_reason) between 1 and 300),
  photo_id     uuid,
  photo_x      numeric(5, 4) check (photo_x between 0 and 1),
  photo_y      numeric(5, 4) check (photo_y between 0 and 1),
  case_id      uuid,
  resolved_at  timestamptz,
  created_at   timestamptz not null default now(),
  updated_at   timestamptz not null default now(),
  primary key (company_id, id),
  foreign key (company_id, vehicle_id) references public.vehicles (company_id, id),
  foreign key (company_id, handover_id) references public.handovers (company_id, id),
  -- A photo of another handover proves nothing about this one.
  foreign key (company_id, handover_id, photo_id) references public.handover_photos (company_id, handover_id, id),
  constraint damages_place_on_photo check (num_nonnulls(photo_id, photo_x, photo_y) in (0, 3)),
  constraint damages_charge_explained check (charge_rappen = list_rappen or charge_reason is not null or list_rappen is null)
);
create index damages_vehicle on public.damages (company_id, vehicle_id) where resolved_at is null;
create index damages_handover on public.damages (company_id, handover_id, photo_id);
comment on table public.damages is 'Belongs to the vehicle and is carried from rental to rental; x and y are shares of the view''s width and height.';
comment on column public.damages.photo_x is 'Where the mark stands on its photo: shares of that picture''s width and height.';
comment on column public.damages.list_rappen is 'What the price list said of it where it was found; whoever charges something else says why in charge_reason.';

create table public.signatures (
  company_id      uuid not null references public.companies (id),
  id              uuid not null default gen_random_uuid(),
  handover_id     uuid not null,
  signer          text not null check (signer in ('customer', 'staff')),
  name            text not null check (length(btrim(name)) between 1 and 120 and name !~ '[[:cntrl:]]'),
  image_path      text not null check (private.is_own_path(image_path, company_id)),
  image_sha256    text not null check (image_sha256 ~ '^[0-9a-f]{64}$'),
  document_sha256 text not null,
  signed_at       timestamptz not null default now(),
  received_at     timestamptz not null default now(),
  device_at       timestamptz check (device_at between '2000-01-01' and '2200-01-01'),
  ip              inet,
  user_agent      text check (length(user_agent) <= 400),
  created_at      timestamptz not null default now(),
  updated_at      timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, handover_id, signer),
  foreign key (company_id, handover_id) references public.handovers (company_id, id)
);

create table public.contract_lines (
  company_id    uuid not null references public.companies (id),
  id            uuid not null default gen_random_uuid(),
  contract_id   uuid not null,
  position      int not null,
  kind          text not null check (kind in ('rental', 'discount', 'fee', 'extra', 'rounding', 'extra_km', 'fuel', 'lateness', 'damage')),
  code          text not null,
  names         jsonb,
  quantity      numeric not null,
  unit_rappen   bigint not null,
  amount_rappen bigint not null,
  vat_bp        int not null check (vat_bp between 0 and 10000),
  trace         jsonb not null default '{}',
  created_at    timestamptz not null default now(),
  updated_at    timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, contract_id, position),
  foreign key (company_id, contract_id) references public.contracts (company_id, id)
);

create table public.documents (
  company_id   uuid not null references public.companies (id),
  id           uuid not null default gen_random_uuid(),
  kind         text not null check (kind in ('contract', 'addendum', 'settlement', 'invoice', 'credit_note')),
  record_id    uuid not null,
  locale       text not null,
  storage_path text not null check (private.is_own_path(storage_path, company_id)),
  sha256       text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes        int not null check (bytes > 0),
  created_at   timestamptz not null default now(),
  updated_at   timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, kind, record_id)
);
comment on table public.documents is 'Sealed PDFs: written once, never changed. record_id is the contract, invoice or credit note.';
create index documents_sha256 on public.documents (company_id, sha256);

select private.guard_tenant_table(t::regclass) from unnest(array['public.contracts', 'public.handovers', 'public.handover_photos',
  'public.damages', 'public.signatures', 'public.contract_lines', 'public.documents']) as t;
create trigger contracts_transition before update of status on public.contracts for each row
  execute function private.check_transition('draft>signed', 'signed>active', 'active>returned', 'returned>closed', 'draft>cancelled', 'signed>cancelled');
create trigger signatures_append_only before update or delete on public.signatures for each row execute function private.refuse_change();
create trigger documents_append_only before update or delete on public.documents for each row execute function private.refuse_change();

do $$
declare v_table text;
begin
  foreach v_table in array array['contracts', 'handovers', 'handover_photos', 'damages', 'signatures', 'contract_lines', 'documents'] loop
    execute format('create policy "members see %s" on public.%I for select to authenticated
      using (company_id = (select private.company_id()) and (select private.can(''contracts.see'')))', replace(v_table, '_', ' '), v_table);
    execute format('grant select on public.%I to authenticated', v_table);
  end loop;
end $$;
-- Writes go through the handover RPCs.
