-- What surrounds the hour in which the demo is loaded, whichever it is: pickups and returns just done and soon to come, one overdue, one to wash.
-- Expects: set crms.demo_company. Makes demo_day, one line a vehicle; each keeps its vehicle free of everything else from keeps_from to keeps_until.
create temp table demo_day on commit drop as
with company as (
  select id, time_zone as zone, date_trunc('day', now() at time zone time_zone) as today from public.companies where id = current_setting('crms.demo_company')::uuid
), half_hours as (
  -- Within the twelve hours either way that the screen of the day shows; nobody comes at night.
  select at, at > now() as is_ahead, row_number() over (partition by at > now() order by abs(extract(epoch from at - now()))) as nth,
    count(*) over (partition by at > now()) as many
  from company, generate_series(date_trunc('hour', now()) - interval '11 hours', now() + interval '11 hours', interval '30 minutes') as at
  where (at at time zone zone)::time between '07:00' and '22:00' and abs(extract(epoch from at - now())) > 20 * 60
), parts (role, fate, is_ahead, share) as (values
  -- share: how far from now, 0 the next half hour, 1 the last one.
  ('pickup', 'booked', true, 0.0), ('pickup', 'booked', true, 0.3), ('pickup', 'booked', true, 0.55), ('pickup', 'booked', true, 0.9),
  ('return', 'active', true, 0.15), ('return', 'active', true, 0.45), ('return', 'active', true, 0.8),
  ('picked_up', 'active', false, 0.2), ('picked_up', 'active', false, 0.6),
  ('wash', 'closed', false, 0.1), ('returned', 'closed', false, 0.5), ('overdue', 'active', false, 0.0),
  ('workshop', 'workshop', false, 0.3)
), timed as (
  select row_number() over () as nth, p.role, p.fate, h.at, h.at at time zone c.zone as local, c.*
  from parts p join half_hours h on h.is_ahead = p.is_ahead and h.nth = 1 + floor(p.share * (h.many - 1))::int cross join company c
), periods as (
  select nth, role, fate,
    case when role in ('pickup', 'picked_up', 'workshop') then at else (today - make_interval(days => 2 + nth::int % 4) + interval '10 hours') at time zone zone end as starts,
    case when role in ('pickup', 'picked_up', 'workshop') then (date_trunc('day', local) + make_interval(days => 2 + nth::int % 4) + interval '16 hours') at time zone zone else at end as ends
  from timed
)
select p.*, v.id as vehicle_id, p.starts - interval '1 day' as keeps_from, greatest(p.ends, now()) + interval '30 hours' as keeps_until
from periods p
-- Every third of the fleet, so that all its places have something to do.
join (select id, row_number() over (order by plate) as place from public.vehicles where company_id = current_setting('crms.demo_company')::uuid) as v on v.place = p.nth * 3 - 1;
