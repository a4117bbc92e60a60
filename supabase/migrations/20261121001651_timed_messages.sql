-- What customers are told when its time comes: check in, pick up tomorrow, bring back tomorrow, how was it.

/* The next moment at which a company's customers may be written to. */
create function private.awake_at(p_company public.companies, p_at timestamptz) returns timestamptz
language sql stable set search_path = '' as $$
  select case
    when p_company.quiet_from < p_company.quiet_until and l.clock >= p_company.quiet_from and l.clock < p_company.quiet_until
      or p_company.quiet_from > p_company.quiet_until and l.clock < p_company.quiet_until then (l.day + p_company.quiet_until) at time zone p_company.time_zone
    when p_company.quiet_from > p_company.quiet_until and l.clock >= p_company.quiet_from then (l.day + 1 + p_company.quiet_until) at time zone p_company.time_zone
    else p_at end
  from (select (p_at at time zone p_company.time_zone)::date as day, (p_at at time zone p_company.time_zone)::time as clock) as l
$$;

/*
 * Whether a timed message is true and useful now: an invitation to check in from three days before pickup while it is not done, a reminder on the day before
 * for who did not book only just then, one of the return on the day before it, of rentals that are longer than that, and a request for a review on the day
 * after the return, of who agreed to hear from the company.
 */
create function private.is_timely(p_kind text, p_reservation public.reservations) returns boolean
language sql stable security definer set search_path = '' as $$
  select case p_kind
    when 'checkin_invitation' then p_reservation.status = 'confirmed' and now() between p_reservation.starts_at - interval '72 hours' and p_reservation.starts_at - interval '2 hours'
      and private.owes_checkin(p_reservation)
    when 'day_before' then p_reservation.status = 'confirmed' and now() between p_reservation.starts_at - interval '24 hours' and p_reservation.starts_at - interval '1 hour'
      and coalesce(p_reservation.confirmed_at, p_reservation.created_at) <= p_reservation.starts_at - interval '36 hours'
    when 'return_reminder' then p_reservation.status = 'converted' and exists (select from public.contracts c
      where c.company_id = p_reservation.company_id and c.reservation_id = p_reservation.id and c.status = 'active'
        and now() between c.ends_at - interval '24 hours' and c.ends_at - interval '1 hour' and c.picked_up_at <= c.ends_at - interval '36 hours')
    when 'review_request' then p_reservation.status = 'converted' and exists (select from public.contracts c
        where c.company_id = p_reservation.company_id and c.reservation_id = p_reservation.id and c.status in ('returned', 'closed')
          and c.returned_at between now() - interval '5 days' and now() - interval '20 hours')
      and exists (select from public.companies k where k.id = p_reservation.company_id and k.review_url is not null)
      and exists (select from public.consents n where n.company_id = p_reservation.company_id and n.customer_id = p_reservation.customer_id and n.kind = 'marketing'
        and n.withdrawn_at is null)
    else false end
$$;

/*
 * Queues every timed message whose hour has come, once for each reservation, ever; in quiet hours for when they end. Returns how many were queued. Safe to run
 * twice, late or in parallel.
 */
create function public.queue_timed_messages() returns int
language plpgsql security definer set search_path = '' as $$
declare
  v_due record;
  v_queued int := 0;
begin
  for v_due in
    select r.company_id, r.id, m.kind, private.awake_at(c, now()) as run_at
    from public.companies c
    join public.reservations r on r.company_id = c.id
    cross join unnest(array['checkin_invitation', 'day_before', 'return_reminder', 'review_request']) as m (kind)
    where c.customer_reminders and c.status not in ('suspended', 'canceled')
      and (r.status = 'confirmed' and r.starts_at between now() and now() + interval '72 hours' or r.status = 'converted' and r.ends_at > now() - interval '60 days')
      and not exists (select from public.outbox o where o.company_id = r.company_id and o.topic in ('mail.' || m.kind, 'sms.' || m.kind) and o.key = r.id::text)
      and private.is_timely(m.kind, r)
    order by r.company_id, r.id, m.kind limit 2000
  loop
    if v_due.kind = 'day_before' then
      perform private.tell(v_due.company_id, v_due.kind, v_due.id::text, jsonb_build_object('reservation_id', v_due.id), v_due.run_at);
    else
      perform private.enqueue(v_due.company_id, 'mail.' || v_due.kind, v_due.id::text, jsonb_build_object('reservation_id', v_due.id), v_due.run_at);
    end if;
    v_queued := v_queued + 1;
  end loop;
  return v_queued;
end $$;

/*
 * A short message of which an hour later nobody knows that it arrived goes on the next way of its company's order: a phone may be switched off for days.
 * Safe to run twice, late or in parallel. Returns how many were looked at.
 */
create function public.pass_on_undelivered() returns int
language sql security definer set search_path = '' as $$
  select count(private.pass_on(m.company_id, m.outbox_id))::int from public.messages m
  join public.outbox o on o.company_id = m.company_id and o.id = m.outbox_id
  where m.status = 'sent' and m.direction = 'out' and m.channel in ('sms', 'whatsapp') and m.created_at between now() - interval '1 day' and now() - interval '1 hour'
    and o.payload -> 'chain' ->> 0 is not null
$$;
grant execute on function public.pass_on_undelivered() to service_role;

/* What a timed message tells, as reservation_facts with the end agreed last and where to leave a review; null when it is not timely any more. */
create function public.timed_facts(p_company_id uuid, p_reservation_id uuid, p_kind text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select public.reservation_facts(r.company_id, r.id) || coalesce((select jsonb_build_object('ends_at', c.ends_at) from public.contracts c
    where c.company_id = r.company_id and c.reservation_id = r.id and c.status = 'active'), '{}')
    || jsonb_build_object('review_url', (select review_url from public.companies where id = r.company_id))
  from public.reservations r where r.company_id = p_company_id and r.id = p_reservation_id and private.is_timely(p_kind, r)
$$;
grant execute on function public.queue_timed_messages(), public.timed_facts(uuid, uuid, text) to service_role;
