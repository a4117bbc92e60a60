-- What falls due on vehicles: service, inspection (MFK), insurance, and work that was planned for an odometer reading.

/*
 * Everything of a company that is due soon or overdue, the most urgent first. Soon is what still leaves time for an appointment: 60 days for an inspection,
 * 30 for the rest, or 1000 km. planned_at: work of that kind is planned already, so that nobody has to be reminded.
 */
create function private.due_items(p_company uuid, p_vehicle uuid default null)
returns table (vehicle_id uuid, item text, maintenance_id uuid, maintenance_kind public.maintenance_kind, due_on date, due_km int, odometer_km int, days_left int, km_left int,
  is_overdue boolean, planned_at timestamptz)
language sql stable security definer set search_path = '' as $$
  with today as (select (now() at time zone time_zone)::date as day from public.companies where id = p_company),
  found as (
    select v.id, 'service' as item, null::uuid as maintenance_id, 'service'::public.maintenance_kind as kind, v.next_service_on as due_on, v.next_service_km as due_km, 30 as ahead, v.odometer_km
    from public.vehicles v where v.company_id = p_company and v.status <> 'retired'
    union all
    select v.id, 'inspection', null, 'inspection', v.inspection_due_on, null, 60, v.odometer_km from public.vehicles v where v.company_id = p_company and v.status <> 'retired'
    union all
    select v.id, 'insurance', null, null, v.insurance_expires_on, null, 30, v.odometer_km from public.vehicles v where v.company_id = p_company and v.status <> 'retired'
    union all
    select m.vehicle_id, 'maintenance', m.id, m.kind, null, m.due_km, 0, v.odometer_km from public.maintenance m
    join public.vehicles v on v.company_id = m.company_id and v.id = m.vehicle_id
    where m.company_id = p_company and m.status = 'planned' and m.due_km is not null and m.starts_at is null and v.status <> 'retired'
  )
  select f.id, f.item, f.maintenance_id, f.kind, f.due_on, f.due_km, f.odometer_km, f.due_on - t.day, f.due_km - f.odometer_km,
    coalesce(f.due_on < t.day, false) or coalesce(f.due_km <= f.odometer_km, false),
    (select min(m.starts_at) from public.maintenance m where m.company_id = p_company and m.vehicle_id = f.id and m.kind = f.kind
      and m.starts_at is not null and m.status in ('planned', 'in_progress'))
  from found f cross join today t
  where (p_vehicle is null or f.id = p_vehicle) and (f.due_on <= t.day + f.ahead or f.due_km <= f.odometer_km + 1000)
  order by 10 desc, least(f.due_on - t.day, (f.due_km - f.odometer_km) / 50), f.id, f.item
$$;

/* What is due soon on the caller's vehicles, or on one of them. */
create function public.list_due_items(p_vehicle_id uuid default null) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(to_jsonb(d) || jsonb_build_object('plate', v.plate, 'make', v.make, 'model', v.model) order by d.nth), '[]')
  from (select private.authorize('fleet.see') as company) as c
  cross join lateral private.due_items(c.company, p_vehicle_id) with ordinality as d (vehicle_id, item, maintenance_id, maintenance_kind, due_on, due_km,
    odometer_km, days_left, km_left, is_overdue, planned_at, nth)
  join public.vehicles v on v.company_id = c.company and v.id = d.vehicle_id
$$;

/*
 * Queues one mail to the company for each thing that is due and not planned yet; how many those are comes back. Safe to run twice or late: the outbox keeps
 * one entry per thing and due date for good.
 */
create function public.remind_due_items() returns bigint
language sql security definer set search_path = '' as $$
  select count(private.enqueue(c.id, 'mail.vehicle_due',
    concat_ws(':', d.vehicle_id, coalesce(d.maintenance_id::text, d.item), coalesce(d.due_on::text, ''), coalesce(d.due_km::text, '')),
    jsonb_build_object('vehicle_id', d.vehicle_id, 'item', d.item, 'maintenance_id', d.maintenance_id, 'due_on', d.due_on, 'due_km', d.due_km))::text)
  from public.companies c cross join lateral private.due_items(c.id) d
  where c.status not in ('suspended', 'canceled') and c.email is not null and d.planned_at is null
$$;

/* What a reminder says, for our own worker; null once it is not due any more, is planned, or falls due on another day. */
create function public.due_item_facts(p_company_id uuid, p_item jsonb) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('item', d.item, 'kind', d.maintenance_kind, 'due_on', d.due_on, 'due_km', d.due_km, 'odometer_km', d.odometer_km, 'is_overdue', d.is_overdue,
    'vehicle_id', v.id, 'vehicle', v.make || ' ' || v.model, 'plate', v.plate, 'insurer', v.insurer, 'insurance_policy', v.insurance_policy,
    'company', c.name, 'email', c.email, 'language', c.locale, 'time_zone', c.time_zone, 'accent_color', c.accent_color)
  from private.due_items(p_company_id, (p_item ->> 'vehicle_id')::uuid) d
  join public.vehicles v on v.company_id = p_company_id and v.id = d.vehicle_id
  join public.companies c on c.id = p_company_id
  where d.item = p_item ->> 'item' and d.maintenance_id is not distinct from (p_item ->> 'maintenance_id')::uuid and d.planned_at is null
    and d.due_on is not distinct from (p_item ->> 'due_on')::date and d.due_km is not distinct from (p_item ->> 'due_km')::int
$$;
grant execute on function public.list_due_items(uuid) to authenticated;
grant execute on function public.remind_due_items(), public.due_item_facts(uuid, jsonb) to service_role;
