-- What a price has beside the rental: fees, extras, promo codes. In plpgsql, which plans a statement once a session: searches price many at once.

/* Whether a location is staffed at a local time, its closing minute included. */
create function private.is_open(p_company uuid, p_location uuid, p_hours jsonb, p_local timestamp) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select coalesce(to_char(p_local, 'HH24:MI') between h ->> 0 and h ->> 1, false)
      and not exists (select from public.closed_days d where d.company_id = p_company and coalesce(d.location_id, p_location) = p_location and d.day = p_local::date)
    from (select p_hours -> (array['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])[extract(isodow from p_local)::int] as h) as today);
end $$;

/* The fees of places and driver as priced lines, each with its rule. */
create function private.fee_lines(p_company public.companies, p_wish jsonb, p_fees jsonb, p_pickup uuid, p_return uuid, p_days int, p_vat int) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
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
    from (select * from one_way union all select * from out_of_hours union all select * from young_driver) as due where unit > 0);
end $$;

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
