-- Vouchers: sold for money or given away, worth what is left of them until they expire. For several purposes, so VAT is owed where they are used, not where they are sold.
create table public.vouchers (
  company_id     uuid not null,
  id             uuid not null default gen_random_uuid(),
  code           text not null check (code ~ '^[A-HJ-NP-Z2-9]{4}(-[A-HJ-NP-Z2-9]{4}){2}$'),
  kind           text not null check (kind in ('sold', 'given')),
  amount_rappen  bigint not null check (amount_rappen between 100 and 1000000),
  balance_rappen bigint not null check (balance_rappen between 0 and amount_rappen),
  currency       text not null,
  method         public.payment_method check (method in ('cash', 'bank_transfer')),
  location_id    uuid,
  note           text check (length(btrim(note)) between 1 and 120 and note !~ '[[:cntrl:]]'),
  expires_on     date check (expires_on between '2000-01-01' and '2200-01-01'),
  expired_at     timestamptz,
  locale         text not null check (locale in ('de', 'fr', 'it', 'en')),
  voided_at      timestamptz,
  void_reason    text check (length(btrim(void_reason)) between 1 and 500 and void_reason !~ '[[:cntrl:]]'),
  created_at     timestamptz not null default now(),
  updated_at     timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, code),
  check ((kind = 'sold') = (method is not null)),
  check (expired_at is null or balance_rappen = 0),
  check (voided_at is null or balance_rappen = 0),
  check ((voided_at is null) = (void_reason is null)),
  foreign key (company_id, currency) references public.companies (id, currency),
  foreign key (company_id, location_id) references public.locations (company_id, id)
);
create index vouchers_location on public.vouchers (company_id, location_id);
create index vouchers_expiring on public.vouchers (expires_on) where balance_rappen > 0;
comment on table public.vouchers is 'Whoever has the code may use it. The balance is never below zero, whoever uses it at the same moment; what is left of all of them is the account vouchers. locale: the language it is printed in.';

create table public.voucher_uses (
  company_id    uuid not null references public.companies (id),
  id            uuid not null default gen_random_uuid(),
  voucher_id    uuid not null,
  payment_id    uuid,
  amount_rappen bigint not null check (amount_rappen <> 0),
  created_at    timestamptz not null default now(),
  updated_at    timestamptz not null default now(),
  primary key (company_id, id),
  foreign key (company_id, voucher_id) references public.vouchers (company_id, id),
  foreign key (company_id, payment_id) references public.payments (company_id, id)
);
create index voucher_uses_voucher on public.voucher_uses (company_id, voucher_id);
create index voucher_uses_payment on public.voucher_uses (company_id, payment_id);
comment on table public.voucher_uses is 'What was taken from a voucher, by which payment; negative came back with a refund. Without a payment: what had expired or was made void.';
select private.guard_tenant_table('public.vouchers'), private.guard_tenant_table('public.voucher_uses');
create trigger voucher_uses_append_only before update or delete on public.voucher_uses for each row execute function private.refuse_change();
create trigger vouchers_kept before delete on public.vouchers for each row execute function private.refuse_change();
create policy "those who take payments see vouchers" on public.vouchers for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('payments.take')));
create policy "those who take payments see where vouchers were used" on public.voucher_uses for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('payments.take')));
grant select on public.vouchers, public.voucher_uses to authenticated;

/* A code nobody guesses (60 bits), of letters and digits that are not taken for one another. */
create function private.voucher_code() returns text
language sql volatile set search_path = '' as $$
  select regexp_replace(string_agg(substr('ABCDEFGHJKLMNPQRSTUVWXYZ23456789', 1 + get_byte(bytes, place) % 32, 1), '' order by place), '(.{4})(.{4})(.{4})', '\1-\2-\3')
  from (select extensions.gen_random_bytes(12) as bytes) as random, generate_series(0, 11) as place
$$;

/*
 * Sells a voucher for cash or a bank transfer, or gives one away (p_method null), which those may who may refund. p_locale: the
 * language it is printed in, else the company's. Safe to repeat with the same key. Returns {id, code}.
 * Raises 403 `forbidden`, 404 `not_found`, 422 `invalid_input` · `expires_in_past` (by the company's calendar) · `cash_needs_five_rappen` · `idempotency_key_reused`.
 */
create function public.issue_voucher(p_amount_rappen bigint, p_method public.payment_method default null, p_expires_on date default null, p_note text default null,
  p_location_id uuid default null, p_idempotency_key text default null, p_locale text default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_company public.companies;
  v_before jsonb;
  v_voucher public.vouchers;
begin
  select * into v_company from public.companies where id = private.authorize(case when p_method is null then 'payments.refund' else 'payments.take' end);
  v_before := private.begin_once(v_company.id, 'issue_voucher', p_idempotency_key, jsonb_build_array(p_amount_rappen, p_method, p_expires_on, p_note, p_location_id, p_locale));
  if v_before is not null then return v_before; end if;
  if p_location_id is not null and not exists (select from public.locations where company_id = v_company.id and id = p_location_id) then perform private.fail(404, 'not_found'); end if;
  if p_expires_on < private.today(v_company.id) then perform private.fail(422, 'expires_in_past'); end if;
  if p_method = 'cash' and p_amount_rappen % 5 <> 0 then perform private.fail(422, 'cash_needs_five_rappen'); end if;
  insert into public.vouchers (company_id, code, kind, amount_rappen, balance_rappen, currency, method, location_id, note, expires_on, locale)
  values (v_company.id, private.voucher_code(), case when p_method is null then 'given' else 'sold' end, p_amount_rappen, p_amount_rappen, v_company.currency, p_method,
    case when p_method = 'cash' then p_location_id end, p_note, p_expires_on, coalesce(p_locale, v_company.locale)) returning * into v_voucher;
  perform private.post(v_company.id, 'voucher', v_voucher.id::text, v_company.currency, jsonb_build_array(
    jsonb_build_object('account', case when p_method is null then 'voucher_gifts' else private.money_account(p_method) end, 'amount_rappen', p_amount_rappen),
    jsonb_build_object('account', 'vouchers', 'amount_rappen', -p_amount_rappen)));
  return private.finish_once(v_company.id, 'issue_voucher', p_idempotency_key, jsonb_build_object('id', v_voucher.id, 'code', v_voucher.code));
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;

/*
 * Gives back what bookings took from vouchers (or from one) whose hold has lapsed. Before a voucher is used, so that it counts as back from the moment of the lapse, and by the
 * sweeper. Returns how many payments went back.
 */
create function private.return_vouchers(p_company uuid default null, p_voucher uuid default null) returns int
language plpgsql security definer set search_path = '' as $$
declare
  v_payment public.payments;
  v_returned int := 0;
begin
  for v_payment in
    select p.* from public.payments p
    join public.reservations r on r.company_id = p.company_id and r.id = p.reservation_id
    join public.companies c on c.id = p.company_id and c.status not in ('suspended', 'canceled')
    where p.method = 'voucher' and p.invoice_id is null and p.status in ('succeeded', 'partially_refunded') and (p_company is null or p.company_id = p_company)
      and (p_voucher is null or exists (select from public.voucher_uses u where u.company_id = p.company_id and u.payment_id = p.id and u.voucher_id = p_voucher))
      and (r.status = 'expired' or r.status = 'pending' and not exists (select from public.allocations a
        where a.company_id = r.company_id and a.source_id = r.id and a.active and (a.expires_at is null or a.expires_at > now())))
    order by p.company_id, p.id for no key update of p skip locked
  loop
    perform private.refund(v_payment.company_id, v_payment.id, v_payment.amount_rappen - v_payment.refunded_rappen, 'hold_lapsed');
    v_returned := v_returned + 1;
  end loop;
  return v_returned;
end $$;
create index payments_from_vouchers on public.payments (company_id, reservation_id) where method = 'voucher' and invoice_id is null;

/*
 * Pays from a voucher as far as it goes: p_payment says for whom and for what, and its amount is the most. Answers {used_rappen, left_rappen}.
 * Raises 404 `voucher_unknown`, 409 `voucher_void` · `voucher_used_up` · `voucher_expired` · `nothing_to_pay`.
 */
create function private.pay_by_voucher(p_code text, p_payment public.payments) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_voucher public.vouchers;
  v_used bigint;
  v_payment uuid;
begin
  select * into v_voucher from public.vouchers where company_id = p_payment.company_id
    and code = regexp_replace(regexp_replace(upper(p_code), '[^A-Z0-9]', '', 'g'), '^(.{4})(.{4})(.{4})$', '\1-\2-\3');
  if not found then perform private.fail(404, 'voucher_unknown'); end if;
  -- Payments before their voucher, as a refund locks them.
  perform private.return_vouchers(p_payment.company_id, v_voucher.id);
  select * into v_voucher from public.vouchers where company_id = p_payment.company_id and id = v_voucher.id for no key update;
  if v_voucher.voided_at is not null then perform private.fail(409, 'voucher_void'); end if;
  if v_voucher.expired_at is not null or v_voucher.expires_on < private.today(p_payment.company_id) then
    perform private.fail(409, 'voucher_expired', jsonb_build_object('expires_on', v_voucher.expires_on));
  end if;
  if v_voucher.balance_rappen = 0 then perform private.fail(409, 'voucher_used_up'); end if;
  if p_payment.amount_rappen <= 0 then perform private.fail(409, 'nothing_to_pay'); end if;
  v_used := least(p_payment.amount_rappen, v_voucher.balance_rappen);
  update public.vouchers set balance_rappen = balance_rappen - v_used where company_id = v_voucher.company_id and id = v_voucher.id;
  insert into public.payments (company_id, customer_id, reservation_id, invoice_id, purpose, method, status, amount_rappen, currency, received_on, settled_at)
  values (p_payment.company_id, p_payment.customer_id, p_payment.reservation_id, p_payment.invoice_id, p_payment.purpose, 'voucher', 'succeeded', v_used, p_payment.currency,
    private.today(p_payment.company_id), now()) returning id into v_payment;
  insert into public.voucher_uses (company_id, voucher_id, payment_id, amount_rappen) values (v_voucher.company_id, v_voucher.id, v_payment, v_used);
  perform private.post(p_payment.company_id, 'payment', v_payment::text, p_payment.currency, jsonb_build_array(
    jsonb_build_object('account', 'vouchers', 'amount_rappen', v_used), jsonb_build_object('account', private.refund_account(p_payment), 'amount_rappen', -v_used)));
  return jsonb_build_object('used_rappen', v_used, 'left_rappen', v_voucher.balance_rappen - v_used);
end $$;

/* Pays an invoice, which is locked, from a voucher as far as both go. Answers {used_rappen, left_rappen, open_rappen}. Raises as private.pay_by_voucher. */
create function private.use_voucher(p_invoice public.invoices, p_code text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_payment public.payments;
  v_answer jsonb;
begin
  v_payment.company_id := p_invoice.company_id;
  v_payment.customer_id := p_invoice.customer_id;
  v_payment.invoice_id := p_invoice.id;
  v_payment.purpose := 'invoice';
  v_payment.amount_rappen := private.open_amount(p_invoice);
  v_payment.currency := p_invoice.currency;
  v_answer := private.pay_by_voucher(p_code, v_payment);
  perform private.apply_to_invoice(p_invoice.company_id, p_invoice.id, (v_answer ->> 'used_rappen')::bigint);
  return v_answer || jsonb_build_object('open_rappen', v_payment.amount_rappen - (v_answer ->> 'used_rappen')::bigint);
end $$;

/* Pays a booking from a voucher, its whole price if the voucher goes so far, at the moment it is made. Raises as private.pay_by_voucher. */
create function private.use_voucher_for_booking(p_reservation public.reservations, p_code text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_payment public.payments;
begin
  v_payment.company_id := p_reservation.company_id;
  v_payment.customer_id := p_reservation.customer_id;
  v_payment.reservation_id := p_reservation.id;
  v_payment.purpose := 'booking_deposit';
  v_payment.amount_rappen := p_reservation.total_rappen;
  v_payment.currency := p_reservation.currency;
  perform private.pay_by_voucher(p_code, v_payment);
end $$;

/* Pays an invoice from a voucher at the desk; see private.pay_by_voucher. Safe to repeat with the same key. Raises also 404 `not_found`, 422 `idempotency_key_reused`. */
create function public.redeem_voucher(p_invoice_id uuid, p_code text, p_idempotency_key text default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('payments.take');
  v_before jsonb;
  v_invoice public.invoices;
begin
  v_before := private.begin_once(v_company, 'redeem_voucher', p_idempotency_key, jsonb_build_array(p_invoice_id, p_code));
  if v_before is not null then return v_before; end if;
  select * into v_invoice from public.invoices where company_id = v_company and id = p_invoice_id for no key update;
  if not found then perform private.fail(404, 'not_found'); end if;
  return private.finish_once(v_company, 'redeem_voucher', p_idempotency_key, private.use_voucher(v_invoice, p_code));
end $$;

/* Pays an invoice from a voucher by its private link; see private.pay_by_voucher. Raises also 404 `link_expired`. */
create function public.redeem_voucher_by_token(p_slug text, p_token text, p_code text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_invoice public.invoices := private.invoice_of_link(p_slug, p_token);
begin
  if v_invoice.id is null then perform private.fail(404, 'link_expired'); end if;
  select * into v_invoice from public.invoices where company_id = v_invoice.company_id and id = v_invoice.id for no key update;
  return private.use_voucher(v_invoice, p_code);
end $$;

/*
 * Gives back to its voucher what a refunded payment had taken from it; one that is past its last day is good for three more months. One that was made void stays so: what had
 * been sold is its payer's, what had been given away comes back to the company.
 */
create function private.refill_voucher(p_payment public.payments, p_amount bigint) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_voucher public.vouchers;
  v_use uuid;
begin
  select * into v_voucher from public.vouchers where company_id = p_payment.company_id
    and id = (select voucher_id from public.voucher_uses where company_id = p_payment.company_id and payment_id = p_payment.id and amount_rappen > 0) for no key update;
  insert into public.voucher_uses (company_id, voucher_id, payment_id, amount_rappen) values (p_payment.company_id, v_voucher.id, p_payment.id, -p_amount);
  if v_voucher.voided_at is null then
    update public.vouchers set balance_rappen = balance_rappen + p_amount, expired_at = null, expires_on = greatest(expires_on, case when expires_on < private.today(p_payment.company_id) then private.today(p_payment.company_id) + 90 end)
    where company_id = p_payment.company_id and id = v_voucher.id;
    return;
  end if;
  insert into public.voucher_uses (company_id, voucher_id, amount_rappen) values (p_payment.company_id, v_voucher.id, p_amount) returning id into v_use;
  if v_voucher.kind = 'sold' then
    insert into public.customer_credits (company_id, customer_id, amount_rappen, currency, origin, payment_id)
    values (p_payment.company_id, p_payment.customer_id, p_amount, p_payment.currency, 'overpayment', p_payment.id);
  end if;
  perform private.post(p_payment.company_id, 'voucher_voided', v_use::text, p_payment.currency, jsonb_build_array(
    jsonb_build_object('account', 'vouchers', 'amount_rappen', p_amount),
    jsonb_build_object('account', case v_voucher.kind when 'sold' then 'customer_credits' else 'voucher_gifts' end, 'amount_rappen', -p_amount)));
end $$;

/* Takes what is left of vouchers past their last day into the books as income; answers how many. */
create function public.expire_vouchers() returns int
language plpgsql security definer set search_path = '' as $$
declare
  v_voucher public.vouchers;
  v_use uuid;
  v_expired int := 0;
begin
  for v_voucher in
    select v.* from public.vouchers v join public.companies c on c.id = v.company_id
    where v.balance_rappen > 0 and v.expires_on < (now() at time zone c.time_zone)::date and c.status not in ('suspended', 'canceled') order by v.company_id, v.id for no key update of v skip locked
  loop
    update public.vouchers set balance_rappen = 0, expired_at = now() where company_id = v_voucher.company_id and id = v_voucher.id;
    insert into public.voucher_uses (company_id, voucher_id, amount_rappen) values (v_voucher.company_id, v_voucher.id, v_voucher.balance_rappen) returning id into v_use;
    perform private.post(v_voucher.company_id, 'voucher_expired', v_use::text, v_voucher.currency, jsonb_build_array(
      jsonb_build_object('account', 'vouchers', 'amount_rappen', v_voucher.balance_rappen), jsonb_build_object('account', 'voucher_expiry', 'amount_rappen', -v_voucher.balance_rappen)));
    v_expired := v_expired + 1;
  end loop;
  return v_expired;
end $$;
grant execute on function public.issue_voucher(bigint, public.payment_method, date, text, uuid, text, text), public.redeem_voucher(uuid, text, text) to authenticated;
grant execute on function public.redeem_voucher_by_token(text, text, text) to anon, authenticated;
grant execute on function public.expire_vouchers() to service_role;
