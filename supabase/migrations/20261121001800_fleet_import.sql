/*
 * Imports a fleet in one transaction: missing locations and categories are added. A category without a rate takes the
 * commonest of its rows (of those the cheapest); a vehicle keeps a rate of its own only where it differs from its category's.
 * p_rows: [{row, plate, vin, category, make, model, model_year, color, fuel, transmission, seats, odometer_km, fuel_percent, location, inspection_due_on,
 * daily_rappen, weekly_rappen, monthly_rappen, included_km_per_day, extra_km_rappen, security_deposit_rappen, minimum_age, body_type, tank_litres?, equipment?}].
 * Returns {imported, problems: [{row, column, code}]}; with any problem, or p_dry_run, nothing is written. A dry run looks at plates and VINs alone, as
 * far as a row has them.
 * Raises 422 `too_many_rows` · `invalid_input`, 409 `already_exists` (imported by somebody else meanwhile).
 */
create function public.import_fleet(p_rows jsonb, p_dry_run boolean default false) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('fleet.edit');
  v_problems jsonb;
begin
  if jsonb_typeof(p_rows) is distinct from 'array' then perform private.fail(422, 'invalid_input', '{"rule": "rows"}'); end if;
  if jsonb_array_length(p_rows) > 2000 then perform private.fail(422, 'too_many_rows'); end if;
  select coalesce(jsonb_agg(jsonb_build_object('row', r, 'column', col, 'code', code) order by r, col), '[]') into v_problems from (
    select (x ->> 'row')::int as r, 'plate' as col, 'plate_exists' as code from jsonb_array_elements(p_rows) as x
    where exists (select from public.vehicles v where v.company_id = v_company and v.plate = x ->> 'plate')
    union all
    select (x ->> 'row')::int, 'vin', 'vin_exists' from jsonb_array_elements(p_rows) as x
    where exists (select from public.vehicles v where v.company_id = v_company and v.vin = x ->> 'vin')
    union all
    select r, 'plate', 'plate_repeated' from (
      select (x ->> 'row')::int as r, count(*) over (partition by x ->> 'plate' order by (x ->> 'row')::int) as nth from jsonb_array_elements(p_rows) as x
      where x ->> 'plate' is not null) as twice where nth > 1
    union all
    select r, 'vin', 'vin_repeated' from (
      select (x ->> 'row')::int as r, count(*) over (partition by x ->> 'vin' order by (x ->> 'row')::int) as nth from jsonb_array_elements(p_rows) as x
      where x ->> 'vin' is not null) as twice where nth > 1
  ) as problems;
  if p_dry_run or v_problems <> '[]' then
    return jsonb_build_object('imported', 0, 'problems', v_problems);
  end if;

  insert into public.locations (company_id, name)
  select distinct v_company, x ->> 'location' from jsonb_array_elements(p_rows) as x on conflict (company_id, name) do nothing;
  insert into public.vehicle_categories (company_id, names, import_name, body_type, position, minimum_age, security_deposit_rappen)
  select v_company, coalesce(private.known_category_names(x ->> 'category'), jsonb_build_object('de', x ->> 'category')), x ->> 'category',
    min(x ->> 'body_type')::public.body_type, min((x ->> 'row')::int), min((x ->> 'minimum_age')::int), min((x ->> 'security_deposit_rappen')::bigint)
  from jsonb_array_elements(p_rows) as x group by x ->> 'category'
  on conflict (company_id, import_name) do nothing;

  insert into public.rates (company_id, category_id, daily_rappen, weekly_rappen, monthly_rappen, included_km_per_day, extra_km_rappen)
  select distinct on (category_id) v_company, category_id, daily, weekly, monthly, included, extra from (
    select c.id as category_id, daily, weekly, monthly, included, extra, count(*) as vehicles
    from private.imported_rates(p_rows) i join public.vehicle_categories c on c.company_id = v_company and c.import_name = i.category
    group by c.id, daily, weekly, monthly, included, extra) as offered
  order by category_id, vehicles desc, daily, weekly, monthly, included desc, extra
  on conflict (company_id, category_id, vehicle_id) do nothing;

  -- The ids are made here, once, so that resource, vehicle and rate of a row share them.
  with incoming as materialized (select gen_random_uuid() as id, x from jsonb_array_elements(p_rows) as x),
  added as (
    insert into public.resources (company_id, id, kind) select v_company, id, 'vehicle' from incoming returning id
  ), vehicle as (
    insert into public.vehicles (company_id, id, category_id, location_id, plate, vin, make, model, model_year, color, fuel, transmission, seats, odometer_km,
      fuel_percent, tank_litres, inspection_due_on, minimum_age, security_deposit_rappen, equipment)
    select v_company, i.id, c.id, l.id, x ->> 'plate', x ->> 'vin', x ->> 'make', x ->> 'model', (x ->> 'model_year')::int, x ->> 'color',
      (x ->> 'fuel')::public.fuel_type, (x ->> 'transmission')::public.transmission, (x ->> 'seats')::int, (x ->> 'odometer_km')::int, (x ->> 'fuel_percent')::int,
      coalesce((x ->> 'tank_litres')::int, 50), (x ->> 'inspection_due_on')::date, (x ->> 'minimum_age')::int, (x ->> 'security_deposit_rappen')::bigint, private.equipment_of(x -> 'equipment')
    from incoming i join added a on a.id = i.id
    join public.vehicle_categories c on c.company_id = v_company and c.import_name = x ->> 'category'
    join public.locations l on l.company_id = v_company and l.name = x ->> 'location'
    returning id, category_id, plate
  )
  insert into public.rates (company_id, category_id, vehicle_id, daily_rappen, weekly_rappen, monthly_rappen, included_km_per_day, extra_km_rappen)
  select v_company, v.category_id, v.id, i.daily, i.weekly, i.monthly, i.included, i.extra
  from vehicle v join private.imported_rates(p_rows) i on i.plate = v.plate
  join public.rates r on r.company_id = v_company and r.category_id = v.category_id and r.vehicle_id is null
  where (r.daily_rappen, r.weekly_rappen, r.monthly_rappen, r.included_km_per_day, r.extra_km_rappen)
    is distinct from (i.daily, i.weekly, i.monthly, i.included, i.extra);
  return jsonb_build_object('imported', jsonb_array_length(p_rows), 'problems', '[]'::jsonb);
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;

/* What the rows of an import say of prices. */
create function private.imported_rates(p_rows jsonb)
  returns table (plate text, category text, daily bigint, weekly bigint, monthly bigint, included int, extra bigint)
language sql immutable set search_path = '' as $$
  select x ->> 'plate', x ->> 'category', (x ->> 'daily_rappen')::bigint, (x ->> 'weekly_rappen')::bigint, (x ->> 'monthly_rappen')::bigint,
    (x ->> 'included_km_per_day')::int, (x ->> 'extra_km_rappen')::bigint
  from jsonb_array_elements(p_rows) as x
$$;

/* Names of the usual rental categories in our languages; null for a company's own words. */
create function private.known_category_names(p_name text) returns jsonb
language sql immutable set search_path = '' as $$
  select names from (values
    ('kleinwagen', '{"de": "Kleinwagen", "en": "Small car", "fr": "Petite voiture", "it": "Utilitaria"}'::jsonb),
    ('kompakt', '{"de": "Kompakt", "en": "Compact", "fr": "Compacte", "it": "Compatta"}'),
    ('kombi', '{"de": "Kombi", "en": "Estate", "fr": "Break", "it": "Station wagon"}'),
    ('suv', '{"de": "SUV", "en": "SUV", "fr": "SUV", "it": "SUV"}'),
    ('elektro', '{"de": "Elektro", "en": "Electric", "fr": "Électrique", "it": "Elettrica"}'),
    ('transporter', '{"de": "Transporter", "en": "Van", "fr": "Utilitaire", "it": "Furgone"}'),
    ('minibus', '{"de": "Minibus", "en": "Minibus", "fr": "Minibus", "it": "Minibus"}'),
    ('camper', '{"de": "Camper", "en": "Camper van", "fr": "Camping-car", "it": "Camper"}')
  ) as known (word, names) where word = lower(btrim(p_name))
$$;
grant execute on function public.import_fleet(jsonb, boolean) to authenticated;
