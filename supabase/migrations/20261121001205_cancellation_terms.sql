-- What an end before the rental costs, by what was agreed when it was booked.

/* What is still refundable of the money paid for a reservation. */
create function private.paid_for(p_company uuid, p_reservation uuid) returns bigint
language sql stable security definer set search_path = '' as $$
  select coalesce(sum(amount_rappen - refunded_rappen), 0)::bigint from public.payments
  where company_id = p_company and reservation_id = p_reservation and invoice_id is null and status in ('succeeded', 'partially_refunded')
$$;

/* What of it can be given back: what a cardholder contests is the bank's to decide. */
create function private.refundable_for(p_company uuid, p_reservation uuid) returns bigint
language plpgsql stable security definer set search_path = '' as $$
begin
  return (select coalesce(sum(p.amount_rappen - p.refunded_rappen), 0) from public.payments p
    where p.company_id = p_company and p.reservation_id = p_reservation and p.invoice_id is null and p.status in ('succeeded', 'partially_refunded') and not private.is_contested(p));
end $$;

/* The share of the price that is kept when a reservation is cancelled at p_at: that of the last step reached, nothing before the first. */
create function private.cancellation_percent(p_reservation public.reservations, p_at timestamptz) returns int
language sql immutable set search_path = '' as $$
  select coalesce((select (step ->> 'percent')::int from jsonb_array_elements(p_reservation.cancellation_policy) as step
    where p_at >= p_reservation.starts_at - make_interval(hours => (step ->> 'hours')::int)
    order by (step ->> 'hours')::int limit 1), 0)
$$;

/* What an end costs: {"percent", "fee_rappen", "paid_rappen", "refund_rappen"}; the fee is rounded to five rappen. */
create function private.end_terms(p_reservation public.reservations, p_percent int) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('percent', p_percent, 'fee_rappen', fee, 'paid_rappen', paid, 'refund_rappen', least(greatest(paid - fee, 0), refundable))
  from (select case when p_reservation.status = 'pending' then 0 else round(p_reservation.total_rappen * p_percent / 500.0)::bigint * 5 end as fee,
    private.paid_for(p_reservation.company_id, p_reservation.id) as paid,
    private.refundable_for(p_reservation.company_id, p_reservation.id) as refundable) as figures
$$;
