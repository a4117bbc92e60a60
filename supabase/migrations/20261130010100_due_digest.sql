-- What falls due is told in one mail a day, however many vehicles it concerns: after an import that may be the whole fleet.

/*
 * Queues for each company one mail a day with what is due, not planned yet and not told before; how many mails those are comes back. Safe to run twice or
 * late: the outbox keeps for good which due dates were told, and what comes up later in the day is told the next.
 */
create or replace function public.remind_due_items() returns bigint
language sql security definer set search_path = '' as $$
  select count(private.enqueue(c.id, 'mail.vehicle_due', (now() at time zone c.time_zone)::date::text, jsonb_build_object('items', due.items))::text)
  from public.companies c
  cross join lateral (
    select jsonb_agg(d.told order by d.nth) as items
    from (select nth, planned_at, jsonb_build_object('vehicle_id', vehicle_id, 'item', item, 'maintenance_id', maintenance_id, 'due_on', due_on, 'due_km', due_km) as told
      from private.due_items(c.id) with ordinality as f (vehicle_id, item, maintenance_id, maintenance_kind, due_on, due_km, odometer_km, days_left, km_left,
        is_overdue, planned_at, nth)) as d
    -- Until this day a mail told one thing, and had it as its whole payload.
    where d.planned_at is null and not exists (select from public.outbox o where o.company_id = c.id and o.topic = 'mail.vehicle_due'
      and (o.payload -> 'items' @> jsonb_build_array(d.told) or o.payload = d.told))) as due
  where c.status not in ('suspended', 'canceled') and c.email is not null and due.items is not null
$$;

drop function public.due_item_facts(uuid, jsonb);
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
    join jsonb_to_recordset(coalesce(p_told -> 'items', jsonb_build_array(p_told))) as t (vehicle_id uuid, item text, maintenance_id uuid, due_on date, due_km int)
      on t.vehicle_id = d.vehicle_id and t.item = d.item and t.maintenance_id is not distinct from d.maintenance_id and t.due_on is not distinct from d.due_on
      and t.due_km is not distinct from d.due_km
    where d.planned_at is null) as due
  where c.id = p_company_id and due.items is not null
$$;
grant execute on function public.due_items_facts(uuid, jsonb) to service_role;
