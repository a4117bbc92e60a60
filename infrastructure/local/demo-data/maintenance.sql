-- What happened to the fleet besides rentals: readings of the year, service done and to come, papers that expire.
-- Expects: set crms.demo_company, crms.demo_owner; runs after history.sql. Dates are relative to today.
do $$
declare
  v_company uuid := current_setting('crms.demo_company')::uuid;
  v_owner uuid := current_setting('crms.demo_owner')::uuid;
  v_zone text := (select time_zone from public.companies where id = v_company);
  v_today date := (now() at time zone v_zone)::date;
  v_vehicle record;
  v_free timestamptz;
  v_answer jsonb;
begin
  perform set_config('request.jwt.claims', jsonb_build_object('sub', v_owner, 'company_id', v_company, 'role', 'authenticated')::text, true);

  for v_vehicle in select v.id, v.odometer_km, v.status, row_number() over (order by v.plate) as nth from public.vehicles v where v.company_id = v_company loop
    update public.vehicles set service_interval_km = 20000, service_interval_months = 12,
      next_service_km = odometer_km + 2500 + (v_vehicle.nth * 617 % 15000)::int, next_service_on = v_today + 45 + (v_vehicle.nth * 37 % 300)::int,
      inspection_due_on = greatest(inspection_due_on, v_today + 70),
      insurer = (array['Mobiliar', 'AXA', 'Helvetia', 'Zürich'])[1 + v_vehicle.nth % 4], insurance_policy = format('MF-%s-%s', 2400 + v_vehicle.nth, 10000 + v_vehicle.nth * 91),
      insurance_expires_on = make_date(extract(year from v_today)::int + 1, 12, 31)
    where company_id = v_company and id = v_vehicle.id;
    insert into public.maintenance (company_id, vehicle_id, kind, status, finished_at, cost_rappen, odometer_km, workshop, note)
    select v_company, v_vehicle.id, kind, 'done', (v_today - (days + v_vehicle.nth * 3 % 25)::int + time '16:30') at time zone v_zone, cost + v_vehicle.nth * 730 % 9000,
      greatest(v_vehicle.odometer_km - (days * 55)::int, 100), workshop, note
    from (values ('service'::public.maintenance_kind, 210, 42000, 'Garage Huber, Zürich', 'Kleiner Service, Ölwechsel'), ('tyres', 40, 14000, 'Pneu Egger, Winterthur', 'Winterreifen montiert'),
      ('repair', 120, 68500, 'Garage Huber, Zürich', 'Bremsbeläge vorne ersetzt')) as work (kind, days, cost, workshop, note)
    where kind <> 'repair' or v_vehicle.nth % 5 = 0;
  end loop;

  -- A few that need attention: overdue, soon, by kilometres.
  update public.vehicles v set inspection_due_on = d.inspection, insurance_expires_on = coalesce(d.insurance, v.insurance_expires_on), next_service_km = case when d.km then v.odometer_km + 420 else v.next_service_km end
  from (select id, row_number() over (order by plate) as nth from public.vehicles where company_id = v_company) as n
  join (values (3, v_today - 6, null::date, false), (8, v_today + 18, null, true), (14, v_today + 41, null, false), (21, v_today + 200, v_today + 12, false)) as d (nth, inspection, insurance, km)
    on d.nth = n.nth
  where v.company_id = v_company and v.id = n.id;

  -- In the workshop today: the first vehicle that is at home with nobody waiting for it.
  for v_vehicle in select v.id, v.status from public.vehicles v where v.company_id = v_company and v.status = 'available' order by v.plate loop
    continue when exists (select from public.allocations a where a.company_id = v_company and a.resource_id = v_vehicle.id and a.active and a.period && tstzrange(now(), (v_today + 2)::timestamp at time zone v_zone));
    v_answer := public.plan_maintenance(v_vehicle.id, 'damage', now() + interval '1 minute', (v_today + 1 + time '17:00') at time zone v_zone, null, 'Carrosserie Meier, Kloten', 'Delle hinten links, Stossstange lackieren');
    perform public.start_maintenance((v_answer ->> 'maintenance_id')::uuid);
    exit;
  end loop;

  -- Planned ahead: service, tyres, inspection in the next gap of two working hours and more.
  for v_vehicle in
    select n.id, n.nth, k.kind::public.maintenance_kind as kind, k.hours, k.workshop from (select id, row_number() over (order by plate) as nth from public.vehicles where company_id = v_company) as n
    join (values (5, 'service', 7, 'Garage Huber, Zürich'), (14, 'inspection', 2, 'Strassenverkehrsamt Zürich'), (19, 'tyres', 3, 'Pneu Egger, Winterthur'), (30, 'repair', 26, 'Garage Huber, Zürich'))
      as k (nth, kind, hours, workshop) on k.nth = n.nth
  loop
    select at into v_free from (select (v_today + day + time '08:00') at time zone v_zone as at from generate_series(2, 60) as day where extract(isodow from v_today + day) < 5) as mornings
    where not exists (select from public.allocations a where a.company_id = v_company and a.resource_id = v_vehicle.id and a.active
      and a.period && tstzrange(at, at + make_interval(hours => v_vehicle.hours))) order by at limit 1;
    continue when v_free is null;
    perform public.plan_maintenance(v_vehicle.id, v_vehicle.kind, v_free, v_free + make_interval(hours => v_vehicle.hours), null, v_vehicle.workshop, null);
  end loop;
  perform set_config('request.jwt.claims', '', true);
end $$;

-- The readings of the year's handovers, at their time.
set local session_replication_role = replica;
insert into public.odometer_readings (company_id, vehicle_id, km, source, source_id, recorded_by, recorded_at)
select h.company_id, c.vehicle_id, h.odometer_km, h.kind::text, h.id, h.performed_by, h.completed_at
from public.handovers h join public.contracts c on c.company_id = h.company_id and c.id = h.contract_id
where h.company_id = current_setting('crms.demo_company')::uuid and h.completed_at is not null order by h.completed_at, h.kind;
delete from public.audit_log where company_id = current_setting('crms.demo_company')::uuid and (table_name = 'maintenance' or table_name = 'vehicles' and action = 'update');
set local session_replication_role = origin;
