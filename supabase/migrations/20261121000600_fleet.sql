create type public.body_type as enum ('compact', 'estate', 'suv', 'van', 'minibus', 'camper', 'convertible');
create type public.vehicle_status as enum ('available', 'reserved', 'rented', 'cleaning', 'maintenance', 'retired');
create type public.fuel_type as enum ('petrol', 'diesel', 'hybrid', 'electric', 'gas');
create type public.transmission as enum ('manual', 'automatic');
create type public.equipment as enum ('tow_bar', 'roof_rack', 'bike_rack', 'winter_tyres', 'four_wheel_drive', 'isofix', 'navigation', 'rear_camera', 'cruise_control',
  'heated_seats', 'wheelchair_ramp', 'tail_lift', 'dog_guard');

/* Equipment as it is written in JSON, each piece once; nothing is none. Another word raises invalid_text_representation. */
create function private.equipment_of(p_words jsonb) returns public.equipment[]
language plpgsql immutable set search_path = '' as $$
begin
  if coalesce(p_words, 'null') in ('null', '[]') then return '{}'; end if;
  return array(select distinct word::public.equipment from jsonb_array_elements_text(p_words) as word order by 1);
end $$;

/* The text in the wanted language, else German, English, or whatever there is. */
create function private.label(p_names jsonb, p_locale text) returns text
language sql immutable set search_path = '' as $$
  select coalesce(p_names ->> p_locale, p_names ->> 'de', p_names ->> 'en', (select value from jsonb_each_text(p_names) limit 1), '')
$$;

create table public.locations (
  company_id    uuid not null references public.companies (id),
  id            uuid not null default gen_random_uuid(),
  name          text not null check (length(btrim(name)) between 1 and 80 and name !~ '[[:cntrl:]]'),
  street text check (length(street) <= 70), house_number text check (length(house_number) <= 16),
  postal_code text check (length(postal_code) <= 16), town text check (length(town) <= 35),
  phone         text check (phone ~ '^\+[1-9][0-9]{5,14}$'),
  opening_hours jsonb not null default '{"mon":["08:00","18:00"],"tue":["08:00","18:00"],"wed":["08:00","18:00"],"thu":["08:00","18:00"],"fri":["08:00","18:00"],"sat":["09:00","16:00"]}'
    check (jsonb_typeof(opening_hours) = 'object' and octet_length(opening_hours::text) <= 4000),
  key_box       boolean not null default false,
  key_box_code  text check (length(key_box_code) <= 40),
  key_box_instructions text check (length(key_box_instructions) <= 2000),
  latitude      double precision check (latitude between -90 and 90),
  longitude     double precision check (longitude between -180 and 180),
  point_by_hand boolean not null default false,
  active        boolean not null default true,
  created_at    timestamptz not null default now(),
  updated_at    timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, name),
  check (num_nulls(latitude, longitude) in (0, 2)),
  check (latitude is not null or not point_by_hand)
);
comment on column public.locations.phone is 'E.164. Who is told to call about a pickup or return here; without one it is the company''s.';
comment on column public.locations.point_by_hand is 'The point (WGS 84, degrees) was given by the company; any other is looked up from the address and follows it.';
comment on column public.locations.key_box is 'Pickup and return are possible without staff; code and instructions go to the customer whose pickup lies outside opening hours.';

/* Trigger: a place has a postcode of its company's country, as far as we know its codes. */
create function private.check_place() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if exists (select from public.companies c where c.id = new.company_id and c.country in ('CH', 'LI')) and not private.is_swiss_postcode(new.postal_code) then
    perform private.fail(422, 'invalid_input', '{"rule": "postal_code"}');
  end if;
  return new;
end $$;
create trigger locations_place before insert or update of postal_code on public.locations for each row
  when (new.postal_code is not null) execute function private.check_place();

/* What a place's point is looked up by; null without a street, where only a whole town could be found. */
create function private.address_to_locate(p_location public.locations) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('street', p_location.street, 'house_number', p_location.house_number, 'postal_code', p_location.postal_code,
    'town', p_location.town, 'country', c.country)
  from public.companies c
  where c.id = p_location.company_id and p_location.street is not null and num_nonnulls(p_location.postal_code, p_location.town) > 0
$$;

/* Trigger: a point given by hand stays; any other is looked up anew when the address changes, and when a place without one is saved. */
create function private.locate_place() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  v_address jsonb := private.address_to_locate(new);
begin
  if tg_op = 'INSERT' or old.point_by_hand or v_address is distinct from private.address_to_locate(old) then
    new.latitude := null;
    new.longitude := null;
  end if;
  if new.latitude is null and v_address is not null then
    perform private.enqueue(new.company_id, 'location.locate', format('%s at %s', new.id, clock_timestamp()),
      jsonb_build_object('location_id', new.id, 'address', v_address));
  end if;
  return new;
end $$;
create trigger locations_point before insert or update of street, house_number, postal_code, town, latitude, longitude, point_by_hand on public.locations
  for each row when (not new.point_by_hand) execute function private.locate_place();

/* Keeps where an address was found; false where the place has moved on meanwhile or its point was given by hand. */
create function public.note_location_point(p_company_id uuid, p_location_id uuid, p_address jsonb, p_latitude double precision, p_longitude double precision) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  update public.locations l set latitude = p_latitude, longitude = p_longitude
  where l.company_id = p_company_id and l.id = p_location_id and not l.point_by_hand and private.address_to_locate(l) = p_address;
  return found;
end $$;
grant execute on function public.note_location_point(uuid, uuid, jsonb, double precision, double precision) to service_role;

create table public.closed_days (
  company_id  uuid not null references public.companies (id),
  id          uuid not null default gen_random_uuid(),
  location_id uuid,
  day         date not null check (day between '2000-01-01' and '2200-01-01'),
  name        text not null check (length(btrim(name)) between 1 and 80 and name !~ '[[:cntrl:]]'),
  created_at  timestamptz not null default now(),
  updated_at  timestamptz not null default now(),
  primary key (company_id, id),
  unique nulls not distinct (company_id, location_id, day),
  foreign key (company_id, location_id) references public.locations (company_id, id)
);
create index closed_days_location on public.closed_days (company_id, location_id);
comment on table public.closed_days is 'Holidays, of one location or (location_id null) of all.';

create table public.vehicle_categories (
  company_id      uuid not null references public.companies (id),
  id              uuid not null default gen_random_uuid(),
  names           jsonb not null check (jsonb_typeof(names) = 'object' and names <> '{}' and octet_length(names::text) <= 2000),
  import_name     text not null check (length(btrim(import_name)) between 1 and 80),
  body_type       public.body_type not null default 'compact',
  position        int not null default 0,
  minimum_age     int not null default 18 check (minimum_age between 16 and 99),
  security_deposit_rappen bigint not null default 50000 check (security_deposit_rappen between 0 and 10000000),
  excess_rappen   bigint check (excess_rappen between 0 and 10000000),
  buffer_minutes  int not null default 60 check (buffer_minutes between 0 and 2880),
  minimum_days    int not null default 1 check (minimum_days between 1 and 366),
  maximum_days    int not null default 366 check (maximum_days between minimum_days and 366),
  offered_later   boolean not null default true,
  needs_approval  boolean not null default false,
  created_at      timestamptz not null default now(),
  updated_at      timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, import_name)
);
comment on column public.vehicle_categories.excess_rappen is 'What a renter pays of the damage of one return at most; null where nothing limits it.';
comment on column public.vehicle_categories.offered_later is 'Whether it is offered after booking in the place of a cheaper one.';
comment on column public.vehicle_categories.needs_approval is 'Whether the desk says yes before a booking moves to it.';
comment on column public.vehicle_categories.import_name is 'The name as the company''s own lists write it; imports find the category by it.';

create table public.resources (
  company_id uuid not null references public.companies (id),
  id         uuid not null default gen_random_uuid(),
  kind       text not null check (kind in ('vehicle', 'property', 'technician')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, id, kind)
);
comment on table public.resources is 'Everything bookable; what occupies it is a row in allocations.';

create table public.vehicles (
  company_id    uuid not null references public.companies (id),
  id            uuid not null,
  kind          text not null default 'vehicle' check (kind = 'vehicle'),
  category_id   uuid not null,
  location_id   uuid not null,
  plate         text not null check (plate ~ '^[A-Z]{2} [0-9 ]{1,9}$'),
  vin           text not null check (vin ~ '^[A-HJ-NPR-Z0-9]{17}$'),
  make          text not null check (length(btrim(make)) between 1 and 60 and make !~ '[[:cntrl:]]'),
  model         text not null check (length(btrim(model)) between 1 and 60 and model !~ '[[:cntrl:]]'),
  model_year    int not null check (model_year between 1950 and 2100),
  color         text check (length(color) <= 40),
  fuel          public.fuel_type not null,
  transmission  public.transmission not null,
  seats         int not null check (seats between 1 and 60),
  tank_litres   int not null default 50 check (tank_litres between 0 and 500),
  odometer_km   int not null check (odometer_km between 0 and 3000000),
  fuel_percent  int not null check (fuel_percent between 0 and 100),
  inspection_due_on date check (inspection_due_on between '1950-01-01' and '2200-01-01'),
  service_interval_km int check (service_interval_km between 1000 and 200000),
  service_interval_months int check (service_interval_months between 1 and 120),
  next_service_km int check (next_service_km between 0 and 3000000),
  next_service_on date check (next_service_on between '1950-01-01' and '2200-01-01'),
  insurer       text check (length(insurer) <= 80 and insurer !~ '[[:cntrl:]]'),
  insurance_policy text check (length(insurance_policy) <= 60 and insurance_policy !~ '[[:cntrl:]]'),
  insurance_expires_on date check (insurance_expires_on between '1950-01-01' and '2200-01-01'),
  minimum_age   int check (minimum_age between 16 and 99),
  security_deposit_rappen bigint check (security_deposit_rappen between 0 and 10000000),
  status        public.vehicle_status not null default 'available',
  retired_at    timestamptz,
  retired_reason text check (length(btrim(retired_reason)) between 3 and 500),
  tags          text[] not null default '{}' check (private.are_tags(tags)),
  equipment     public.equipment[] not null default '{}' check (cardinality(equipment) <= 20 and array_position(equipment, null) is null),
  created_at    timestamptz not null default now(),
  updated_at    timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, plate),
  unique (company_id, vin),
  constraint vehicles_retired check ((status = 'retired') = (retired_at is not null)),
  foreign key (company_id, id, kind) references public.resources (company_id, id, kind),
  foreign key (company_id, category_id) references public.vehicle_categories (company_id, id),
  foreign key (company_id, location_id) references public.locations (company_id, id)
);
create index vehicles_category on public.vehicles (company_id, category_id);
create index vehicles_location on public.vehicles (company_id, location_id);
comment on column public.vehicles.minimum_age is 'Null, like security_deposit_rappen: the category''s.';
comment on column public.vehicles.equipment is 'What it has beyond its kind. What somebody was promised stays: vehicles_keep_equipment.';
comment on column public.vehicles.fuel_percent is 'Tank or battery; tank_litres stands for litres, or for kWh of an electric vehicle.';

select private.guard_tenant_table(t::regclass) from unnest(array[
  'public.locations', 'public.closed_days', 'public.vehicle_categories', 'public.resources', 'public.vehicles']) as t;

create policy "members see locations" on public.locations for select to authenticated
  using (company_id = (select private.company_id()));
create policy "members see closed days" on public.closed_days for select to authenticated
  using (company_id = (select private.company_id()));
create policy "members see categories" on public.vehicle_categories for select to authenticated
  using (company_id = (select private.company_id()));
create policy "members see resources" on public.resources for select to authenticated
  using (company_id = (select private.company_id()));
create policy "members see vehicles" on public.vehicles for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('fleet.see')));
grant select on public.locations, public.closed_days, public.vehicle_categories, public.resources, public.vehicles to authenticated;

create policy "locations are edited by those who may" on public.locations for update to authenticated
  using (company_id = (select private.company_id()) and (select private.can('fleet.edit')))
  with check (company_id = (select private.company_id()) and (select private.can('fleet.edit')));
create policy "locations are added by those who may" on public.locations for insert to authenticated
  with check (company_id = (select private.company_id()) and (select private.can('fleet.edit')));
create policy "closed days are edited by those who may" on public.closed_days for update to authenticated
  using (company_id = (select private.company_id()) and (select private.can('fleet.edit')))
  with check (company_id = (select private.company_id()) and (select private.can('fleet.edit')));
create policy "closed days are added by those who may" on public.closed_days for insert to authenticated
  with check (company_id = (select private.company_id()) and (select private.can('fleet.edit')));
create policy "categories are edited by those who may" on public.vehicle_categories for update to authenticated
  using (company_id = (select private.company_id()) and (select private.can('fleet.edit')))
  with check (company_id = (select private.company_id()) and (select private.can('fleet.edit')));
create policy "vehicles are edited by those who may" on public.vehicles for update to authenticated
  using (company_id = (select private.company_id()) and (select private.can('fleet.edit')))
  with check (company_id = (select private.company_id()) and (select private.can('fleet.edit')));
grant insert (company_id, name, street, house_number, postal_code, town, phone, latitude, longitude, point_by_hand, opening_hours, key_box, key_box_code, key_box_instructions, active),
  update (name, street, house_number, postal_code, town, phone, latitude, longitude, point_by_hand, opening_hours, key_box, key_box_code, key_box_instructions, active) on public.locations to authenticated;
grant insert (company_id, location_id, day, name), update (location_id, day, name) on public.closed_days to authenticated;
grant update (names, body_type, position, minimum_age, security_deposit_rappen, excess_rappen, buffer_minutes, minimum_days, maximum_days, offered_later, needs_approval) on public.vehicle_categories to authenticated;
grant update (category_id, location_id, plate, make, model, color, seats, tank_litres, fuel_percent, inspection_due_on, service_interval_km, service_interval_months,
  next_service_km, next_service_on, insurer, insurance_policy, insurance_expires_on, minimum_age, security_deposit_rappen, equipment) on public.vehicles to authenticated;
