create type public.contract_status as enum ('draft', 'signed', 'active', 'returned', 'closed', 'cancelled');
create type public.handover_kind as enum ('pickup', 'return');

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
  price          jsonb not null,
  included_km    int not null check (included_km >= 0),
  extra_km_rappen bigint not null check (extra_km_rappen >= 0),
  currency       text not null,
  locale         text not null,
  terms          text not null,
  terms_version  int not null,
  content_sha256 text,
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
create index contracts_customer on public.contracts (company_id, customer_id);
create index contracts_vehicle on public.contracts (company_id, vehicle_id);
create index contracts_driver on public.contracts (company_id, driver_id);
create index contracts_status on public.contracts (company_id, status, ends_at);
comment on table public.contracts is 'A signed rental. Price, terms and kilometres are frozen at conversion; content_sha256 is what the signatures sign.';

create table public.handovers (
  company_id    uuid not null references public.companies (id),
  id            uuid not null default gen_random_uuid(),
  contract_id   uuid not null,
  kind          public.handover_kind not null,
  performed_by  uuid not null references public.profiles (user_id),
  odometer_km   int check (odometer_km between 0 and 3000000),
  fuel_percent  int check (fuel_percent between 0 and 100),
  clean         boolean,
  checklist     jsonb not null default '{}',
  notes         text check (length(notes) <= 5000),
  completed_at  timestamptz,
  created_at    timestamptz not null default now(),
  updated_at    timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, contract_id, kind),
  foreign key (company_id, contract_id) references public.contracts (company_id, id)
);
create index handovers_performed_by on public.handovers (performed_by);

create table public.handover_photos (
  company_id     uuid not null references public.companies (id),
  id             uuid not null,
  handover_id    uuid not null,
  position       text not null check (position in ('front', 'front_left', 'left', 'rear', 'right', 'interior', 'dashboard', 'licence', 'free')),
  storage_path   text not null,
  thumbnail_path text not null,
  sha256         text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  width int not null, height int not null, bytes int not null,
  taken_at       timestamptz not null,
  created_at     timestamptz not null default now(),
  updated_at     timestamptz not null default now(),
  primary key (company_id, id),
  foreign key (company_id, handover_id) references public.handovers (company_id, id)
);
create index handover_photos_handover on public.handover_photos (company_id, handover_id);

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
  resolved_at  timestamptz,
  created_at   timestamptz not null default now(),
  updated_at   timestamptz not null default now(),
  primary key (company_id, id),
  foreign key (company_id, vehicle_id) references public.vehicles (company_id, id),
  foreign key (company_id, handover_id) references public.handovers (company_id, id)
);
create index damages_vehicle on public.damages (company_id, vehicle_id) where resolved_at is null;
create index damages_handover on public.damages (company_id, handover_id);
comment on table public.damages is 'Belongs to the vehicle and is carried from rental to rental; x and y are shares of the view''s width and height.';

create table public.signatures (
  company_id      uuid not null references public.companies (id),
  id              uuid not null default gen_random_uuid(),
  handover_id     uuid not null,
  signer          text not null check (signer in ('customer', 'staff')),
  name            text not null check (length(btrim(name)) between 1 and 120),
  image_path      text not null,
  image_sha256    text not null check (image_sha256 ~ '^[0-9a-f]{64}$'),
  document_sha256 text not null,
  signed_at       timestamptz not null default now(),
  ip              inet,
  user_agent      text,
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
  kind          text not null check (kind in ('rental', 'extra', 'extra_km', 'fuel', 'lateness', 'damage')),
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
  kind         text not null check (kind in ('contract', 'settlement', 'invoice')),
  record_id    uuid not null,
  locale       text not null,
  storage_path text not null,
  sha256       text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes        int not null check (bytes > 0),
  created_at   timestamptz not null default now(),
  updated_at   timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, kind, record_id)
);
comment on table public.documents is 'Sealed PDFs: written once, never changed. record_id is the contract or invoice.';
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

create table public.deposits (
  company_id      uuid not null references public.companies (id),
  id              uuid not null default gen_random_uuid(),
  contract_id     uuid not null,
  method          public.payment_method not null check (method in ('card', 'cash')),
  status          public.deposit_status not null,
  amount_rappen   bigint not null check (amount_rappen > 0),
  captured_rappen bigint not null default 0 check (captured_rappen between 0 and amount_rappen),
  currency        text not null,
  provider_intent text,
  failure         text,
  created_at      timestamptz not null default now(),
  updated_at      timestamptz not null default now(),
  primary key (company_id, id),
  foreign key (company_id, contract_id) references public.contracts (company_id, id)
);
create unique index deposits_one_open on public.deposits (company_id, contract_id) where status <> 'failed';
create index deposits_contract on public.deposits (company_id, contract_id);
comment on table public.deposits is 'Security deposit (Kaution): a manual-capture card hold or cash. Not revenue until captured.';
select private.guard_tenant_table('public.deposits');
create trigger deposits_transition before update of status on public.deposits for each row
  execute function private.check_transition('requested>held', 'requested>failed', 'held>captured', 'held>released', 'requested>released');
create policy "members see deposits" on public.deposits for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('contracts.see')));
grant select on public.deposits to authenticated;

/*
 * Makes the contract of a confirmed reservation; its allocation passes to the contract. Repeating returns the same contract.
 * Raises 404 `not_found`, 409 `invalid_transition` · `customer_blocked`.
 */
create function public.convert_reservation(p_reservation_id uuid) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('contracts.create');
  v_reservation public.reservations;
  v_contract uuid;
begin
  select * into v_reservation from public.reservations where company_id = v_company and id = p_reservation_id for update;
  if not found then perform private.fail(404, 'not_found'); end if;
  select id into v_contract from public.contracts where company_id = v_company and reservation_id = p_reservation_id and status <> 'cancelled';
  if found then return v_contract; end if;
  if exists (select from public.customers where company_id = v_company and id = v_reservation.customer_id and blocked_at is not null) then
    perform private.fail(409, 'customer_blocked');
  end if;
  update public.reservations set status = 'converted' where company_id = v_company and id = p_reservation_id;
  insert into public.contracts (company_id, number, reservation_id, customer_id, vehicle_id, starts_at, ends_at, price, included_km, extra_km_rappen,
    currency, locale, terms, terms_version)
  select v_company, private.next_number(v_company, 'contract'), v_reservation.id, v_reservation.customer_id, v_reservation.vehicle_id, v_reservation.starts_at,
    v_reservation.ends_at, v_reservation.price, (v_reservation.price ->> 'included_km')::int, (v_reservation.price ->> 'extra_km_rappen')::bigint,
    v_reservation.currency, v_reservation.locale, private.label(c.terms, v_reservation.locale), c.terms_version
  from public.companies c where c.id = v_company
  returning id into v_contract;
  insert into public.contract_lines (company_id, contract_id, position, kind, code, names, quantity, unit_rappen, amount_rappen, vat_bp)
  select v_company, v_contract, place, l ->> 'kind', l ->> 'code', l -> 'names', (l ->> 'quantity')::numeric, (l ->> 'unit_rappen')::bigint,
    (l ->> 'amount_rappen')::bigint, (l ->> 'vat_bp')::int
  from jsonb_array_elements(v_reservation.price -> 'lines') with ordinality as lines (l, place);
  update public.allocations set source_kind = 'contract', source_id = v_contract
  where company_id = v_company and source_id = p_reservation_id and active;
  return v_contract;
end $$;
grant execute on function public.convert_reservation(uuid) to authenticated;
