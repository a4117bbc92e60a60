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
 * Queues for each company one mail a day with what is due, not planned yet and not told before; how many mails those are comes back. Safe to run twice or
 * late: the outbox keeps for good which due dates were told, and what comes up later in the day is told the next.
 */
create function public.remind_due_items() returns bigint
language sql security definer set search_path = '' as $$
  select count(private.enqueue(c.id, 'mail.vehicle_due', (now() at time zone c.time_zone)::date::text, jsonb_build_object('items', due.items))::text)
  from public.companies c
  cross join lateral (
    select jsonb_agg(d.told order by d.nth) as items
    from (select nth, planned_at, jsonb_build_object('vehicle_id', vehicle_id, 'item', item, 'maintenance_id', maintenance_id, 'due_on', due_on, 'due_km', due_km) as told
      from private.due_items(c.id) with ordinality as f (vehicle_id, item, maintenance_id, maintenance_kind, due_on, due_km, odometer_km, days_left, km_left,
        is_overdue, planned_at, nth)) as d
    where d.planned_at is null and not exists (select from public.outbox o where o.company_id = c.id and o.topic = 'mail.vehicle_due'
      and o.payload -> 'items' @> jsonb_build_array(d.told))) as due
  where c.status not in ('suspended', 'canceled') and c.email is not null and due.items is not null
$$;

/* What a mail about due things says, of those it was queued for, for our own worker; without what is not due any more, is planned, or falls due on another day, and null once nothing is left. */
create function public.due_items_facts(p_company_id uuid, p_told jsonb) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('company', c.name, 'email', c.email, 'language', c.locale, 'accent_color', c.accent_color, 'items', due.items)
  from public.companies c
  cross join lateral (
    select jsonb_agg(jsonb_build_object('item', d.item, 'due_on', d.due_on, 'due_km', d.due_km, 'odometer_km', d.odometer_km, 'is_overdue', d.is_overdue,
      'vehicle_id', v.id, 'vehicle', v.make || ' ' || v.model, 'plate', v.plate, 'insurer', v.insurer, 'insurance_policy', v.insurance_policy) order by d.nth) as items
    from private.due_items(c.id) with ordinality as d (vehicle_id, item, maintenance_id, maintenance_kind, due_on, due_km, odometer_km, days_left, km_left,
      is_overdue, planned_at, nth)
    join public.vehicles v on v.company_id = c.id and v.id = d.vehicle_id
    join jsonb_to_recordset(p_told -> 'items') as t (vehicle_id uuid, item text, maintenance_id uuid, due_on date, due_km int)
      on t.vehicle_id = d.vehicle_id and t.item = d.item and t.maintenance_id is not distinct from d.maintenance_id and t.due_on is not distinct from d.due_on
      and t.due_km is not distinct from d.due_km
    where d.planned_at is null) as due
  where c.id = p_company_id and due.items is not null
$$;
grant execute on function public.list_due_items(uuid) to authenticated;
grant execute on function public.remind_due_items(), public.due_items_facts(uuid, jsonb) to service_role;
