-- What a payment does to the promise it was made for.

create function private.confirm(p_company uuid, p_reservation uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  update public.reservations set status = 'confirmed', confirmed_at = now() where company_id = p_company and id = p_reservation;
  for attempt in 1..3 loop
    begin
      update public.allocations set expires_at = null where company_id = p_company and source_id = p_reservation and active;
      exit;
    exception when deadlock_detected then
      -- A return that comes late was just growing towards it; it gives way at the next look.
      if attempt = 3 then raise; end if;
    end;
  end loop;
  perform private.announce_confirmation(p_company, p_reservation);
end $$;

/* Whether a promo code may be used once more; whoever else uses it waits for the answer. True without a code. */
create function private.promo_has_use(p_company uuid, p_promo uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  v_limit int;
begin
  select use_limit into v_limit from public.promo_codes where company_id = p_company and id = p_promo for no key update;
  return v_limit is null or v_limit > (select count(*) from public.reservations
    where company_id = p_company and promo_code_id = p_promo and status not in ('cancelled', 'expired'));
end $$;

/*
 * Books the money of a second page on which the same was paid once more, as a payment of its own: an invoice takes of it what is open, the rest is its payer's; a deposit
 * or a tip goes back.
 */
create function private.settle_again(p_payment public.payments, p_session text, p_intent text, p_method public.payment_method) returns text
language plpgsql security definer set search_path = '' as $$
declare
  v_again public.payments;
begin
  if exists (select from public.payments where company_id = p_payment.company_id and provider_intent = p_intent) then return 'already_settled'; end if;
  insert into public.payments (company_id, customer_id, reservation_id, invoice_id, tipped_invoice_id, purpose, method, status, amount_rappen, currency, provider_session,
    provider_intent, settled_at)
  values (p_payment.company_id, p_payment.customer_id, p_payment.reservation_id, case when p_payment.purpose = 'invoice' then p_payment.invoice_id end, p_payment.tipped_invoice_id,
    p_payment.purpose, coalesce(p_method, 'card'), 'succeeded', p_payment.amount_rappen, p_payment.currency, p_session, p_intent, now()) returning * into v_again;
  if v_again.purpose = 'invoice' then
    perform private.book_invoice_payment(v_again);
    return 'settled';
  end if;
  perform private.post(v_again.company_id, 'payment', v_again.id::text, v_again.currency, jsonb_build_array(
    jsonb_build_object('account', 'stripe_clearing', 'amount_rappen', v_again.amount_rappen),
    jsonb_build_object('account', private.refund_account(v_again), 'amount_rappen', -v_again.amount_rappen)));
  perform private.refund(v_again.company_id, v_again.id, v_again.amount_rappen, 'paid_twice');
  return 'refunded';
end $$;

/*
 * Settles a card payment from what Stripe says of it; repeating changes nothing. A hold that lapsed meanwhile is re-acquired,
 * else the payment is refunded in full; a deposit whose rental is invoiced by now pays that invoice. What the same page's money was booked for already is no second payment,
 * another page's is. p_method: what the payer chose on Stripe's page, card or TWINT. Returns 'settled' | 'already_settled' | 'refunded' | 'mismatch' (amount or currency; nothing booked).
 */
create function public.settle_payment(p_company_id uuid, p_payment_id uuid, p_session text, p_intent text, p_amount_rappen bigint, p_currency text,
  p_customer_ref text default null, p_payment_method_ref text default null, p_method public.payment_method default null) returns text
language plpgsql security definer set search_path = '' as $$
declare
  v_payment public.payments;
  v_reservation public.reservations;
  v_period tstzrange;
  v_vehicle uuid;
begin
  select * into v_payment from public.payments where company_id = p_company_id and id = p_payment_id for no key update;
  if not found then perform private.fail(404, 'not_found'); end if;
  if v_payment.status not in ('pending', 'failed') and (v_payment.provider_intent <> p_intent) is not true then
    -- The intent's event knows no session; whichever comes second adds what the first left out.
    update public.payments set provider_session = coalesce(provider_session, p_session) where company_id = p_company_id and id = p_payment_id;
    return 'already_settled';
  end if;
  if (v_payment.amount_rappen = p_amount_rappen and lower(v_payment.currency) = lower(p_currency)) is not true then return 'mismatch'; end if;
  if v_payment.status not in ('pending', 'failed') then return private.settle_again(v_payment, p_session, p_intent, p_method); end if;

  update public.payments set status = 'succeeded', settled_at = now(), provider_session = p_session, provider_intent = p_intent, method = coalesce(p_method, method)
  where company_id = p_company_id and id = p_payment_id;
  update public.customers set stripe_customer_id = coalesce(p_customer_ref, stripe_customer_id), payment_method_id = coalesce(p_payment_method_ref, payment_method_id)
  where company_id = p_company_id and id = v_payment.customer_id;
  if v_payment.purpose = 'invoice' then
    perform private.book_invoice_payment(v_payment);
    return 'settled';
  end if;
  -- Allocation before reservation, the order in which lapsed holds are released: otherwise the two could wait for each other.
  perform from public.allocations where company_id = p_company_id and source_id = v_payment.reservation_id order by id for no key update;
  select * into v_reservation from public.reservations where company_id = p_company_id and id = v_payment.reservation_id for no key update;
  if v_reservation.status = 'converted' then
    v_payment.invoice_id := private.invoice_of_rental(p_company_id, v_reservation.id);
    if v_payment.invoice_id is not null then
      update public.payments set invoice_id = v_payment.invoice_id where company_id = p_company_id and id = p_payment_id;
      perform private.book_invoice_payment(v_payment);
      return 'settled';
    end if;
  end if;
  perform private.post(p_company_id, 'payment', p_payment_id::text, v_payment.currency, jsonb_build_array(
    jsonb_build_object('account', 'stripe_clearing', 'amount_rappen', v_payment.amount_rappen),
    jsonb_build_object('account', private.refund_account(v_payment), 'amount_rappen', -v_payment.amount_rappen)));
  if v_payment.purpose = 'tip' then return 'settled'; end if;
  if v_reservation.id is null or v_reservation.status in ('confirmed', 'converted') then return 'settled'; end if;
  if v_reservation.status = 'pending' and exists (select from public.allocations where company_id = p_company_id and source_id = v_reservation.id and active) then
    perform private.confirm(p_company_id, v_reservation.id);
    return 'settled';
  end if;
  if v_reservation.status in ('pending', 'expired') and v_reservation.ends_at > now() then
    select a.period into v_period from public.allocations a where a.company_id = p_company_id and a.source_id = v_reservation.id order by a.created_at desc limit 1;
    v_vehicle := private.occupy(p_company_id, v_reservation.id, case when v_reservation.vehicle_fixed then v_reservation.vehicle_id end,
      v_reservation.category_id, v_reservation.pickup_location_id, v_period, p_equipment => v_reservation.wanted_equipment);
    -- A lapsed hold gave its place of the month and its use of a promo code back; without one, the money goes back as well.
    if v_vehicle is not null and private.missing_extra(p_company_id, v_reservation.id) is null
       and (v_reservation.status = 'pending' or (private.fits_plan(p_company_id, 'reservations_per_month', 1)
         and private.promo_has_use(p_company_id, v_reservation.promo_code_id))) then
      update public.reservations set vehicle_id = v_vehicle where company_id = p_company_id and id = v_reservation.id and vehicle_id <> v_vehicle;
      perform private.confirm(p_company_id, v_reservation.id);
      return 'settled';
    end if;
    update public.allocations set active = false where company_id = p_company_id and source_id = v_reservation.id and active;
  end if;
  perform private.refund(p_company_id, p_payment_id, v_payment.amount_rappen, 'not_available_any_more');
  perform private.enqueue(p_company_id, 'mail.reservation_refunded', v_reservation.id::text, jsonb_build_object('reservation_id', v_reservation.id));
  return 'refunded';
end $$;

/* Notes that an attempt to pay failed; the customer may try again while the hold lasts. */
create function public.fail_payment(p_company_id uuid, p_payment_id uuid) returns void
language sql security definer set search_path = '' as $$
  update public.payments set status = 'failed' where company_id = p_company_id and id = p_payment_id and status = 'pending'
$$;

/* Hygiene: ends every lapsed hold and gives back what vouchers had paid of it; returns how many. */
create function public.expire_holds() returns int
language plpgsql security definer set search_path = '' as $$
declare
  v_released int := private.release_lapsed_holds();
begin
  perform private.return_vouchers();
  return v_released;
end $$;
grant execute on function public.settle_payment(uuid, uuid, text, text, bigint, text, text, text, public.payment_method), public.fail_payment(uuid, uuid), public.expire_holds() to service_role;
