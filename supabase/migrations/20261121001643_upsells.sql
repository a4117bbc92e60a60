-- Extras offered once more after booking, in the portal and by the reminder of the day before: what was offered, asked for, added, and what it brought.

create table public.upsells (
  company_id     uuid not null references public.companies (id),
  id             uuid not null default gen_random_uuid(),
  reservation_id uuid not null,
  extra_id       uuid not null,
  moment         text not null check (moment in ('portal', 'message')),
  status         text not null default 'offered' check (status in ('offered', 'asked', 'taken', 'declined')),
  quantity       int check (quantity between 1 and 20),
  amount_rappen  bigint check (amount_rappen >= 0),
  asked_at       timestamptz,
  decided_by     uuid references public.profiles (user_id),
  created_at     timestamptz not null default now(),
  updated_at     timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, reservation_id, extra_id),
  check ((status = 'offered') = (quantity is null) and (quantity is null) = (amount_rappen is null) and (quantity is null) = (asked_at is null)),
  foreign key (company_id, reservation_id) references public.reservations (company_id, id),
  foreign key (company_id, extra_id) references public.extras (company_id, id)
);
create index upsells_extra on public.upsells (company_id, extra_id, created_at);
create index upsells_asked on public.upsells (company_id, asked_at) where status = 'asked';
create index upsells_decided_by on public.upsells (decided_by);
comment on table public.upsells is 'One row for each extra that was offered to a booking; moment: where it was seen first. asked: waits for the desk. amount_rappen: what it added to the price.';
comment on column public.upsells.decided_by is 'Who of the company said yes or no; null where nobody had to.';
select private.guard_tenant_table('public.upsells');
create policy "members see what was offered" on public.upsells for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('reservations.see')));
grant select on public.upsells to authenticated;

/* The extras of a booking once so many of one more are added, as private.changed_terms takes them. */
create function private.extras_with(p_terms jsonb, p_extra uuid, p_quantity int) returns jsonb
language sql immutable set search_path = '' as $$
  select coalesce((select jsonb_agg(x) from jsonb_array_elements(p_terms -> 'extras') as x where x ->> 'extra_id' <> p_extra::text), '[]')
    || jsonb_build_object('extra_id', p_extra, 'quantity', p_quantity)
$$;

/* What so many of an extra would add to the price of a booking, by the one price function; null where the prices it was booked at do not know the extra. */
create function private.upsell_price(p_company uuid, p_reservation uuid, p_terms jsonb, p_extra uuid, p_quantity int) returns bigint
language plpgsql stable security definer set search_path = '' as $$
begin
  return (private.price_of_terms(p_company, p_reservation, p_terms || jsonb_build_object('extras', private.extras_with(p_terms, p_extra, p_quantity)))
    ->> 'total_rappen')::bigint - (p_terms #>> '{price,total_rappen}')::bigint;
exception when sqlstate 'PT422' then
  return null;
end $$;

/*
 * What can still be added to a booking before its pickup: {extra_id, names, charge, amount_rappen (of one), most, left, needs_approval}. The page multiplies: where
 * rounding makes two cost something else than twice one, it is one at a time.
 */
create function private.upsell_offers(p_reservation public.reservations) returns setof jsonb
language sql stable security definer set search_path = '' as $$
  with terms as (select private.rental_terms(p_reservation.company_id, p_reservation.id) as it,
    private.extras_left(p_reservation.company_id, p_reservation.starts_at, p_reservation.ends_at, p_reservation.id) as pieces)
  select jsonb_build_object('extra_id', e.id, 'names', e.names, 'charge', e.charge, 'amount_rappen', one.amount,
    'most', case when exists (select from generate_series(2, least(e.max_quantity, remaining)) as pieces
      where private.upsell_price(p_reservation.company_id, p_reservation.id, terms.it, e.id, pieces) is distinct from pieces * one.amount)
      then 1 else least(e.max_quantity, remaining) end,
    'left', remaining, 'needs_approval', e.needs_approval)
  from public.extras e cross join terms
  cross join lateral (select (terms.pieces ->> e.id::text)::int as remaining) as counted
  cross join lateral (select private.upsell_price(p_reservation.company_id, p_reservation.id, terms.it, e.id, 1) as amount) as one
  where e.company_id = p_reservation.company_id and e.active and e.offered_later and coalesce(counted.remaining, 1) > 0 and one.amount > 0
    and private.customer_may_change(p_reservation) is not null and not private.is_on_hold(e.company_id)
    and not exists (select from public.reservation_extras x where x.company_id = e.company_id and x.reservation_id = p_reservation.id and x.extra_id = e.id)
    and not exists (select from public.upsells u where u.company_id = e.company_id and u.reservation_id = p_reservation.id and u.extra_id = e.id
      and u.status in ('asked', 'declined'))
  order by e.position, e.code limit 20
$$;

/* What can still be added to a booking, noted as offered at that moment. */
create function private.offer_upsells(p_reservation public.reservations, p_moment text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  -- A reminder is about the pickup: four at most beside it.
  v_offers jsonb := (select coalesce(jsonb_agg(offer), '[]') from (
    select offer from private.upsell_offers(p_reservation) as offer limit case p_moment when 'message' then 4 end) as shown);
begin
  insert into public.upsells (company_id, reservation_id, extra_id, moment)
  select p_reservation.company_id, p_reservation.id, (offer ->> 'extra_id')::uuid, p_moment from jsonb_array_elements(v_offers) as offer
  on conflict (company_id, reservation_id, extra_id) do nothing;
  return v_offers;
end $$;

/*
 * What the customer can still add to their booking, and what became of what they asked for: {offers: [as private.upsell_offers], asked: [{extra_id, names,
 * quantity, amount_rappen, status}]}. Null for a wrong or lapsed token.
 */
create function public.upsells_by_token(p_slug text, p_token text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_row public.reservations;
begin
  select r.* into v_row from private.find_link(p_slug, p_token) l join public.reservations r on r.company_id = l.company_id and r.id = l.reservation_id;
  if not found then return null; end if;
  return jsonb_build_object('offers', private.offer_upsells(v_row, 'portal'),
    'asked', (select coalesce(jsonb_agg(jsonb_build_object('extra_id', u.extra_id, 'names', e.names, 'quantity', u.quantity, 'amount_rappen', u.amount_rappen,
        'status', u.status) order by u.asked_at), '[]')
      from public.upsells u join public.extras e on e.company_id = u.company_id and e.id = u.extra_id
      where u.company_id = v_row.company_id and u.reservation_id = v_row.id and u.status in ('asked', 'declined') and v_row.status = 'confirmed'));
end $$;

/* The same for the reminder of the day before: what can still be added. */
create function public.offer_upsells(p_company_id uuid, p_reservation_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_row public.reservations;
begin
  select * into v_row from public.reservations where company_id = p_company_id and id = p_reservation_id;
  if not found then perform private.fail(404, 'not_found'); end if;
  return private.offer_upsells(v_row, 'message');
end $$;
grant execute on function public.offer_upsells(uuid, uuid) to service_role;

/* Adds an extra to a booking at the price that was shown. Raises 409 `price_changed` · `extra_not_available` and what private.change_once raises. */
create function private.add_upsell(p_reservation public.reservations, p_extra uuid, p_quantity int, p_expected_rappen bigint) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_plan jsonb;
begin
  -- Two that are added at the same moment each keep the other.
  perform private.lock_reservation(p_reservation.company_id, p_reservation.id);
  v_plan := private.change_once(p_reservation.company_id, 'add_upsell', null, private.one_change(p_reservation.id, null,
    jsonb_build_object('extras', private.extras_with(private.rental_terms(p_reservation.company_id, p_reservation.id), p_extra, p_quantity))), false, true) #> '{changes,0}';
  if (v_plan ->> 'difference_rappen')::bigint <> p_expected_rappen then
    perform private.fail(409, 'price_changed', jsonb_build_object('amount_rappen', v_plan -> 'difference_rappen'));
  end if;
end $$;

/*
 * The customer adds an extra to their booking at the price shown for all pieces together; it is paid with what is still open. Where the company wants to
 * say yes first, it is asked for. Answers 'taken' or 'asked'. Raises 404 `link_expired` · `not_found`, 409 `change_not_allowed` · `price_changed` ·
 * `extra_not_available`, 422 `invalid_input` · `invalid_extra`. Safe to repeat with the same key.
 */
create function public.take_upsell_by_token(p_slug text, p_token text, p_extra_id uuid, p_quantity int, p_expected_rappen bigint, p_idempotency_key text default null) returns text
language plpgsql security definer set search_path = '' as $$
declare
  v_link public.access_links := private.open_link(p_slug, p_token);
  v_before jsonb := private.begin_once(v_link.company_id, 'take_upsell_by_token', p_idempotency_key,
    jsonb_build_object('reservation', v_link.reservation_id, 'extra', p_extra_id, 'quantity', p_quantity, 'amount', p_expected_rappen));
  v_row public.reservations;
  v_extra public.extras;
  v_left int;
  v_status text;
begin
  if v_before is not null then return v_before #>> '{}'; end if;
  if p_quantity is null or p_expected_rappen is null then perform private.fail(422, 'invalid_input', '{"rule": "quantity"}'); end if;
  v_row := private.lock_reservation(v_link.company_id, v_link.reservation_id);
  select * into v_extra from public.extras where company_id = v_row.company_id and id = p_extra_id and active and offered_later;
  if not found then perform private.fail(404, 'not_found'); end if;
  if private.customer_may_change(v_row) is null then perform private.fail(409, 'change_not_allowed'); end if;
  if p_quantity not between 1 and v_extra.max_quantity then perform private.fail(422, 'invalid_extra'); end if;
  v_status := case when v_extra.needs_approval then 'asked' else 'taken' end;
  if v_extra.needs_approval then
    v_left := (private.extras_left(v_row.company_id, v_row.starts_at, v_row.ends_at, v_row.id) ->> p_extra_id::text)::int;
    if v_left < p_quantity then perform private.fail(409, 'extra_not_available', jsonb_build_object('extra_id', p_extra_id, 'left', v_left)); end if;
    if private.upsell_price(v_row.company_id, v_row.id, private.rental_terms(v_row.company_id, v_row.id), p_extra_id, p_quantity) is distinct from p_expected_rappen then
      perform private.fail(409, 'price_changed');
    end if;
  else
    perform private.add_upsell(v_row, p_extra_id, p_quantity, p_expected_rappen);
  end if;
  insert into public.upsells as u (company_id, reservation_id, extra_id, moment, status, quantity, amount_rappen, asked_at)
  values (v_row.company_id, v_row.id, p_extra_id, 'portal', v_status, p_quantity, p_expected_rappen, now())
  on conflict (company_id, reservation_id, extra_id) do update set status = excluded.status, quantity = excluded.quantity, amount_rappen = excluded.amount_rappen,
    asked_at = excluded.asked_at
  where u.status in ('offered', 'taken');
  if not found then perform private.fail(409, 'change_not_allowed'); end if;
  return private.finish_once(v_row.company_id, 'take_upsell_by_token', p_idempotency_key, to_jsonb(v_status)) #>> '{}';
exception
  when sqlstate 'PT409' then
    if sqlerrm = 'not_available' then perform private.fail(409, 'not_available'); end if;
    raise;
  when data_exception or integrity_constraint_violation then
    perform private.refuse_input(sqlstate, sqlerrm);
end $$;
grant execute on function public.upsells_by_token(text, text), public.take_upsell_by_token(text, text, uuid, int, bigint, text) to anon, authenticated;

/*
 * The desk says yes or no to an extra a customer asked for; yes adds it at the price they saw, and they are told of the change. Saying the same twice is saying it once.
 * Raises 404 `not_found`, 409 `invalid_transition` · `price_changed` · `extra_not_available`.
 */
create function public.decide_upsell(p_upsell_id uuid, p_accepts boolean) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('reservations.edit');
  v_wanted text := case when p_accepts then 'taken' else 'declined' end;
  v_row public.reservations;
  v_upsell public.upsells;
begin
  select r.* into v_row from public.upsells u join public.reservations r on r.company_id = u.company_id and r.id = u.reservation_id
  where u.company_id = v_company and u.id = p_upsell_id;
  if not found then perform private.fail(404, 'not_found'); end if;
  if p_accepts is null then perform private.fail(422, 'invalid_input', '{"rule": "accepts"}'); end if;
  v_row := private.lock_reservation(v_company, v_row.id);
  select * into v_upsell from public.upsells where company_id = v_company and id = p_upsell_id for no key update;
  if v_upsell.status = v_wanted then return; end if;
  if v_upsell.status <> 'asked' then
    perform private.fail(409, 'invalid_transition', jsonb_build_object('record', 'upsells', 'from', v_upsell.status));
  end if;
  if p_accepts then perform private.add_upsell(v_row, v_upsell.extra_id, v_upsell.quantity, v_upsell.amount_rappen); end if;
  update public.upsells set status = v_wanted, decided_by = auth.uid() where company_id = v_company and id = p_upsell_id;
end $$;

/*
 * What offering extras after booking brought since a day, by extra: [{extra_id, names, offered, by_message, asked, taken, declined, earned_rappen}]. Earned is what is still
 * part of a booking that stands.
 */
create function public.report_upsells(p_since date default current_date - 90) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('reports.see');
  v_since timestamptz := p_since::timestamp at time zone (select time_zone from public.companies where id = v_company);
begin
  return (select coalesce(jsonb_agg(to_jsonb(l) - 'position' - 'code' order by l.position, l.code), '[]') from (
    select e.id as extra_id, e.names, e.position, e.code, count(*)::int as offered, (count(*) filter (where u.moment = 'message'))::int as by_message,
      (count(*) filter (where u.status = 'asked'))::int as asked, (count(*) filter (where u.status = 'taken'))::int as taken,
      (count(*) filter (where u.status = 'declined'))::int as declined, coalesce(sum(u.amount_rappen) filter (where u.status = 'taken'
        and r.status in ('confirmed', 'converted') and x.id is not null), 0)::bigint as earned_rappen
    from public.upsells u
    join public.extras e on e.company_id = u.company_id and e.id = u.extra_id
    join public.reservations r on r.company_id = u.company_id and r.id = u.reservation_id
    left join public.reservation_extras x on x.company_id = u.company_id and x.reservation_id = u.reservation_id and x.extra_id = u.extra_id
    where u.company_id = v_company and u.created_at >= v_since
    group by e.id, e.names, e.position, e.code) as l);
end $$;
grant execute on function public.decide_upsell(uuid, boolean), public.report_upsells(date) to authenticated;
