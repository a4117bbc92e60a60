-- Pickups and returns without staff: when a customer is told the code of the key box.

/*
 * What a customer needs to reach the keys by themselves: {"place", "code", "instructions", "from": since when it is told}. Only of a confirmed
 * reservation that owes no booking deposit, from a day before the pickup until the return, where the place has a key box and nobody is there at
 * the time; null otherwise.
 */
create function private.key_box_of(p_reservation public.reservations) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('place', l.name, 'code', l.key_box_code, 'instructions', l.key_box_instructions)
  from public.locations l join public.companies c on c.id = l.company_id
  where l.company_id = p_reservation.company_id and l.id = p_reservation.pickup_location_id and l.key_box and l.key_box_code is not null
    and p_reservation.status = 'confirmed' and now() between p_reservation.starts_at - interval '24 hours' and p_reservation.ends_at
    and private.is_open(l.company_id, l.id, l.opening_hours, p_reservation.starts_at at time zone c.time_zone) is not true
    and not exists (select from public.payments p where p.company_id = p_reservation.company_id and p.reservation_id = p_reservation.id
      and p.purpose = 'booking_deposit' and p.status in ('pending', 'failed'))
$$;

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
