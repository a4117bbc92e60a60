-- What a vehicle has driven, reading by reading. It never goes backwards, unless somebody says why.
create table public.odometer_readings (
  company_id  uuid not null references public.companies (id),
  id          uuid not null default gen_random_uuid(),
  vehicle_id  uuid not null,
  km          int not null check (km between 0 and 3000000),
  source      text not null check (source in ('first', 'pickup', 'return', 'maintenance', 'correction')),
  source_id   uuid,
  reason      text check (length(btrim(reason)) between 3 and 500),
  recorded_by uuid default auth.uid(),
  recorded_at timestamptz not null default now(),
  created_at  timestamptz not null default now(),
  updated_at  timestamptz not null default now(),
  -- A serial order: two readings of one transaction share their instant.
  nth         bigint generated always as identity,
  primary key (company_id, id),
  foreign key (company_id, vehicle_id) references public.vehicles (company_id, id),
  constraint odometer_readings_reason check ((source = 'correction') = (reason is not null))
);
comment on table public.odometer_readings is 'Append-only. The vehicle''s own odometer_km is what the last reading says; source_id leads to the handover or maintenance.';
create index odometer_readings_vehicle on public.odometer_readings (company_id, vehicle_id, nth desc);
select private.guard_tenant_table('public.odometer_readings', false);
create trigger odometer_readings_append_only before update or delete on public.odometer_readings for each row execute function private.refuse_change();
create policy "those who see vehicles see what they have driven" on public.odometer_readings for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('fleet.see')));
grant select on public.odometer_readings to authenticated;

/* Trigger: whoever writes to a vehicle, its odometer goes down only where the last reading is a correction that says so. */
create function private.keep_odometer() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if not exists (
    select from (select r.km, r.source from public.odometer_readings r where r.company_id = new.company_id and r.vehicle_id = new.id order by r.nth desc limit 1) as last
    where last.source = 'correction' and last.km = new.odometer_km)
  then
    perform private.fail(422, 'odometer_backwards', jsonb_build_object('known_km', old.odometer_km));
  end if;
  return new;
end $$;
create trigger vehicles_odometer before update of odometer_km on public.vehicles for each row
  when (new.odometer_km < old.odometer_km) execute function private.keep_odometer();

create function private.first_reading() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  insert into public.odometer_readings (company_id, vehicle_id, km, source) values (new.company_id, new.id, new.odometer_km, 'first');
  return new;
end $$;
create trigger vehicles_first_reading after insert on public.vehicles for each row execute function private.first_reading();

/* The one way an odometer moves. Locks the vehicle. Raises 404 `not_found`, 422 `odometer_backwards` with what is known. */
create function private.record_odometer(p_company uuid, p_vehicle uuid, p_km int, p_source text, p_source_id uuid default null, p_reason text default null) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_known int;
begin
  select odometer_km into v_known from public.vehicles where company_id = p_company and id = p_vehicle for no key update;
  if not found then perform private.fail(404, 'not_found'); end if;
  if p_km < v_known and p_source <> 'correction' then
    perform private.fail(422, 'odometer_backwards', jsonb_build_object('known_km', v_known));
  end if;
  insert into public.odometer_readings (company_id, vehicle_id, km, source, source_id, reason) values (p_company, p_vehicle, p_km, p_source, p_source_id, btrim(p_reason));
  update public.vehicles set odometer_km = p_km where company_id = p_company and id = p_vehicle and odometer_km <> p_km;
end $$;

/*
 * Puts an odometer right, upwards or downwards: a typing error, a new instrument. The reason stays in the history.
 * Raises 404 `not_found`, 422 `reason_missing` · `invalid_input`.
 */
create function public.correct_odometer(p_vehicle_id uuid, p_odometer_km int, p_reason text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('fleet.edit');
begin
  if coalesce(length(btrim(p_reason)), 0) < 3 then perform private.fail(422, 'reason_missing'); end if;
  perform private.record_odometer(v_company, p_vehicle_id, p_odometer_km, 'correction', null, p_reason);
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;
grant execute on function public.correct_odometer(uuid, int, text) to authenticated;
