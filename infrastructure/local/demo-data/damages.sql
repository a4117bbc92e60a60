-- Four vehicles came back damaged: one case is new, one with the insurer, one on its way to the workshop, one repaired and closed.
do $$
declare
  v_company uuid := private.company_id();
  v_one record;
  v_case uuid;
  v_free timestamptz;
begin
  for v_one in
    select h.id as handover_id, c.vehicle_id, row_number() over (order by h.completed_at desc, h.id) as nth
    from public.handovers h join public.contracts c on c.company_id = h.company_id and c.id = h.contract_id
    join public.vehicles v on v.company_id = c.company_id and v.id = c.vehicle_id
    where h.company_id = v_company and h.kind = 'return' and c.status = 'closed' and h.completed_at < now() - interval '1 day' and v.status <> 'retired'
      and not exists (select from public.maintenance m where m.company_id = v_company and m.vehicle_id = v.id and m.status in ('planned', 'in_progress'))
    order by h.completed_at desc, h.id limit 4
  loop
    insert into public.damages (company_id, id, vehicle_id, handover_id, view, x, y, kind, severity, note)
    select v_company, gen_random_uuid(), v_one.vehicle_id, v_one.handover_id, view, x, y, kind, severity, note
    from (values (1, 'left', 0.18, 0.42, 'scratch', 'minor', 'Hintere Tür, 12 cm'), (2, 'front', 0.48, 0.1, 'crack', 'major', 'Frontscheibe, Riss bis zum Rand'),
      (3, 'right', 0.82, 0.36, 'dent', 'medium', 'Kotflügel vorne'), (3, 'right', 0.82, 0.5, 'scratch', 'medium', 'Beifahrertür'), (4, 'rear', 0.5, 0.9, 'dent', 'minor', 'Stossstange'))
      as mark (nth, view, x, y, kind, severity, note) where mark.nth = v_one.nth;
    perform private.open_case_of_return(v_company, v_one.handover_id);
    select case_id into v_case from public.damages where company_id = v_company and handover_id = v_one.handover_id limit 1;
    perform public.estimate_damage(v_case, (array[18000, 150000, 105000, 25000])[v_one.nth], case v_one.nth when 2 then 100000 end);
    -- After everything that is promised by now.
    select date_trunc('day', greatest(now(), max(upper(period)))) + interval '2 days 7 hours' into v_free
    from public.allocations where company_id = v_company and resource_id = v_one.vehicle_id and active;
    if v_one.nth = 2 then perform public.claim_damage(v_case, 'Die Mobiliar', 'KA-2026-118842'); end if;
    if v_one.nth = 3 then
      perform public.repair_damage(v_case, v_free, v_free + interval '2 days', 'Carrosserie Albisrieden');
    elsif v_one.nth = 4 then
      perform public.finish_maintenance(public.repair_damage(v_case, v_free, v_free + interval '1 day'), 24000);
      perform public.close_damage_case(v_case);
    end if;
  end loop;
end $$;
