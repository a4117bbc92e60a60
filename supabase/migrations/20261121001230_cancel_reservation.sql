-- How a promise ends before the rental.

/* Locks a reservation with what it occupies, in the order of the file that reserves. Raises 404 `not_found`. */
create function private.lock_reservation(p_company uuid, p_reservation uuid) returns public.reservations
language plpgsql security definer set search_path = '' as $$
declare
  v_row public.reservations;
begin
  perform from public.allocations where company_id = p_company and source_id = p_reservation order by id for no key update;
  select * into v_row from public.reservations where company_id = p_company and id = p_reservation for no key update;
  if not found then perform private.fail(404, 'not_found'); end if;
  return v_row;
end $$;

/* Cancels a pending or confirmed reservation and frees its vehicle; the deposit is refunded separately. Raises 404 `not_found`, 409 `invalid_transition`. */
create function public.cancel_reservation(p_reservation_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('reservations.edit');
begin
  if (private.lock_reservation(v_company, p_reservation_id)).status = 'cancelled' then return; end if;
  update public.reservations set status = 'cancelled', cancelled_at = now() where company_id = v_company and id = p_reservation_id;
  update public.allocations set active = false where company_id = v_company and source_id = p_reservation_id and active;
  perform private.enqueue(v_company, 'mail.reservation_cancelled', p_reservation_id::text, jsonb_build_object('reservation_id', p_reservation_id));
end $$;

/* The customer did not come: frees the vehicle from now on. Raises 404 `not_found`, 409 `invalid_transition` · `reservation_not_begun`. */
create function public.mark_no_show(p_reservation_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('reservations.edit');
  v_row public.reservations := private.lock_reservation(v_company, p_reservation_id);
begin
  if v_row.status = 'confirmed' and v_row.starts_at > now() then
    perform private.fail(409, 'reservation_not_begun', jsonb_build_object('starts_at', v_row.starts_at));
  end if;
  update public.reservations set status = 'no_show' where company_id = v_company and id = p_reservation_id;
  update public.allocations set active = false where company_id = v_company and source_id = p_reservation_id and active;
end $$;
grant execute on function public.cancel_reservation(uuid), public.mark_no_show(uuid) to authenticated;
