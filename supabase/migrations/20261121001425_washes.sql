-- Turnaround: what comes back is dirty, and nobody gets it before it is ready.
create table public.washes (
  company_id uuid not null references public.companies (id),
  id         uuid not null default gen_random_uuid(),
  vehicle_id uuid not null,
  due_at     timestamptz not null,
  ready_at   timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (company_id, id),
  foreign key (company_id, vehicle_id) references public.vehicles (company_id, id)
);
create unique index washes_open on public.washes (company_id, vehicle_id) where ready_at is null;
create index washes_vehicle on public.washes (company_id, vehicle_id, created_at);
create index contracts_out on public.contracts (ends_at) where status = 'active';
comment on table public.washes is 'A vehicle to be washed, refuelled and checked; it follows vehicles.status. Due when the turnaround buffer of its category is over.';
select private.guard_tenant_table('public.washes');
create policy "members see washes" on public.washes for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('fleet.see')));
grant select on public.washes to authenticated;

/*
 * Lets something keep a vehicle until p_until: provisional bookings make way, what is promised by name does not. Returns how far it got; a rival
 * who commits first has the time, so the next look sees it.
 */
create function private.keep_until(p_company uuid, p_vehicle uuid, p_kind text, p_source uuid, p_until timestamptz) returns timestamptz
language plpgsql security definer set search_path = '' as $$
declare
  v_own public.allocations;
  v_from timestamptz;
  v_end timestamptz;
begin
  for attempt in 1..5 loop
    begin
      select * into v_own from public.allocations
      where company_id = p_company and source_id = p_source and resource_id = p_vehicle and active order by upper(period) desc limit 1;
      v_from := coalesce(upper(v_own.period), now());
      if v_from >= p_until then return v_from; end if;
      perform private.make_way(p_company, p_vehicle, tstzrange(greatest(v_from, now()), p_until));
      perform private.release_lapsed_holds(p_company, p_vehicle, tstzrange(v_from, p_until));
      select coalesce(least(p_until, min(lower(a.period))), p_until) into v_end from public.allocations a
      where a.company_id = p_company and a.resource_id = p_vehicle and a.active and a.source_id <> p_source and a.period && tstzrange(v_from, p_until);
      if v_end <= v_from then return v_from; end if;
      if v_own.id is null then
        insert into public.allocations (company_id, resource_id, period, source_kind, source_id) values (p_company, p_vehicle, tstzrange(v_from, v_end), p_kind, p_source);
      else
        update public.allocations set period = tstzrange(lower(period), v_end) where company_id = p_company and id = v_own.id;
      end if;
      return v_end;
    exception when exclusion_violation or deadlock_detected then
    end;
  end loop;
  return now();
end $$;

/*
 * Trigger: a vehicle that gets dirty has a wash that keeps it for the turnaround buffer; one that is clean, or gone, has none any more. Who was warned
 * that it would be late is told, once, that it is ready.
 */
create function private.follow_cleaning() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  v_wash public.washes;
begin
  if new.status = 'cleaning' then
    insert into public.washes (company_id, vehicle_id, due_at)
    select new.company_id, new.id, now() + make_interval(mins => c.buffer_minutes)
    from public.vehicle_categories c where c.company_id = new.company_id and c.id = new.category_id
    returning * into v_wash;
    perform private.keep_until(new.company_id, new.id, 'cleaning', v_wash.id, v_wash.due_at);
  else
    update public.washes set ready_at = now() where company_id = new.company_id and vehicle_id = new.id and ready_at is null returning * into v_wash;
    update public.allocations set active = lower(period) < now(), period = case when lower(period) < now() then tstzrange(lower(period), now()) else period end
    where company_id = new.company_id and source_id = v_wash.id and active and upper(period) > now();
    perform private.tell(r.company_id, 'vehicle_ready', r.id::text, jsonb_build_object('reservation_id', r.id)) from public.reservations r
    where r.company_id = new.company_id and r.vehicle_id = new.id and r.status = 'confirmed' and r.ends_at > now() and new.status not in ('rented', 'maintenance')
      and exists (select from public.outbox o where o.company_id = r.company_id and o.topic in ('mail.vehicle_late', 'sms.vehicle_late') and o.key = r.id::text);
  end if;
  return new;
end $$;
create trigger vehicles_follow_cleaning after update of status on public.vehicles for each row
  when (old.status <> new.status and 'cleaning' in (old.status, new.status)) execute function private.follow_cleaning();

/* Vehicles that are not where they should be: not ready although their time is over, or not back. */
create function public.late_vehicles() returns table (company_id uuid, vehicle_id uuid)
language sql stable security definer set search_path = '' as $$
  select w.company_id, w.vehicle_id from public.washes w where w.ready_at is null and w.due_at <= now()
  union
  select c.company_id, c.vehicle_id from public.contracts c where c.status = 'active' and c.ends_at <= now()
$$;

/*
 * Keeps a late vehicle for another hour. Provisional bookings go to other vehicles; whoever was promised just this one within that hour is warned,
 * once. Safe to repeat. Returns how many were warned of, now or before. One vehicle a transaction: each locks the vehicles of its category.
 */
create function public.keep_late_vehicle(p_company_id uuid, p_vehicle_id uuid) returns int
language plpgsql security definer set search_path = '' as $$
declare
  v_until timestamptz := now() + interval '1 hour';
  v_kept timestamptz;
  v_next uuid;
  v_warned int := 0;
begin
  select private.keep_until(p_company_id, p_vehicle_id, 'cleaning', w.id, v_until) into v_kept
  from public.washes w where w.company_id = p_company_id and w.vehicle_id = p_vehicle_id and w.ready_at is null and w.due_at <= now();
  if not found then
    select private.keep_until(p_company_id, p_vehicle_id, 'contract', c.id, v_until) into v_kept
    from public.contracts c where c.company_id = p_company_id and c.vehicle_id = p_vehicle_id and c.status = 'active' and c.ends_at <= now();
  end if;
  if v_kept is null or v_kept >= v_until then return 0; end if;
  for v_next in
    select r.id from public.allocations a join public.reservations r on r.company_id = a.company_id and r.id = a.source_id
    where a.company_id = p_company_id and a.resource_id = p_vehicle_id and a.active and a.period && tstzrange(v_kept, v_until)
      and r.status = 'confirmed' order by r.starts_at limit 1
  loop
    perform private.tell(p_company_id, 'vehicle_late', v_next::text, jsonb_build_object('reservation_id', v_next));
    v_warned := v_warned + 1;
  end loop;
  return v_warned;
end $$;
grant execute on function public.late_vehicles(), public.keep_late_vehicle(uuid, uuid) to service_role;
