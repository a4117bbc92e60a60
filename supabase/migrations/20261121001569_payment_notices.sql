-- That money has arrived is told to whoever paid it: once for each payment, and only where no other message says it already.

/*
 * Whether its payer is told of a payment: money for an invoice, or for a booking that is firm (one it makes firm is confirmed in the same breath). Who pays at
 * the desk is given a receipt; a deposit is no payment; of what arrived a month ago and is only now recorded, they know.
 */
create function private.is_payment_told(p_payment public.payments) returns boolean
language sql stable security definer set search_path = '' as $$
  select p_payment.status = 'succeeded' and p_payment.method in ('card', 'twint', 'bank_transfer', 'qr_bill')
    and case p_payment.purpose when 'invoice' then true
      when 'booking_deposit' then exists (select from public.reservations r
        where r.company_id = p_payment.company_id and r.id = p_payment.reservation_id and r.status in ('confirmed', 'converted'))
      else false end
    and exists (select from public.companies c where c.id = p_payment.company_id and c.payment_notices
      and coalesce(p_payment.received_on, private.today(c.id)) > private.today(c.id) - 30)
$$;

/* Queues that a payment has arrived. A transfer that pays several invoices at once is one payment to whoever made it. */
create function private.announce_payment(p_payment public.payments) returns void
language sql security definer set search_path = '' as $$
  select private.enqueue(p_payment.company_id, 'mail.payment_received',
    coalesce(p_payment.bank_entry_id || ' ' || extract(epoch from p_payment.settled_at), p_payment.id::text),
    jsonb_strip_nulls(jsonb_build_object('payment_id', p_payment.id, 'invoice_id', p_payment.invoice_id, 'reservation_id', coalesce(p_payment.reservation_id,
      (select c.reservation_id from public.invoices i join public.contracts c on c.company_id = i.company_id and c.id = i.contract_id
        where i.company_id = p_payment.company_id and i.id = p_payment.invoice_id)))))
  where private.is_payment_told(p_payment)
$$;

/* Trigger: payments that are recorded when they have arrived, however many a bank file brings. */
create function private.announce_recorded_payments() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.announce_payment(p) from public.payments p join recorded using (company_id, id) where p.status = 'succeeded' and p.purpose = 'invoice';
  return null;
end $$;
create trigger payments_announce_recorded after insert on public.payments referencing new table as recorded
  for each statement execute function private.announce_recorded_payments();

/* Trigger: payments that were asked for and have arrived now; one that was given back and came home again is none. */
create function private.announce_settled_payment() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.announce_payment(new);
  return null;
end $$;
create trigger payments_announce_settled after update of status on public.payments for each row
  when (new.status = 'succeeded' and old.status in ('pending', 'failed')) execute function private.announce_settled_payment();

/*
 * What the message of a payment tells: {numbers, amount_rappen, open_rappen, currency, locale, page, token, reservation_id, company, customer}; page: pay of an
 * invoice, portal of a booking. Null for a payment that was given back meanwhile.
 */
create function public.payment_received_facts(p_company_id uuid, p_payment_id uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  with told as (
    select p.* from public.payments one join public.payments p on p.company_id = one.company_id and (p.id = one.id or p.bank_entry_id = one.bank_entry_id and p.settled_at = one.settled_at)
    where one.company_id = p_company_id and one.id = p_payment_id and p.status = 'succeeded'
  ), paid as (
    select t.customer_id, t.amount_rappen, i.number, i.locale, i.currency, private.open_amount(i) as open_rappen, 'pay' as page, private.invoice_token(i.company_id, i.id) as token,
      i.due_on, c.reservation_id
    from told t join public.invoices i on i.company_id = t.company_id and i.id = t.invoice_id
    left join public.contracts c on c.company_id = i.company_id and c.id = i.contract_id
    union all
    select t.customer_id, t.amount_rappen, r.number, r.locale, r.currency, greatest(r.total_rappen - private.paid_for(r.company_id, r.id), 0), 'portal',
      (select private.link_token(l.id) from public.access_links l where l.company_id = r.company_id and l.reservation_id = r.id and l.revoked_at is null and l.expires_at > now()),
      null, r.id
    from told t join public.reservations r on r.company_id = t.company_id and r.id = t.reservation_id where t.invoice_id is null
  )
  select jsonb_build_object('numbers', (select jsonb_agg(number order by due_on, number) from paid), 'amount_rappen', (select sum(amount_rappen) from paid),
    'open_rappen', (select sum(open_rappen) from paid), 'currency', p.currency, 'locale', p.locale, 'page', p.page, 'token', p.token, 'reservation_id', p.reservation_id,
    'company', jsonb_build_object('slug', c.slug, 'name', c.name, 'email', c.email, 'phone', c.phone, 'accent_color', c.accent_color),
    'customer', jsonb_build_object('id', k.id, 'name', k.name, 'email', case p.page when 'pay' then coalesce(a.billing_email, k.email) else k.email end))
  from (select * from paid order by open_rappen > 0 desc, due_on, number limit 1) as p
  join public.companies c on c.id = p_company_id
  join public.customers k on k.company_id = p_company_id and k.id = p.customer_id
  left join public.customer_accounts a on a.company_id = k.company_id and a.customer_id = k.id
$$;
grant execute on function public.payment_received_facts(uuid, uuid) to service_role;
