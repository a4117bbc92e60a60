-- The portal: everything of a booking by its private link, and what a customer may change of it without the desk.

create table public.data_requests (
  company_id  uuid not null references public.companies (id),
  id          uuid not null default gen_random_uuid(),
  customer_id uuid not null,
  kind        text not null check (kind in ('copy', 'erasure')),
  due_on      date not null,
  settled_at  timestamptz,
  settled_by  uuid references public.profiles (user_id),
  created_at  timestamptz not null default now(),
  updated_at  timestamptz not null default now(),
  primary key (company_id, id),
  foreign key (company_id, customer_id) references public.customers (company_id, id)
);
create index data_requests_customer on public.data_requests (company_id, customer_id);
create unique index data_requests_one_open on public.data_requests (company_id, customer_id, kind) where settled_at is null;
create index data_requests_settled_by on public.data_requests (settled_by);
comment on table public.data_requests is 'A customer asks for a copy of their data or to be forgotten (DSG art. 25, 32); to be answered within thirty days.';
select private.guard_tenant_table('public.data_requests');
create policy "members see data requests" on public.data_requests for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('customers.see')));
grant select on public.data_requests to authenticated;

/* Whether the customer may change the booking: 'free', 'more' (cancelling would cost: only what does not lower the price), or null. */
create function private.customer_may_change(p_reservation public.reservations) returns text
language sql stable security definer set search_path = '' as $$
  select case when p_reservation.status = 'confirmed' and p_reservation.starts_at > now() then
    case when private.cancellation_percent(p_reservation, now()) = 0 then 'free' else 'more' end end
$$;

/*
 * What a rental that is over comes to: {total_rappen, paid_rappen, open_rappen}; null before the return. Open is what the customer's invoices ask for, before there
 * are any what the settlement does; null where somebody else is asked or the month's invoice is.
 */
create function private.settled_rental(p_contract public.contracts, p_customer uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  with total as (
    select coalesce(sum(amount_rappen), 0) as rappen from public.contract_lines where company_id = p_contract.company_id and contract_id = p_contract.id
  ), invoices as (
    select id, due_rappen, paid_rappen from public.invoices
    where company_id = p_contract.company_id and contract_id = p_contract.id and customer_id = p_customer and status not in ('draft', 'void')
  ), paid as (
    select coalesce(sum(amount_rappen - refunded_rappen), 0) as rappen from public.payments
    where company_id = p_contract.company_id and (reservation_id = p_contract.reservation_id or invoice_id in (select id from invoices))
      and status in ('succeeded', 'partially_refunded')
  )
  select jsonb_build_object('total_rappen', total.rappen, 'paid_rappen', paid.rappen, 'open_rappen', case
    when exists (select from invoices) then (select sum(greatest(due_rappen - paid_rappen, 0)) from invoices)
    when private.settles_at_return(p_contract) then greatest(total.rappen - paid.rappen, 0) end)
  from total, paid where p_contract.status in ('returned', 'closed')
$$;

/*
 * What the portal shows beside the booking's own facts: {terms, may_change, checkin, key_box, signing, guide, addenda, documents, payments, invoices, deposit, data_requests}; null for a wrong
 * or lapsed token. Amounts in rappen.
 */
create function public.portal_by_token(p_slug text, p_token text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'terms', private.rental_terms(r.company_id, r.id) - array['price', 'booking_deposit_rappen', 'category_id', 'vehicle_id', 'vehicle_fixed'],
    'may_change', private.customer_may_change(r),
    'checkin', (select case private.checkin_standing(r)
        when 'open' then case when private.is_changed(s) then 'changed' when s.submitted_at is not null then 'done' when s.id is not null then 'begun' else 'open' end
        when 'handed_over' then case when s.submitted_at is not null then 'done' when s.id is not null then 'closed' end end
      from private.form_for(r) v left join public.form_submissions s on s.company_id = r.company_id and s.reservation_id = r.id),
    'key_box', private.key_box_state(r),
    'signing', private.terms_standing(r),
    'guide', exists (select from private.guide_for(r)) or private.key_box_of(r) is not null,
    'addenda', private.unsigned_addenda(c),
    'contract', case when c.id is not null then jsonb_build_object('number', c.number, 'status', c.status, 'settled', private.settled_rental(c, r.customer_id)) end,
    'documents', (select coalesce(jsonb_agg(jsonb_build_object('kind', d.kind, 'record_id', d.record_id, 'number', coalesce(n.number, i.number, c.number),
        'bytes', d.bytes, 'created_at', d.created_at) order by d.created_at), '[]')
      from public.documents d left join public.credit_notes n on n.company_id = d.company_id and n.id = d.record_id and d.kind = 'credit_note'
        left join public.invoices i on i.company_id = d.company_id and i.id = coalesce(n.invoice_id, d.record_id) and d.kind in ('invoice', 'credit_note')
      where d.company_id = r.company_id and (d.record_id = c.id or i.contract_id = c.id and i.customer_id = r.customer_id
        or d.kind = 'addendum' and private.contract_of_document(d.company_id, d.record_id) = c.id)),
    'payments', (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'purpose', p.purpose, 'method', p.method, 'status', p.status, 'amount_rappen', p.amount_rappen,
        'refunded_rappen', p.refunded_rappen, 'at', coalesce(p.settled_at, p.created_at)) order by p.created_at), '[]')
      from public.payments p left join public.invoices i on i.company_id = p.company_id and i.id = p.invoice_id
      where p.company_id = r.company_id and (p.reservation_id = r.id or i.contract_id = c.id and i.customer_id = r.customer_id) and p.status <> 'pending'),
    'invoices', (select coalesce(jsonb_agg(jsonb_build_object('number', i.number, 'status', i.status, 'due_on', i.due_on, 'total_rappen', i.total_rappen,
        'paid_rappen', i.paid_rappen) order by i.created_at), '[]')
      from public.invoices i where i.company_id = r.company_id and i.contract_id = c.id and i.customer_id = r.customer_id and i.status <> 'draft'),
    'deposit', (select jsonb_build_object('status', d.status, 'method', d.method, 'amount_rappen', d.amount_rappen, 'captured_rappen', d.captured_rappen,
        'expires_at', d.expires_at, 'needs_customer', private.needs_customer(d))
      from public.deposits d where d.company_id = r.company_id and d.contract_id = c.id order by d.created_at desc limit 1),
    'data_requests', (select coalesce(jsonb_agg(jsonb_build_object('kind', q.kind, 'due_on', q.due_on) order by q.kind), '[]')
      from public.data_requests q where q.company_id = r.company_id and q.customer_id = r.customer_id and q.settled_at is null))
  from private.find_link(p_slug, p_token) l
  join public.reservations r on r.company_id = l.company_id and r.id = l.reservation_id
  left join public.contracts c on c.company_id = r.company_id and c.reservation_id = r.id and c.status <> 'cancelled'
$$;

/*
 * Changes the customer's own booking: {starts_at, ends_at, extras}, each where it changes; with p_dry_run only says what it would mean. Answers {before_rappen,
 * after_rappen, paid_rappen, due_rappen, refund_rappen, currency, price, available, allowed, extras_left}. Where cancelling would cost something already, the pickup
 * stays and the price must not fall: nobody gets round the fee by shortening. Raises 404 `link_expired`, 409 `change_not_allowed` · `not_available` ·
 * `extra_not_available` · `price_changed`, 422 `time_step` · `period_in_past` and what private.changed_terms raises. Safe to repeat with the same key.
 */
create function public.change_by_token(p_slug text, p_token text, p_change jsonb, p_dry_run boolean default true, p_expected_total_rappen bigint default null,
  p_idempotency_key text default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_link public.access_links := private.open_link(p_slug, p_token);
  v_row public.reservations;
  v_zone text := (select time_zone from public.companies where id = v_link.company_id);
  v_may text;
  v_plan jsonb;
  v_allowed boolean;
begin
  if jsonb_typeof(p_change) is distinct from 'object' or p_change - array['starts_at', 'ends_at', 'extras'] <> '{}' then
    perform private.fail(422, 'invalid_input', '{"rule": "change"}');
  end if;
  select * into v_row from public.reservations where company_id = v_link.company_id and id = v_link.reservation_id;
  v_may := private.customer_may_change(v_row);
  if v_may is null then perform private.fail(409, 'change_not_allowed'); end if;
  if (p_change ->> 'starts_at')::timestamptz < now() then perform private.fail(422, 'period_in_past'); end if;
  perform private.check_time_step(v_zone, array[(p_change ->> 'starts_at')::timestamptz, (p_change ->> 'ends_at')::timestamptz]);
  v_plan := private.change_once(v_link.company_id, 'change_by_token', p_idempotency_key, private.one_change(v_row.id, null, p_change), p_dry_run, true)
    #> '{changes,0}';
  v_allowed := (v_may = 'free' or (v_plan #> '{after,starts_at}' = v_plan #> '{before,starts_at}' and (v_plan ->> 'difference_rappen')::bigint >= 0))
    -- What the desk says yes to first is asked for, not taken.
    and not exists (select from jsonb_array_elements(v_plan #> '{after,extras}') as x
      join public.extras e on e.company_id = v_link.company_id and e.id = (x ->> 'extra_id')::uuid and e.needs_approval
      where (x ->> 'quantity')::int > coalesce((select (b ->> 'quantity')::int from jsonb_array_elements(v_plan #> '{before,extras}') as b
        where b -> 'extra_id' = x -> 'extra_id'), 0));
  -- Raised after the change was made, which takes it back: what is judged is what was done, whoever else was at work.
  if not p_dry_run and not v_allowed then perform private.fail(409, 'change_not_allowed'); end if;
  if not p_dry_run and (v_plan ->> 'after_rappen')::bigint <> p_expected_total_rappen then
    perform private.fail(409, 'price_changed', jsonb_build_object('total_rappen', v_plan -> 'after_rappen'));
  end if;
  -- Only what is the customer's own business: conflicts name other people.
  return jsonb_build_object('before_rappen', v_plan -> 'before_rappen', 'after_rappen', v_plan -> 'after_rappen', 'paid_rappen', v_plan -> 'paid_rappen',
    'due_rappen', v_plan -> 'due_rappen', 'refund_rappen', v_plan -> 'refund_rappen', 'currency', v_plan -> 'currency', 'price', v_plan #> '{after,price}',
    'available', v_plan -> 'conflicts' = '[]', 'allowed', v_allowed, 'extras_left', private.extras_left(v_link.company_id,
      (v_plan #>> '{after,starts_at}')::timestamptz, (v_plan #>> '{after,ends_at}')::timestamptz, v_row.id));
exception
  when sqlstate 'PT409' then
    if sqlerrm = 'not_available' then perform private.fail(409, 'not_available'); end if;
    raise;
  when data_exception or integrity_constraint_violation then
    perform private.refuse_input(sqlstate, sqlerrm);
end $$;

/*
 * The customer asks for a copy of their data, or to be forgotten; the company is told and has thirty days. Asking twice is asking once.
 * Returns the day by which it must be answered. Raises 404 `link_expired`, 422 `invalid_input`.
 */
create function public.request_data_by_token(p_slug text, p_token text, p_request text) returns date
language plpgsql security definer set search_path = '' as $$
declare
  v_link public.access_links := private.open_link(p_slug, p_token);
  v_customer uuid := (select customer_id from public.reservations where company_id = v_link.company_id and id = v_link.reservation_id);
  v_row public.data_requests;
begin
  insert into public.data_requests (company_id, customer_id, kind, due_on) values (v_link.company_id, v_customer, p_request, private.today(v_link.company_id) + 30)
  on conflict (company_id, customer_id, kind) where settled_at is null do nothing returning * into v_row;
  if found then
    perform private.enqueue(v_link.company_id, 'mail.data_request', v_row.id::text, jsonb_build_object('data_request_id', v_row.id));
  else
    select * into v_row from public.data_requests where company_id = v_link.company_id and customer_id = v_customer and kind = p_request and settled_at is null;
  end if;
  return v_row.due_on;
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;
grant execute on function public.portal_by_token(text, text), public.change_by_token(text, text, jsonb, boolean, bigint, text),
  public.request_data_by_token(text, text, text) to anon, authenticated;

/* Notes that a data request was answered. Repeating changes nothing. Raises 404 `not_found`. */
create function public.settle_data_request(p_data_request_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('customers.erase');
begin
  perform from public.data_requests where company_id = v_company and id = p_data_request_id for no key update;
  if not found then perform private.fail(404, 'not_found'); end if;
  update public.data_requests set settled_at = now(), settled_by = auth.uid() where company_id = v_company and id = p_data_request_id and settled_at is null;
end $$;

/* What the mail about a data request tells the company. */
create function public.data_request_facts(p_company_id uuid, p_data_request_id uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('kind', q.kind, 'due_on', q.due_on, 'settled', q.settled_at is not null, 'customer_id', k.id, 'customer', k.name,
    'company', c.name, 'accent_color', c.accent_color, 'email', c.email, 'locale', c.locale)
  from public.data_requests q
  join public.customers k on k.company_id = q.company_id and k.id = q.customer_id
  join public.companies c on c.id = q.company_id
  where q.company_id = p_company_id and q.id = p_data_request_id
$$;
grant execute on function public.data_request_facts(uuid, uuid) to service_role;

/* The private link of a booking, for those who may pass it on, and its customer's language: {token, expires_at, language}. Raises 404 `not_found`. */
create function public.private_link(p_reservation_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('reservations.edit');
  v_link public.access_links;
begin
  select * into v_link from public.access_links where company_id = v_company and reservation_id = p_reservation_id and revoked_at is null;
  if not found then perform private.fail(404, 'not_found'); end if;
  return jsonb_build_object('token', private.link_token(v_link.id), 'expires_at', v_link.expires_at,
    'language', (select locale from public.reservations where company_id = v_company and id = p_reservation_id));
end $$;

/*
 * Ends a booking's private link, as when it came into wrong hands, and mails the customer a new one that lasts as long, or thirty days where it had lapsed. Returns the new one as
 * private_link does. Raises 404 `not_found`.
 */
create function public.replace_private_link(p_reservation_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('reservations.edit');
  v_id uuid := gen_random_uuid();
  v_expires timestamptz;
begin
  -- Two at once would leave two open links: the reservation's row lines them up.
  perform from public.reservations where company_id = v_company and id = p_reservation_id for no key update;
  update public.access_links set revoked_at = now() where company_id = v_company and reservation_id = p_reservation_id and revoked_at is null
  returning expires_at into v_expires;
  if not found then perform private.fail(404, 'not_found'); end if;
  insert into public.access_links (company_id, id, token_hash, reservation_id, expires_at)
  values (v_company, v_id, private.token_hash(private.link_token(v_id)), p_reservation_id, case when v_expires > now() then v_expires else now() + interval '30 days' end);
  perform private.enqueue(v_company, 'mail.private_link', v_id::text, jsonb_build_object('reservation_id', p_reservation_id));
  return public.private_link(p_reservation_id);
end $$;
grant execute on function public.settle_data_request(uuid), public.private_link(uuid), public.replace_private_link(uuid) to authenticated;
