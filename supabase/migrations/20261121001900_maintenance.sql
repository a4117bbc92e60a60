-- Work on vehicles, planned and done. What has a period occupies its vehicle like a booking does, by a row in allocations.
create type public.maintenance_kind as enum ('service', 'repair', 'tyres', 'inspection', 'damage', 'other');
create type public.maintenance_status as enum ('planned', 'in_progress', 'done', 'cancelled');

create table public.maintenance (
  company_id  uuid not null references public.companies (id),
  id          uuid not null default gen_random_uuid(),
  vehicle_id  uuid not null,
  kind        public.maintenance_kind not null,
  status      public.maintenance_status not null default 'planned',
  starts_at   timestamptz,
  ends_at     timestamptz,
  due_km      int check (due_km between 1 and 3000000),
  workshop    text check (length(workshop) <= 120 and workshop !~ '[[:cntrl:]]'),
  note        text check (length(note) <= 2000),
  cost_rappen bigint check (cost_rappen between 0 and 100000000),
  odometer_km int check (odometer_km between 0 and 3000000),
  was_dirty   boolean not null default false,
  started_at  timestamptz,
  finished_at timestamptz,
  created_at  timestamptz not null default now(),
  updated_at  timestamptz not null default now(),
  happens_at  timestamptz not null generated always as (coalesce(finished_at, starts_at, created_at)) stored,
  primary key (company_id, id),
  foreign key (company_id, vehicle_id) references public.vehicles (company_id, id),
  constraint maintenance_period check ((starts_at is null) = (ends_at is null) and starts_at < ends_at and isfinite(starts_at) and isfinite(ends_at)),
  constraint maintenance_when check (starts_at is not null or due_km is not null or finished_at is not null),
  constraint maintenance_finished check ((status = 'done') = (finished_at is not null))
);
comment on table public.maintenance is 'Planned for a period, for an odometer reading, or both. Only a period occupies the vehicle; the occupation itself is the row in allocations.';
comment on column public.maintenance.odometer_km is 'What the odometer showed when the work was done.';
comment on column public.maintenance.was_dirty is 'It went to the workshop unwashed, and so it comes back.';
create index maintenance_vehicle on public.maintenance (company_id, vehicle_id, starts_at desc);
create index maintenance_happens on public.maintenance (company_id, status, happens_at, id);
create unique index maintenance_one_at_a_time on public.maintenance (company_id, vehicle_id) where status = 'in_progress';
select private.guard_tenant_table('public.maintenance');
-- Who forgets to say that it began may still say that it is done.
create trigger maintenance_transition before update of status on public.maintenance for each row
  execute function private.check_transition('planned>in_progress', 'planned>done', 'planned>cancelled', 'in_progress>done', 'in_progress>cancelled');
create policy "those who see vehicles see their maintenance" on public.maintenance for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('fleet.see')));
grant select on public.maintenance to authenticated;

/*
 * Locks a vehicle for something that changes what occupies it. Locks from here on: vehicle, resources of its pool, allocations, what they stand for.
 * Raises 404 `not_found`, 409 `vehicle_retired`.
 */
create function private.lock_vehicle(p_company uuid, p_vehicle uuid) returns public.vehicles
language plpgsql security definer set search_path = '' as $$
declare
  v_vehicle public.vehicles;
begin
  select * into v_vehicle from public.vehicles where company_id = p_company and id = p_vehicle for no key update;
  if not found then perform private.fail(404, 'not_found'); end if;
  if v_vehicle.status = 'retired' then perform private.fail(409, 'vehicle_retired'); end if;
  -- All that private.make_room would lock, and in its order: taken one by one later, two of us could wait for each other.
  perform from public.resources where company_id = p_company and id = any (private.pool(p_company, v_vehicle.category_id, v_vehicle.location_id)) order by id for no key update;
  return v_vehicle;
end $$;

/*
 * Occupies a vehicle in place of what p_source occupied; provisional bookings make way where they can. Null when something fixed is in the way, else who
 * moved, as private.moved_since tells it.
 */
create function private.clear_way(p_company uuid, p_vehicle public.vehicles, p_period tstzrange, p_kind text, p_source uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_places jsonb := private.provisional_places(p_company, array[p_vehicle.category_id]);
begin
  -- Off and on again rather than moved: an update that meets a rival would wait for it with this lock in hand.
  update public.allocations set active = false where company_id = p_company and source_id = p_source and active;
  if private.allocate_making_way(p_company, p_vehicle.id, p_period, p_kind, p_source) is null then return null; end if;
  return private.moved_since(p_company, v_places);
end $$;

/*
 * Keeps a vehicle from everybody else for a period, in place of what p_source occupied. The caller holds private.lock_vehicle. p_dry_run does the same and
 * takes it back. Returns {conflicts, moves}: what stands in the way, as private.conflicts tells it, or what makes way.
 * Raises 409 `vehicle_occupied` with `conflicts`.
 */
create function private.block_vehicle(p_company uuid, p_vehicle public.vehicles, p_period tstzrange, p_kind text, p_source uuid, p_dry_run boolean default false) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_moves jsonb;
  v_conflicts jsonb;
begin
  begin
    v_moves := private.clear_way(p_company, p_vehicle, p_period, p_kind, p_source);
    if v_moves is null or p_dry_run then raise sqlstate 'UNDO0'; end if;
  exception when sqlstate 'UNDO0' then
    -- The variables keep what they learned; the tables forget it.
  end;
  if v_moves is not null then return jsonb_build_object('conflicts', '[]'::jsonb, 'moves', v_moves); end if;
  v_conflicts := private.conflicts(p_company, p_vehicle.id, p_period, array[p_source]);
  if not p_dry_run then perform private.fail(409, 'vehicle_occupied', jsonb_build_object('conflicts', v_conflicts)); end if;
  return jsonb_build_object('conflicts', v_conflicts, 'moves', '[]'::jsonb);
end $$;

/* Locks a maintenance with its vehicle and what it occupies. Raises 404 `not_found`, 409 `vehicle_retired`. */
create function private.lock_maintenance(p_company uuid, p_maintenance uuid) returns public.maintenance
language plpgsql security definer set search_path = '' as $$
declare
  v_row public.maintenance;
begin
  -- A maintenance never changes its vehicle, so that it may be looked up before anything is locked.
  perform private.lock_vehicle(p_company, (select vehicle_id from public.maintenance where company_id = p_company and id = p_maintenance));
  perform from public.allocations where company_id = p_company and source_id = p_maintenance order by id for no key update;
  select * into v_row from public.maintenance where company_id = p_company and id = p_maintenance for no key update;
  return v_row;
end $$;

/* 422 unless it is a period that work can take: at most a year, not over yet, in the right order. */
create function private.check_maintenance_period(p_starts timestamptz, p_ends timestamptz) returns void
language plpgsql stable set search_path = '' as $$
begin
  if (p_starts is null) <> (p_ends is null) or p_starts >= p_ends or p_ends - p_starts > interval '366 days' or not isfinite(p_starts) or not isfinite(p_ends)
     or p_starts > now() + interval '5 years' then
    perform private.fail(422, 'invalid_period');
  end if;
  if p_ends <= now() then perform private.fail(422, 'end_in_past'); end if;
end $$;
