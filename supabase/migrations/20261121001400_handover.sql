-- Pickup and return on the phone. Each may be repeated: photos, marks and the steps themselves carry the phone's own ids.

/* Opens a handover, or finds the one that is open. */
create function private.begin_handover(p_company uuid, p_contract uuid, p_kind public.handover_kind, p_step jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_id uuid;
begin
  insert into public.handovers (company_id, contract_id, kind, performed_by) values (p_company, p_contract, p_kind, auth.uid())
  on conflict (company_id, contract_id, kind, change_id) do nothing;
  select id into v_id from public.handovers where company_id = p_company and contract_id = p_contract and kind = p_kind;
  if p_step is not null then perform private.take_step(p_company, v_id, 'begin', p_step); end if;
  return jsonb_build_object('handover_id', v_id, 'contract_id', p_contract);
end $$;

/* Raises 409 `vehicle_still_out` with contract, customer and due time while another contract has the vehicle, or has left it behind unrecorded. */
create function private.refuse_vehicle_out(p_company uuid, p_vehicle uuid, p_reservation uuid) returns void
language plpgsql stable security definer set search_path = '' as $$
declare
  v_out jsonb;
begin
  select jsonb_build_object('contract_id', c.id, 'contract', c.number, 'customer', k.name, 'due_at', c.ends_at) into v_out
  from public.contracts c join public.customers k on k.company_id = c.company_id and k.id = c.customer_id
  where c.company_id = p_company and c.status = 'active' and c.reservation_id <> p_reservation and (c.vehicle_id = p_vehicle
    or exists (select from public.handovers h where h.company_id = c.company_id and h.contract_id = c.id and h.vehicle_id = p_vehicle
      and h.kind = 'exchange_back' and h.completed_at is null));
  if found then perform private.fail(409, 'vehicle_still_out', v_out); end if;
end $$;

/*
 * Raises 409 `vehicle_promised` with reservation and customer, or 409 `vehicle_occupied`, when somebody else counts on the vehicle between now and the
 * time its renter agreed to. p_source: the renter's reservation or contract. What may go to another vehicle, and a wash, does not count.
 */
create function private.refuse_promised(p_company uuid, p_vehicle uuid, p_source uuid) returns void
language plpgsql stable security definer set search_path = '' as $$
declare
  v_gap tstzrange;
  v_rival public.allocations;
  v_promise jsonb;
begin
  select tstzrange(now(), lower(period)) into v_gap from public.allocations
  where company_id = p_company and source_id = p_source and active and lower(period) > now();
  if not found then return; end if;
  select a.* into v_rival from public.allocations a
  where a.company_id = p_company and a.resource_id = p_vehicle and a.active and a.period && v_gap and a.source_kind <> 'cleaning'
    and (a.expires_at is null or a.expires_at > now()) and a.id not in (select id from private.provisional(p_company, array[p_vehicle], v_gap))
  order by lower(a.period) limit 1;
  if not found then return; end if;
  select jsonb_build_object('reservation', r.number, 'customer', k.name, 'starts_at', r.starts_at, 'ends_at', r.ends_at) into v_promise
  from public.reservations r join public.customers k on k.company_id = r.company_id and k.id = r.customer_id
  where r.company_id = p_company and r.id = coalesce(
    (select c.reservation_id from public.contracts c where c.company_id = p_company and c.id = v_rival.source_id), v_rival.source_id);
  if found then perform private.fail(409, 'vehicle_promised', v_promise); end if;
  perform private.fail(409, 'vehicle_occupied', jsonb_build_object('until', upper(v_rival.period)));
end $$;

/*
 * Opens the pickup of a reservation (and makes its contract); returns {handover_id, contract_id}. Safe to repeat; p_step as private.take_step.
 * With keeps_vehicle in it the reservation is given the phone's vehicle first, as assign_vehicle does.
 * Raises as convert_reservation and private.take_step, 409 `vehicle_still_out` · `vehicle_promised` · `vehicle_occupied`: what is
 * not there, or promised to somebody before this renter's time, is refused at the door, before anybody signs.
 */
create function public.start_pickup(p_reservation_id uuid, p_step jsonb default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('handover.perform');
  v_contract uuid;
begin
  if (p_step ->> 'keeps_vehicle')::boolean then
    perform public.assign_vehicle(r.id, (p_step ->> 'vehicle_id')::uuid) from public.reservations r
    where r.company_id = v_company and r.id = p_reservation_id and r.status = 'confirmed' and r.vehicle_id <> (p_step ->> 'vehicle_id')::uuid;
  end if;
  perform private.refuse_other_vehicle(v_company, r.vehicle_id, p_step) from public.reservations r
  where r.company_id = v_company and r.id = p_reservation_id and r.status = 'confirmed';
  v_contract := public.convert_reservation(p_reservation_id);
  perform private.refuse_vehicle_out(v_company, c.vehicle_id, p_reservation_id), private.refuse_promised(v_company, c.vehicle_id, c.id)
  from public.contracts c where c.company_id = v_company and c.id = v_contract;
  return private.begin_handover(v_company, v_contract, 'pickup', p_step);
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;

/* Opens the return of an active contract; returns {handover_id, contract_id}. Safe to repeat; p_step as private.take_step. Raises as that, 409 `invalid_transition` · `exchange_open`. */
create function public.start_return(p_contract_id uuid, p_step jsonb default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('handover.perform');
  v_status public.contract_status;
begin
  select status into v_status from public.contracts where company_id = v_company and id = p_contract_id;
  if not found then perform private.fail(404, 'not_found'); end if;
  if v_status <> 'active' and not exists (select from public.handovers where company_id = v_company and contract_id = p_contract_id and kind = 'return') then
    perform private.fail(409, 'invalid_transition', jsonb_build_object('from', v_status, 'to', 'returned'));
  end if;
  perform private.refuse_open_exchange(v_company, p_contract_id);
  return private.begin_handover(v_company, p_contract_id, 'return', p_step);
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;

/*
 * Records a photo already stored under the company's own folder; the same id twice is one photo. p_driver_id: whose licence it shows, one of the contract's
 * further drivers, by their id or that of their naming; without, that of who signs. Raises as private.take_step, 404 `not_found` for somebody who does not drive, 409 `already_exists` for a photo of another handover, 422 `invalid_path`.
 */
create function public.add_handover_photo(p_handover_id uuid, p_id uuid, p_position text, p_storage_path text, p_thumbnail_path text, p_sha256 text,
  p_width int, p_height int, p_bytes int, p_taken_at timestamptz, p_step jsonb default null, p_driver_id uuid default null) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('handover.perform');
  v_at timestamptz;
  v_driver uuid;
begin
  v_at := private.take_step(v_company, p_handover_id, 'add_photo', p_step);
  if v_at is null then return; end if;
  if (private.is_own_path(p_storage_path, v_company) and private.is_own_path(p_thumbnail_path, v_company)) is not true then
    perform private.fail(422, 'invalid_path');
  end if;
  if p_driver_id is not null then
    select d.driver_id into v_driver from public.handovers h
    join public.contract_drivers d on d.company_id = h.company_id and d.contract_id = h.contract_id and p_driver_id in (d.driver_id, d.id)
    where h.company_id = v_company and h.id = p_handover_id;
    if not found then perform private.fail(404, 'not_found'); end if;
  end if;
  insert into public.handover_photos (company_id, id, handover_id, position, driver_id, storage_path, thumbnail_path, sha256, width, height, bytes, taken_at)
  values (v_company, p_id, p_handover_id, p_position, v_driver, p_storage_path, p_thumbnail_path, p_sha256, p_width, p_height, p_bytes, case when p_step is null then p_taken_at else v_at end)
  on conflict do nothing;
  if not found and not exists (select from public.handover_photos where company_id = v_company and id = p_id and handover_id = p_handover_id) then
    perform private.fail(409, 'already_exists');
  end if;
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;

/* Takes back a photo or, below, a mark; what is gone already stays gone. What was marked on the photo stays on the sketch. Raises as private.take_step. */
create function public.remove_handover_photo(p_handover_id uuid, p_id uuid, p_step jsonb default null) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('handover.perform');
begin
  if private.take_step(v_company, p_handover_id, 'remove_photo', p_step) is null then return; end if;
  update public.damages set photo_id = null, photo_x = null, photo_y = null where company_id = v_company and handover_id = p_handover_id and photo_id = p_id;
  delete from public.handover_photos where company_id = v_company and id = p_id and handover_id = p_handover_id;
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;

/*
 * The photo a mark is put on, if it is (still) one of this handover; null for one that has been taken out meanwhile. Raises 422 `photo_of_another` for a
 * photo of another handover.
 */
create function private.marked_photo(p_company uuid, p_handover uuid, p_photo uuid) returns uuid
language plpgsql stable security definer set search_path = '' as $$
declare
  v_handover uuid;
begin
  select handover_id into v_handover from public.handover_photos where company_id = p_company and id = p_photo and not private.is_licence(position);
  if v_handover <> p_handover then perform private.fail(422, 'photo_of_another'); end if;
  return case when v_handover is not null then p_photo end;
end $$;

/*
 * Marks a damage on a view of the vehicle; x and y between 0 and 1. The same id again corrects the mark. p_photo_id: a photo of this handover that shows it,
 * at p_photo_x and p_photo_y of the picture. p_list_rappen: what the phone's price list said; another charge needs p_charge_reason.
 * Raises as private.take_step and private.marked_photo, 422 `invalid_input`.
 */
create function public.mark_damage(p_handover_id uuid, p_id uuid, p_view text, p_x numeric, p_y numeric, p_kind text, p_severity text,
  p_note text default null, p_charge_rappen bigint default 0, p_step jsonb default null, p_list_rappen bigint default null,
  p_charge_reason text default null, p_photo_id uuid default null, p_photo_x numeric default null, p_photo_y numeric default null) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('handover.perform');
  v_photo uuid;
begin
  if private.take_step(v_company, p_handover_id, 'mark_damage', p_step) is null then return; end if;
  v_photo := private.marked_photo(v_company, p_handover_id, p_photo_id);
  insert into public.damages as d (company_id, id, vehicle_id, handover_id, view, x, y, kind, severity, note, charge_rappen, list_rappen, charge_reason,
    photo_id, photo_x, photo_y)
  select v_company, p_id, coalesce(h.vehicle_id, c.vehicle_id), p_handover_id, p_view, p_x, p_y, p_kind, p_severity, p_note,
    -- What goes out costs nothing; what is below zero is refused by the table either way.
    case when h.kind in ('return', 'exchange_back') then coalesce(p_charge_rappen, 0) else least(coalesce(p_charge_rappen, 0), 0) end,
    case when h.kind in ('return', 'exchange_back') then p_list_rappen end, case when h.kind in ('return', 'exchange_back') then nullif(btrim(p_charge_reason), '') end,
    v_photo, case when v_photo is not null then p_photo_x end, case when v_photo is not null then p_photo_y end
  from public.handovers h join public.contracts c on c.company_id = h.company_id and c.id = h.contract_id where h.company_id = v_company and h.id = p_handover_id
  on conflict (company_id, id) do update set view = excluded.view, x = excluded.x, y = excluded.y, kind = excluded.kind,
    severity = excluded.severity, note = excluded.note, charge_rappen = excluded.charge_rappen,
    list_rappen = excluded.list_rappen, charge_reason = excluded.charge_reason,
    photo_id = excluded.photo_id, photo_x = excluded.photo_x, photo_y = excluded.photo_y
  where d.handover_id = p_handover_id;
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;

create function public.remove_damage(p_handover_id uuid, p_id uuid, p_step jsonb default null) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('handover.perform');
begin
  if private.take_step(v_company, p_handover_id, 'remove_damage', p_step) is null then return; end if;
  delete from public.damages where company_id = v_company and id = p_id and handover_id = p_handover_id;
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;

/* A washed vehicle is ready for the next customer. Raises 404 `not_found`. */
create function public.mark_vehicle_ready(p_vehicle_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('handover.perform');
begin
  update public.vehicles set status = 'available' where company_id = v_company and id = p_vehicle_id and status = 'cleaning';
  if not found then perform private.fail(404, 'not_found'); end if;
end $$;
grant execute on function public.start_pickup(uuid, jsonb), public.start_return(uuid, jsonb), public.remove_handover_photo(uuid, uuid, jsonb),
  public.remove_damage(uuid, uuid, jsonb), public.mark_vehicle_ready(uuid),
  public.add_handover_photo(uuid, uuid, text, text, text, text, int, int, int, timestamptz, jsonb, uuid),
  public.mark_damage(uuid, uuid, text, numeric, numeric, text, text, text, bigint, jsonb, bigint, text, uuid, numeric, numeric) to authenticated;
