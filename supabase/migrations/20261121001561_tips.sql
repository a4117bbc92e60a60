-- Tips: given online, on the private link of an invoice that is paid. They are owed to the people who did the work; no VAT is due on them.
alter table public.payments add column tipped_invoice_id uuid,
  add foreign key (company_id, tipped_invoice_id) references public.invoices (company_id, id),
  add check ((purpose = 'tip') = (tipped_invoice_id is not null)),
  add check (purpose <> 'tip' or num_nonnulls(invoice_id, reservation_id) = 0);
create index payments_tipped_invoice on public.payments (company_id, tipped_invoice_id);
comment on column public.payments.tipped_invoice_id is 'Of a tip: on whose invoice''s page it was given. It pays nothing of that invoice.';

/* Whether the holder of an invoice's link may give a tip: the company takes tips and cards, and the invoice is paid. */
create function private.takes_tip(p_invoice public.invoices) returns boolean
language sql stable security definer set search_path = '' as $$
  select p_invoice.status = 'paid' and exists (select from public.companies where id = p_invoice.company_id and accepts_tips and takes_cards)
$$;

/*
 * Prepares a tip by card; the same one again while its payment page lives (20 hours) and the amount stands.
 * Returns {payment_id, amount_rappen, currency, number, email, begun_at}. Raises 404 `link_expired`, 409 `tips_off`, 422 `invalid_input` (under 1 or above 1000).
 */
create function public.begin_tip(p_slug text, p_token text, p_amount_rappen bigint) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_invoice public.invoices := private.invoice_of_link(p_slug, p_token);
  v_payment public.payments;
begin
  if v_invoice.id is null then perform private.fail(404, 'link_expired'); end if;
  if not private.takes_tip(v_invoice) then perform private.fail(409, 'tips_off'); end if;
  if (p_amount_rappen between 100 and 100000) is not true then perform private.fail(422, 'invalid_input', '{"rule": "tip"}'); end if;
  -- One at a time: pressing twice is one tip.
  perform from public.invoices where company_id = v_invoice.company_id and id = v_invoice.id for no key update;
  select * into v_payment from public.payments
  where company_id = v_invoice.company_id and tipped_invoice_id = v_invoice.id and status in ('pending', 'failed') and amount_rappen = p_amount_rappen
    and provider_intent is null and created_at > now() - interval '20 hours' and not private.has_closed_page(company_id, id)
  order by created_at desc limit 1;
  if not found then
    insert into public.payments (company_id, customer_id, tipped_invoice_id, purpose, method, amount_rappen, currency)
    values (v_invoice.company_id, v_invoice.customer_id, v_invoice.id, 'tip', 'card', p_amount_rappen, v_invoice.currency) returning * into v_payment;
  end if;
  return jsonb_build_object('payment_id', v_payment.id, 'amount_rappen', p_amount_rappen, 'currency', v_invoice.currency, 'number', v_invoice.number, 'begun_at', v_payment.created_at,
    'email', (select email from public.customers where company_id = v_invoice.company_id and id = v_invoice.customer_id));
end $$;

/* What the holder of an invoice's link sees of it; null for a wrong or lapsed token. */
create function public.invoice_by_token(p_slug text, p_token text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('number', i.number, 'status', i.status, 'currency', i.currency, 'issued_on', i.issued_on, 'due_on', i.due_on,
    'total_rappen', i.total_rappen, 'fees_rappen', i.fees_rappen, 'credited_rappen', i.credited_rappen, 'paid_rappen', i.paid_rappen, 'open_rappen', private.open_amount(i), 'reference', i.reference, 'creditor', i.creditor, 'debtor', i.debtor,
    -- What came in too much and is still theirs, as when somebody pays a page that was open while the invoice became void.
    'overpaid_rappen', least((select coalesce(sum(amount_rappen), 0) from public.customer_credits where company_id = i.company_id and customer_id = i.customer_id),
      (select coalesce(sum(k.amount_rappen), 0) from public.payments p join public.customer_credits k on k.company_id = p.company_id and k.payment_id = p.id
      where p.company_id = i.company_id and p.invoice_id = i.id and k.origin = 'overpayment')),
    'takes_cards', private.takes_card(i.company_id, private.open_amount(i)), 'takes_tip', private.takes_tip(i),
    -- The last tip that was paid, or begun: its page may have been paid a moment ago.
    'tip', (select jsonb_build_object('status', p.status, 'amount_rappen', p.amount_rappen, 'begun_at', p.created_at) from public.payments p
      where p.company_id = i.company_id and p.tipped_invoice_id = i.id order by p.status = 'succeeded' desc, p.created_at desc limit 1),
    -- A card payment the customer has begun: its page may have been paid a moment ago.
    'card', (select jsonb_build_object('status', p.status, 'begun_at', p.created_at) from public.payments p
      where p.company_id = i.company_id and p.invoice_id = i.id and p.purpose = 'invoice' and p.method = 'card' and not p.off_session order by p.created_at desc limit 1))
  from private.invoice_of_link(p_slug, p_token) as i where i.id is not null
$$;
grant execute on function public.invoice_by_token(text, text), public.begin_tip(text, text, bigint) to anon, authenticated;
