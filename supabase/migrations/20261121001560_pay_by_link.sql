-- Paying an invoice by its private link: by card, or with the numbers of its QR-bill.
create table public.invoice_links (
  company_id uuid not null references public.companies (id),
  id         uuid not null default gen_random_uuid(),
  invoice_id uuid not null,
  token_hash text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, token_hash),
  unique (company_id, invoice_id),
  foreign key (company_id, invoice_id) references public.invoices (company_id, id)
);
comment on table public.invoice_links is 'The private link of each invoice, good for 400 days; the token itself (256 bits) is never stored.';
select private.guard_tenant_table('public.invoice_links', false);

/* Trigger: every invoice has its link once it is issued. */
create function private.link_invoice() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  v_id uuid := gen_random_uuid();
begin
  insert into public.invoice_links (company_id, id, invoice_id, token_hash, expires_at)
  values (new.company_id, v_id, new.id, private.token_hash(private.link_token(v_id)), now() + interval '400 days');
  return null;
end $$;
create trigger invoices_link after insert on public.invoices for each row when (new.status <> 'draft') execute function private.link_invoice();
create trigger drafts_link after update of status on public.invoices for each row when (old.status = 'draft') execute function private.link_invoice();

/* The token of an invoice's link, for letters and for the desk to hand on; null when it has lapsed. */
create function private.invoice_token(p_company uuid, p_invoice uuid) returns text
language sql stable security definer set search_path = '' as $$
  select private.link_token(id) from public.invoice_links where company_id = p_company and invoice_id = p_invoice and expires_at > now()
$$;

/* The token of an invoice's private link, for members who take payments. Raises 404 `not_found`. */
create function public.invoice_pay_token(p_invoice_id uuid) returns text
language plpgsql stable security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('payments.take');
  v_token text := private.invoice_token(v_company, p_invoice_id);
begin
  if v_token is null then perform private.fail(404, 'not_found'); end if;
  return v_token;
end $$;
grant execute on function public.invoice_pay_token(uuid) to authenticated;

create function private.invoice_of_link(p_slug text, p_token text) returns public.invoices
language sql stable security definer set search_path = '' as $$
  select i.* from public.invoice_links l join public.companies c on c.id = l.company_id join public.invoices i on i.company_id = l.company_id and i.id = l.invoice_id
  where c.slug = lower(p_slug) and l.token_hash = private.token_hash(p_token) and l.expires_at > now() and i.status <> 'draft'
$$;

/*
 * Prepares a card payment of what is open; the same one again while its payment page lives (20 hours) and the amount stands.
 * Returns {payment_id, amount_rappen, currency, number, email, begun_at}. Raises 404 `link_expired`, 409 `nothing_to_pay` · `cards_not_ready`.
 */
create function public.begin_card_payment(p_slug text, p_token text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_invoice public.invoices := private.invoice_of_link(p_slug, p_token);
  v_payment public.payments;
  v_open bigint;
begin
  if v_invoice.id is null then perform private.fail(404, 'link_expired'); end if;
  -- Payments before their invoice, as a settlement locks them.
  perform from public.payments where company_id = v_invoice.company_id and invoice_id = v_invoice.id order by id for no key update;
  select * into v_invoice from public.invoices where company_id = v_invoice.company_id and id = v_invoice.id for no key update;
  v_open := private.open_amount(v_invoice);
  if v_open <= 0 then perform private.fail(409, 'nothing_to_pay'); end if;
  if not private.takes_card(v_invoice.company_id, v_open) then perform private.fail(409, 'cards_not_ready'); end if;
  select * into v_payment from public.payments
  where company_id = v_invoice.company_id and invoice_id = v_invoice.id and purpose = 'invoice' and method = 'card' and not off_session and status in ('pending', 'failed')
    and amount_rappen = v_open and provider_intent is null and created_at > now() - interval '20 hours' and not private.has_closed_page(company_id, id)
  order by created_at desc limit 1;
  if not found then
    insert into public.payments (company_id, customer_id, invoice_id, purpose, method, amount_rappen, currency)
    values (v_invoice.company_id, v_invoice.customer_id, v_invoice.id, 'invoice', 'card', v_open, v_invoice.currency) returning * into v_payment;
  end if;
  return jsonb_build_object('payment_id', v_payment.id, 'amount_rappen', v_open, 'currency', v_invoice.currency, 'number', v_invoice.number, 'begun_at', v_payment.created_at,
    'email', (select email from public.customers where company_id = v_invoice.company_id and id = v_invoice.customer_id));
end $$;
grant execute on function public.begin_card_payment(text, text) to anon, authenticated;

/* Books a card payment of an invoice. What came in meanwhile by another way makes it too much: the rest is the customer's balance. */
create function private.book_invoice_payment(p_payment public.payments) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_invoice public.invoices;
  v_settles bigint;
begin
  select * into v_invoice from public.invoices where company_id = p_payment.company_id and id = p_payment.invoice_id for no key update;
  v_settles := least(p_payment.amount_rappen, greatest(private.open_amount(v_invoice), 0));
  perform private.post(p_payment.company_id, 'payment', p_payment.id::text, p_payment.currency, jsonb_build_array(
    jsonb_build_object('account', 'stripe_clearing', 'amount_rappen', p_payment.amount_rappen),
    jsonb_build_object('account', 'receivables', 'amount_rappen', -v_settles),
    jsonb_build_object('account', 'customer_credits', 'amount_rappen', v_settles - p_payment.amount_rappen)));
  if v_settles > 0 then perform private.apply_to_invoice(p_payment.company_id, v_invoice.id, v_settles); end if;
  if v_settles < p_payment.amount_rappen then
    insert into public.customer_credits (company_id, customer_id, amount_rappen, currency, origin, payment_id)
    values (p_payment.company_id, p_payment.customer_id, p_payment.amount_rappen - v_settles, p_payment.currency, 'overpayment', p_payment.id);
  end if;
end $$;

/* What a mail that asks for money needs; null where nothing is open any more. */
create function public.payment_request_facts(p_company_id uuid, p_invoice_id uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('number', i.number, 'currency', i.currency, 'locale', i.locale, 'due_on', i.due_on, 'open_rappen', private.open_amount(i), 'slug', c.slug,
    'token', private.invoice_token(i.company_id, i.id), 'accent_color', c.accent_color, 'creditor', i.creditor,
    'customer', jsonb_build_object('id', k.id, 'name', k.name, 'email', coalesce(a.billing_email, k.email)))
  from public.invoices i
  join public.companies c on c.id = i.company_id
  join public.customers k on k.company_id = i.company_id and k.id = i.customer_id
  left join public.customer_accounts a on a.company_id = k.company_id and a.customer_id = k.id
  where i.company_id = p_company_id and i.id = p_invoice_id and private.open_amount(i) > 0
$$;
grant execute on function public.payment_request_facts(uuid, uuid) to service_role;
