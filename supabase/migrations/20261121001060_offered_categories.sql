-- What can be booked of whole categories: the same question private.occupy answers when it is booked, asked without taking anything.

/* Whether one more booking of a category finds a vehicle, if others change places. */
create function private.can_place(p_company uuid, p_category uuid, p_location uuid, p_period tstzrange, p_equipment public.equipment[] default '{}') returns boolean
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan as $$
declare
  v_pool uuid[] := private.pool(p_company, p_category, p_location, p_equipment);
begin
  return cardinality(v_pool) > (select count(distinct t.vehicle_id) from private.taken(p_company, v_pool, p_period) t)
    or exists (
      select from (select distinct v.location_id from public.vehicles v where v.company_id = p_company and v.category_id = p_category
        and v.status <> 'retired' and (p_location is null or v.location_id = p_location)) as places
      cross join lateral private.pool(p_company, p_category, location_id) as pool
      where private.plan_packing(p_company, pool, p_period, case when p_equipment = '{}' then pool else private.pool(p_company, p_category, location_id, p_equipment) end) is not null);
end $$;

/* Where a booking of a category that names no place would be handed over; null when no vehicle of it is free as it stands. Opening hours, and what is paid outside of them, are that place's. */
create function private.place_of(p_company uuid, p_category uuid, p_starts timestamptz, p_ends timestamptz, p_equipment public.equipment[] default '{}') returns uuid
language sql stable security definer set search_path = '' as $$
  select v.location_id from public.vehicle_categories c
  cross join lateral private.best_fit(p_company, c.id, null, tstzrange(p_starts, p_ends + make_interval(mins => c.buffer_minutes), '[)'), p_equipment) with ordinality as fit (vehicle, nth)
  join public.vehicles v on v.company_id = p_company and v.id = fit.vehicle
  where c.company_id = p_company and c.id = p_category and p_starts < p_ends order by fit.nth limit 1
$$;

/*
 * The categories that can be booked for a period, with price, an example, how many are left and where its vehicle would come from (place_id, null when others have to make way). One with wished features counts only when every
 * vehicle of it has them, because any may be handed over; equipment is kept with the booking, so that vehicles without it do not matter.
 */
create function private.category_offers(p_company uuid, p_starts timestamptz, p_ends timestamptz, p_location uuid, p_features jsonb) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_equipment public.equipment[] := private.equipment_of(p_features -> 'equipment');
begin
  perform private.check_period(p_starts, p_ends);
  return coalesce((
    with fleet as materialized (
      select c.id, c.names, c.body_type, c.position, v.example, v.least_seats, p.period, private.room_in(p_company, v.ids, p.period) as room,
        coalesce(p_location, private.place_of(p_company, c.id, p_starts, p_ends, v_equipment)) as place
      from public.vehicle_categories c
      cross join lateral (select tstzrange(p_starts, p_ends + make_interval(mins => c.buffer_minutes), '[)') as period) as p
      cross join lateral (
        select min(v.make || ' ' || v.model) as example, min(v.seats) as least_seats, bool_and(private.has_features(v, p_features)) as fits, array_agg(v.id) as ids
        from public.vehicles v
        where v.company_id = p_company and v.category_id = c.id and v.status <> 'retired' and (p_location is null or v.location_id = p_location)
          and v.equipment @> v_equipment
      ) as v
      where c.company_id = p_company and v.fits
    ), priced as materialized (
      select f.id as category_id, x.price from (select distinct place from fleet) as places
      cross join lateral private.price_categories(p_company, jsonb_build_object('starts_at', p_starts, 'ends_at', p_ends, 'pickup_location_id', places.place)) as x
      join fleet f on f.id = x.category_id and f.place is not distinct from places.place
    )
    select jsonb_agg(jsonb_build_object('category_id', f.id, 'names', f.names, 'body_type', f.body_type, 'room', greatest(1, f.room), 'example', f.example,
      'least_seats', f.least_seats, 'place_id', f.place, 'price', priced.price) order by (priced.price ->> 'total_rappen')::bigint, f.position, f.id)
    from fleet f join priced on priced.category_id = f.id
    -- Vehicles with the equipment may be freed by bookings that did not ask for it.
    where (f.room > 0 or v_equipment <> '{}') and private.can_place(p_company, f.id, p_location, f.period, v_equipment)), '[]');
end $$;

/* Categories that can be booked, with price, for the caller's company. Raises 422 `invalid_period`. */
create function public.search_categories(p_starts_at timestamptz, p_ends_at timestamptz, p_location_id uuid default null, p_features jsonb default '{}') returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return private.category_offers(private.authorize('reservations.see'), p_starts_at, p_ends_at, p_location_id, coalesce(p_features, '{}'));
exception when data_exception then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;
grant execute on function public.search_categories(timestamptz, timestamptz, uuid, jsonb) to authenticated;

/*
 * When nothing fits: {"categories": what else can be booked in this period, at any place, "periods": the same length up to a week earlier or later by
 * the company's clock, at most four, nearest first, each with how many vehicles would be free}. Raises 422 `invalid_period`.
 */
create function public.search_alternatives(p_starts_at timestamptz, p_ends_at timestamptz, p_category_id uuid default null, p_location_id uuid default null,
  p_features jsonb default '{}') returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('reservations.see');
  v_zone text := (select time_zone from public.companies where id = v_company);
begin
  return jsonb_build_object(
    'categories', private.category_offers(v_company, p_starts_at, p_ends_at, null, jsonb_strip_nulls(jsonb_build_object('equipment', p_features -> 'equipment'))),
    'periods', (
      select coalesce(jsonb_agg(jsonb_build_object('starts_at', starts, 'ends_at', ends, 'free', free) order by abs(days), days desc), '[]')
      from (
        select days, starts, ends, free from unnest(array[1, -1, 2, -2, 3, -3, 7, -7]) as days
        cross join lateral (select (p_starts_at at time zone v_zone + make_interval(days => days)) at time zone v_zone as starts,
          (p_ends_at at time zone v_zone + make_interval(days => days)) at time zone v_zone as ends) as moved
        cross join lateral (select count(*) as free from private.free_vehicles(v_company, starts, ends, p_category_id, p_location_id) v
          where private.has_features(v, coalesce(p_features, '{}'))) as counted
        where starts > now() and free > 0 order by abs(days), days desc limit 4
      ) as nearest));
exception when data_exception then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;

/*
 * How many vehicles of each category stay free throughout each day from p_from on (at a place, null = anywhere): {"category_id", "names", "vehicles",
 * "free": [one number a day]}. Days are the company's. Raises 422 `invalid_period` for more than 62 days.
 */
create function public.availability_by_day(p_from date, p_days int, p_location_id uuid default null) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('reservations.see');
  v_zone text := (select time_zone from public.companies where id = v_company);
begin
  if (p_days between 1 and 62 and p_from between '2000-01-01' and '2200-01-01') is not true then perform private.fail(422, 'invalid_period'); end if;
  return (
    select coalesce(jsonb_agg(jsonb_build_object('category_id', c.id, 'names', c.names, 'vehicles', cardinality(pool), 'free', (
        select jsonb_agg(private.room_in(v_company, pool,
          tstzrange((p_from + day)::timestamp at time zone v_zone, (p_from + day + 1)::timestamp at time zone v_zone, '[)')) order by day)
        from generate_series(0, p_days - 1) as day)) order by c.position, c.id), '[]')
    from public.vehicle_categories c cross join lateral private.pool(v_company, c.id, p_location_id) as pool
    where c.company_id = v_company and cardinality(pool) > 0);
end $$;
grant execute on function public.search_alternatives(timestamptz, timestamptz, uuid, uuid, jsonb), public.availability_by_day(date, int, uuid) to authenticated;
