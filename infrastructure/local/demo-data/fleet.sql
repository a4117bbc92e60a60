-- What the spreadsheet does not know: addresses of the branches, and litres (or kWh) by fuel.
update public.locations l set street = a.street, house_number = a.house_number, postal_code = a.postal_code, town = a.town
from (values ('Zürich HB', 'Zollstrasse', '42', '8005', 'Zürich'), ('Flughafen ZRH', 'Flughafenstrasse', '12', '8302', 'Kloten'),
  ('Winterthur', 'Technikumstrasse', '60', '8400', 'Winterthur')) as a (name, street, house_number, postal_code, town)
where l.name = a.name and l.company_id = private.company_id();
update public.vehicles v set tank_litres = case when v.fuel = 'electric' then 75 when c.body_type in ('van', 'minibus', 'camper') then 75 else 50 end
from public.vehicle_categories c
where c.company_id = v.company_id and c.id = v.category_id and v.company_id = private.company_id();
-- Nor what a vehicle has beyond its kind: everything stands on winter tyres, the rest differs within a class.
update public.vehicles v set equipment = (select array_agg(piece order by piece) from unnest(array['winter_tyres'] || case n.body_type
    when 'estate' then case when n.nth % 2 = 1 then array['tow_bar', 'roof_rack', 'navigation'] else array['navigation', 'dog_guard'] end
    when 'suv' then case when n.nth % 2 = 1 then array['four_wheel_drive', 'tow_bar', 'heated_seats'] else array['four_wheel_drive', 'rear_camera'] end
    when 'van' then case n.nth % 3 when 1 then array['tail_lift', 'rear_camera'] when 2 then array['tow_bar'] else array['rear_camera'] end
    when 'minibus' then case when n.nth = 1 then array['wheelchair_ramp', 'isofix'] else array['isofix', 'rear_camera'] end
    when 'camper' then array['bike_rack', 'rear_camera', 'navigation']
    else case when n.nth % 2 = 1 then array['isofix', 'navigation'] else array['isofix'] end end) as word cross join lateral (select word::public.equipment as piece) as cast_word)
from (
  select o.id, c.body_type::text as body_type, row_number() over (partition by c.body_type order by o.plate) as nth
  from public.vehicles o join public.vehicle_categories c on c.company_id = o.company_id and c.id = o.category_id) as n
where n.id = v.id and v.company_id = private.company_id();
