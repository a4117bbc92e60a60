-- What the spreadsheet does not know: addresses of the branches, and litres (or kWh) by fuel.
update public.locations l set street = a.street, house_number = a.house_number, postal_code = a.postal_code, town = a.town
from (values ('Zürich HB', 'Zollstrasse', '42', '8005', 'Zürich'), ('Flughafen ZRH', 'Flughafenstrasse', '12', '8302', 'Kloten'),
  ('Winterthur', 'Technikumstrasse', '60', '8400', 'Winterthur')) as a (name, street, house_number, postal_code, town)
where l.name = a.name and l.company_id = private.company_id();
update public.vehicles v set tank_litres = case when v.fuel = 'electric' then 75 when c.body_type in ('van', 'minibus', 'camper') then 75 else 50 end
from public.vehicle_categories c
where c.company_id = v.company_id and c.id = v.category_id and v.company_id = private.company_id();
