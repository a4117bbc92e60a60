-- The operators' day in one answer: what has to happen, and what has.
create index contracts_picked_up on public.contracts (company_id, picked_up_at) where picked_up_at is not null;
create index contracts_returned on public.contracts (company_id, returned_at) where returned_at is not null;

/*
 * When the company's day begins and ends: its calendar day, but at least twelve hours either way, so that whoever closes late sees the morning's
 * pickups and whoever works past midnight what the evening did.
 */
create function private.working_day(p_zone text) returns tstzrange
language sql stable security definer set search_path = '' as $$
  select tstzrange(least(midnight at time zone p_zone, now() - interval '12 hours'), greatest((midnight + interval '1 day') at time zone p_zone, now() + interval '12 hours'))
  from (select date_trunc('day', now() at time zone p_zone) as midnight) as today
$$;

create function private.vehicle_card(v public.vehicles) returns jsonb
language sql immutable security definer set search_path = '' as $$
  select jsonb_build_object('id', v.id, 'plate', v.plate, 'make', v.make, 'model', v.model)
$$;

/* Pickups to come, and those whose time is over but not their rental; a converted reservation waits until its contract is signed. */
create function private.waiting_pickups(p_company uuid, p_until timestamptz) returns setof jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('kind', 'pickup', 'id', 'pickup-' || r.id, 'at', r.starts_at, 'is_late', r.starts_at < now(), 'reservation_id', r.id,
    'number', r.number, 'customer', k.name, 'place', l.name, 'vehicle', private.vehicle_card(v),
    'is_vehicle_ready', v.status not in ('rented', 'cleaning', 'maintenance'), 'is_begun', r.status = 'converted',
    'key_box', case when l.key_box then private.key_box_state(r) end)
  from public.reservations r
  join public.customers k on k.company_id = r.company_id and k.id = r.customer_id
  join public.vehicles v on v.company_id = r.company_id and v.id = r.vehicle_id
  join public.locations l on l.company_id = r.company_id and l.id = r.pickup_location_id
  where r.company_id = p_company and r.status in ('confirmed', 'converted') and r.ends_at >= now() and r.starts_at < p_until
    and (r.status = 'confirmed' or exists (select from public.contracts c
      where c.company_id = r.company_id and c.reservation_id = r.id and c.status in ('draft', 'signed')))
  order by r.starts_at limit 200
$$;

create function private.waiting_returns(p_company uuid, p_until timestamptz) returns setof jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('kind', 'return', 'id', 'return-' || c.id, 'at', c.ends_at, 'is_late', c.ends_at < now(), 'contract_id', c.id,
    'number', c.number, 'customer', k.name, 'place', l.name, 'vehicle', private.vehicle_card(v))
  from public.contracts c
  join public.customers k on k.company_id = c.company_id and k.id = c.customer_id
  join public.vehicles v on v.company_id = c.company_id and v.id = c.vehicle_id
  join public.reservations r on r.company_id = c.company_id and r.id = c.reservation_id
  join public.locations l on l.company_id = r.company_id and l.id = r.return_location_id
  where c.company_id = p_company and c.status = 'active' and c.ends_at < p_until
  order by c.ends_at limit 200
$$;

/* Vehicles exchanged during a rental that nobody has recorded yet, since when. */
create function private.waiting_exchanges(p_company uuid) returns setof jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('kind', h.kind, 'id', h.kind || '-' || h.id, 'at', h.created_at, 'is_late', h.created_at < now() - interval '2 hours',
    'handover_id', h.id, 'number', c.number, 'customer', k.name, 'vehicle', private.vehicle_card(v))
  from public.handovers h
  join public.contracts c on c.company_id = h.company_id and c.id = h.contract_id and c.status = 'active'
  join public.customers k on k.company_id = c.company_id and k.id = c.customer_id
  join public.vehicles v on v.company_id = h.company_id and v.id = h.vehicle_id
  where h.company_id = p_company and h.change_id is not null and h.completed_at is null
  order by h.created_at, h.kind limit 200
$$;

/* Dirty vehicles; one that somebody waits for stands at the time it is needed, the others behind the day. Late is also one whose turnaround is over. */
create function private.waiting_washes(p_company uuid, p_until timestamptz) returns setof jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('kind', 'cleaning', 'id', 'cleaning-' || v.id, 'at', case when next.starts_at < p_until then next.starts_at else p_until end,
    'is_late', coalesce(next.starts_at < now(), false) or coalesce(w.due_at < now(), false), 'vehicle', private.vehicle_card(v), 'needed_at', next.starts_at)
  from public.vehicles v
  left join public.washes w on w.company_id = v.company_id and w.vehicle_id = v.id and w.ready_at is null
  left join lateral (select r.starts_at from public.reservations r where r.company_id = v.company_id and r.vehicle_id = v.id
    and r.status = 'confirmed' and r.ends_at >= now() order by r.starts_at limit 1) as next on true
  where v.company_id = p_company and v.status = 'cleaning'
  order by v.plate limit 200
$$;

/* Options given at the desk or by the waiting list, at the time they lapse by themselves; a checkout that nobody paid is no work of the desk. */
create function private.lapsing_holds(p_company uuid, p_until timestamptz) returns setof jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('kind', 'hold', 'id', 'hold-' || r.id, 'at', a.expires_at, 'is_late', false, 'reservation_id', r.id, 'number', r.number,
    'customer', k.name, 'vehicle', private.vehicle_card(v))
  from public.allocations a
  join public.reservations r on r.company_id = a.company_id and r.id = a.source_id and r.status = 'pending'
  join public.customers k on k.company_id = r.company_id and k.id = r.customer_id
  join public.vehicles v on v.company_id = r.company_id and v.id = r.vehicle_id
  where a.company_id = p_company and a.active and a.expires_at > now() and a.expires_at < p_until
    and (r.source <> 'site' or exists (select from public.waiting_entries w where w.company_id = r.company_id and w.reservation_id = r.id))
  order by a.expires_at limit 200
$$;

/* Vehicles in the workshop, at the time they should be back, and those to be brought there. */
create function private.workshop_visits(p_company uuid, p_until timestamptz) returns setof jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('kind', 'maintenance', 'id', 'maintenance-' || m.id, 'at', t.at, 'is_late', t.at < now(), 'is_there', m.status = 'in_progress',
    'vehicle', private.vehicle_card(v), 'workshop', m.workshop)
  from public.maintenance m
  join public.vehicles v on v.company_id = m.company_id and v.id = m.vehicle_id
  cross join lateral (select coalesce(case m.status when 'in_progress' then m.ends_at else m.starts_at end, p_until) as at) as t
  where m.company_id = p_company and (m.status = 'in_progress' or m.status = 'planned' and m.starts_at < p_until)
  order by t.at limit 200
$$;

/* Extras and other categories that customers asked for and the desk has not answered; the longest waiting first, before what has an hour. */
create function private.asked_upsells(p_company uuid) returns setof jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('kind', 'upsell', 'id', 'upsell-' || u.id, 'at', u.asked_at, 'is_late', r.starts_at < now() + interval '12 hours', 'upsell_id', u.id,
    'reservation_id', r.id, 'number', r.number, 'customer', k.name, 'is_upgrade', u.category_id is not null, 'names', private.named_upsell(u) -> 'names', 'quantity', u.quantity,
    'amount_rappen', u.amount_rappen)
  from public.upsells u
  join public.reservations r on r.company_id = u.company_id and r.id = u.reservation_id and r.status = 'confirmed' and r.starts_at > now()
  join public.customers k on k.company_id = r.company_id and k.id = r.customer_id
  where u.company_id = p_company and u.status = 'asked'
  order by u.asked_at limit 200
$$;

/* What a rental that came back still waits for, since when: its invoice (unless that waits for the month's end), and the deposit it still holds. Late from the next day on. */
create function private.waiting_settlements(p_company uuid) returns setof jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('kind', s.kind, 'id', s.kind || '-' || c.id, 'at', c.returned_at, 'is_late', c.returned_at < now() - interval '1 day',
    'contract_id', c.id, 'number', c.number, 'customer', k.name, 'amount_rappen', s.amount_rappen)
  from public.contracts c
  join public.customers k on k.company_id = c.company_id and k.id = c.customer_id
  -- Only with an account may somebody beside the customer pay a part, which is dearer to find out.
  cross join lateral (select 'to_invoice' as kind, null::bigint as amount_rappen
    where (not private.is_billed(c, 'customer') or exists (select from public.reservation_accounts a where a.company_id = c.company_id and a.reservation_id = c.reservation_id))
      and not private.is_invoiced(c)
    union all select 'deposit', d.amount_rappen from public.deposits d where d.company_id = c.company_id and d.contract_id = c.id and d.status = 'held') as s
  where c.company_id = p_company and c.status = 'returned'
  order by c.returned_at, s.kind limit 200
$$;

/* What customers should have paid by now; a due date has no hour, so these wait behind everything that has one. */
create function private.waiting_payments(p_company uuid, p_until timestamptz) returns setof jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('kind', 'unpaid', 'id', 'unpaid-' || i.id, 'at', p_until + make_interval(secs => row_number() over (order by i.due_on, i.id)),
    'is_late', true, 'invoice_id', i.id, 'number', i.number, 'customer', k.name, 'open_rappen', i.due_rappen - i.paid_rappen, 'due_on', i.due_on)
  from public.invoices i join public.customers k on k.company_id = i.company_id and k.id = i.customer_id
  where i.company_id = p_company and i.status = 'overdue'
  order by i.due_on, i.id limit 200
$$;

/*
 * What came in too much by card or TWINT, when nobody at the desk was looking, and is still its payer's: a page that was paid beside the till, or a deposit for a rental that
 * became cheaper. To be given back or used; without an hour, so behind the day.
 */
create function private.overpaid_cards(p_company uuid, p_until timestamptz) returns setof jsonb
language sql stable security definer set search_path = '' as $$
  with owed as (
    select customer_id from public.customer_credits where company_id = p_company group by customer_id having sum(amount_rappen) > 0
  ), extra as (
    select c.payment_id, max(c.created_at) as since from owed o join public.customer_credits c on c.company_id = p_company and c.customer_id = o.customer_id
    where c.origin = 'overpayment' and c.payment_id is not null group by 1
  )
  select jsonb_build_object('kind', 'overpaid', 'id', 'overpaid-' || p.id, 'at', p_until + make_interval(secs => row_number() over (order by x.since, p.id)),
    'is_late', x.since < now() - interval '1 day', 'invoice_id', i.id, 'number', i.number, 'customer', k.name, 'amount_rappen', o.kept)
  from extra x
  join public.payments p on p.company_id = p_company and p.id = x.payment_id and p.method in ('card', 'twint')
  join public.invoices i on i.company_id = p.company_id and i.id = p.invoice_id
  join public.customers k on k.company_id = p.company_id and k.id = p.customer_id
  cross join lateral private.overpayment_of(p) as o
  where o.kept > 0
  order by x.since, p.id limit 200
$$;

/* What customers asked about their data and nobody has answered, with the days the law still leaves; no hour either, so these wait behind the day too. */
create function private.asked_data(p_company uuid, p_until timestamptz) returns setof jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('kind', 'data_' || q.kind, 'id', 'data-' || q.id, 'at', p_until + make_interval(secs => row_number() over (order by q.due_on, q.id)),
    'is_late', q.due_on < private.today(p_company), 'customer_id', k.id, 'customer', k.name, 'due_on', q.due_on, 'days_left', q.due_on - private.today(p_company))
  from public.data_requests q join public.customers k on k.company_id = q.company_id and k.id = q.customer_id
  where q.company_id = p_company and q.settled_at is null
  order by q.due_on, q.id limit 200
$$;

/* The day's pickups and returns that have taken place. */
create function private.done_handovers(p_company uuid, p_since timestamptz) returns setof jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('kind', d.kind, 'id', d.kind || '-' || c.id, 'at', d.at, 'contract_id', c.id, 'number', c.number, 'customer', k.name, 'vehicle', private.vehicle_card(v))
  from (select 'pickup' as kind, o.id, o.picked_up_at as at from public.contracts o where o.company_id = p_company and o.picked_up_at >= p_since
    union all select 'return', b.id, b.returned_at from public.contracts b where b.company_id = p_company and b.returned_at >= p_since) as d
  join public.contracts c on c.company_id = p_company and c.id = d.id
  join public.customers k on k.company_id = c.company_id and k.id = c.customer_id
  join public.vehicles v on v.company_id = c.company_id and v.id = c.vehicle_id
  order by d.at desc limit 200
$$;

/*
 * What a company that rents vehicles sets up before its first rental: [{step, is_done, missing, opens_site}] in a sensible order. missing: facts of the
 * company that are not there, of address, email, uid, iban; opens_site: the booking site waits for it. Once the first vehicle was handed over it holds only
 * what keeps the site closed. Null for others, and once all is done.
 */
create function private.setup_steps(p_company uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  with steps (nth, step, is_done, missing, opens_site) as (
    select s.nth, s.step, s.is_done, case s.step when 'company' then to_jsonb(of_company) else '[]' end, s.lack && lacks
    from public.companies c
    cross join lateral private.site_lacks(c) as lacks
    cross join lateral (select array(select fact from unnest(lacks) as fact where fact in ('address', 'email', 'uid'))
      || case when c.iban is null then array['iban'] else '{}' end as of_company) as facts
    cross join lateral (values
      (1, 'fleet', exists (select from public.vehicles v where v.company_id = c.id), '{}'::text[]),
      (2, 'prices', exists (select from public.rates r where r.company_id = c.id) and not exists (
        select from public.vehicles v where v.company_id = c.id and v.status <> 'retired' and not exists (
          select from public.rates r where r.company_id = c.id and r.category_id = v.category_id and (r.vehicle_id is null or r.vehicle_id = v.id))), '{price}'),
      (3, 'company', of_company = '{}', '{address,email,uid}'),
      (4, 'places', exists (select from public.locations l where l.company_id = c.id and l.active) and not exists (
        select from public.locations l where l.company_id = c.id and l.active and (l.street is null or l.postal_code is null or l.town is null)), '{place}'),
      -- Those the sign-up made, as long as nobody has saved them.
      (5, 'extras', not exists (select from public.extras e where e.company_id = c.id and e.active and e.created_at = c.created_at and e.updated_at = e.created_at), '{}'),
      (6, 'terms', not 'terms' = any (lacks), '{terms}'),
      (7, 'cards', c.takes_cards, '{}'),
      (8, 'booking', exists (select from public.reservations r where r.company_id = c.id), '{}')
    ) as s (nth, step, is_done, lack)
    where c.id = p_company and 'rentals' = any (c.lines))
  select jsonb_agg(jsonb_build_object('step', step, 'is_done', is_done and not opens_site, 'missing', missing, 'opens_site', opens_site) order by nth) from steps
  where opens_site or not exists (select from public.contracts o where o.company_id = p_company and o.picked_up_at is not null)
  having not bool_and(is_done and not opens_site)
$$;

/*
 * The company's day: {tasks, done, has_fleet, setup}. Tasks are pickups, returns, exchanged vehicles to record, washes, workshop visits, lapsing options, extras asked for, invoices
 * and deposits of rentals that came back, overdue invoices, what was paid too much by card and what customers asked about their data in the order of time, done the pickups and returns that took place, the latest first; setup is private.setup_steps for those who may do them.
 * Raises 403 `forbidden`; what the caller may not see is left out.
 */
create function public.list_day() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('reservations.see');
  v_day tstzrange := private.working_day((select time_zone from public.companies where id = v_company));
  v_contracts boolean := private.can('contracts.see');
  v_fleet boolean := private.can('fleet.see');
begin
  return jsonb_build_object(
    'tasks', (select coalesce(jsonb_agg(task order by (task ->> 'at')::timestamptz, task ->> 'id'), '[]') from (
      select task from private.waiting_pickups(v_company, upper(v_day)) as task
      union all select task from private.waiting_returns(v_company, upper(v_day)) as task where v_contracts
      union all select task from private.waiting_exchanges(v_company) as task where v_contracts
      union all select task from private.waiting_washes(v_company, upper(v_day)) as task where v_fleet
      union all select task from private.workshop_visits(v_company, upper(v_day)) as task where v_fleet
      union all select task from private.lapsing_holds(v_company, upper(v_day)) as task
      union all select task from private.asked_upsells(v_company) as task
      union all select task from private.waiting_settlements(v_company) as task where v_contracts
      union all select task from private.waiting_payments(v_company, upper(v_day)) as task where v_contracts
      union all select task from private.overpaid_cards(v_company, upper(v_day)) as task where v_contracts
      union all select task from private.asked_data(v_company, upper(v_day)) as task where private.can('customers.erase')) as tasks),
    'done', (select coalesce(jsonb_agg(entry), '[]') from private.done_handovers(v_company, lower(v_day)) as entry where v_contracts),
    'has_fleet', exists (select from public.vehicles where company_id = v_company),
    'setup', case when private.can('settings.edit') then private.setup_steps(v_company) end);
end $$;

/*
 * What comes after the day: pickups and returns of the next p_days days in the order of time, as list_day has them, for a phone that takes them along.
 * Raises 403 `forbidden`, 422 `invalid_input`.
 */
create function public.list_coming_handovers(p_days int default 7) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('handover.perform');
  v_zone text := (select time_zone from public.companies where id = v_company);
  v_from timestamptz := upper(private.working_day(v_zone));
  v_until timestamptz;
begin
  if (p_days between 1 and 31) is not true then perform private.fail(422, 'invalid_input', '{"rule": "days"}'); end if;
  v_until := (date_trunc('day', now() at time zone v_zone) + make_interval(days => p_days + 1)) at time zone v_zone;
  return (select coalesce(jsonb_agg(task order by (task ->> 'at')::timestamptz, task ->> 'id'), '[]') from (
    select task from private.waiting_pickups(v_company, v_until) as task
    union all select task from private.waiting_returns(v_company, v_until) as task) as tasks
    where (task ->> 'at')::timestamptz >= v_from);
end $$;
grant execute on function public.list_day(), public.list_coming_handovers(int) to authenticated;
