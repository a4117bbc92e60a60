-- Whether a change can be taken back is decided in one place, for the button that offers it and for the function that does it.

/* Why a change cannot be taken back, {code, details?}, apart from its old place being taken; null when nothing speaks against it. */
create function private.undo_obstacle(p_change public.reservation_changes) returns jsonb
language sql stable security definer set search_path = '' as $$
  select case
    when p_change.created_at < now() - interval '10 minutes' then '{"code": "undo_expired"}'
    when exists (select from public.addenda a where a.company_id = p_change.company_id and a.change_id = p_change.id) then '{"code": "addendum_signed"}'
    when r.status not in ('pending', 'confirmed', 'converted') then '{"code": "undo_impossible", "details": {"reason": "ended"}}'
    when c.status in ('returned', 'closed') then '{"code": "undo_impossible", "details": {"reason": "returned"}}'
    -- What was changed before the customer signed is part of what they signed.
    when c.picked_up_at > p_change.created_at then '{"code": "undo_impossible", "details": {"reason": "picked_up"}}'
    when c.id is distinct from p_change.contract_id then '{"code": "undo_impossible", "details": {"reason": "contract"}}'
    when private.rental_terms(p_change.company_id, p_change.reservation_id) <> p_change.after then jsonb_build_object('code', 'changed_meanwhile',
      'details', jsonb_build_object('changes', private.changes_since(p_change.company_id, p_change.reservation_id, p_change.version)))
    when exists (select from public.handovers h where h.company_id = p_change.company_id and h.change_id = p_change.id
      and (h.completed_at is not null or exists (select from public.handover_steps s where s.company_id = h.company_id and s.handover_id = h.id)
        or exists (select from public.handover_photos p where p.company_id = h.company_id and p.handover_id = h.id)
        or exists (select from public.damages d where d.company_id = h.company_id and d.handover_id = h.id))) then '{"code": "exchange_recorded"}'
  end
  from public.reservations r
  left join lateral private.contract_of(r.company_id, r.id) as c on c.id is not null
  where r.company_id = p_change.company_id and r.id = p_change.reservation_id
$$;

create or replace function private.undo_group(p_company uuid, p_group uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_ids uuid[];
  v_change public.reservation_changes;
  v_expires jsonb := '{}';
  v_obstacle jsonb;
  v_from timestamptz;
begin
  select array_agg(reservation_id) into v_ids from public.reservation_changes where company_id = p_company and group_id = p_group;
  perform private.lock_change(p_company, v_ids, (select jsonb_agg(c.before || jsonb_build_object('reservation_id', c.reservation_id))
    from public.reservation_changes c where c.company_id = p_company and c.group_id = p_group));
  for v_change in select * from public.reservation_changes where company_id = p_company and group_id = p_group order by id for no key update loop
    if v_change.undone_at is not null then return; end if;
    if v_change.contract_id is not null then perform private.authorize('contracts.create'); end if;
    v_obstacle := private.undo_obstacle(v_change);
    if v_obstacle is not null then perform private.fail(409, v_obstacle ->> 'code', coalesce(v_obstacle -> 'details', '{}')); end if;
    perform private.return_exchange(p_company, v_change) from public.handovers where company_id = p_company and change_id = v_change.id limit 1;
    delete from public.contract_drivers d where d.company_id = p_company and d.contract_id = v_change.contract_id and d.driver_id = v_change.driver_id;
    update public.allocations a set active = false where a.company_id = p_company and a.active
      and a.source_id in (v_change.reservation_id, v_change.contract_id, v_change.id);
    select v_expires || jsonb_build_object(v_change.id::text, max(a.expires_at)) into v_expires
    from public.allocations a where a.company_id = p_company and a.source_id = v_change.reservation_id and a.expires_at > now();
  end loop;
  for v_change in select * from public.reservation_changes where company_id = p_company and group_id = p_group order by before ->> 'vehicle_id' loop
    -- What was handed over began before the change, and so it does again.
    select lower(a.period) into v_from from public.allocations a join public.contracts c on c.company_id = a.company_id and c.id = v_change.contract_id and c.status = 'active'
    where a.company_id = p_company and a.source_id in (v_change.contract_id, v_change.id) and a.resource_id = (v_change.before ->> 'vehicle_id')::uuid
    order by a.source_id = v_change.id desc, a.created_at limit 1;
    if private.allocate_making_way(p_company, (v_change.before ->> 'vehicle_id')::uuid, private.period_of(p_company, v_change.before, v_from),
        case when v_change.contract_id is null then 'reservation' else 'contract' end, coalesce(v_change.contract_id, v_change.reservation_id),
        (v_expires ->> v_change.id::text)::timestamptz) is null then
      perform private.fail(409, 'not_available', jsonb_build_object('conflicts', private.conflicts(p_company, (v_change.before ->> 'vehicle_id')::uuid,
        private.period_of(p_company, v_change.before, v_from), '{}')));
    end if;
    perform private.put_terms(p_company, v_change.reservation_id, v_change.contract_id, v_change.before);
  end loop;
  update public.reservation_changes set undone_at = now(), undone_by = auth.uid() where company_id = p_company and group_id = p_group;
  delete from public.outbox o using public.reservation_changes c
  where c.company_id = p_company and c.group_id = p_group and o.company_id = p_company and o.topic in ('mail.reservation_changed', 'change.refund') and o.key = c.id::text and o.status = 'pending';
end $$;

/*
 * Puts a change back, with everything that was changed in the same step; its mail is never sent. Repeating it does nothing more.
 * Raises 404 `not_found`, 409 as private.undo_obstacle says, `not_available` when the old place is taken.
 */
create or replace function public.undo_change(p_change_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('reservations.edit');
  v_group uuid;
begin
  select group_id into v_group from public.reservation_changes where company_id = v_company and id = p_change_id;
  if not found then perform private.fail(404, 'not_found'); end if;
  for attempt in 1..3 loop
    begin
      perform private.undo_group(v_company, v_group);
      return;
    exception when deadlock_detected or serialization_failure then
      if attempt = 3 then raise; end if;
    end;
  end loop;
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;

/*
 * The change of a reservation that the caller can take back now, null when there is none. Whether somebody stands on its old place who would make way is
 * known by taking it back, and forgetting that; nobody on it, nothing is locked.
 */
create function public.undoable_change(p_reservation_id uuid) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('reservations.see');
  v_change public.reservation_changes;
  v_group public.reservation_changes[];
begin
  if not private.can('reservations.edit') or private.is_on_hold(v_company) then return null; end if;
  select * into v_change from public.reservation_changes
  where company_id = v_company and reservation_id = p_reservation_id and undone_at is null order by created_at desc, version desc limit 1;
  v_group := array(select c from public.reservation_changes c where c.company_id = v_company and c.group_id = v_change.group_id);
  if v_change.id is null or exists (select from unnest(v_group) as c
      where private.undo_obstacle(c) is not null or (c.contract_id is not null and not private.can('contracts.create'))) then
    return null;
  end if;
  if not exists (select from unnest(v_group) as c where private.conflicts(v_company, (c.before ->> 'vehicle_id')::uuid, private.period_of(v_company, c.before),
      array(select source from unnest(v_group) as g, unnest(array[g.reservation_id, g.contract_id, g.id]) as source where source is not null)) <> '[]') then
    return v_change.id;
  end if;
  begin
    perform private.undo_group(v_company, v_change.group_id);
    raise sqlstate 'UNDO0';
  exception when sqlstate 'UNDO0' then return v_change.id;
    when sqlstate 'PT409' or deadlock_detected or serialization_failure then return null;
  end;
end $$;
grant execute on function public.undoable_change(uuid) to authenticated;
