-- Pickups and returns without staff: when a customer is told the code of the key box.

/*
 * How the pickup from a key box stands: `told` when the customer knows the code, `later` when they will a day before the pickup, `checkin` and `deposit`
 * when they first have to check in or to pay the booking deposit. Null where somebody is there at the time, where there is no box, and for a reservation
 * that is not confirmed or is over.
 */
create function private.key_box_state(p_reservation public.reservations) returns text
language plpgsql stable security definer set search_path = '' as $$
begin
  if p_reservation.status <> 'confirmed' or now() > p_reservation.ends_at or not exists (
    select from public.locations l join public.companies c on c.id = l.company_id
    where l.company_id = p_reservation.company_id and l.id = p_reservation.pickup_location_id and l.key_box and l.key_box_code is not null
      and private.is_open(l.company_id, l.id, l.opening_hours, p_reservation.starts_at at time zone c.time_zone) is not true)
  then
    return null;
  elsif exists (select from public.payments p where p.company_id = p_reservation.company_id and p.reservation_id = p_reservation.id
    and p.purpose = 'booking_deposit' and p.status in ('pending', 'failed'))
  then
    return 'deposit';
  -- Nobody sees the licence at the door: what the company asks beforehand has to be there.
  elsif private.owes_checkin(p_reservation) then
    return 'checkin';
  end if;
  return case when now() < p_reservation.starts_at - interval '24 hours' then 'later' else 'told' end;
end $$;

/* What a customer needs to reach the keys by themselves: {"place", "code", "instructions"}; null unless its state is `told`. */
create function private.key_box_of(p_reservation public.reservations) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('place', l.name, 'code', l.key_box_code, 'instructions', l.key_box_instructions)
  from public.locations l
  where l.company_id = p_reservation.company_id and l.id = p_reservation.pickup_location_id and private.key_box_state(p_reservation) = 'told'
$$;

/* How the pickups of some reservations stand that take place from a key box; the others are left out. Raises 403 `forbidden`. */
create function public.list_key_boxes(p_reservation_ids uuid[]) returns table (reservation_id uuid, state text)
language plpgsql stable security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('reservations.see');
begin
  return query
    select r.id, b.state from public.reservations r cross join lateral private.key_box_state(r) as b(state)
    where r.company_id = v_company and r.id = any (p_reservation_ids) and b.state is not null;
end $$;
grant execute on function public.list_key_boxes(uuid[]) to authenticated;

/* Queues the message with the code of the key box for every pickup that comes to need it; one per code, ever. Returns how many are queued by now. */
create function public.announce_key_boxes() returns int
language plpgsql security definer set search_path = '' as $$
declare
  v_reservation public.reservations;
  v_box jsonb;
  v_queued int := 0;
begin
  for v_reservation in
    select r.* from public.reservations r join public.locations l on l.company_id = r.company_id and l.id = r.pickup_location_id
    where l.key_box and r.status = 'confirmed' and r.starts_at between now() and now() + interval '24 hours'
    order by r.company_id, r.id
  loop
    v_box := private.key_box_of(v_reservation);
    continue when v_box is null;
    -- A code that was changed is told anew.
    perform private.enqueue(v_reservation.company_id, topic, v_reservation.id || ' ' || md5(v_box ->> 'code'), jsonb_build_object('reservation_id', v_reservation.id))
    from unnest(array['mail.key_box', 'sms.key_box']) as topic;
    v_queued := v_queued + 1;
  end loop;
  return v_queued;
end $$;
grant execute on function public.announce_key_boxes() to service_role;
