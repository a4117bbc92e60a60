-- One set of rules prices everything: in short for searches, in items with their trace for whatever is agreed.
create type private.price_sums as (refusal text, details jsonb, cover private.day_cover, discount jsonb, discount_rappen bigint, promo_rappen bigint,
  rounding_rappen bigint, total_rappen bigint, booking_deposit_rappen bigint);
comment on type private.price_sums is 'What a rate costs under a frame, rule by rule; or why it has no price.';

/*
 * What a rate costs under a frame, VAT included: every rule of the price list is applied here and nowhere else. p_itemised: what covers the days is
 * wanted too. A refusal with details instead when the duration or the promo code does not fit this category.
 */
create function private.sum_price(p_frame jsonb, p_category uuid, p_rate jsonb, p_itemised boolean) returns private.price_sums
language plpgsql immutable set search_path = '' as $$
declare
  s private.price_sums;
  v_cover private.day_cover := private.cover_days(p_frame, p_category, p_rate, p_itemised);
  v_days int := p_frame -> 'days';
  v_kept boolean := p_frame -> 'kept';
  v_step int := p_frame -> 'rounding';
  v_percent int := p_frame -> 'deposit_percent';
  v_promo jsonb := p_frame -> 'promo';
  v_rental bigint := v_cover.rappen;
  v_minimum int;
  v_maximum int;
  v_item jsonb;
begin
  s.cover := v_cover;
  if not v_kept and (p_frame -> 'durations' <> 'null' or v_cover.first_season >= 0) then
    v_minimum := greatest((p_frame #>> array['durations', p_category::text, '0'])::int, (p_frame #>> array['seasons', v_cover.first_season::text, 'minimum_days'])::int);
    if v_cover.first_season >= 0 and v_days < v_minimum or v_days < (p_frame #>> array['durations', p_category::text, '0'])::int then
      s.refusal := 'rental_too_short';
      s.details := jsonb_build_object('minimum_days', v_minimum);
      return s;
    end if;
    v_maximum := p_frame #>> array['durations', p_category::text, '1'];
    if v_days > v_maximum then
      s.refusal := 'rental_too_long';
      s.details := jsonb_build_object('maximum_days', v_maximum);
      return s;
    end if;
  end if;

  if jsonb_typeof(p_frame -> 'discounts') = 'array' then
    select d into v_item from jsonb_array_elements(p_frame -> 'discounts') with ordinality as listed (d, place)
    where coalesce((d ->> 'category_id')::uuid, p_category) = p_category and (d -> 'from_days')::int <= v_days order by place limit 1;
    s.discount := v_item;
    s.discount_rappen := -private.percent_of(v_rental, (v_item -> 'percent')::int);
    v_rental := v_rental + coalesce(s.discount_rappen, 0);
  end if;
  s.total_rappen := v_rental + (p_frame -> 'added_rappen')::bigint;
  if jsonb_typeof(v_promo) = 'object' then
    if (v_promo ->> 'category_id')::uuid <> p_category or s.total_rappen < (v_promo -> 'minimum_rappen')::bigint and not v_kept then
      s.refusal := 'invalid_promo_code';
      s.details := case when s.total_rappen < (v_promo -> 'minimum_rappen')::bigint
        then jsonb_build_object('reason', 'below_minimum', 'minimum_rappen', v_promo -> 'minimum_rappen') else '{"reason": "other_category"}' end;
      return s;
    end if;
    s.promo_rappen := -least(v_rental, coalesce(private.percent_of(v_rental, (v_promo ->> 'percent')::int), (v_promo ->> 'amount_rappen')::bigint));
    s.total_rappen := s.total_rappen + s.promo_rappen;
  end if;
  s.rounding_rappen := round(s.total_rappen::numeric / v_step) * v_step - s.total_rappen;
  s.total_rappen := s.total_rappen + s.rounding_rappen;
  s.booking_deposit_rappen := case when v_percent = 0 then 0
    else least(s.total_rappen, greatest(private.percent_of(s.total_rappen, v_percent), (p_frame -> 'deposit_minimum')::bigint)) end;
  return s;
end $$;

/* A price in short: the total, VAT in it, the booking deposit, the included km. */
create function private.price_in_short(p_frame jsonb, p_rate jsonb, p_sums private.price_sums) returns jsonb
language plpgsql immutable set search_path = '' as $$
declare
  v_days int := p_frame -> 'days';
  v_vat int := p_frame -> 'vat_bp';
  v_in_it bigint := private.vat_in(p_sums.total_rappen, v_vat);
begin
  return jsonb_build_object('currency', p_frame -> 'currency', 'days', v_days, 'total_rappen', p_sums.total_rappen,
    'vat', case when v_vat = 0 then '[]' else jsonb_build_array(jsonb_build_object('rate_bp', v_vat, 'gross_rappen', p_sums.total_rappen,
      'vat_rappen', v_in_it, 'net_rappen', p_sums.total_rappen - v_in_it)) end,
    'booking_deposit_rappen', p_sums.booking_deposit_rappen,
    'included_km', (p_rate -> 'included_km_per_day')::int * v_days, 'extra_km_rappen', p_rate -> 'extra_km_rappen');
end $$;

/* The price of a rate under a frame in short, for searches; null where it is refused. */
create function private.total_by_rate(p_frame jsonb, p_category uuid, p_rate jsonb) returns jsonb
language plpgsql immutable set search_path = '' as $$
declare
  v_sums private.price_sums := private.sum_price(p_frame, p_category, p_rate, false);
begin
  return case when v_sums.refusal is null then private.price_in_short(p_frame, p_rate, v_sums) end;
end $$;

/* A line of one piece. */
create function private.price_line(p_kind text, p_code text, p_amount bigint, p_vat int) returns jsonb
language plpgsql immutable set search_path = '' as $$
begin
  return jsonb_build_object('kind', p_kind, 'code', p_code, 'quantity', 1, 'unit_rappen', p_amount, 'amount_rappen', p_amount, 'vat_bp', p_vat);
end $$;

/*
 * The price of a rate under a frame, without what is the vehicle's own (deposit, age): what private.total_by_rate answers, and lines that sum to the
 * total, and the trace. {"refusal", "details"} instead where it is refused.
 */
create function private.price_by_rate(p_frame jsonb, p_category uuid, p_rate jsonb) returns jsonb
language plpgsql immutable set search_path = '' as $$
declare
  s private.price_sums := private.sum_price(p_frame, p_category, p_rate, true);
  v_cover private.day_cover := s.cover;
  v_vat int := p_frame -> 'vat_bp';
  v_promo jsonb := p_frame -> 'promo';
  v_lines jsonb := '[]';
  v_trace jsonb;
  v_item jsonb;
  v_season jsonb;
  v_counts jsonb := '{"month": 0, "week": 0, "day": 0, "hour": 0}';
begin
  if s.refusal is not null then return jsonb_build_object('refusal', s.refusal, 'details', s.details); end if;
  for v_item in select * from jsonb_array_elements(v_cover.lines) loop
    v_season := case when (v_item -> 'season')::int >= 0 then p_frame -> 'seasons' -> (v_item -> 'season')::int end;
    v_counts := v_counts || jsonb_build_object(v_item ->> 'code', (v_counts ->> (v_item ->> 'code'))::int + (v_item -> 'quantity')::int);
    v_lines := v_lines || (jsonb_build_object('kind', 'rental', 'code', v_item -> 'code', 'quantity', v_item -> 'quantity', 'unit_rappen', v_item -> 'unit_rappen',
        'amount_rappen', (v_item -> 'quantity')::int * (v_item -> 'unit_rappen')::bigint, 'vat_bp', v_vat)
      || case when v_season is null then '{}' else jsonb_build_object('season_id', v_season -> 'id', 'names', v_season -> 'names') end);
  end loop;
  v_trace := jsonb_build_array(
    jsonb_build_object('rule', 'duration', 'days', p_frame -> 'days', 'time_zone', p_frame -> 'time_zone'),
    jsonb_build_object('rule', 'bands', 'of', p_rate -> 'of', 'months', v_counts -> 'month', 'weeks', v_counts -> 'week', 'days', v_counts -> 'day',
      'hours', v_counts -> 'hour', 'hourly_rappen', p_rate -> 'hourly_rappen', 'daily_rappen', p_rate -> 'daily_rappen',
      'weekly_rappen', p_rate -> 'weekly_rappen', 'monthly_rappen', p_rate -> 'monthly_rappen'));
  for v_item in select value || jsonb_build_object('place', key) from jsonb_each(v_cover.seasons) order by key::int loop
    v_season := p_frame -> 'seasons' -> (v_item ->> 'place')::int;
    v_trace := v_trace || (v_season - array['id', 'category_id'] || jsonb_build_object('rule', 'season', 'days', v_item -> 'days', 'of_days', v_item -> 'of_days'));
  end loop;
  if v_cover.weekday_rappen <> 0 then
    v_lines := v_lines || private.price_line('rental', 'weekday', v_cover.weekday_rappen, v_vat);
    v_trace := v_trace || jsonb_build_object('rule', 'weekday', 'days', v_cover.weekday_days, 'amount_rappen', v_cover.weekday_rappen, 'surcharges', (
      select jsonb_agg(w - 'category_id') from jsonb_array_elements(p_frame -> 'weekdays') as w where coalesce((w ->> 'category_id')::uuid, p_category) = p_category));
  end if;
  if s.discount_rappen < 0 then
    v_lines := v_lines || private.price_line('discount', 'long_rental', s.discount_rappen, v_vat);
    v_trace := v_trace || jsonb_build_object('rule', 'long_rental', 'from_days', s.discount -> 'from_days', 'percent', s.discount -> 'percent',
      'amount_rappen', s.discount_rappen);
  end if;
  foreach v_item in array array[p_frame -> 'fees', p_frame -> 'extras'] loop
    continue when jsonb_typeof(v_item) is distinct from 'array';
    for v_season in select * from jsonb_array_elements(v_item) loop
      v_lines := v_lines || (v_season - 'trace');
      if v_season -> 'trace' is not null then v_trace := v_trace || (v_season -> 'trace'); end if;
    end loop;
  end loop;
  if s.promo_rappen is not null then
    v_lines := v_lines || (private.price_line('discount', 'promo', s.promo_rappen, v_vat) || jsonb_build_object('names', jsonb_build_object('de', v_promo -> 'code')));
    v_trace := v_trace || (v_promo - array['id', 'category_id'] || jsonb_build_object('rule', 'promo', 'amount_off_rappen', s.promo_rappen));
  end if;
  if s.rounding_rappen <> 0 then
    v_lines := v_lines || private.price_line('rounding', 'rounding', s.rounding_rappen, v_vat);
    v_trace := v_trace || jsonb_build_object('rule', 'rounding', 'step_rappen', p_frame -> 'rounding', 'amount_rappen', s.rounding_rappen);
  end if;
  return jsonb_strip_nulls(jsonb_build_object('promo', nullif(v_promo, 'null'))) || private.price_in_short(p_frame, p_rate, s)
    || jsonb_build_object('lines', v_lines, 'rate', p_rate, 'trace', v_trace || jsonb_build_object('rule', 'vat', 'rate_bp', v_vat)
      || jsonb_strip_nulls(jsonb_build_object('rule', 'booking_deposit', 'percent', p_frame -> 'deposit_percent',
        'minimum_rappen', nullif((p_frame -> 'deposit_minimum')::bigint, 0))));
end $$;

/* What of a rate makes a price. */
create function private.rate_facts(p_rate public.rates) returns jsonb
language plpgsql immutable set search_path = '' as $$
begin
  return jsonb_build_object('of', case when p_rate.vehicle_id is null then 'category' else 'vehicle' end, 'hourly_rappen', p_rate.hourly_rappen,
    'daily_rappen', p_rate.daily_rappen, 'weekly_rappen', p_rate.weekly_rappen, 'monthly_rappen', p_rate.monthly_rappen,
    'included_km_per_day', p_rate.included_km_per_day, 'extra_km_rappen', p_rate.extra_km_rappen);
end $$;
