-- The cheapest way to cover the days of a rental.
create type private.day_cover as (rappen bigint, weekday_rappen bigint, weekday_days int, first_season int, lines jsonb, seasons jsonb);
comment on type private.day_cover is 'What covers the days of a rental: what it costs in all; what of it is weekday surcharge, on how many days; the place in '
  'the frame of the season of the first day (-1 none); lines [{code, season, quantity, unit_rappen}]; days by season {place: days}. All but rappen and '
  'first_season only where itemised.';

/* Half-up share of an amount in percent. */
create function private.percent_of(p_amount bigint, p_percent int) returns bigint
language plpgsql immutable set search_path = '' as $$ begin return round(p_amount::numeric * p_percent / 100); end $$;

/* private.cover_days for days that all cost alike: no need to look at each. */
create function private.cover_plain_days(p_days int, p_hours int, p_hourly bigint, p_daily bigint, p_weekly bigint, p_monthly bigint, p_itemised boolean) returns private.day_cover
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
  if not p_itemised then return row(v_best, 0, 0, -1, null, null)::private.day_cover; end if;
  if v_counts[1] > 0 then v_lines := v_lines || jsonb_build_object('code', 'month', 'season', -1, 'quantity', v_counts[1], 'unit_rappen', p_monthly); end if;
  if v_counts[2] > 0 then v_lines := v_lines || jsonb_build_object('code', 'week', 'season', -1, 'quantity', v_counts[2], 'unit_rappen', p_weekly); end if;
  if v_counts[3] > 0 then v_lines := v_lines || jsonb_build_object('code', 'day', 'season', -1, 'quantity', v_counts[3], 'unit_rappen', p_daily); end if;
  if v_counts[4] > 0 then v_lines := v_lines || jsonb_build_object('code', 'hour', 'season', -1, 'quantity', v_counts[4], 'unit_rappen', p_hourly); end if;
  return row(v_best, 0, 0, -1, v_lines, '{}'::jsonb)::private.day_cover;
end $$;

/*
 * The cheapest cover of a rental's days by months (30 days), weeks, days and hours of the last day, for a rate under the seasons and weekdays of a
 * frame. p_itemised: what the cover consists of is wanted too, not only what it costs. A longer rental never costs less: whatever covers it covers
 * a shorter one too, because the last week or month may reach beyond the return.
 */
create function private.cover_days(p_frame jsonb, p_category uuid, p_rate jsonb, p_itemised boolean) returns private.day_cover
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
  v_covered int := v_days;
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

  if v_is_plain then return private.cover_plain_days(v_days, v_hours, v_hourly[1], v_daily[1], nullif(v_weekly[1], c_never), nullif(v_monthly[1], c_never), p_itemised); end if;
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

  if not p_itemised then return row(v_cost[v_days + 1], null, null, v_of[1] - 2, null, null)::private.day_cover; end if;
  v_start := v_days;
  while v_start > 0 loop
    v_kind := v_code[v_start + 1];
    v_best := v_cost[v_start + 1] - v_cost[v_from[v_start + 1] + 1];
    v_place := v_of[v_start];
    v_start := v_from[v_start + 1];
    v_covered := greatest(v_covered, v_start + case v_kind when 'week' then 7 when 'month' then 30 else 1 end);
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
  -- A week or month that reaches beyond the return costs the mean of all its days, so all of them are told.
  for i in 1 .. v_covered loop
    continue when v_of[i] = 1;
    v_season_days := v_season_days || jsonb_build_object((v_of[i] - 2)::text, coalesce((v_season_days ->> (v_of[i] - 2)::text)::int, 0) + 1);
  end loop;
  select coalesce(jsonb_object_agg(key, jsonb_build_object('days', value, 'of_days', v_covered)), '{}') into v_season_days from jsonb_each(v_season_days);
  return row(v_cost[v_days + 1], v_surcharge, v_surcharged, v_of[1] - 2, v_lines, v_season_days)::private.day_cover;
end $$;
