-- Somebody thinks it over: an option that lapses by itself later in the day.
select public.create_reservation(starts, starts + interval '3 days', p_vehicle_id => v.id, p_customer_id => k.id, p_hold_hours => 9)
from (select date_trunc('day', now()) + interval '8 days 9 hours' as starts) as wish
cross join lateral private.free_vehicles(private.company_id(), starts, starts + interval '3 days') as v
cross join (select id from public.customers where company_id = private.company_id() order by number offset 6 limit 1) as k
order by v.plate desc limit 1;
