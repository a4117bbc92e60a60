-- Who waits for equipment that no vehicle of the fleet has together.
select public.join_waiting_list(wish.starts, wish.starts + wish.lasts, p_customer_id => k.id, p_note => wish.note, p_equipment => wish.equipment)
from (values
  (4, date_trunc('day', now()) + interval '12 days 8 hours', interval '2 days', '["wheelchair_ramp", "tail_lift"]'::jsonb, 'Rollstuhl mit Elektroantrieb, 120 kg'),
  (9, date_trunc('day', now()) + interval '20 days 7 hours', interval '5 days', '["wheelchair_ramp", "tow_bar"]'::jsonb, null)
) as wish (place, starts, lasts, equipment, note)
cross join lateral (select id from public.customers where company_id = private.company_id() and email is not null order by number offset wish.place limit 1) as k;
