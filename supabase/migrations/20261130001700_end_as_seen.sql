-- Ending a reservation gives back what was shown before it was confirmed, or does nothing and says so.

/* Refuses where the agreed refund is no longer what somebody saw: a step of the policy was reached, or a payment came in. Raises 409 `refund_changed`. */
create function private.require_seen_refund(p_reservation public.reservations, p_percent int, p_seen bigint) returns void
language plpgsql stable security definer set search_path = '' as $$
begin
  if p_reservation.status in ('pending', 'confirmed') and (private.end_terms(p_reservation, p_percent) ->> 'refund_rappen')::bigint <> p_seen then
    perform private.fail(409, 'refund_changed');
  end if;
end $$;

drop function public.cancel_reservation(uuid, bigint);
drop function public.mark_no_show(uuid);

/*
 * Cancels a pending or confirmed reservation, frees its vehicle and gives back what the agreed policy says; p_refund_rappen: another amount, for those
 * who may refund. p_seen_refund_rappen: what the policy gave back when it was last looked at. Repeating changes nothing.
 * Raises 403 `forbidden`, 404 `not_found`, 409 `invalid_transition` · `refund_changed`, 422 `refund_exceeds_payment`.
 */
create function public.cancel_reservation(p_reservation_id uuid, p_refund_rappen bigint default null, p_seen_refund_rappen bigint default null) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('reservations.edit');
  v_row public.reservations;
begin
  if p_refund_rappen is not null then perform private.authorize('payments.refund'); end if;
  v_row := private.lock_reservation(v_company, p_reservation_id);
  perform private.require_seen_refund(v_row, private.cancellation_percent(v_row, now()), p_seen_refund_rappen);
  perform private.cancel(v_company, p_reservation_id, p_refund_rappen);
end $$;

/*
 * The customer did not come: frees the vehicle from now on and keeps the agreed fee of what was paid. p_seen_refund_rappen: what was to go back when it
 * was last looked at. Raises 404 `not_found`, 409 `invalid_transition` · `reservation_not_begun` · `refund_changed`.
 */
create function public.mark_no_show(p_reservation_id uuid, p_seen_refund_rappen bigint default null) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('reservations.edit');
  v_row public.reservations := private.lock_reservation(v_company, p_reservation_id);
begin
  if v_row.status = 'confirmed' and v_row.starts_at > now() then
    perform private.fail(409, 'reservation_not_begun', jsonb_build_object('starts_at', v_row.starts_at));
  end if;
  if v_row.status = 'no_show' then return; end if;
  perform private.require_seen_refund(v_row, v_row.no_show_fee_percent, p_seen_refund_rappen);
  update public.reservations set status = 'no_show' where company_id = v_company and id = p_reservation_id;
  update public.allocations set active = false where company_id = v_company and source_id = p_reservation_id and active;
  perform private.settle_end(v_row, (private.end_terms(v_row, v_row.no_show_fee_percent) ->> 'refund_rappen')::bigint, 'no_show');
end $$;
grant execute on function public.cancel_reservation(uuid, bigint, bigint), public.mark_no_show(uuid, bigint) to authenticated;
