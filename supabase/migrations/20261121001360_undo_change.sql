-- Taking a change back within ten minutes.

/* Puts the vehicles of an undone exchange back to where they were. */
create function private.return_exchange(p_company uuid, p_change public.reservation_changes) returns void
language sql security definer set search_path = '' as $$
  update public.vehicles set status = 'available' where company_id = p_company and id = (p_change.after ->> 'vehicle_id')::uuid and status = 'rented';
  delete from public.handovers where company_id = p_company and change_id = p_change.id
$$;

create function private.undo_group(p_company uuid, p_group uuid) returns void
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
create function public.undo_change(p_change_id uuid) returns void
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

grant execute on function public.undo_change(uuid) to authenticated;

/* What a mail about a change says; null once it was taken back or changed again, because then the next mail says it. Of a rental that runs also whether an addendum waits to be signed. */
create function public.reservation_change_facts(p_company_id uuid, p_change_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin return (
  select private.booking_facts(p_company_id, c.reservation_id) || jsonb_build_object('before', jsonb_build_object('starts_at', b.before -> 'starts_at',
    'ends_at', b.before -> 'ends_at', 'total_rappen', b.before #> '{price,total_rappen}', 'vehicle', v.make || ' ' || v.model),
    'awaits_signature', private.unsigned_addenda(private.contract_of(p_company_id, c.reservation_id)) <> '[]')
  from public.reservation_changes c
  -- Several changes within minutes are told as one: from what the customer knew to what holds now.
  cross join lateral (select x.before from public.reservation_changes x
    where x.company_id = c.company_id and x.reservation_id = c.reservation_id and x.undone_at is null and x.created_at between c.created_at - interval '10 minutes' and c.created_at
    order by x.created_at limit 1) as b
  join public.vehicles v on v.company_id = c.company_id and v.id = (b.before ->> 'vehicle_id')::uuid
  where c.company_id = p_company_id and c.id = p_change_id and c.undone_at is null and not exists (
    select from public.reservation_changes n where n.company_id = c.company_id and n.reservation_id = c.reservation_id and n.undone_at is null
      and n.notified and n.created_at > c.created_at));
end $$;
grant execute on function public.reservation_change_facts(uuid, uuid) to service_role;
