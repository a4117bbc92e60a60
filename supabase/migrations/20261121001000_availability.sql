-- What is free: the question the exclusion constraint will answer again, so it counts the same rows.

/* Free vehicles of a company for a period (turnaround buffer included), by category. p_category and p_location narrow; null = any. */
create function private.free_vehicles(p_company uuid, p_starts timestamptz, p_ends timestamptz, p_category uuid default null,
  p_location uuid default null, p_limit int default 500, p_vehicle uuid default null)
returns setof public.vehicles
language plpgsql stable security definer set search_path = '' rows 50 as $$
begin
  return query
  select v.* from public.vehicles v
  join public.vehicle_categories c on c.company_id = v.company_id and c.id = v.category_id
  where v.company_id = p_company and v.status <> 'retired'
    and (p_category is null or v.category_id = p_category)
    and (p_location is null or v.location_id = p_location)
    and (p_vehicle is null or v.id = p_vehicle)
    -- What begins last before the end of the period is over by its start, or nothing ever began.
    and (select upper(a.period) from public.allocations a
      where a.company_id = v.company_id and a.resource_id = v.id and a.active and (a.expires_at is null or a.expires_at > now())
        and lower(a.period) < p_ends + make_interval(mins => c.buffer_minutes)
      order by lower(a.period) desc limit 1) > p_starts is not true
  order by c.position, v.id limit p_limit;
end $$;

/*
 * The vehicle itself and those a customer cannot tell from it: same model, equipment, place, rate and demands; the named one first. Whoever chose one of
 * them gets another when somebody else was quicker.
 */
create function private.alike(p_company uuid, p_vehicle uuid) returns setof uuid
language sql stable security definer set search_path = '' rows 5 as $$
  select o.id from public.vehicles v
  join public.vehicles o on o.company_id = v.company_id and o.category_id = v.category_id and o.location_id = v.location_id and o.make = v.make and o.model = v.model
    and (o.seats, o.fuel, o.transmission) = (v.seats, v.fuel, v.transmission) and o.equipment @> v.equipment and o.equipment <@ v.equipment
    and (o.security_deposit_rappen, o.minimum_age) is not distinct from (v.security_deposit_rappen, v.minimum_age)
    and (select private.rate_facts(r) from public.rates r where r.company_id = o.company_id and r.vehicle_id = o.id)
      is not distinct from (select private.rate_facts(r) from public.rates r where r.company_id = v.company_id and r.vehicle_id = v.id)
  where v.company_id = p_company and v.id = p_vehicle and v.status <> 'retired' and o.status <> 'retired'
  order by o.id <> v.id, o.id
$$;

/* Whether a vehicle has what is wished: {"seats": at least, "fuel", "transmission", "equipment": all of it}; what is not named does not matter. */
create function private.has_features(p_vehicle public.vehicles, p_features jsonb) returns boolean
language plpgsql immutable set search_path = '' as $$
begin
  return (p_features ->> 'seats' is null or p_vehicle.seats >= (p_features ->> 'seats')::int)
    and (p_features ->> 'fuel' is null or p_vehicle.fuel::text = p_features ->> 'fuel')
    and (p_features ->> 'transmission' is null or p_vehicle.transmission::text = p_features ->> 'transmission')
    and (p_features -> 'equipment' is null or p_vehicle.equipment @> private.equipment_of(p_features -> 'equipment'));
end $$;

/* Free vehicles with their price in short, as the booking site and the desk show them. category_size: how many of its category there would be, were none taken. */
create function private.offers(p_company uuid, p_starts timestamptz, p_ends timestamptz, p_category uuid, p_location uuid, p_features jsonb, p_vehicle uuid default null)
returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.check_period(p_starts, p_ends);
  return coalesce((
    select jsonb_agg(jsonb_build_object(
        'vehicle_id', v.id, 'make', v.make, 'model', v.model, 'model_year', v.model_year, 'seats', v.seats, 'fuel', v.fuel,
        'transmission', v.transmission, 'equipment', v.equipment, 'category_id', c.id, 'category_names', c.names, 'category_size', fleet.size, 'body_type', c.body_type, 'photo', private.model_photo(p_company, v.make, v.model),
        'location_id', v.location_id, 'location_name', l.name, 'licence_category', c.licence_category,
        'minimum_licence_years', c.minimum_licence_years, 'price', price)
      order by (price ->> 'total_rappen')::bigint, v.make, v.model, v.id)
    from private.price_vehicles(p_company, jsonb_build_object('starts_at', p_starts, 'ends_at', p_ends),
      array(select f.id from private.free_vehicles(p_company, p_starts, p_ends, p_category, p_location, p_vehicle => p_vehicle) f
        where private.has_features(f, coalesce(p_features, '{}')))) as priced
    join public.vehicles v on v.company_id = p_company and v.id = priced.vehicle_id
    join public.vehicle_categories c on c.company_id = v.company_id and c.id = v.category_id
    join public.locations l on l.company_id = v.company_id and l.id = v.location_id
    join (select f.category_id, count(*) as size from public.vehicles f
      where f.company_id = p_company and f.status <> 'retired' and (p_location is null or f.location_id = p_location) and private.has_features(f, coalesce(p_features, '{}'))
      group by f.category_id) as fleet on fleet.category_id = c.id), '[]');
end $$;

create function private.company_by_slug(p_slug text) returns uuid
language plpgsql stable security definer set search_path = '' as $$
declare
  v_id uuid;
begin
  select id into v_id from public.companies where slug = lower(p_slug) and status <> 'canceled';
  if v_id is null then perform private.fail(404, 'unknown_company'); end if;
  return v_id;
end $$;

/* Free vehicles with price for the caller's company. */
create function public.search_availability(p_starts_at timestamptz, p_ends_at timestamptz, p_category_id uuid default null, p_location_id uuid default null,
  p_features jsonb default '{}') returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return private.offers(private.authorize('reservations.see'), p_starts_at, p_ends_at, p_category_id, p_location_id, p_features);
exception when data_exception then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;

/*
 * The same for anybody, by the company's slug; nothing in the past and nothing of the vehicle that a stranger need not know. With p_vehicle_id that
 * vehicle alone, or the first free one just like it.
 */
create function public.search_availability_on_site(p_slug text, p_starts_at timestamptz, p_ends_at timestamptz, p_category_id uuid default null, p_location_id uuid default null,
  p_vehicle_id uuid default null, p_features jsonb default '{}') returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_company uuid := private.company_by_slug(p_slug);
  v_vehicle uuid := p_vehicle_id;
begin
  if p_starts_at < now() - interval '5 minutes' then perform private.fail(422, 'period_in_past'); end if;
  if p_vehicle_id is not null then
    perform private.check_period(p_starts_at, p_ends_at);
    select coalesce((select like_it from private.alike(v_company, p_vehicle_id) as like_it
      where exists (select from private.free_vehicles(v_company, p_starts_at, p_ends_at, p_vehicle => like_it)) limit 1), p_vehicle_id) into v_vehicle;
  end if;
  return private.offers(v_company, p_starts_at, p_ends_at, p_category_id, p_location_id, p_features, v_vehicle);
exception when data_exception then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;

/* The price of a wish, and how many are left of the extras that are counted. A category wished nowhere in particular is priced where its vehicle would come from. */
create function private.quote(p_company uuid, p_wish jsonb) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  if p_wish ->> 'vehicle_id' is null and p_wish ->> 'pickup_location_id' is null then
    p_wish := p_wish || jsonb_build_object('pickup_location_id', private.place_of(p_company, (p_wish ->> 'category_id')::uuid,
      (p_wish ->> 'starts_at')::timestamptz, (p_wish ->> 'ends_at')::timestamptz));
  end if;
  return private.price_rental(p_company, p_wish)
    || jsonb_build_object('extras_left', private.extras_left(p_company, (p_wish ->> 'starts_at')::timestamptz, (p_wish ->> 'ends_at')::timestamptz));
end $$;

/* The itemised price of what is wished, for the caller's company; errors as private.price_rental. */
create function public.price_reservation(p_starts_at timestamptz, p_ends_at timestamptz, p_vehicle_id uuid default null, p_category_id uuid default null,
  p_extras jsonb default '[]', p_pickup_location_id uuid default null, p_return_location_id uuid default null, p_promo_code text default null,
  p_driver_birth_date date default null) returns jsonb
language sql stable security definer set search_path = '' as $$
  select private.quote(private.authorize('reservations.see'), jsonb_strip_nulls(jsonb_build_object('starts_at', p_starts_at, 'ends_at', p_ends_at,
    'vehicle_id', p_vehicle_id, 'category_id', p_category_id, 'extras', p_extras, 'pickup_location_id', p_pickup_location_id,
    'return_location_id', p_return_location_id, 'promo_code', p_promo_code, 'driver_birth_date', p_driver_birth_date)))
$$;

create function public.price_reservation_on_site(p_slug text, p_starts_at timestamptz, p_ends_at timestamptz, p_vehicle_id uuid default null, p_category_id uuid default null,
  p_extras jsonb default '[]', p_pickup_location_id uuid default null, p_return_location_id uuid default null, p_promo_code text default null,
  p_driver_birth_date date default null) returns jsonb
language sql stable security definer set search_path = '' as $$
  select private.quote(private.company_by_slug(p_slug), jsonb_strip_nulls(jsonb_build_object('starts_at', p_starts_at, 'ends_at', p_ends_at,
    'vehicle_id', p_vehicle_id, 'category_id', p_category_id, 'extras', p_extras, 'pickup_location_id', p_pickup_location_id,
    'return_location_id', p_return_location_id, 'promo_code', p_promo_code, 'driver_birth_date', p_driver_birth_date)))
$$;

/* What the booking site needs of a company: name, colours, contact, languages, locations, categories, equipment, extras; is_opening: it takes no bookings yet. Null when unknown. */
create function public.site_company(p_slug text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'id', c.id, 'slug', c.slug, 'name', c.name, 'legal_name', c.legal_name, 'locale', c.locale, 'currency', c.currency, 'time_zone', c.time_zone,
    'lines', c.lines, 'accent_color', c.accent_color, 'email', c.email, 'phone', c.phone, 'street', c.street, 'house_number', c.house_number,
    'postal_code', c.postal_code, 'town', c.town, 'uid_number', c.uid_number, 'terms', c.terms,
    'booking_deposit_percent', case when c.takes_cards then c.booking_deposit_percent else 0 end, 'hold_minutes', c.hold_minutes, 'cancellation_policy', c.cancellation_policy,
    'accepts_bookings', is_running and is_complete, 'is_opening', is_running and not is_complete,
    'typeface', c.typeface, 'colored_header', c.colored_header, 'headlines', c.headlines, 'leads', c.leads, 'abouts', c.abouts, 'pictures', private.pictures_of(c.id),
    'domain', case when c.domain_verified_at is not null then c.custom_domain end, 'widget_origins', c.widget_origins,
    'locations', coalesce((select jsonb_agg(jsonb_build_object('id', l.id, 'name', l.name, 'street', l.street, 'house_number', l.house_number,
        'postal_code', l.postal_code, 'town', l.town, 'opening_hours', l.opening_hours, 'latitude', l.latitude, 'longitude', l.longitude,
        'holidays', coalesce((select jsonb_agg(jsonb_build_object('day', d.day, 'name', d.name) order by d.day) from public.closed_days d
          where d.company_id = c.id and coalesce(d.location_id, l.id) = l.id and d.day between current_date - 1 and current_date + 1100), '[]')) order by l.name)
      from public.locations l where l.company_id = c.id and l.active), '[]'),
    'categories', coalesce((select jsonb_agg(jsonb_build_object('id', k.id, 'names', k.names, 'body_type', k.body_type,
        'photo', (select private.model_photo(c.id, v.make, v.model) as photo from public.vehicles v
          where v.company_id = c.id and v.category_id = k.id and v.status <> 'retired'
            and exists (select from public.model_photos p where p.company_id = c.id and p.make = v.make and p.model = v.model)
          order by v.make, v.model, v.id limit 1)) order by k.position, k.import_name)
      from public.vehicle_categories k where k.company_id = c.id), '[]'),
    -- What drivers below an age pay more, a day; the site says so before anybody has told a birthday.
    'young_driver_fees', coalesce((select jsonb_agg(jsonb_build_object('below_age', f.below_age, 'amount_rappen', f.amount_rappen) order by f.below_age)
      from public.fees f where f.company_id = c.id and f.kind = 'young_driver' and f.amount_rappen > 0), '[]'),
    -- What of equipment the fleet has at all; more is not worth asking for.
    'equipment', coalesce((select jsonb_agg(distinct piece order by piece) from public.vehicles v cross join unnest(v.equipment) as piece
      where v.company_id = c.id and v.status <> 'retired'), '[]'),
    'extras', coalesce((select jsonb_agg(jsonb_build_object('id', e.id, 'code', e.code, 'names', e.names, 'charge', e.charge,
        'price_rappen', e.price_rappen, 'max_quantity', least(e.max_quantity, case when e.stock < 1 then 1 else e.stock end), 'needs_approval', e.needs_approval) order by e.position, e.code)
      from public.extras e where e.company_id = c.id and e.active), '[]'))
  from public.companies c
  cross join lateral (select c.status not in ('suspended', 'canceled') as is_running, private.site_lacks(c) = '{}' as is_complete) as site
  where c.slug = lower(p_slug) and c.status <> 'canceled'
$$;

grant execute on function public.search_availability(timestamptz, timestamptz, uuid, uuid, jsonb),
  public.price_reservation(timestamptz, timestamptz, uuid, uuid, jsonb, uuid, uuid, text, date) to authenticated;
grant execute on function public.search_availability_on_site(text, timestamptz, timestamptz, uuid, uuid, uuid, jsonb),
  public.price_reservation_on_site(text, timestamptz, timestamptz, uuid, uuid, jsonb, uuid, uuid, text, date), public.site_company(text) to anon, authenticated;
