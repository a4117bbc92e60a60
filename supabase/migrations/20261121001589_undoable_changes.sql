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
