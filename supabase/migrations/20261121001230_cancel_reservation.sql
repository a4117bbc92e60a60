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

/*
 * The same for those who reckon with what was paid: until they are done nobody gives it back. What is being paid at this moment is not waited for; it finds the reservation
 * as it will be.
 */
create function private.lock_paid(p_company uuid, p_reservation uuid) returns public.reservations
language plpgsql security definer set search_path = '' as $$
declare
  v_row public.reservations := private.lock_reservation(p_company, p_reservation);
begin
  -- Of one that has ended, a refund takes the fee back after the payment.
  if v_row.status in ('pending', 'confirmed', 'converted') then
    perform from public.payments where company_id = p_company and reservation_id = p_reservation and invoice_id is null and status in ('succeeded', 'partially_refunded')
    order by id for no key update;
  end if;
  return v_row;
end $$;

/* Gives p_amount of the money paid for a reservation back, payment by payment, the first one first and vouchers last. Raises 422 `refund_exceeds_payment`. */
create function private.refund_paid(p_reservation public.reservations, p_amount bigint, p_reason text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_left bigint := p_amount;
  v_payment record;
begin
  for v_payment in
    select p.id, p.amount_rappen - p.refunded_rappen as rest from public.payments p
    where company_id = p_reservation.company_id and reservation_id = p_reservation.id and invoice_id is null and status in ('succeeded', 'partially_refunded') and not private.is_contested(p)
    order by p.method = 'voucher', p.created_at, p.id
  loop
    exit when v_left = 0;
    perform private.refund(p_reservation.company_id, v_payment.id, least(v_left, v_payment.rest), p_reason);
    v_left := v_left - least(v_left, v_payment.rest);
  end loop;
  if v_left > 0 then perform private.fail(422, 'refund_exceeds_payment', jsonb_build_object('refundable_rappen', p_amount - v_left)); end if;
end $$;

/*
 * Gives p_refund of the money paid back, payment by payment, and books what is kept as a fee. It is no consideration for a service
 * (damages: Art. 18 para. 2 lit. i MWSTG), hence without VAT.
 */
create function private.settle_end(p_reservation public.reservations, p_refund bigint, p_reason text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_paid bigint := private.paid_for(p_reservation.company_id, p_reservation.id);
begin
  if (p_refund between 0 and v_paid) is not true then
    perform private.fail(422, 'refund_exceeds_payment', jsonb_build_object('refundable_rappen', v_paid));
  end if;
  perform private.refund_paid(p_reservation, p_refund, p_reason);
  update public.reservations set cancellation_fee_rappen = v_paid - p_refund where company_id = p_reservation.company_id and id = p_reservation.id;
  perform private.post(p_reservation.company_id, p_reason || '_fee', p_reservation.id::text, p_reservation.currency, jsonb_build_array(
    jsonb_build_object('account', 'customer_prepayments', 'amount_rappen', v_paid - p_refund),
    jsonb_build_object('account', 'revenue', 'amount_rappen', p_refund - v_paid)));
end $$;

/* What cancelling now and not coming would cost, by what was agreed: {"cancellation", "no_show"} as in private.end_terms. Raises 404 `not_found`. */
create function public.preview_end(p_reservation_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('reservations.see');
  v_row public.reservations;
begin
  select * into v_row from public.reservations where company_id = v_company and id = p_reservation_id;
  if not found then perform private.fail(404, 'not_found'); end if;
  return jsonb_build_object('cancellation', private.end_terms(v_row, private.cancellation_percent(v_row, now())),
    'no_show', private.end_terms(v_row, v_row.no_show_fee_percent));
end $$;

create function private.cancel(p_company uuid, p_reservation uuid, p_refund bigint default null) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_row public.reservations := private.lock_paid(p_company, p_reservation);
  v_refund bigint := coalesce(p_refund, (private.end_terms(v_row, private.cancellation_percent(v_row, now())) ->> 'refund_rappen')::bigint);
begin
  if v_row.status = 'cancelled' then return; end if;
  update public.reservations set status = 'cancelled', cancelled_at = now() where company_id = p_company and id = p_reservation;
  update public.allocations set active = false where company_id = p_company and source_id = p_reservation and active;
  perform private.settle_end(v_row, v_refund, 'cancellation');
  perform private.enqueue(p_company, 'mail.reservation_cancelled', p_reservation::text, jsonb_build_object('reservation_id', p_reservation));
end $$;

/* Refuses where the agreed refund is no longer what somebody saw: a step of the policy was reached, or a payment came in. Raises 409 `refund_changed`. */
create function private.require_seen_refund(p_reservation public.reservations, p_percent int, p_seen bigint) returns void
language plpgsql stable security definer set search_path = '' as $$
begin
  if p_reservation.status in ('pending', 'confirmed') and (private.end_terms(p_reservation, p_percent) ->> 'refund_rappen')::bigint <> p_seen then
    perform private.fail(409, 'refund_changed');
  end if;
end $$;

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
  v_row := private.lock_paid(v_company, p_reservation_id);
  perform private.require_seen_refund(v_row, private.cancellation_percent(v_row, now()), p_seen_refund_rappen);
  perform private.cancel(v_company, p_reservation_id, p_refund_rappen);
end $$;

/*
 * Cancels a customer's own booking by its private link, before it begins; what was agreed goes back. Repeating changes nothing. Returns the booking's
 * facts. Raises 404 `link_expired`, 409 `rental_has_begun` · `invalid_transition`.
 */
create function public.cancel_by_token(p_slug text, p_token text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_link public.access_links := private.open_link(p_slug, p_token);
begin
  if (private.lock_reservation(v_link.company_id, v_link.reservation_id)).starts_at <= now() then perform private.fail(409, 'rental_has_begun'); end if;
  perform private.cancel(v_link.company_id, v_link.reservation_id);
  return private.booking_facts(v_link.company_id, v_link.reservation_id);
end $$;
grant execute on function public.cancel_by_token(text, text) to anon, authenticated;

/* Cancels up to 200 reservations by their policies; answers each: [{"id", "code"?}]. Raises 403 `forbidden`, 422 `invalid_input`. */
create function public.cancel_reservations(p_ids uuid[]) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('reservations.edit');
  v_id uuid;
  v_outcomes jsonb := '[]';
begin
  if (cardinality(p_ids) between 1 and 200) is not true then perform private.fail(422, 'invalid_input', '{"rule": "ids"}'); end if;
  for v_id in select distinct id from unnest(p_ids) as id order by id loop
    -- What is refused is undone by itself; the others stand.
    begin
      perform private.cancel(v_company, v_id);
      v_outcomes := v_outcomes || private.outcome(v_id);
    exception when sqlstate 'PT404' or sqlstate 'PT409' or sqlstate 'PT422' then
      v_outcomes := v_outcomes || private.outcome(v_id, sqlstate, sqlerrm);
    end;
  end loop;
  return v_outcomes;
end $$;

/*
 * The customer did not come: frees the vehicle from now on and keeps the agreed fee of what was paid. p_seen_refund_rappen: what was to go back when it
 * was last looked at. Raises 404 `not_found`, 409 `invalid_transition` · `reservation_not_begun` · `refund_changed`.
 */
create function public.mark_no_show(p_reservation_id uuid, p_seen_refund_rappen bigint default null) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('reservations.edit');
  v_row public.reservations := private.lock_paid(v_company, p_reservation_id);
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

/* Makes an option or an unpaid hold a firm reservation. Raises 404 `not_found`, 409 `invalid_transition` · `hold_lapsed`. */
create function public.confirm_reservation(p_reservation_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('reservations.edit');
  v_row public.reservations := private.lock_reservation(v_company, p_reservation_id);
begin
  if v_row.status = 'confirmed' then return; end if;
  perform private.require_hold(v_row);
  perform private.confirm(v_company, p_reservation_id);
end $$;

/* Holds an option for p_hours from now; a hold is never shortened by it. Raises 404 `not_found`, 409 `invalid_transition` · `hold_lapsed`, 422 `invalid_input`. */
create function public.extend_hold(p_reservation_id uuid, p_hours int) returns timestamptz
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('reservations.edit');
  v_row public.reservations := private.lock_reservation(v_company, p_reservation_id);
  v_until timestamptz;
begin
  if (p_hours between 1 and 336) is not true then perform private.fail(422, 'invalid_input', '{"rule": "hold_hours"}'); end if;
  perform private.require_hold(v_row);
  update public.allocations set expires_at = greatest(expires_at, now() + make_interval(hours => p_hours))
  where company_id = v_company and source_id = p_reservation_id and active returning expires_at into v_until;
  return v_until;
end $$;

/* A pending reservation whose vehicle nobody else can have yet. Raises 409 `invalid_transition` · `hold_lapsed`. */
create function private.require_hold(p_reservation public.reservations) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if p_reservation.status <> 'pending' then
    perform private.fail(409, case p_reservation.status when 'expired' then 'hold_lapsed' else 'invalid_transition' end);
  end if;
  if not exists (select from public.allocations where company_id = p_reservation.company_id and source_id = p_reservation.id and active and expires_at > now()) then
    perform private.fail(409, 'hold_lapsed');
  end if;
end $$;
grant execute on function public.preview_end(uuid), public.cancel_reservation(uuid, bigint, bigint), public.cancel_reservations(uuid[]), public.mark_no_show(uuid, bigint),
  public.confirm_reservation(uuid), public.extend_hold(uuid, int) to authenticated;
