-- A price list with something of everything: seasons, weekend, long rentals, fees, holidays, codes, counted child seats.
insert into public.seasons (company_id, names, starts_on, ends_on, percent, minimum_days)
select private.company_id(), names, make_date(year, from_month, from_day), make_date(year + over, to_month, to_day), percent, minimum
from (select extract(year from now())::int + n as year from generate_series(0, 1) as n) as years
cross join (values
  ('{"de": "Sommerferien", "en": "Summer holidays", "fr": "Vacances d''été", "it": "Vacanze estive"}'::jsonb, 7, 4, 8, 17, 0, 25, null::int),
  ('{"de": "Festtage", "en": "Festive season", "fr": "Fêtes", "it": "Festività"}', 12, 19, 1, 3, 1, 30, 2),
  ('{"de": "Spätherbst", "en": "Late autumn", "fr": "Fin d''automne", "it": "Tardo autunno"}', 11, 1, 12, 5, 0, -10, null)
) as season (names, from_month, from_day, to_month, to_day, over, percent, minimum);
insert into public.weekday_surcharges (company_id, weekdays, percent) values (private.company_id(), '{5,6}', 10);
insert into public.duration_discounts (company_id, from_days, percent) values (private.company_id(), 10, 5), (private.company_id(), 21, 10);
insert into public.fees (company_id, kind, below_age, amount_rappen, cap_rappen) values
  (private.company_id(), 'young_driver', 25, 1500, 15000), (private.company_id(), 'out_of_hours', null, 3500, null), (private.company_id(), 'one_way', null, 9000, null);
insert into public.closed_days (company_id, day, name)
select private.company_id(), make_date(extract(year from now())::int + n, month, day), name
from generate_series(0, 1) as n cross join (values (1, 1, 'Neujahr'), (8, 1, 'Bundesfeier'), (12, 25, 'Weihnachten'), (12, 26, 'Stephanstag')) as holiday (month, day, name);
insert into public.promo_codes (company_id, code, percent, amount_rappen, minimum_rappen, use_limit) values
  (private.company_id(), 'WILLKOMMEN', 10, null, 0, null), (private.company_id(), 'ALPEN50', null, 5000, 30000, 100);
insert into public.extras (company_id, code, names, charge, price_rappen, cap_rappen, max_quantity, for_driver, position)
values (private.company_id(), 'further_driver', '{"de": "Weitere Person am Steuer", "en": "Further driver", "fr": "Conducteur supplémentaire", "it": "Conducente aggiuntivo"}', 'per_day', 600, 4800, 3, true, 3);
update public.extras set stock = 6, cap_rappen = 6400 where company_id = private.company_id() and code = 'child_seat';
update public.extras set excess_rappen = 50000 where company_id = private.company_id() and code = 'excess_reduction';
update public.vehicle_categories set excess_rappen = 200000 where company_id = private.company_id();
update public.rates set hourly_rappen = daily_rappen / 500 * 100 where company_id = private.company_id() and daily_rappen >= 500;
update public.locations set phone = '+41435550120', key_box = true, key_box_code = '4711', key_box_instructions = 'Schlüsselkasten links vom Eingang; Schlüssel bei der Rückgabe dort einwerfen.'
where company_id = private.company_id() and name = 'Flughafen ZRH';
insert into public.damage_prices (company_id, kind, view, minor_rappen, medium_rappen, major_rappen)
select private.company_id(), kind, view, minor, medium, major
from (values ('scratch', null, 18000, 45000, 90000), ('scratch', 'interior', 9000, 22000, 45000), ('dent', null, 25000, 60000, 140000),
  ('dent', 'roof', 40000, 95000, 220000), ('crack', null, 35000, 80000, 150000), ('chip', 'front', 12000, 35000, 95000),
  ('missing', null, 10000, 30000, null), ('stain', 'interior', 12000, 25000, 50000)) as price (kind, view, minor, medium, major);
