-- Stripe's payment pages: which stand open, and that they close when what they ask for is not owed any more.
create table public.checkout_pages (
  company_id uuid not null references public.companies (id),
  session    text not null check (length(session) between 1 and 255),
  payment_id uuid not null,
  closing_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (company_id, session),
  foreign key (company_id, payment_id) references public.payments (company_id, id)
);
create index checkout_pages_payment on public.checkout_pages (company_id, payment_id);
comment on table public.checkout_pages is 'The pages that were opened at Stripe for a payment. closing_at: since when it is not wanted any more; the outbox closes it there. Locked after everything else.';
select private.guard_tenant_table('public.checkout_pages', false);

/* Whether somebody should still pay this: the invoice owes just so much, the tip may still be given, the reservation stands and its rental is not invoiced. */
create function private.is_wanted(p_payment public.payments) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return p_payment.status in ('pending', 'failed') and coalesce(case p_payment.purpose
    when 'invoice' then (select private.open_amount(i) = p_payment.amount_rappen from public.invoices i where i.company_id = p_payment.company_id and i.id = p_payment.invoice_id)
    when 'tip' then (select private.takes_tip(i) from public.invoices i where i.company_id = p_payment.company_id and i.id = p_payment.tipped_invoice_id)
    else (select r.status in ('pending', 'confirmed', 'converted') from public.reservations r where r.company_id = p_payment.company_id and r.id = p_payment.reservation_id)
      and not exists (select from public.contracts c join public.contract_billings b on b.company_id = c.company_id and b.contract_id = c.id
        where c.company_id = p_payment.company_id and c.reservation_id = p_payment.reservation_id and b.active and b.is_final) end, false);
end $$;

/* Whether a page of a payment was closed: whoever pays after all gets a new one, of a new payment. */
create function private.has_closed_page(p_company uuid, p_payment uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from public.checkout_pages where company_id = p_company and payment_id = p_payment and closing_at is not null)
$$;

/* Closes the open pages of an invoice (of its tips, too) or a reservation that ask for what is not wanted any more, now or a while later. */
create function private.close_pages(p_company uuid, p_invoice uuid default null, p_reservation uuid default null, p_run_at timestamptz default now()) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_session text;
begin
  for v_session in
    update public.checkout_pages c set closing_at = now() from public.payments p
    where p.company_id = p_company and (p.invoice_id = p_invoice or p.tipped_invoice_id = p_invoice or p.reservation_id = p_reservation)
      and c.company_id = p.company_id and c.payment_id = p.id and c.closing_at is null and p.status in ('pending', 'failed') and not private.is_wanted(p)
    returning c.session
  loop
    perform private.enqueue(p_company, 'stripe.close_page', v_session, jsonb_build_object('session', v_session), p_run_at);
  end loop;
end $$;

/* Trigger: an invoice owes another amount than before, or nothing. */
create function private.close_pages_of_invoice() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.close_pages(new.company_id, p_invoice => new.id);
  return null;
end $$;
create trigger invoices_close_pages after update on public.invoices for each row
  when (new.paid_rappen <> old.paid_rappen or new.due_rappen <> old.due_rappen or new.status = 'void' and old.status <> 'void') execute function private.close_pages_of_invoice();

/* Trigger: what is taken from a card on file or kept of a deposit is as good as paid. */
create function private.close_pages_beside() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.close_pages(new.company_id, p_invoice => new.invoice_id);
  return null;
end $$;
create trigger payments_close_pages after insert on public.payments for each row
  when (new.status = 'pending' and (new.off_session or new.purpose = 'security_deposit')) execute function private.close_pages_beside();

/* Trigger: a reservation has ended. Who is typing a card while the hold lapses may finish: the vehicle is theirs if it is still free, else the money goes back. */
create function private.close_pages_of_reservation() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.close_pages(new.company_id, p_reservation => new.id, p_run_at => now() + case new.status when 'expired' then interval '5 minutes' else interval '0' end);
  return null;
end $$;
create trigger reservations_close_pages after update of status on public.reservations for each row
  when (new.status in ('cancelled', 'expired', 'no_show') and old.status <> new.status) execute function private.close_pages_of_reservation();

/*
 * What opens the payment page of a payment: the company's account, the platform's share by its plan, and the page that stands open already, if there is one; not for the
 * payer's eyes.
 */
create function public.checkout_facts(p_company_id uuid, p_payment_id uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('stripe_account', c.stripe_account_id, 'takes_cards', c.takes_cards, 'amount_rappen', p.amount_rappen, 'currency', p.currency,
    'fee_rappen', round(p.amount_rappen * l.limit_amount / 10000.0)::bigint,
    'session', (select session from public.checkout_pages where company_id = p.company_id and payment_id = p.id and closing_at is null order by created_at desc limit 1))
  from public.payments p
  join public.companies c on c.id = p.company_id
  join public.plan_limits l on l.plan = c.plan and l.resource = 'platform_fee_bp'
  where p.company_id = p_company_id and p.id = p_payment_id
$$;

/*
 * Notes a page that was opened at Stripe, before its payer is sent there; another one of the same payment closes. False where it is not wanted any more: then it closes
 * again, and nobody is to be sent there. Safe to repeat. Raises 404 `not_found`.
 */
create function public.note_checkout_page(p_company_id uuid, p_payment_id uuid, p_session text) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  v_payment public.payments;
  v_session text;
begin
  select * into v_payment from public.payments where company_id = p_company_id and id = p_payment_id;
  if not found then perform private.fail(404, 'not_found'); end if;
  -- Whoever makes it unwanted holds one of these: they see this page, or are seen here.
  perform from public.invoices where company_id = p_company_id and id in (v_payment.invoice_id, v_payment.tipped_invoice_id) for no key update;
  perform from public.reservations where company_id = p_company_id and id = v_payment.reservation_id for no key update;
  perform from public.contracts where company_id = p_company_id and reservation_id = v_payment.reservation_id order by id for no key update;
  select * into v_payment from public.payments where company_id = p_company_id and id = p_payment_id;
  insert into public.checkout_pages (company_id, session, payment_id) values (p_company_id, p_session, p_payment_id) on conflict do nothing;
  for v_session in
    update public.checkout_pages set closing_at = now()
    where company_id = p_company_id and payment_id = p_payment_id and closing_at is null and (session <> p_session or not private.is_wanted(v_payment)) returning session
  loop
    perform private.enqueue(p_company_id, 'stripe.close_page', v_session, jsonb_build_object('session', v_session));
  end loop;
  return exists (select from public.checkout_pages where company_id = p_company_id and session = p_session and payment_id = p_payment_id and closing_at is null);
end $$;
grant execute on function public.checkout_facts(uuid, uuid), public.note_checkout_page(uuid, uuid, text) to service_role;
