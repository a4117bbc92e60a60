-- A category is booked before a vehicle is chosen. Each such booking holds a provisional vehicle from the start, so that allocations_no_overlap guards it
-- like any other. Where the vehicles of a category have room together but none of them alone, provisional bookings change places.

/* The vehicles one provisional booking may stand on: those of a category at a place (null = any), in service, with the equipment. */
create function private.pool(p_company uuid, p_category uuid, p_location uuid, p_equipment public.equipment[] default '{}') returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
begin
  return (select coalesce(array_agg(v.id order by v.id), '{}') from public.vehicles v
    where v.company_id = p_company and v.category_id = p_category and v.status <> 'retired' and (p_location is null or v.location_id = p_location)
      and v.equipment @> p_equipment);
end $$;

/* What may still change places: bookings of a category that nobody has fixed to a vehicle and that have not begun. */
create function private.provisional(p_company uuid, p_pool uuid[], p_window tstzrange) returns setof public.allocations
language plpgsql stable security definer set search_path = '' rows 10 as $$
begin
  return query select a.* from unnest(p_pool) as vehicle
  join public.allocations a on a.company_id = p_company and a.resource_id = vehicle
  join public.reservations r on r.company_id = a.company_id and r.id = a.source_id
  where a.active and a.period && p_window and a.source_kind = 'reservation' and (a.expires_at is null or a.expires_at > now())
    and not r.vehicle_fixed and r.status in ('pending', 'confirmed') and r.starts_at > now();
end $$;

/*
 * What occupies vehicles in a period, lapsed holds left out. It begins in the period, or it is the one that began last before it: allocations of one vehicle
 * never overlap. Searches ask it many times over: planned once, because no pool or period makes another plan better.
 */
create function private.taken(p_company uuid, p_pool uuid[], p_period tstzrange) returns table (vehicle_id uuid, period tstzrange)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan rows 10 as $$
begin
  return query select vehicle, found.period from unnest(p_pool) as vehicle cross join lateral (
    select reaching.period from (
      select a.period from public.allocations a
      where a.company_id = p_company and a.resource_id = vehicle and a.active and (a.expires_at is null or a.expires_at > now())
        and lower(a.period) < lower(p_period)
      order by lower(a.period) desc limit 1) as reaching
    where upper(reaching.period) > lower(p_period)
    union all
    select a.period from public.allocations a
    where a.company_id = p_company and a.resource_id = vehicle and a.active and (a.expires_at is null or a.expires_at > now())
      and lower(a.period) >= lower(p_period) and lower(a.period) < upper(p_period)) as found;
end $$;

/* Whether something occupies a vehicle in a period that moves for nobody: whoever else changes places, it stays taken. */
create function private.stands_firm(p_company uuid, p_vehicle uuid, p_period tstzrange) returns boolean
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan as $$
begin
  return exists (
    select from (
      (select a.period, a.source_kind, a.source_id from public.allocations a
        where a.company_id = p_company and a.resource_id = p_vehicle and a.active and (a.expires_at is null or a.expires_at > now())
          and lower(a.period) < lower(p_period)
        order by lower(a.period) desc limit 1)
      union all
      select a.period, a.source_kind, a.source_id from public.allocations a
      where a.company_id = p_company and a.resource_id = p_vehicle and a.active and (a.expires_at is null or a.expires_at > now())
        and lower(a.period) >= lower(p_period) and lower(a.period) < upper(p_period)) as o
    where o.period && p_period and not exists (select from public.reservations r
      where o.source_kind = 'reservation' and r.company_id = p_company and r.id = o.source_id
        and not r.vehicle_fixed and r.status in ('pending', 'confirmed') and r.starts_at > now()));
end $$;

/* How many vehicles of a pool stay free throughout a period if provisional bookings are moved about; more than this can never be sold. */
create function private.room_in(p_company uuid, p_pool uuid[], p_period tstzrange) returns int
language plpgsql stable security definer set search_path = '' as $$
declare
  v_occupied tstzrange[] := array(select period from private.taken(p_company, p_pool, p_period));
begin
  -- Nothing or one thing needs no look at moments.
  if cardinality(v_occupied) < 2 then return cardinality(p_pool) - cardinality(v_occupied); end if;
  -- One vehicle is never occupied twice, so what is occupied at a moment counts vehicles; it only grows where something begins.
  return cardinality(p_pool) - (
    select max((select count(*)::int from unnest(v_occupied) as o where o @> moment))
    from (select lower(p_period) as moment union select lower(period) from unnest(v_occupied) as period where lower(period) > lower(p_period)) as moments);
end $$;

/*
 * A way to place a period on one of p_targets when provisional bookings of the pool change places: {"vehicle_id", "moves": {allocation: vehicle}};
 * null when there is none, or none within 20,000 steps. Nobody is moved to a vehicle without the equipment they asked for. Depth first, each booking at home if it can be; where one finds no place, the search
 * jumps back to the last choice that stood in its way (v_blame).
 */
create function private.plan_packing(p_company uuid, p_pool uuid[], p_period tstzrange, p_targets uuid[]) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  k constant int := cardinality(p_pool);
  n int;
  v_window tstzrange := p_period;
  v_wider tstzrange;
  v_ids uuid[];
  v_homes int[];
  v_open boolean[];
  v_rivals boolean[];
  v_choice int[];
  v_tried int[];
  v_blame boolean[];
  v_vehicle int;
  v_rival int;
  v_back int;
  v_steps int := 0;
  i int := 1;
begin
  -- Most who come too late want one vehicle that somebody has for good.
  if not exists (select from unnest(p_targets) as target where not private.stands_firm(p_company, target, p_period)) then return null; end if;
  if private.room_in(p_company, p_pool, p_period) < 1 then return null; end if;
  -- Whoever is moved may push others, so everybody in an unbroken chain of provisional bookings takes part.
  for round in 1..8 loop
    select tstzrange(least(lower(v_window), min(lower(period))), greatest(upper(v_window), max(upper(period)))) into v_wider
    from private.provisional(p_company, p_pool, v_window);
    exit when v_wider = v_window;
    v_window := v_wider;
  end loop;

  -- The first place in the search is the newcomer's: where it goes decides who has to move.
  with items as materialized (
    select null::uuid as id, p_period as period, 0 as home, 1 as place, '{}'::public.equipment[] as wanted
    union all
    select a.id, a.period, array_position(p_pool, a.resource_id), 1 + row_number() over (order by lower(a.period), a.id)::int, r.wanted_equipment
    from private.provisional(p_company, p_pool, v_window) a join public.reservations r on r.company_id = p_company and r.id = a.source_id
  ), blocks as materialized (
    select a.resource_id, a.period from unnest(p_pool) as vehicle
    join public.allocations a on a.company_id = p_company and a.resource_id = vehicle
    where a.active and a.period && v_window
      and (a.expires_at is null or a.expires_at > now()) and not exists (select from items where items.id = a.id)
  )
  select (select array_agg(id order by place) from items), (select array_agg(home order by place) from items), (select count(*) from items),
    (select array_agg((place > 1 or v.id = any (p_targets)) and v.equipment @> items.wanted and not exists (
        select from blocks b where b.resource_id = v.id and b.period && items.period) order by place, v.nth)
      from items cross join (
        select p.id, p.nth, e.equipment from unnest(p_pool) with ordinality as p (id, nth) join public.vehicles e on e.company_id = p_company and e.id = p.id) as v),
    (select array_agg(a.period && b.period order by a.place, b.place) from items a cross join items b)
  into v_ids, v_homes, n, v_open, v_rivals;

  v_choice := array_fill(0, array[n]);
  v_tried := array_fill(-1, array[n]);
  v_blame := array_fill(false, array[n * n]);
  while i <= n loop
    loop
      -- Tried first, as number 0, is home.
      v_tried[i] := v_tried[i] + 1;
      exit when v_tried[i] > k;
      v_vehicle := case when v_tried[i] = 0 then v_homes[i] else v_tried[i] end;
      continue when v_vehicle = 0 or (v_tried[i] > 0 and v_tried[i] = v_homes[i]) or not v_open[(i - 1) * k + v_vehicle];
      v_rival := 0;
      for j in 1..i - 1 loop
        v_steps := v_steps + 1;
        if v_choice[j] = v_vehicle and v_rivals[(i - 1) * n + j] then
          v_rival := j;
          exit;
        end if;
      end loop;
      exit when v_rival = 0;
      v_blame[(i - 1) * n + v_rival] := true;
    end loop;
    if v_tried[i] <= k then
      v_choice[i] := v_vehicle;
      i := i + 1;
      continue;
    end if;
    if v_steps > 20000 then return null; end if;
    select max(j) into v_back from generate_series(1, i - 1) as j where v_blame[(i - 1) * n + j];
    if v_back is null then return null; end if;
    for j in 1..v_back - 1 loop
      v_blame[(v_back - 1) * n + j] := v_blame[(v_back - 1) * n + j] or v_blame[(i - 1) * n + j];
    end loop;
    for j in v_back + 1..i loop
      v_tried[j] := -1;
      v_blame[(j - 1) * n + 1:j * n] := array_fill(false, array[n]);
    end loop;
    i := v_back;
  end loop;
  return jsonb_build_object('vehicle_id', p_pool[v_choice[1]], 'moves', coalesce((
    select jsonb_object_agg(v_ids[place], p_pool[v_choice[place]]) from generate_series(2, n) as place where v_choice[place] <> v_homes[place]), '{}'));
end $$;

/*
 * Makes a vehicle of p_targets free for a period by moving provisional bookings of its pool; the vehicle, or null where there is no way.
 * Locks: resources of the pool in id order, then allocations, then reservations. Whoever books a vehicle by name holds no resource and cannot be
 * waited for in a circle; when such a rival takes a place between look and move, the next look sees it.
 */
create function private.make_room(p_company uuid, p_category uuid, p_location uuid, p_period tstzrange, p_targets uuid[] default null) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_pool uuid[] := private.pool(p_company, p_category, p_location);
  v_moves jsonb;
  v_plan jsonb := private.plan_packing(p_company, v_pool, p_period, coalesce(p_targets, v_pool));
begin
  -- Most who come too late are told so without queueing for the locks.
  if v_plan is null then return null; end if;
  perform from public.resources where company_id = p_company and id = any (v_pool) order by id for no key update;
  perform private.release_lapsed_holds(p_company, id) from unnest(v_pool) as id;
  for attempt in 1..5 loop
    v_plan := private.plan_packing(p_company, v_pool, p_period, coalesce(p_targets, v_pool));
    if v_plan is null then return null; end if;
    v_moves := v_plan -> 'moves';
    begin
      perform from public.allocations a where a.company_id = p_company and v_moves ? a.id::text order by a.id for no key update;
      perform from public.reservations r join public.allocations a on a.company_id = r.company_id and a.source_id = r.id
      where a.company_id = p_company and v_moves ? a.id::text order by r.id for no key update of r;
      -- Somebody may have cancelled, begun or fixed one of them, or asked for more, while its lock was waited for.
      continue when (select count(*) from private.provisional(p_company, v_pool, tstzrange(now(), null)) a
          join public.reservations r on r.company_id = a.company_id and r.id = a.source_id
          join public.vehicles v on v.company_id = a.company_id and v.id = (v_moves ->> a.id::text)::uuid and v.equipment @> r.wanted_equipment)
        <> (select count(*) from jsonb_object_keys(v_moves));
      -- Off first, then on: two that change places would meet otherwise. Nobody slips in between, because rivals wait for this transaction.
      update public.allocations a set active = false where a.company_id = p_company and v_moves ? a.id::text;
      update public.allocations a set active = true, resource_id = (v_moves ->> a.id::text)::uuid where a.company_id = p_company and v_moves ? a.id::text;
      update public.reservations r set vehicle_id = a.resource_id from public.allocations a
      where a.company_id = p_company and v_moves ? a.id::text and r.company_id = a.company_id and r.id = a.source_id;
      return (v_plan ->> 'vehicle_id')::uuid;
    exception when exclusion_violation then
      -- The rival has committed by now.
    end;
  end loop;
  return null;
end $$;

/* The same for one vehicle, for whatever needs just this one: true when nothing stands in its way any more. */
create function private.make_way(p_company uuid, p_vehicle uuid, p_period tstzrange) returns boolean
language sql security definer set search_path = '' as $$
  select private.make_room(p_company, v.category_id, v.location_id, p_period, array[v.id]) is not null
  from public.vehicles v where v.company_id = p_company and v.id = p_vehicle and v.status <> 'retired'
$$;

/* Where provisional bookings of categories stand, {reservation: vehicle}: asked before something makes them give way. */
create function private.provisional_places(p_company uuid, p_categories uuid[]) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_object_agg(r.id, r.vehicle_id), '{}') from public.reservations r
  where r.company_id = p_company and r.category_id = any (p_categories) and not r.vehicle_fixed and r.status in ('pending', 'confirmed') and r.starts_at > now()
$$;

/* Who stands elsewhere than before: [{reservation_id, number, customer, from, to}] with plates. */
create function private.moved_since(p_company uuid, p_places jsonb) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('reservation_id', r.id, 'number', r.number, 'customer', k.name, 'from', f.plate, 'to', t.plate) order by r.number), '[]')
  from jsonb_each_text(p_places) as place (id, vehicle_id)
  join public.reservations r on r.company_id = p_company and r.id = place.id::uuid and r.vehicle_id <> place.vehicle_id::uuid
  join public.customers k on k.company_id = p_company and k.id = r.customer_id
  join public.vehicles f on f.company_id = p_company and f.id = place.vehicle_id::uuid
  join public.vehicles t on t.company_id = p_company and t.id = r.vehicle_id
$$;

/*
 * Free vehicles of a category at a place with the equipment, those first that leave the smallest gaps before and after: long stretches stay whole for
 * long rentals. Of equals the one with the least equipment, lest a tow bar go to who has nothing to tow.
 */
create function private.best_fit(p_company uuid, p_category uuid, p_location uuid, p_period tstzrange, p_equipment public.equipment[] default '{}') returns setof uuid
language plpgsql stable security definer set search_path = '' as $$
begin
  return query select vehicle from unnest(private.pool(p_company, p_category, p_location, p_equipment)) as vehicle
  join public.vehicles v on v.company_id = p_company and v.id = vehicle
  left join lateral (
    select upper(a.period) as ended from public.allocations a
    where a.company_id = p_company and a.resource_id = vehicle and a.active and (a.expires_at is null or a.expires_at > now())
      and lower(a.period) < upper(p_period)
    order by lower(a.period) desc limit 1) as before on true
  left join lateral (
    select lower(a.period) as begins from public.allocations a
    where a.company_id = p_company and a.resource_id = vehicle and a.active and (a.expires_at is null or a.expires_at > now())
      and lower(a.period) >= upper(p_period)
    order by lower(a.period) limit 1) as next on true
  where ended > lower(p_period) is not true
  order by least('30 days', lower(p_period) - ended) + least('30 days', begins - upper(p_period)), cardinality(v.equipment), vehicle;
end $$;

/* Locks the vehicles that a booking may stand on or push others to, before anything else is locked, in the order of private.make_room. */
create function private.lock_pool(p_company uuid, p_category uuid, p_location uuid, p_vehicle uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform from public.resources where company_id = p_company and id = any (case when p_vehicle is null then private.pool(p_company, p_category, p_location) else (
    select private.pool(p_company, v.category_id, v.location_id) from public.vehicles v where v.company_id = p_company and v.id = p_vehicle) end)
  order by id for no key update;
end $$;

-- What a reservation asked for, its vehicle has. Who asks and who takes equipment off a vehicle meet at the vehicle's resource.
create function private.guard_wanted_equipment() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  v_missing jsonb;
begin
  if tg_op = 'UPDATE' then
    if (old.vehicle_id, old.wanted_equipment) is not distinct from (new.vehicle_id, new.wanted_equipment) then return new; end if;
  end if;
  perform from public.resources where company_id = new.company_id and id = new.vehicle_id for no key update;
  select jsonb_agg(piece order by piece) into v_missing from public.vehicles v cross join unnest(new.wanted_equipment) as piece
  where v.company_id = new.company_id and v.id = new.vehicle_id and piece <> all (v.equipment);
  if v_missing is not null then perform private.fail(409, 'equipment_missing', jsonb_build_object('equipment', v_missing)); end if;
  return new;
end $$;
create trigger reservations_wanted_equipment before insert or update of vehicle_id, wanted_equipment on public.reservations for each row
  when (new.wanted_equipment <> '{}' and new.status in ('pending', 'confirmed')) execute function private.guard_wanted_equipment();

create function private.keep_equipment() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  v_promised text;
begin
  perform from public.resources where company_id = new.company_id and id = new.id for no key update;
  select string_agg(r.number, ', ' order by r.starts_at) into v_promised from public.reservations r
  where r.company_id = new.company_id and r.vehicle_id = new.id and r.status in ('pending', 'confirmed') and not new.equipment @> r.wanted_equipment
    and exists (select from public.allocations a where a.company_id = r.company_id and a.source_id = r.id and a.active and (a.expires_at is null or a.expires_at > now()));
  if v_promised is not null then perform private.fail(409, 'equipment_promised', jsonb_build_object('number', v_promised)); end if;
  return new;
end $$;
create trigger vehicles_keep_equipment after update of equipment on public.vehicles for each row
  when (not new.equipment @> old.equipment) execute function private.keep_equipment();

-- A vehicle that moves to another category or place takes along what it was promised for; nobody exchanges these bookings any more.
create function private.fix_promises() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform from public.resources where company_id = new.company_id and id = new.id for no key update;
  update public.reservations set vehicle_fixed = true
  where company_id = new.company_id and vehicle_id = new.id and not vehicle_fixed and status in ('pending', 'confirmed');
  return new;
end $$;
create trigger vehicles_fix_promises after update of category_id, location_id on public.vehicles for each row
  when ((old.category_id, old.location_id) is distinct from (new.category_id, new.location_id)) execute function private.fix_promises();
