-- Short messages are counted as they are paid for: by the parts in which they are sent.
alter table private.sms_claims
  add column segments int not null default 1 check (segments > 0),
  alter column beyond drop default,
  alter column beyond type int using beyond::int,
  alter column beyond set default 0,
  add check (beyond between 0 and segments);
comment on table private.sms_claims is 'Text messages that took some of their month''s places, by the job that sends them: a retry takes no more. segments: the parts it is sent in. beyond: how many of them went past what the plan includes, paid one by one.';

/* What a company uses of a resource of its plan, now or this month. A hold that lapsed unpaid was no reservation. */
create or replace function private.plan_used(p_company uuid, p_resource text) returns bigint
language sql stable security definer set search_path = '' as $$
  select case p_resource
    when 'staff' then (select count(*) from public.memberships where company_id = p_company and active and role in ('staff', 'technician'))
    when 'reservations_per_month' then (select count(*) from public.reservations
      where company_id = p_company and status <> 'expired' and created_at >= private.month_start(p_company))
    when 'customers' then (select count(*) from public.customers where company_id = p_company and deleted_at is null)
    when 'storage_bytes' then (select coalesce(sum(bytes), 0)::bigint from public.handover_photos where company_id = p_company and purged_at is null)
      + (select coalesce(sum(bytes), 0)::bigint from public.vehicle_documents where company_id = p_company)
      + (select coalesce(sum(bytes), 0)::bigint from public.message_files where company_id = p_company and status = 'kept')
    when 'sms_per_month' then (select coalesce(sum(segments), 0) from private.sms_claims where company_id = p_company and claimed_at >= private.month_start(p_company))
  end
$$;

/* How many parts of short messages went past the plan this month. */
create or replace function private.sms_beyond(p_company uuid) returns bigint
language sql stable security definer set search_path = '' as $$
  select coalesce(sum(beyond), 0) from private.sms_claims where company_id = p_company and claimed_at >= private.month_start(p_company)
$$;

/* How many more parts may go past a company's plan this month: what its owner allows, where they can be billed. */
create function private.sms_beyond_left(p_company uuid) returns bigint
language sql stable security definer set search_path = '' as $$
  select case when private.can_be_billed(c) then greatest(0, c.sms_overage_most - private.sms_beyond(c.id)) else 0 end from public.companies c where c.id = p_company
$$;

/* How many of p_more parts find no room in the plan. Whoever asks waits for the others who do. */
create function private.sms_past_plan(p_company uuid, p_more int) returns int
language plpgsql security definer set search_path = '' as $$
begin
  if private.fits_plan(p_company, 'sms_per_month', p_more) then return 0; end if;
  -- Parts that went past the plan took none of its places.
  return least(p_more, greatest(0, private.plan_used(p_company, 'sms_per_month') - private.sms_beyond(p_company) + p_more - private.plan_limit(p_company, 'sms_per_month')));
end $$;

drop function public.claim_text(uuid, uuid, text, text);
/*
 * Whether a job of the outbox may send its text in p_segments parts: ok, stopped when the number does not want any, used_up when the month's short messages
 * are, and those that the company pays past them, day_full when half of them have gone today (fifty at least). Takes that many of them, or none. Safe to repeat.
 */
create function public.claim_text(p_company_id uuid, p_outbox_id uuid, p_channel text, p_recipient text, p_segments int) returns text
language plpgsql security definer set search_path = '' as $$
declare
  v_beyond int;
begin
  if private.has_stopped(p_company_id, p_channel, p_recipient) then return 'stopped'; end if;
  if p_channel <> 'sms' or exists (select from private.sms_claims where company_id = p_company_id and outbox_id = p_outbox_id) then return 'ok'; end if;
  v_beyond := private.sms_past_plan(p_company_id, p_segments);
  if v_beyond > 0 and v_beyond > private.sms_beyond_left(p_company_id) then return 'used_up'; end if;
  -- A bound for one day, so that a mistake or a flood of bookings does not use up the month in an hour.
  if (select coalesce(sum(s.segments), 0) from private.sms_claims s join public.companies c on c.id = s.company_id where s.company_id = p_company_id
      and s.claimed_at >= date_trunc('day', now() at time zone c.time_zone) at time zone c.time_zone) >= greatest(50, private.plan_limit(p_company_id, 'sms_per_month') / 2) then
    return 'day_full';
  end if;
  insert into private.sms_claims (company_id, outbox_id, segments, beyond) values (p_company_id, p_outbox_id, p_segments, v_beyond) on conflict do nothing;
  return 'ok';
end $$;

/*
 * Corrects a text that has left to the parts its carrier counted. More than was thought counts as past the plan where the plan is full, but never past what the
 * owner allows. Safe to repeat.
 */
create function public.settle_text(p_company_id uuid, p_outbox_id uuid, p_segments int) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_claim private.sms_claims;
  v_more int;
begin
  select * into v_claim from private.sms_claims where company_id = p_company_id and outbox_id = p_outbox_id for update;
  v_more := p_segments - v_claim.segments;
  if v_more is null or v_more = 0 then return; end if;
  update private.sms_claims set segments = p_segments, beyond = case
    when v_more > 0 then beyond + least(private.sms_past_plan(p_company_id, v_more), private.sms_beyond_left(p_company_id))
    else greatest(0, beyond + v_more) end
  where company_id = p_company_id and outbox_id = p_outbox_id;
end $$;
grant execute on function public.claim_text(uuid, uuid, text, text, int), public.settle_text(uuid, uuid, int) to service_role;

/*
 * Queues what is to be paid for the months that are over, one job a company and month, ever: only what has left counts. Safe to run twice or late.
 * Answers how many.
 */
create or replace function public.queue_sms_overage() returns int
language sql security definer set search_path = '' as $$
  with months as (
    select s.company_id, date_trunc('month', s.claimed_at at time zone c.time_zone) as month, sum(s.beyond) as count
    from private.sms_claims s join public.companies c on c.id = s.company_id
    where s.beyond > 0 and s.claimed_at > now() - interval '100 days' and s.claimed_at < private.month_start(s.company_id)
      and exists (select from public.outbox o where o.company_id = s.company_id and o.id = s.outbox_id and o.status = 'done')
    group by 1, 2
  ), queued as (
    select private.enqueue(m.company_id, 'stripe.sms_overage', to_char(m.month, 'YYYY-MM'), jsonb_build_object('month', to_char(m.month, 'YYYY-MM'), 'count', m.count,
      'amount_rappen', m.count * private.sms_overage_rappen(), 'customer', c.stripe_customer_id, 'locale', c.locale))
    from months m join public.companies c on c.id = m.company_id
    where c.stripe_customer_id is not null
      and not exists (select from public.outbox o where o.company_id = m.company_id and o.topic = 'stripe.sms_overage' and o.key = to_char(m.month, 'YYYY-MM'))
  ) select count(*)::int from queued
$$;
