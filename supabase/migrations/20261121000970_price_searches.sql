-- The prices of many at once, for searches and the calendar.

/*
 * The prices in short of many vehicles for one wish (as private.price_rental, without vehicle and category), for searches: the price list is read
 * once, and vehicles of a category and location with the same rate are priced once. A vehicle without a price (no rate, other durations) is left out.
 */
create function private.price_vehicles(p_company uuid, p_wish jsonb, p_vehicles uuid[]) returns table (vehicle_id uuid, price jsonb)
language plpgsql stable security definer set search_path = '' rows 50 as $$
declare
  v_pickup uuid := p_wish ->> 'pickup_location_id';
  v_return uuid := p_wish ->> 'return_location_id';
  v_tariff record;
begin
  select * into v_tariff from private.current_tariff(p_company);
  return query
  with listed as materialized (
    select v.id, v.category_id, coalesce(v.security_deposit_rappen, c.security_deposit_rappen) as deposit, coalesce(v.minimum_age, c.minimum_age) as age,
      least(c.excess_rappen, private.lowered_excess(v_tariff.rules, p_wish)) as excess,
      -- Without fees the place makes no difference, and one frame serves all.
      case when v_tariff.rules -> 'fees' <> 'null' then coalesce(v_pickup, v.location_id) end as place,
      private.rate_facts(coalesce(own, general)) as rate
    from public.vehicles v
    join public.vehicle_categories c on c.company_id = v.company_id and c.id = v.category_id
    left join public.rates own on own.company_id = v.company_id and own.vehicle_id = v.id
    left join public.rates general on general.company_id = v.company_id and general.category_id = v.category_id and general.vehicle_id is null
    where v.company_id = p_company and v.id = any (p_vehicles) and coalesce(own.id, general.id) is not null
  ), frames as materialized (
    select places.place, private.price_frame(p_company, p_wish, v_tariff.rules, places.place, coalesce(v_return, places.place)) as frame
    from (select distinct l.place from listed l) as places
  ), priced as materialized (
    select k.category_id, k.place, k.rate, private.total_by_rate(f.frame, k.category_id, k.rate) as price
    from (select distinct l.category_id, l.place, l.rate from listed l) as k join frames f on f.place is not distinct from k.place
  )
  select l.id, p.price || jsonb_build_object('tariff_id', v_tariff.id, 'security_deposit_rappen', l.deposit, 'excess_rappen', l.excess, 'minimum_age', l.age)
  from listed l join priced p on p.category_id = l.category_id and p.place is not distinct from l.place and p.rate = l.rate
  where p.price is not null;
end $$;

/* The price in short of every category for one wish (as private.price_rental, without vehicle and category), for searches; one without a price is left out. */
create function private.price_categories(p_company uuid, p_wish jsonb) returns table (category_id uuid, price jsonb)
language plpgsql stable security definer set search_path = '' rows 10 as $$
declare
  v_pickup uuid := p_wish ->> 'pickup_location_id';
  v_tariff record;
  v_frame jsonb;
begin
  select * into v_tariff from private.current_tariff(p_company);
  v_frame := private.price_frame(p_company, p_wish, v_tariff.rules, v_pickup, coalesce((p_wish ->> 'return_location_id')::uuid, v_pickup));
  return query
  with priced as materialized (
    select c.id, c.security_deposit_rappen, least(c.excess_rappen, private.lowered_excess(v_tariff.rules, p_wish)) as excess, c.minimum_age, private.total_by_rate(v_frame, c.id, private.rate_facts(r)) as price
    from public.vehicle_categories c join public.rates r on r.company_id = c.company_id and r.category_id = c.id and r.vehicle_id is null
    where c.company_id = p_company
  )
  select p.id, p.price || jsonb_build_object('tariff_id', v_tariff.id, 'security_deposit_rappen', p.security_deposit_rappen, 'excess_rappen', p.excess, 'minimum_age', p.minimum_age)
  from priced p where p.price is not null;
end $$;

/* What one day of a category costs, on every day of a year: [{day, rappen, season}]. Raises 404 `not_found`, 422 `invalid_input`. */
create function public.price_calendar(p_category_id uuid, p_year int) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('reservations.see');
  v_rules jsonb;
  v_rate jsonb;
begin
  if (p_year between 2000 and 2100) is not true then perform private.fail(422, 'invalid_input', '{"rule": "year"}'); end if;
  if not exists (select from public.vehicle_categories where company_id = v_company and id = p_category_id) then perform private.fail(404, 'not_found'); end if;
  select rules into v_rules from private.current_tariff(v_company);
  select jsonb_build_object('daily_rappen', r.daily_rappen) into v_rate from public.rates r
  where r.company_id = v_company and r.category_id = p_category_id and r.vehicle_id is null;
  if not found then return '[]'; end if;
  return (
    select jsonb_agg(jsonb_build_object('day', first::date, 'rappen', cover.rappen,
      'season', v_rules #> array['seasons', nullif(cover.first_season, -1)::text, 'names']) order by first)
    from generate_series(make_date(p_year, 1, 1)::timestamp, make_date(p_year, 12, 31), interval '1 day') as first
    cross join lateral private.cover_days(jsonb_build_object('days', 1, 'hours', 24, 'first', first::date, 'seasons', v_rules -> 'seasons',
      'weekdays', v_rules -> 'weekdays'), p_category_id, v_rate, false) as cover);
end $$;
grant execute on function public.price_calendar(uuid, int) to authenticated;
