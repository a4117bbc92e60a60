-- The cash book: what is in the till of each location, day by day. It is no second ledger: each entry is a leg of the account `cash`, with its place and day.
alter table public.payments add column location_id uuid, add foreign key (company_id, location_id) references public.locations (company_id, id);
create index payments_location on public.payments (company_id, location_id);
alter table public.ledger_entries add column location_id uuid, add column cash_on date,
  add check ((account = 'cash') = (cash_on is not null)), add check (account = 'cash' or location_id is null),
  add foreign key (company_id, location_id) references public.locations (company_id, id);
create index ledger_entries_cash on public.ledger_entries (company_id, location_id, cash_on) where account = 'cash';
comment on column public.ledger_entries.cash_on is 'The day of the cash book: that of the movement, or the next one that is not closed.';

create table public.cash_entries (
  company_id    uuid not null references public.companies (id),
  id            uuid not null default gen_random_uuid(),
  location_id   uuid not null,
  kind          text not null check (kind in ('expense', 'transfer')),
  amount_rappen bigint not null check (amount_rappen <> 0 and amount_rappen % 5 = 0 and abs(amount_rappen) <= 100000000),
  reason        text not null check (length(btrim(reason)) between 1 and 200 and reason !~ '[[:cntrl:]]'),
  made_by       uuid references public.profiles (user_id),
  created_at    timestamptz not null default now(),
  updated_at    timestamptz not null default now(),
  primary key (company_id, id),
  check (kind = 'transfer' or amount_rappen < 0),
  foreign key (company_id, location_id) references public.locations (company_id, id)
);
create index cash_entries_location on public.cash_entries (company_id, location_id);
create index cash_entries_maker on public.cash_entries (made_by);
comment on table public.cash_entries is 'Cash that moves for another reason than a customer: an expense paid from the till, or money brought to or fetched from elsewhere. Out is negative.';

create table public.cash_closings (
  company_id        uuid not null references public.companies (id),
  id                uuid not null default gen_random_uuid(),
  location_id       uuid not null,
  day               date not null check (day between '2000-01-01' and '2200-01-01'),
  expected_rappen   bigint not null,
  counted_rappen    bigint not null check (counted_rappen between 0 and 10000000000 and counted_rappen % 5 = 0),
  difference_rappen bigint not null generated always as (counted_rappen - expected_rappen) stored,
  note              text check (length(note) <= 500),
  closed_by         uuid references public.profiles (user_id),
  created_at        timestamptz not null default now(),
  updated_at        timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, location_id, day),
  foreign key (company_id, location_id) references public.locations (company_id, id)
);
create index cash_closings_closer on public.cash_closings (closed_by);
comment on table public.cash_closings is 'The end of a day at a till: counted against the book. That day and those before it take no entry any more.';

select private.guard_tenant_table('public.cash_entries'), private.guard_tenant_table('public.cash_closings');
create trigger cash_entries_append_only before update or delete on public.cash_entries for each row execute function private.refuse_change();
create trigger cash_closings_append_only before update or delete on public.cash_closings for each row execute function private.refuse_change();
create policy "those who take payments see the till" on public.cash_entries for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('payments.take')));
create policy "those who take payments see closed days" on public.cash_closings for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('payments.take')));
grant select on public.cash_entries, public.cash_closings to authenticated;

/* Where and when cash moved, from what it moved for; the place is null where only the company knows. */
create function private.cash_source(p_company uuid, p_kind text, p_id uuid, out location_id uuid, out day date)
language sql stable security definer set search_path = '' as $$
  with payment as (
    select p.* from public.payments p where p.company_id = p_company and p.id = case
      when p_kind = 'payment' then p_id when p_kind in ('refund', 'refund_failed') then (select payment_id from public.refunds where company_id = p_company and id = p_id) end
  ), rental as (
    select r.pickup_location_id, r.return_location_id from public.reservations r
    left join public.contracts c on c.company_id = r.company_id and c.reservation_id = r.id
    where r.company_id = p_company and (r.id = (select reservation_id from payment)
      or c.id = (select contract_id from public.invoices where company_id = p_company and id = (select invoice_id from payment))
      or c.id = (select contract_id from public.deposits where company_id = p_company and id = p_id and p_kind in ('deposit', 'deposit_resolved'))) limit 1
  )
  select coalesce((select p.location_id from payment p), (select e.location_id from public.cash_entries e where e.company_id = p_company and e.id = p_id),
      (select c.location_id from public.cash_closings c where c.company_id = p_company and c.id = p_id),
      (select v.location_id from public.vouchers v where v.company_id = p_company and v.id = p_id),
      (select case when p_kind = 'deposit' then pickup_location_id else return_location_id end from rental)),
    coalesce((select c.day from public.cash_closings c where c.company_id = p_company and c.id = p_id), (select p.received_on from payment p where p_kind = 'payment'))
$$;

/* Holds a till for this transaction: entries side by side, a closing alone. */
create function private.hold_till(p_company uuid, p_location uuid, p_alone boolean) returns void
language plpgsql set search_path = '' as $$
declare
  v_key bigint := hashtextextended('till ' || p_company || coalesce(p_location::text, ''), 0);
begin
  if p_alone then perform pg_advisory_xact_lock(v_key); else perform pg_advisory_xact_lock_shared(v_key); end if;
end $$;

/* Trigger: gives each leg of the account `cash` its till and its day; what comes after a day was closed counts on the next one. */
create function private.put_in_till() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  v_source record;
begin
  select * into v_source from private.cash_source(new.company_id, new.source_kind, new.source_id::uuid);
  new.location_id := coalesce(v_source.location_id,
    (select id from public.locations where company_id = new.company_id and active order by created_at, id limit 1));
  perform private.hold_till(new.company_id, new.location_id, false);
  new.cash_on := greatest(coalesce(v_source.day, (select (now() at time zone time_zone)::date from public.companies where id = new.company_id)),
    case when new.source_kind <> 'cash_closing' then (select max(day) + 1 from public.cash_closings where company_id = new.company_id and location_id = new.location_id) end);
  return new;
end $$;
create trigger ledger_cash before insert on public.ledger_entries for each row when (new.account = 'cash') execute function private.put_in_till();

/*
 * Notes cash that leaves or enters a till for another reason than a customer; p_amount_rappen is negative for what goes out, in 5-rappen steps.
 * Safe to repeat with the same key. Returns its id. Raises 404 `not_found`, 422 `cash_exceeds_till` · `cash_needs_five_rappen` · `invalid_input` · `idempotency_key_reused`.
 */
create function public.record_cash_entry(p_location_id uuid, p_kind text, p_amount_rappen bigint, p_reason text, p_idempotency_key text default null) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('payments.take');
  v_before jsonb;
  v_currency text := (select currency from public.companies where id = v_company);
  v_id uuid;
begin
  v_before := private.begin_once(v_company, 'record_cash_entry', p_idempotency_key, jsonb_build_array(p_location_id, p_kind, p_amount_rappen, p_reason));
  if v_before is not null then return (v_before ->> 'id')::uuid; end if;
  if not exists (select from public.locations where company_id = v_company and id = p_location_id) then perform private.fail(404, 'not_found'); end if;
  if p_amount_rappen % 5 <> 0 then perform private.fail(422, 'cash_needs_five_rappen'); end if;
  -- Alone, so that two do not take the same last note.
  perform private.hold_till(v_company, p_location_id, true);
  if p_amount_rappen < 0 and private.till_balance(v_company, p_location_id, null) + p_amount_rappen < 0 then
    perform private.fail(422, 'cash_exceeds_till', jsonb_build_object('balance_rappen', private.till_balance(v_company, p_location_id, null)));
  end if;
  insert into public.cash_entries (company_id, location_id, kind, amount_rappen, reason, made_by) values (v_company, p_location_id, p_kind, p_amount_rappen, p_reason, auth.uid())
  returning id into v_id;
  perform private.post(v_company, 'cash_entry', v_id::text, v_currency, jsonb_build_array(
    jsonb_build_object('account', 'cash', 'amount_rappen', p_amount_rappen),
    jsonb_build_object('account', case p_kind when 'expense' then 'expenses' else 'cash_transfers' end, 'amount_rappen', -p_amount_rappen)));
  perform private.finish_once(v_company, 'record_cash_entry', p_idempotency_key, jsonb_build_object('id', v_id));
  return v_id;
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;

/* What is in a till before a day, or after everything (null). */
create function private.till_balance(p_company uuid, p_location uuid, p_before date) returns bigint
language sql stable security definer set search_path = '' as $$
  select coalesce(sum(amount_rappen), 0)::bigint from public.ledger_entries
  where company_id = p_company and location_id = p_location and account = 'cash' and (p_before is null or cash_on < p_before)
$$;

/*
 * Closes a day at a till: p_counted_rappen is what lies in it; a difference is posted. Days before it are closed with it. The same count again changes nothing.
 * Returns {closing_id, expected_rappen, difference_rappen}. Raises 404 `not_found`, 409 `cash_day_closed`, 422 `cash_day_to_come` · `cash_needs_five_rappen` · `invalid_input`.
 */
create function public.close_cash_day(p_location_id uuid, p_day date, p_counted_rappen bigint, p_note text default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_company public.companies;
  v_closing public.cash_closings;
begin
  select * into v_company from public.companies where id = private.authorize('payments.take');
  if not exists (select from public.locations where company_id = v_company.id and id = p_location_id) then perform private.fail(404, 'not_found'); end if;
  if (p_day <= (now() at time zone v_company.time_zone)::date) is not true then perform private.fail(422, 'cash_day_to_come'); end if;
  if p_counted_rappen % 5 <> 0 then perform private.fail(422, 'cash_needs_five_rappen'); end if;
  perform private.hold_till(v_company.id, p_location_id, true);
  select * into v_closing from public.cash_closings where company_id = v_company.id and location_id = p_location_id and day >= p_day order by day limit 1;
  if found and (v_closing.day <> p_day or v_closing.counted_rappen is distinct from p_counted_rappen) then
    perform private.fail(409, 'cash_day_closed', jsonb_build_object('day', v_closing.day));
  elsif not found then
    insert into public.cash_closings (company_id, location_id, day, expected_rappen, counted_rappen, note, closed_by)
    values (v_company.id, p_location_id, p_day, private.till_balance(v_company.id, p_location_id, p_day + 1), p_counted_rappen, p_note, auth.uid()) returning * into v_closing;
    perform private.post(v_company.id, 'cash_closing', v_closing.id::text, v_company.currency, jsonb_build_array(
      jsonb_build_object('account', 'cash', 'amount_rappen', v_closing.difference_rappen),
      jsonb_build_object('account', 'cash_differences', 'amount_rappen', -v_closing.difference_rappen)));
  end if;
  return jsonb_build_object('closing_id', v_closing.id, 'expected_rappen', v_closing.expected_rappen, 'difference_rappen', v_closing.difference_rappen);
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;

/* What an entry of the cash book was for: {number, customer, reason}. */
create function private.cash_subject(p_company uuid, p_kind text, p_id uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select case
    when p_kind = 'cash_entry' then (select jsonb_build_object('entry', e.kind, 'reason', e.reason) from public.cash_entries e where e.company_id = p_company and e.id = p_id)
    when p_kind = 'cash_closing' then (select jsonb_build_object('reason', c.note) from public.cash_closings c where c.company_id = p_company and c.id = p_id)
    when p_kind in ('voucher', 'voucher_voided') then (select jsonb_build_object('reason', case p_kind when 'voucher' then v.note else v.void_reason end) from public.vouchers v where v.company_id = p_company and v.id = p_id)
    when p_kind in ('deposit', 'deposit_resolved') then (select jsonb_build_object('number', c.number, 'customer', k.name) from public.deposits d
      join public.contracts c on c.company_id = d.company_id and c.id = d.contract_id
      join public.customers k on k.company_id = c.company_id and k.id = c.customer_id where d.company_id = p_company and d.id = p_id)
    when p_kind = 'credit_payout' then (select jsonb_build_object('customer', k.name) from public.customer_credits m
      join public.customers k on k.company_id = m.company_id and k.id = m.customer_id where m.company_id = p_company and m.id = p_id)
    else (select jsonb_build_object('number', coalesce(i.number, r.number), 'customer', k.name, 'reason', f.reason) from public.payments p
      join public.customers k on k.company_id = p.company_id and k.id = p.customer_id
      left join public.refunds f on f.company_id = p.company_id and f.id = p_id and p_kind in ('refund', 'refund_failed')
      left join public.invoices i on i.company_id = p.company_id and i.id = p.invoice_id
      left join public.reservations r on r.company_id = p.company_id and r.id = p.reservation_id
      where p.company_id = p_company and p.id = coalesce((select payment_id from public.refunds where company_id = p_company and id = p_id), p_id))
  end
$$;

/*
 * The cash book of a till from one day to another: {location, currency, opening_rappen, entries: [{id, day, at, kind, amount_rappen, subject}], in_rappen, out_rappen, closing_rappen,
 * closed: the closing of the last day or null, closed_until: the last closed day}. Raises 403 `forbidden`, 404 `not_found`, 422 `invalid_input`.
 */
create function public.cash_book(p_location_id uuid, p_from date, p_until date) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('payments.take');
  v_location public.locations;
begin
  select * into v_location from public.locations where company_id = v_company and id = p_location_id;
  if not found then perform private.fail(404, 'not_found'); end if;
  if (p_until between p_from and p_from + 366) is not true then perform private.fail(422, 'invalid_input', '{"rule": "period"}'); end if;
  return (
    select jsonb_build_object('location', jsonb_build_object('id', v_location.id, 'name', v_location.name), 'currency', (select currency from public.companies where id = v_company),
      'opening_rappen', opening, 'entries', coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'day', e.cash_on, 'at', e.booked_at, 'kind', e.source_kind,
        'amount_rappen', e.amount_rappen, 'subject', private.cash_subject(v_company, e.source_kind, e.source_id::uuid)) order by e.cash_on, e.id) filter (where e.id is not null), '[]'),
      'in_rappen', coalesce(sum(e.amount_rappen) filter (where e.amount_rappen > 0), 0), 'out_rappen', coalesce(sum(e.amount_rappen) filter (where e.amount_rappen < 0), 0),
      'closing_rappen', opening + coalesce(sum(e.amount_rappen), 0),
      'closed', (select to_jsonb(c) || jsonb_build_object('closed_by', (select full_name from public.profiles where user_id = c.closed_by))
        from public.cash_closings c where c.company_id = v_company and c.location_id = p_location_id and c.day = p_until),
      'closed_until', (select max(day) from public.cash_closings where company_id = v_company and location_id = p_location_id))
    from (select private.till_balance(v_company, p_location_id, p_from) as opening) as before
    left join public.ledger_entries e on e.company_id = v_company and e.location_id = p_location_id and e.account = 'cash' and e.cash_on between p_from and p_until
    group by opening);
end $$;
grant execute on function public.record_cash_entry(uuid, text, bigint, text, text), public.close_cash_day(uuid, date, bigint, text), public.cash_book(uuid, date, date) to authenticated;
