-- What can be booked of whole categories: the same question private.occupy answers when it is booked, asked without taking anything.

/* Whether a vehicle has what is wished: {"seats": at least, "fuel", "transmission"}; what is not named does not matter. */
create function private.has_features(p_vehicle public.vehicles, p_features jsonb) returns boolean
language sql immutable set search_path = '' as $$
  select (p_features ->> 'seats' is null or p_vehicle.seats >= (p_features ->> 'seats')::int)
    and (p_features ->> 'fuel' is null or p_vehicle.fuel::text = p_features ->> 'fuel')
    and (p_features ->> 'transmission' is null or p_vehicle.transmission::text = p_features ->> 'transmission')
$$;

/* Whether one more booking of a category finds a vehicle, if others change places. */
create function private.can_place(p_company uuid, p_category uuid, p_location uuid, p_period tstzrange) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from private.best_fit(p_company, p_category, p_location, p_period))
    or exists (
      select from (select distinct v.location_id from public.vehicles v where v.company_id = p_company and v.category_id = p_category
        and v.status <> 'retired' and (p_location is null or v.location_id = p_location)) as places
      cross join lateral private.pool(p_company, p_category, location_id) as pool
      where private.plan_packing(p_company, pool, p_period, pool) is not null)
$$;

/*
 * The categories that can be booked for a period, with price, an example and how many are left. One with wished features counts only when every
 * vehicle of it has them, because any may be handed over.
 */
create function private.category_offers(p_company uuid, p_starts timestamptz, p_ends timestamptz, p_location uuid, p_features jsonb) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.check_period(p_starts, p_ends);
  return coalesce((
    select jsonb_agg(jsonb_build_object('category_id', c.id, 'names', c.names, 'body_type', c.body_type, 'room', f.room, 'example', f.example,
      'least_seats', f.least_seats, 'price', priced.price) order by (priced.price ->> 'total_rappen')::bigint, c.position, c.id)
    from public.vehicle_categories c
    cross join lateral (select tstzrange(p_starts, p_ends + make_interval(mins => c.buffer_minutes), '[)') as period) as p
    cross join lateral (
      select min(v.make || ' ' || v.model) as example, min(v.seats) as least_seats, bool_and(private.has_features(v, p_features)) as fits,
        private.room_in(p_company, array_agg(v.id), p.period) as room
      from public.vehicles v
      where v.company_id = p_company and v.category_id = c.id and v.status <> 'retired' and (p_location is null or v.location_id = p_location)
    ) as f
    join private.price_categories(p_company, jsonb_build_object('starts_at', p_starts, 'ends_at', p_ends, 'pickup_location_id', p_location)) as priced
      on priced.category_id = c.id
    where c.company_id = p_company and f.fits and f.room > 0
      and private.can_place(p_company, c.id, p_location, p.period)), '[]');
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
