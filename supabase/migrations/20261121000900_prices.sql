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
 * Everything about a wish that does not depend on the vehicle: its days by the wall clock, what applies of the price list, the priced fees
 * and extras. p_kept: the price it was promised at, whose promo code goes on counting. Pure arithmetic follows in private.price_by_rate.
 */
create function private.price_frame(p_company uuid, p_wish jsonb, p_tariff jsonb, p_pickup uuid, p_return uuid, p_kept jsonb default null) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_company public.companies;
  v_starts timestamptz := (p_wish ->> 'starts_at')::timestamptz;
  v_ends timestamptz := (p_wish ->> 'ends_at')::timestamptz;
  v_days int;
  v_first date;
  v_last timestamptz := v_starts;
  v_vat int;
begin
  select * into v_company from public.companies where id = p_company;
  v_days := private.rental_days(v_starts, v_ends, v_company.time_zone);
  v_first := (v_starts at time zone v_company.time_zone)::date;
  if v_days > 1 then
    v_last := ((v_starts at time zone v_company.time_zone) + make_interval(days => v_days - 1)) at time zone v_company.time_zone;
  end if;
  v_vat := private.vat_rate(p_company, (v_ends at time zone v_company.time_zone)::date);
  return jsonb_build_object('currency', v_company.currency, 'time_zone', v_company.time_zone, 'days', v_days, 'first', v_first,
    'hours', ceil(extract(epoch from v_ends - v_last) / 3600)::int, 'vat_bp', v_vat,
    'deposit_percent', v_company.booking_deposit_percent, 'deposit_minimum', v_company.booking_deposit_minimum_rappen, 'kept', p_kept is not null,
    'seasons', case when p_tariff -> 'seasons' <> 'null' then (
      -- A week or month that covers the last days reaches up to 29 days beyond them.
      select jsonb_agg(season order by place) from jsonb_array_elements(p_tariff -> 'seasons') with ordinality as s (season, place)
      where (season ->> 'starts_on')::date <= v_first + v_days + 28 and (season ->> 'ends_on')::date >= v_first) end,
    'weekdays', p_tariff -> 'weekdays', 'discounts', p_tariff -> 'discounts', 'durations', p_tariff -> 'durations', 'rounding', p_tariff -> 'rounding_rappen',
    'fees', case when p_tariff -> 'fees' <> 'null' then private.fee_lines(v_company, p_wish, p_tariff -> 'fees', p_pickup, p_return, v_days, v_vat) end,
    'extras', case when coalesce(p_wish -> 'extras', '[]') <> '[]' then private.extra_lines(p_wish -> 'extras', p_tariff -> 'extras', v_days, v_vat) end,
    'promo', case when p_wish ->> 'promo_code' is not null then coalesce(
      (select p_kept -> 'promo' where p_kept #>> '{promo,code}' = upper(btrim(p_wish ->> 'promo_code'))), private.usable_promo(v_company, p_wish ->> 'promo_code', v_first)) end);
end $$;

/* Whether a location is staffed at a local time, its closing minute included. */
create function private.is_open(p_company uuid, p_location uuid, p_hours jsonb, p_local timestamp) returns boolean
language sql stable security definer set search_path = '' as $$
  select coalesce(to_char(p_local, 'HH24:MI') between h ->> 0 and h ->> 1, false)
    and not exists (select from public.closed_days d where d.company_id = p_company and coalesce(d.location_id, p_location) = p_location and d.day = p_local::date)
  from (select p_hours -> (array['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])[extract(isodow from p_local)::int] as h) as today
$$;

/* The fees of places and driver as priced lines, each with its rule. */
create function private.fee_lines(p_company public.companies, p_wish jsonb, p_fees jsonb, p_pickup uuid, p_return uuid, p_days int, p_vat int) returns jsonb
language sql stable security definer set search_path = '' as $$
  with fee as (
    select place, f ->> 'kind' as kind, (f ->> 'location_id')::uuid as at_location, (f ->> 'to_location_id')::uuid as to_location,
      (f ->> 'below_age')::int as below_age, (f ->> 'amount_rappen')::bigint as amount, (f ->> 'cap_rappen')::bigint as cap
    from jsonb_array_elements(p_fees) with ordinality as listed (f, place)
  ), one_way as (
    select 'one_way' as code, 1 as quantity, amount as unit, jsonb_build_object(
      'from', (select name from public.locations where company_id = p_company.id and id = p_pickup),
      'to', (select name from public.locations where company_id = p_company.id and id = p_return)) as trace
    from fee where kind = 'one_way' and p_pickup <> p_return and coalesce(at_location, p_pickup) = p_pickup and coalesce(to_location, p_return) = p_return
    order by (at_location is null)::int + (to_location is null)::int, at_location nulls last limit 1
  ), out_of_hours as (
    select 'out_of_hours_' || side.name as code, 1 as quantity, nearest.amount as unit, jsonb_build_object('location', l.name, 'at', side.at) as trace
    from (values ('pickup', p_pickup, p_wish ->> 'starts_at'), ('return', p_return, p_wish ->> 'ends_at')) as side (name, location_id, at)
    join public.locations l on l.company_id = p_company.id and l.id = side.location_id
    cross join lateral (select side.at::timestamptz at time zone p_company.time_zone as local) as clock
    cross join lateral (select amount from fee where kind = 'out_of_hours' and coalesce(at_location, l.id) = l.id order by at_location nulls last limit 1) as nearest
    where private.is_open(l.company_id, l.id, l.opening_hours, local) is not true
  ), young_driver as (
    select 'young_driver' as code, case when cap < amount * p_days then 1 else p_days end as quantity, least(cap, amount * case when cap < amount * p_days then null else 1 end) as unit,
      jsonb_build_object('below_age', below_age, 'age', age, 'day_rappen', amount, 'cap_rappen', cap) as trace
    from fee cross join lateral (select coalesce(extract(year from age(((p_wish ->> 'starts_at')::timestamptz at time zone p_company.time_zone)::date, born)),
      (p_wish ->> 'driver_age')::int)::int as age from (select case when isfinite((p_wish ->> 'driver_birth_date')::date) then (p_wish ->> 'driver_birth_date')::date end as born) as birth) as driver
    where kind = 'young_driver' and age < below_age order by below_age limit 1
  )
  select jsonb_agg(jsonb_build_object('kind', 'fee', 'code', code, 'quantity', quantity, 'unit_rappen', unit, 'amount_rappen', quantity * unit, 'vat_bp', p_vat,
    'trace', trace || jsonb_build_object('rule', code, 'amount_rappen', quantity * unit)))
  from (select * from one_way union all select * from out_of_hours union all select * from young_driver) as due where unit > 0
$$;

/* The wished extras as priced lines. Raises 422 `invalid_extra`. */
create function private.extra_lines(p_wishes jsonb, p_extras jsonb, p_days int, p_vat int) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_lines jsonb;
begin
  if jsonb_array_length(p_wishes) > 50 then perform private.fail(422, 'invalid_extra'); end if;
  select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('kind', 'extra', 'code', e ->> 'code', 'extra_id', w.extra_id, 'names', e -> 'names', 'charge', e ->> 'charge',
    'quantity', quantity, 'unit_rappen', coalesce(capped, unit), 'amount_rappen', quantity * coalesce(capped, unit * times),
    'vat_bp', p_vat, 'capped', capped is not null,
    'trace', case when capped is not null then jsonb_build_object('rule', 'extra_cap', 'names', e -> 'names', 'cap_rappen', capped, 'uncapped_rappen', unit * times) end))
    order by (e ->> 'position')::int, e ->> 'code') into v_lines
  from (select (x ->> 'extra_id')::uuid as extra_id, (x ->> 'quantity')::int as quantity from jsonb_array_elements(p_wishes) as x) as w
  cross join lateral (select p_extras -> w.extra_id::text as e) as listed
  cross join lateral (select (e ->> 'price_rappen')::bigint as unit, case e ->> 'charge' when 'per_day' then p_days else 1 end as times) as price
  cross join lateral (select case when (e ->> 'cap_rappen')::bigint < unit * times then (e ->> 'cap_rappen')::bigint end as capped) as cap
  where w.quantity between 1 and (e ->> 'max_quantity')::int;
  if jsonb_array_length(v_lines) is distinct from jsonb_array_length(p_wishes)
     or jsonb_array_length(p_wishes) <> (select count(distinct (x ->> 'extra_id')::uuid) from jsonb_array_elements(p_wishes) as x) then
    perform private.fail(422, 'invalid_extra');
  end if;
  return v_lines;
exception when data_exception then
  perform private.fail(422, 'invalid_extra');
end $$;

/* A promo code that may be used now for a pickup on that day. Raises 422 `invalid_promo_code` with the reason. */
create function private.usable_promo(p_company public.companies, p_code text, p_pickup date) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_today date := (now() at time zone p_company.time_zone)::date;
  v_promo public.promo_codes;
  v_reason text;
begin
  select * into v_promo from public.promo_codes where company_id = p_company.id and code = upper(btrim(p_code)) and active;
  v_reason := case
    when v_promo.id is null then 'unknown'
    when v_today < v_promo.bookable_from or v_today > v_promo.bookable_until then 'not_now'
    when p_pickup < v_promo.service_from or p_pickup > v_promo.service_until then 'other_dates'
    when v_promo.use_limit <= (select count(*) from public.reservations r
      where r.company_id = p_company.id and r.promo_code_id = v_promo.id and r.status not in ('cancelled', 'expired')) then 'used_up' end;
  if v_reason is not null then perform private.fail(422, 'invalid_promo_code', jsonb_build_object('reason', v_reason)); end if;
  return jsonb_strip_nulls(jsonb_build_object('id', v_promo.id, 'code', v_promo.code, 'category_id', v_promo.category_id, 'percent', v_promo.percent,
    'amount_rappen', v_promo.amount_rappen, 'minimum_rappen', v_promo.minimum_rappen));
end $$;

/* Half-up share of an amount in percent. */
create function private.percent_of(p_amount bigint, p_percent int) returns bigint
language sql immutable set search_path = '' as $$ select round(p_amount::numeric * p_percent / 100)::bigint $$;

/* A line of one piece. */
create function private.price_line(p_kind text, p_code text, p_amount bigint, p_vat int) returns jsonb
language sql immutable set search_path = '' as $$
  select jsonb_build_object('kind', p_kind, 'code', p_code, 'quantity', 1, 'unit_rappen', p_amount, 'amount_rappen', p_amount, 'vat_bp', p_vat)
$$;

/* The same for days that all cost alike: no need to look at each. */
create function private.cover_plain_days(p_days int, p_hours int, p_hourly bigint, p_daily bigint, p_weekly bigint, p_monthly bigint) returns jsonb
language plpgsql immutable set search_path = '' as $$
declare
  v_last bigint := least(p_daily, p_hours * p_hourly);
  v_rest int;
  v_cost bigint;
  v_best bigint;
  v_counts int[];
  v_lines jsonb := '[]';
begin
  for m in reverse case when p_monthly is null then 0 else (p_days + 29) / 30 end .. 0 loop
    for w in reverse case when p_weekly is null then 0 else (greatest(p_days - 30 * m, 0) + 6) / 7 end .. 0 loop
      v_rest := greatest(p_days - 30 * m - 7 * w, 0);
      v_cost := m * coalesce(p_monthly, 0) + w * coalesce(p_weekly, 0) + case when v_rest > 0 then (v_rest - 1) * p_daily + v_last else 0 end;
      if v_best is null or v_cost < v_best then
        v_best := v_cost;
        v_counts := array[m, w, case when v_rest > 0 and v_last < p_daily then v_rest - 1 else v_rest end, case when v_rest > 0 and v_last < p_daily then p_hours else 0 end];
      end if;
    end loop;
  end loop;
  if v_counts[1] > 0 then v_lines := v_lines || jsonb_build_object('code', 'month', 'season', -1, 'quantity', v_counts[1], 'unit_rappen', p_monthly); end if;
  if v_counts[2] > 0 then v_lines := v_lines || jsonb_build_object('code', 'week', 'season', -1, 'quantity', v_counts[2], 'unit_rappen', p_weekly); end if;
  if v_counts[3] > 0 then v_lines := v_lines || jsonb_build_object('code', 'day', 'season', -1, 'quantity', v_counts[3], 'unit_rappen', p_daily); end if;
  if v_counts[4] > 0 then v_lines := v_lines || jsonb_build_object('code', 'hour', 'season', -1, 'quantity', v_counts[4], 'unit_rappen', p_hourly); end if;
  return jsonb_build_object('lines', v_lines, 'weekday_rappen', 0, 'weekday_days', 0, 'seasons', '{}'::jsonb, 'first_season', -1);
end $$;

/*
 * The cheapest cover of a rental's days by months (30 days), weeks, days and hours of the last day, for a rate under the seasons and weekdays of a
 * frame: {lines: [{code, season, quantity, unit_rappen}], weekday_rappen, weekday_days, seasons: {place: days}}. A longer rental never costs less:
 * whatever covers it covers a shorter one too, because the last week or month may reach beyond the return.
 */
create function private.cover_days(p_frame jsonb, p_category uuid, p_rate jsonb) returns jsonb
language plpgsql immutable set search_path = '' as $$
declare
  -- More than any rental costs: a week or month that is not offered is never the cheapest.
  c_never constant bigint := 1000000000000000;
  v_days int := p_frame -> 'days';
  v_reach int := v_days + 29;
  v_first date := p_frame ->> 'first';
  v_weekday int := extract(isodow from v_first);
  v_hours int := p_frame -> 'hours';
  v_season jsonb;
  v_item jsonb;
  v_place int := 0;
  -- Prices by season, the first without one; then by day.
  v_hourly bigint[] := array[(p_rate ->> 'hourly_rappen')::bigint];
  v_daily bigint[] := array[(p_rate ->> 'daily_rappen')::bigint];
  v_weekly bigint[] := array[coalesce((p_rate ->> 'weekly_rappen')::bigint, c_never)];
  v_monthly bigint[] := array[coalesce((p_rate ->> 'monthly_rappen')::bigint, c_never)];
  v_percents int[] := array[0, 0, 0, 0, 0, 0, 0];
  v_of int[];
  v_is_plain boolean := true;
  v_percent int;
  v_price bigint[] := '{}';
  v_weeks bigint[] := array[0];
  v_months bigint[] := array[0];
  v_cost bigint[] := array[0];
  v_from int[] := array[0];
  v_code text[] := array[''];
  v_best bigint;
  v_hour bigint;
  v_unit bigint;
  v_start int;
  v_kind text;
  v_groups text[] := '{}';
  v_of_group int[] := '{}';
  v_units bigint[] := '{}';
  v_counts int[] := '{}';
  v_group int;
  v_surcharge bigint := 0;
  v_surcharged int := 0;
  v_season_days jsonb := '{}';
  v_lines jsonb := '[]';
begin
  if jsonb_typeof(p_frame -> 'weekdays') = 'array' then
    for v_item in select * from jsonb_array_elements(p_frame -> 'weekdays') loop
      continue when (v_item ->> 'category_id')::uuid <> p_category;
      v_is_plain := false;
      for i in 0 .. jsonb_array_length(v_item -> 'weekdays') - 1 loop
        v_percents[(v_item -> 'weekdays' -> i)::int] := v_percents[(v_item -> 'weekdays' -> i)::int] + (v_item -> 'percent')::int;
      end loop;
    end loop;
  end if;
  if jsonb_typeof(p_frame -> 'seasons') = 'array' then
    for v_season in select * from jsonb_array_elements(p_frame -> 'seasons') loop
      v_place := v_place + 1;
      v_percent := v_season -> 'percent';
      -- Filled for every season, so that its place here is its place in the frame.
      v_hourly[v_place + 1] := case when v_percent is null then (v_season ->> 'hourly_rappen')::bigint else private.percent_of(v_hourly[1], 100 + v_percent) end;
      v_daily[v_place + 1] := case when v_percent is null then (v_season ->> 'daily_rappen')::bigint else private.percent_of(v_daily[1], 100 + v_percent) end;
      v_weekly[v_place + 1] := case when v_percent is null then coalesce((v_season ->> 'weekly_rappen')::bigint, c_never)
        else least(c_never, private.percent_of(v_weekly[1], 100 + v_percent)) end;
      v_monthly[v_place + 1] := case when v_percent is null then coalesce((v_season ->> 'monthly_rappen')::bigint, c_never)
        else least(c_never, private.percent_of(v_monthly[1], 100 + v_percent)) end;
      if p_rate ->> 'weekly_rappen' is null and v_percent is not null then v_weekly[v_place + 1] := c_never; end if;
      if p_rate ->> 'monthly_rappen' is null and v_percent is not null then v_monthly[v_place + 1] := c_never; end if;
      continue when (v_season ->> 'category_id')::uuid <> p_category;
      v_is_plain := false;
      v_of := coalesce(v_of, array_fill(1, array[v_reach]));
      for i in greatest(1, (v_season ->> 'starts_on')::date - v_first + 1) .. least(v_reach, (v_season ->> 'ends_on')::date - v_first + 1) loop
        v_of[i] := v_place + 1;
      end loop;
    end loop;
  end if;

  if v_is_plain then return private.cover_plain_days(v_days, v_hours, v_hourly[1], v_daily[1], nullif(v_weekly[1], c_never), nullif(v_monthly[1], c_never)); end if;
  v_of := coalesce(v_of, array_fill(1, array[v_reach]));

  for i in 1 .. v_days loop
    v_percent := greatest(-100, v_percents[1 + (v_weekday + i - 2) % 7]);
    v_price[i] := case when v_percent = 0 then v_daily[v_of[i]] else private.percent_of(v_daily[v_of[i]], 100 + v_percent) end;
  end loop;
  for i in 1 .. v_reach loop
    v_weeks[i + 1] := v_weeks[i] + v_weekly[v_of[i]];
    v_months[i + 1] := v_months[i] + v_monthly[v_of[i]];
  end loop;
  v_hour := v_hours * v_hourly[v_of[v_days]];
  if v_percent <> 0 then v_hour := private.percent_of(v_hour, 100 + v_percent); end if;

  for i in 1 .. v_days loop
    v_best := v_cost[i] + v_price[i];
    v_start := i - 1;
    v_kind := 'day';
    if i = v_days and v_cost[i] + v_hour < v_best then
      v_best := v_cost[i] + v_hour;
      v_kind := 'hour';
    end if;
    for j in greatest(0, i - 7) .. case when i = v_days then i - 1 else i - 7 end loop
      v_unit := round((v_weeks[j + 8] - v_weeks[j + 1]) / 7.0);
      if v_cost[j + 1] + v_unit <= v_best then v_best := v_cost[j + 1] + v_unit; v_start := j; v_kind := 'week'; end if;
    end loop;
    for j in greatest(0, i - 30) .. case when i = v_days then i - 1 else i - 30 end loop
      v_unit := round((v_months[j + 31] - v_months[j + 1]) / 30.0);
      if v_cost[j + 1] + v_unit <= v_best then v_best := v_cost[j + 1] + v_unit; v_start := j; v_kind := 'month'; end if;
    end loop;
    v_cost[i + 1] := v_best;
    v_from[i + 1] := v_start;
    v_code[i + 1] := v_kind;
  end loop;

  v_start := v_days;
  while v_start > 0 loop
    v_kind := v_code[v_start + 1];
    v_best := v_cost[v_start + 1] - v_cost[v_from[v_start + 1] + 1];
    v_place := v_of[v_start];
    v_start := v_from[v_start + 1];
    v_unit := case v_kind when 'day' then v_daily[v_place] when 'hour' then v_hourly[v_place] else v_best end;
    if v_kind in ('week', 'month') and v_of[v_start + 1 : v_start + case v_kind when 'week' then 7 else 30 end]
        <> array_fill(v_place, array[case v_kind when 'week' then 7 else 30 end]) then
      v_place := 0;
    end if;
    v_best := v_best - case v_kind when 'hour' then v_hours * v_unit else v_unit end;
    if v_best <> 0 then
      v_surcharge := v_surcharge + v_best;
      v_surcharged := v_surcharged + 1;
    end if;
    v_group := null;
    for i in 1 .. cardinality(v_groups) loop
      if v_groups[i] = v_kind and v_of_group[i] = v_place and v_units[i] = v_unit then v_group := i; end if;
    end loop;
    if v_group is null then
      v_groups := v_kind || v_groups; v_of_group := v_place || v_of_group; v_units := v_unit || v_units; v_counts := 0 || v_counts; v_group := 1;
    end if;
    v_counts[v_group] := v_counts[v_group] + case v_kind when 'hour' then v_hours else 1 end;
  end loop;
  for i in 1 .. cardinality(v_groups) loop
    v_lines := v_lines || jsonb_build_object('code', v_groups[i], 'season', v_of_group[i] - 2, 'quantity', v_counts[i], 'unit_rappen', v_units[i]);
  end loop;
  if not v_is_plain then
    for i in 1 .. v_days loop
      continue when v_of[i] = 1;
      v_season_days := v_season_days || jsonb_build_object((v_of[i] - 2)::text, coalesce((v_season_days ->> (v_of[i] - 2)::text)::int, 0) + 1);
    end loop;
  end if;
  return jsonb_build_object('lines', v_lines, 'weekday_rappen', v_surcharge, 'weekday_days', v_surcharged, 'seasons', v_season_days, 'first_season', v_of[1] - 2);
end $$;

/*
 * The price of a rate under a frame, without what is the vehicle's own (deposit, age): lines that sum to the total, VAT in it, and the trace.
 * {"refusal", "details"} instead when the duration or the promo code does not fit this category.
 */
create function private.price_by_rate(p_frame jsonb, p_category uuid, p_rate jsonb) returns jsonb
language plpgsql immutable set search_path = '' as $$
declare
  v_days int := p_frame -> 'days';
  v_vat int := p_frame -> 'vat_bp';
  v_cover jsonb;
  v_lines jsonb := '[]';
  v_trace jsonb;
  v_item jsonb;
  v_season jsonb;
  v_rental bigint := 0;
  v_total bigint;
  v_amount bigint;
  v_step int := p_frame -> 'rounding';
  v_percent int := p_frame -> 'deposit_percent';
  v_counts jsonb := '{"month": 0, "week": 0, "day": 0, "hour": 0}';
begin
  v_cover := private.cover_days(p_frame, p_category, p_rate);
  if not (p_frame -> 'kept')::boolean then
    v_amount := greatest((p_frame #>> array['durations', p_category::text, '0'])::int, (p_frame #>> array['seasons', v_cover ->> 'first_season', 'minimum_days'])::int);
    if (v_cover -> 'first_season')::int >= 0 and v_days < v_amount or v_days < (p_frame #>> array['durations', p_category::text, '0'])::int then
      return jsonb_build_object('refusal', 'rental_too_short', 'details', jsonb_build_object('minimum_days', v_amount));
    end if;
    v_amount := p_frame #>> array['durations', p_category::text, '1'];
    if v_days > v_amount then
      return jsonb_build_object('refusal', 'rental_too_long', 'details', jsonb_build_object('maximum_days', v_amount));
    end if;
  end if;

  for v_item in select * from jsonb_array_elements(v_cover -> 'lines') loop
    v_amount := (v_item -> 'quantity')::int * (v_item -> 'unit_rappen')::bigint;
    v_rental := v_rental + v_amount;
    v_season := case when (v_item -> 'season')::int >= 0 then p_frame -> 'seasons' -> (v_item -> 'season')::int end;
    v_counts := v_counts || jsonb_build_object(v_item ->> 'code', (v_counts ->> (v_item ->> 'code'))::int + (v_item -> 'quantity')::int);
    v_lines := v_lines || (jsonb_build_object('kind', 'rental', 'code', v_item -> 'code', 'quantity', v_item -> 'quantity', 'unit_rappen', v_item -> 'unit_rappen',
      'amount_rappen', v_amount, 'vat_bp', v_vat) || case when v_season is null then '{}' else jsonb_build_object('season_id', v_season -> 'id', 'names', v_season -> 'names') end);
  end loop;
  v_trace := jsonb_build_array(
    jsonb_build_object('rule', 'duration', 'days', v_days, 'time_zone', p_frame -> 'time_zone'),
    jsonb_build_object('rule', 'bands', 'of', p_rate -> 'of', 'months', v_counts -> 'month', 'weeks', v_counts -> 'week', 'days', v_counts -> 'day',
      'hours', v_counts -> 'hour', 'hourly_rappen', p_rate -> 'hourly_rappen', 'daily_rappen', p_rate -> 'daily_rappen',
      'weekly_rappen', p_rate -> 'weekly_rappen', 'monthly_rappen', p_rate -> 'monthly_rappen'));
  for v_item in select jsonb_build_object('place', key, 'days', value) from jsonb_each(v_cover -> 'seasons') order by key::int loop
    v_season := p_frame -> 'seasons' -> (v_item ->> 'place')::int;
    v_trace := v_trace || (v_season - array['id', 'category_id'] || jsonb_build_object('rule', 'season', 'days', v_item -> 'days'));
  end loop;

  v_amount := v_cover -> 'weekday_rappen';
  if v_amount <> 0 then
    v_rental := v_rental + v_amount;
    v_lines := v_lines || private.price_line('rental', 'weekday', v_amount, v_vat);
    v_trace := v_trace || jsonb_build_object('rule', 'weekday', 'days', v_cover -> 'weekday_days', 'amount_rappen', v_amount, 'surcharges', (
      select jsonb_agg(w - 'category_id') from jsonb_array_elements(p_frame -> 'weekdays') as w where coalesce((w ->> 'category_id')::uuid, p_category) = p_category));
  end if;
  if jsonb_typeof(p_frame -> 'discounts') = 'array' then
    select d into v_item from jsonb_array_elements(p_frame -> 'discounts') with ordinality as listed (d, place)
    where coalesce((d ->> 'category_id')::uuid, p_category) = p_category and (d -> 'from_days')::int <= v_days order by place limit 1;
    v_amount := -private.percent_of(v_rental, (v_item -> 'percent')::int);
    if v_amount < 0 then
      v_rental := v_rental + v_amount;
      v_lines := v_lines || private.price_line('discount', 'long_rental', v_amount, v_vat);
      v_trace := v_trace || jsonb_build_object('rule', 'long_rental', 'from_days', v_item -> 'from_days', 'percent', v_item -> 'percent', 'amount_rappen', v_amount);
    end if;
  end if;

  v_total := v_rental;
  foreach v_item in array array[p_frame -> 'fees', p_frame -> 'extras'] loop
    continue when jsonb_typeof(v_item) is distinct from 'array';
    for v_season in select * from jsonb_array_elements(v_item) loop
      v_total := v_total + (v_season -> 'amount_rappen')::bigint;
      v_lines := v_lines || (v_season - 'trace');
      if v_season -> 'trace' is not null then v_trace := v_trace || (v_season -> 'trace'); end if;
    end loop;
  end loop;

  v_item := p_frame -> 'promo';
  if jsonb_typeof(v_item) = 'object' then
    if (v_item ->> 'category_id')::uuid <> p_category or v_total < (v_item -> 'minimum_rappen')::bigint and not (p_frame -> 'kept')::boolean then
      return jsonb_build_object('refusal', 'invalid_promo_code', 'details', case when v_total < (v_item -> 'minimum_rappen')::bigint
        then jsonb_build_object('reason', 'below_minimum', 'minimum_rappen', v_item -> 'minimum_rappen') else '{"reason": "other_category"}' end);
    end if;
    v_amount := -least(v_rental, coalesce(private.percent_of(v_rental, (v_item ->> 'percent')::int), (v_item ->> 'amount_rappen')::bigint));
    v_total := v_total + v_amount;
    v_lines := v_lines || (private.price_line('discount', 'promo', v_amount, v_vat) || jsonb_build_object('names', jsonb_build_object('de', v_item -> 'code')));
    v_trace := v_trace || (v_item - array['id', 'category_id'] || jsonb_build_object('rule', 'promo', 'amount_off_rappen', v_amount));
  end if;
  v_amount := (round(v_total::numeric / v_step) * v_step)::bigint - v_total;
  if v_amount <> 0 then
    v_total := v_total + v_amount;
    v_lines := v_lines || private.price_line('rounding', 'rounding', v_amount, v_vat);
    v_trace := v_trace || jsonb_build_object('rule', 'rounding', 'step_rappen', v_step, 'amount_rappen', v_amount);
  end if;
  v_amount := private.percent_of(v_total, v_percent);
  return jsonb_strip_nulls(jsonb_build_object('promo', nullif(p_frame -> 'promo', 'null'))) || jsonb_build_object(
    'currency', p_frame -> 'currency', 'days', v_days, 'lines', v_lines, 'total_rappen', v_total,
    'vat', case when v_vat = 0 then '[]' else jsonb_build_array(jsonb_build_object('rate_bp', v_vat, 'gross_rappen', v_total,
      'vat_rappen', private.vat_in(v_total, v_vat), 'net_rappen', v_total - private.vat_in(v_total, v_vat))) end,
    'booking_deposit_rappen', case when v_percent = 0 then 0 else least(v_total, greatest(v_amount, (p_frame -> 'deposit_minimum')::bigint)) end,
    'included_km', (p_rate -> 'included_km_per_day')::int * v_days, 'extra_km_rappen', p_rate -> 'extra_km_rappen', 'rate', p_rate,
    'trace', v_trace || jsonb_build_object('rule', 'vat', 'rate_bp', v_vat)
      || jsonb_strip_nulls(jsonb_build_object('rule', 'booking_deposit', 'percent', v_percent, 'minimum_rappen', nullif((p_frame -> 'deposit_minimum')::bigint, 0))));
end $$;

/* What of a rate makes a price. */
create function private.rate_facts(p_rate public.rates) returns jsonb
language sql immutable set search_path = '' as $$
  select jsonb_build_object('of', case when p_rate.vehicle_id is null then 'category' else 'vehicle' end, 'hourly_rappen', p_rate.hourly_rappen,
    'daily_rappen', p_rate.daily_rappen, 'weekly_rappen', p_rate.weekly_rappen, 'monthly_rappen', p_rate.monthly_rappen,
    'included_km_per_day', p_rate.included_km_per_day, 'extra_km_rappen', p_rate.extra_km_rappen)
$$;

/* Today's price list of a company: the id under which it is kept, and its rules. */
create function private.current_tariff(p_company uuid, out id uuid, out rules jsonb)
language sql stable security definer set search_path = '' as $$
  select t.id, t.rules from private.tariffs t where t.company_id = p_company order by t.number desc limit 1
$$;

/*
 * The itemised price of what is wished, VAT included, with the rules that made it (trace). p_wish: vehicle_id or category_id (a vehicle's own rate
 * wins), starts_at, ends_at, extras? [{"extra_id", "quantity"}], pickup_location_id?, return_location_id? (default: where the vehicle is),
 * promo_code?, driver_birth_date?; the other keys of private.reserve's wish may be there. Amounts in rappen.
 *
 * p_reservation re-prices by the rules that reservation was made at: its price list, its rate while the category stays, its promo code. That is the
 * way to price an extension, an early return or a swap; neither the length nor the age of such a period is refused, and what the wish does not say of
 * promo code and driver stays. Keep the answer as the new price.
 *
 * Raises 404 `not_found`, 422 `invalid_period` · `invalid_extra` · `no_rate` · `rental_too_short` · `rental_too_long` · `invalid_promo_code`.
 */
create function private.price_rental(p_company uuid, p_wish jsonb, p_reservation uuid default null) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_vehicle uuid := p_wish ->> 'vehicle_id';
  v_pickup uuid := p_wish ->> 'pickup_location_id';
  v_return uuid := p_wish ->> 'return_location_id';
  v_kept jsonb;
  v_tariff uuid;
  v_rules jsonb;
  v_subject record;
  v_rate jsonb;
  v_price jsonb;
begin
  if p_reservation is null then
    perform private.check_period((p_wish ->> 'starts_at')::timestamptz, (p_wish ->> 'ends_at')::timestamptz);
    select id, rules into v_tariff, v_rules from private.current_tariff(p_company);
  else
    if ((p_wish ->> 'ends_at')::timestamptz > (p_wish ->> 'starts_at')::timestamptz) is not true then perform private.fail(422, 'invalid_period'); end if;
    select t.id, t.rules, r.price || jsonb_build_object('category_id', r.category_id) into v_tariff, v_rules, v_kept
    from public.reservations r join private.tariffs t on t.company_id = r.company_id and t.id = r.tariff_id
    where r.company_id = p_company and r.id = p_reservation;
    if not found then perform private.fail(404, 'not_found'); end if;
    -- What the wish does not say anew stays: the promo code, and the driver's age where it cost something.
    p_wish := jsonb_build_object('promo_code', v_kept #> '{promo,code}',
      'driver_age', jsonb_path_query_first(v_kept, '$.trace[*] ? (@.rule == "young_driver").age')) || p_wish;
  end if;

  select c.id as category_id, v.location_id, coalesce(v.security_deposit_rappen, c.security_deposit_rappen) as security_deposit_rappen,
         coalesce(v.minimum_age, c.minimum_age) as minimum_age into v_subject
  from public.vehicle_categories c left join public.vehicles v on v.company_id = c.company_id and v.category_id = c.id and v.id = v_vehicle
  where c.company_id = p_company and case when v_vehicle is null then c.id = (p_wish ->> 'category_id')::uuid else v.id is not null end;
  if not found or (select count(*) from public.locations l where l.company_id = p_company and l.id in (v_pickup, v_return))
      <> (select count(distinct wished) from unnest(array[v_pickup, v_return]) as wished) then
    perform private.fail(404, 'not_found');
  end if;
  if v_kept ->> 'category_id' = v_subject.category_id::text then
    v_rate := v_kept -> 'rate';
  else
    select private.rate_facts(r) into v_rate from public.rates r
    where r.company_id = p_company and (r.vehicle_id = v_vehicle or (r.category_id = v_subject.category_id and r.vehicle_id is null))
    order by r.vehicle_id nulls last limit 1;
  end if;
  if v_rate is null then perform private.fail(422, 'no_rate'); end if;

  v_pickup := coalesce(v_pickup, v_subject.location_id);
  v_price := private.price_by_rate(private.price_frame(p_company, p_wish, v_rules, v_pickup, coalesce(v_return, v_pickup), v_kept), v_subject.category_id, v_rate);
  if v_price ->> 'refusal' is not null then perform private.fail(422, v_price ->> 'refusal', v_price -> 'details'); end if;
  return v_price || jsonb_build_object('tariff_id', v_tariff, 'security_deposit_rappen', v_subject.security_deposit_rappen, 'minimum_age', v_subject.minimum_age);
end $$;

/*
 * The prices of many vehicles for one wish (as private.price_rental, without vehicle and category), for searches: the price list is read once, and
 * vehicles of a category and location with the same rate are priced once. A vehicle without a price (no rate, other durations) is left out.
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
    select k.category_id, k.place, k.rate, private.price_by_rate(f.frame, k.category_id, k.rate) as price
    from (select distinct l.category_id, l.place, l.rate from listed l) as k join frames f on f.place is not distinct from k.place
  )
  select l.id, p.price || jsonb_build_object('tariff_id', v_tariff.id, 'security_deposit_rappen', l.deposit, 'minimum_age', l.age)
  from listed l join priced p on p.category_id = l.category_id and p.place is not distinct from l.place and p.rate = l.rate
  where not p.price ? 'refusal';
end $$;

/* The price of every category for one wish (as private.price_rental, without vehicle and category), for searches; a category without a price is left out. */
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
    select c.id, c.security_deposit_rappen, c.minimum_age, private.price_by_rate(v_frame, c.id, private.rate_facts(r)) as price
    from public.vehicle_categories c join public.rates r on r.company_id = c.company_id and r.category_id = c.id and r.vehicle_id is null
    where c.company_id = p_company
  )
  select p.id, p.price || jsonb_build_object('tariff_id', v_tariff.id, 'security_deposit_rappen', p.security_deposit_rappen, 'minimum_age', p.minimum_age)
  from priced p where not p.price ? 'refusal';
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
    select jsonb_agg(jsonb_build_object('day', first::date, 'rappen', (cover #>> '{lines,0,unit_rappen}')::bigint + (cover -> 'weekday_rappen')::bigint,
      'season', v_rules #> array['seasons', nullif(cover ->> 'first_season', '-1'), 'names']) order by first)
    from generate_series(make_date(p_year, 1, 1)::timestamp, make_date(p_year, 12, 31), interval '1 day') as first
    cross join lateral private.cover_days(jsonb_build_object('days', 1, 'hours', 24, 'first', first::date, 'seasons', v_rules -> 'seasons',
      'weekdays', v_rules -> 'weekdays'), p_category_id, v_rate) as cover);
end $$;
grant execute on function public.price_calendar(uuid, int) to authenticated;
