-- One function prices everything: search, booking, contract, extension, late return.

/* VAT contained in a gross amount, half-up to the rappen. */
create function private.vat_in(p_gross_rappen bigint, p_rate_bp int) returns bigint
language sql immutable set search_path = '' as $$
  select round(p_gross_rappen::numeric * p_rate_bp / (10000 + p_rate_bp))::bigint
$$;

/* The company's VAT rate for a service ending on p_on, in basis points; 0 when it has no VAT duty. */
create function private.vat_rate(p_company uuid, p_on date) returns int
language sql stable security definer set search_path = '' as $$
  select coalesce((
    select r.rate_bp from public.companies c join public.vat_rates r on r.country = c.country
    where c.id = p_company and c.vat_registered and r.valid_from <= p_on
    order by r.valid_from desc limit 1), 0)
$$;

/* VAT summary of priced lines: per rate, gross, net and VAT, computed on the sum of the rate group. */
create function private.vat_groups(p_lines jsonb) returns jsonb
language sql immutable set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('rate_bp', rate_bp, 'gross_rappen', gross,
    'vat_rappen', private.vat_in(gross, rate_bp), 'net_rappen', gross - private.vat_in(gross, rate_bp)) order by rate_bp desc), '[]')
  from (select (l ->> 'vat_bp')::int as rate_bp, sum((l ->> 'amount_rappen')::bigint)::bigint as gross
        from jsonb_array_elements(p_lines) as l group by 1) as groups
  where rate_bp > 0
$$;

/*
 * Started rental days: how often the wall clock must come round to the hour of pickup before the vehicle is back. A clock change never
 * adds or loses a day. Counted by instants, not by the difference of two wall clocks, which runs backwards in the hour that is repeated.
 */
create function private.rental_days(p_starts timestamptz, p_ends timestamptz, p_time_zone text) returns int
language sql immutable set search_path = '' as $$
  select min(day)::int
  from (select ceil(extract(epoch from p_ends - p_starts) / 86400)::int as about) as elapsed
  cross join lateral generate_series(greatest(1, about - 1), greatest(1, about + 1)) as day
  where ((p_starts at time zone p_time_zone) + make_interval(days => day)) at time zone p_time_zone >= p_ends
$$;

/* The cheapest cover of p_days by months (30 days), weeks and days; more days never cost less. */
create function private.cheapest_bands(p_days int, p_daily bigint, p_weekly bigint, p_monthly bigint)
returns table (months int, weeks int, days int, amount_rappen bigint)
language sql immutable set search_path = '' as $$
  select m, w, d, m * coalesce(p_monthly, 0) + w * coalesce(p_weekly, 0) + d * p_daily
  from generate_series(0, case when p_monthly is null then 0 else (p_days + 29) / 30 end) as m
  cross join lateral (select greatest(p_days - 30 * m, 0) as after_months) as x
  cross join lateral generate_series(0, case when p_weekly is null then 0 else (after_months + 6) / 7 end) as w
  cross join lateral (select greatest(after_months - 7 * w, 0) as d) as y
  order by 4, m desc, w desc limit 1
$$;

/* A period one may ask a price for: 366 days at most, not further away than the business plans. Raises 422 `invalid_period`. */
create function private.check_period(p_starts timestamptz, p_ends timestamptz) returns void
language plpgsql stable set search_path = '' as $$
begin
  if (p_starts > now() - interval '2 years' and p_ends < now() + interval '3 years'
      and p_ends > p_starts and p_ends <= p_starts + interval '366 days') is not true then
    perform private.fail(422, 'invalid_period');
  end if;
end $$;

/*
 * The itemised price of what is wished, VAT included, with the rules that made it (trace). p_wish: vehicle_id or category_id (the vehicle's
 * own rate wins), starts_at, ends_at, extras? [{"extra_id", "quantity"}]; the other keys of private.reserve's wish may be there.
 * Amounts in rappen. Raises 404 `not_found`, 422 `invalid_period` · `invalid_extra` · `no_rate`.
 */
create function private.price_rental(p_company uuid, p_wish jsonb) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_starts timestamptz := (p_wish ->> 'starts_at')::timestamptz;
  v_ends timestamptz := (p_wish ->> 'ends_at')::timestamptz;
  v_vehicle_id uuid := (p_wish ->> 'vehicle_id')::uuid;
  v_wishes jsonb := coalesce(p_wish -> 'extras', '[]');
  v_company public.companies;
  v_rate public.rates;
  v_vehicle record;
  v_bands record;
  v_days int;
  v_vat int;
  v_lines jsonb;
  v_extras jsonb;
  v_wanted int;
  v_total bigint;
begin
  select * into v_company from public.companies where id = p_company;
  perform private.check_period(v_starts, v_ends);
  select c.id as category_id, coalesce(v.security_deposit_rappen, c.security_deposit_rappen) as security_deposit_rappen,
         coalesce(v.minimum_age, c.minimum_age) as minimum_age into v_vehicle
  from public.vehicle_categories c left join public.vehicles v on v.company_id = c.company_id and v.category_id = c.id and v.id = v_vehicle_id
  where c.company_id = p_company and case when v_vehicle_id is null then c.id = (p_wish ->> 'category_id')::uuid else v.id is not null end;
  if not found or (
    select count(*) from public.locations l
    where l.company_id = p_company and l.id in ((p_wish ->> 'pickup_location_id')::uuid, (p_wish ->> 'return_location_id')::uuid)
  ) <> (select count(distinct wished) from unnest(array[p_wish ->> 'pickup_location_id', p_wish ->> 'return_location_id']) as wished) then
    perform private.fail(404, 'not_found');
  end if;
  select * into v_rate from public.rates r
  where r.company_id = p_company and (r.vehicle_id = v_vehicle_id or (r.category_id = v_vehicle.category_id and r.vehicle_id is null))
  order by r.vehicle_id nulls last limit 1;
  if not found then perform private.fail(422, 'no_rate'); end if;

  v_wanted := jsonb_array_length(v_wishes);
  if v_wanted > 50 then perform private.fail(422, 'invalid_extra'); end if;
  v_days := private.rental_days(v_starts, v_ends, v_company.time_zone);
  v_vat := private.vat_rate(p_company, (v_ends at time zone v_company.time_zone)::date);
  select * into v_bands from private.cheapest_bands(v_days, v_rate.daily_rappen, v_rate.weekly_rappen, v_rate.monthly_rappen);

  select jsonb_agg(jsonb_build_object('kind', 'rental', 'code', code, 'quantity', quantity, 'unit_rappen', unit,
    'amount_rappen', quantity * unit, 'vat_bp', v_vat) order by place) into v_lines
  from (values (1, 'month', v_bands.months, v_rate.monthly_rappen), (2, 'week', v_bands.weeks, v_rate.weekly_rappen),
               (3, 'day', v_bands.days, v_rate.daily_rappen)) as band (place, code, quantity, unit)
  where quantity > 0;

  select jsonb_agg(jsonb_build_object('kind', 'extra', 'code', e.code, 'extra_id', e.id, 'names', e.names, 'charge', e.charge,
    'quantity', wanted.quantity, 'unit_rappen', e.price_rappen,
    'amount_rappen', wanted.quantity * e.price_rappen * case e.charge when 'per_day' then v_days else 1 end,
    'vat_bp', v_vat) order by e.position, e.code) into v_extras
  from (select (x ->> 'extra_id')::uuid as extra_id, (x ->> 'quantity')::int as quantity from jsonb_array_elements(v_wishes) as x) as wanted
  join public.extras e on e.company_id = p_company and e.id = wanted.extra_id and e.active and wanted.quantity between 1 and e.max_quantity;
  if coalesce(jsonb_array_length(v_extras), 0) <> v_wanted
     or v_wanted <> (select count(distinct (x ->> 'extra_id')::uuid) from jsonb_array_elements(v_wishes) as x) then
    perform private.fail(422, 'invalid_extra');
  end if;

  v_lines := v_lines || coalesce(v_extras, '[]');
  select sum((l ->> 'amount_rappen')::bigint) into v_total from jsonb_array_elements(v_lines) as l;
  return jsonb_build_object(
    'currency', v_company.currency, 'days', v_days, 'lines', v_lines, 'total_rappen', v_total, 'vat', private.vat_groups(v_lines),
    'booking_deposit_rappen', round(v_total * v_company.booking_deposit_percent / 100.0)::bigint,
    'security_deposit_rappen', v_vehicle.security_deposit_rappen, 'minimum_age', v_vehicle.minimum_age,
    'included_km', v_rate.included_km_per_day * v_days, 'extra_km_rappen', v_rate.extra_km_rappen,
    'trace', jsonb_build_array(
      jsonb_build_object('rule', 'duration', 'days', v_days, 'time_zone', v_company.time_zone),
      jsonb_build_object('rule', 'bands', 'rate_id', v_rate.id, 'of', case when v_rate.vehicle_id is null then 'category' else 'vehicle' end,
        'months', v_bands.months, 'weeks', v_bands.weeks, 'days', v_bands.days, 'daily_rappen', v_rate.daily_rappen,
        'weekly_rappen', v_rate.weekly_rappen, 'monthly_rappen', v_rate.monthly_rappen),
      jsonb_build_object('rule', 'vat', 'rate_bp', v_vat),
      jsonb_build_object('rule', 'booking_deposit', 'percent', v_company.booking_deposit_percent)));
exception when data_exception then
  perform private.fail(422, 'invalid_extra');
end $$;
