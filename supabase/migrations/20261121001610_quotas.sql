-- What a plan has room for. Triggers keep it on whichever way rows come in; the lock makes the last place one place.
create table private.sms_claims (
  company_id uuid not null references public.companies (id),
  outbox_id  uuid not null,
  claimed_at timestamptz not null default now(),
  segments   int not null default 1 check (segments > 0),
  beyond     int not null default 0,
  primary key (company_id, outbox_id),
  check (beyond between 0 and segments)
);
create index sms_claims_month on private.sms_claims (company_id, claimed_at);
comment on table private.sms_claims is 'Text messages that took some of their month''s places, by the job that sends them: a retry takes no more. segments: the parts it is sent in. beyond: how many of them went past what the plan includes, paid one by one.';
revoke all on private.sms_claims from public;
alter table private.sms_claims enable row level security;
create index handover_photos_size on public.handover_photos (company_id) include (bytes) where purged_at is null;

/* The first moment of the company's present month. */
create function private.month_start(p_company uuid) returns timestamptz
language sql stable security definer set search_path = '' as $$
  select date_trunc('month', now() at time zone c.time_zone) at time zone c.time_zone from public.companies c where c.id = p_company
$$;

create function private.plan_limit(p_company uuid, p_resource text) returns bigint
language sql stable security definer set search_path = '' as $$
  select l.limit_amount from public.companies c join public.plan_limits l on l.plan = c.plan and l.resource = p_resource where c.id = p_company
$$;

/* What a company uses of a resource of its plan, now or this month. A hold that lapsed unpaid was no reservation. */
create function private.plan_used(p_company uuid, p_resource text) returns bigint
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

/*
 * Whether p_more still fit beside what is used, rows of this transaction included; null limit = always. Whoever asks for a limited resource
 * waits for the others who do: the count below is a statement of its own, so that it sees what they committed meanwhile.
 */
create function private.fits_plan(p_company uuid, p_resource text, p_more bigint default 0) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  v_limit bigint := private.plan_limit(p_company, p_resource);
begin
  if v_limit is null then return true; end if;
  perform pg_advisory_xact_lock(hashtextextended(p_resource || p_company, 0));
  return private.plan_used(p_company, p_resource) + p_more <= v_limit;
end $$;

/* Raises 409 `quota_reached` with resource and limit when the plan has no room. */
create function private.check_quota(p_company uuid, p_resource text, p_more bigint default 0) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if not private.fits_plan(p_company, p_resource, p_more) then
    perform private.fail(409, 'quota_reached', jsonb_build_object('resource', p_resource, 'limit', private.plan_limit(p_company, p_resource)));
  end if;
end $$;

/* Trigger: rows were added of which the plan counts; once a statement, so that an import counts once. */
create function private.keep_quota() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.check_quota(company_id, tg_argv[0]) from (select distinct company_id from added order by company_id) as companies;
  return null;
end $$;
create trigger reservations_quota after insert on public.reservations referencing new table as added
  for each statement execute function private.keep_quota('reservations_per_month');
create trigger customers_quota after insert on public.customers referencing new table as added
  for each statement execute function private.keep_quota('customers');
create trigger handover_photos_quota after insert on public.handover_photos referencing new table as added
  for each statement execute function private.keep_quota('storage_bytes');
create trigger message_files_quota after insert on public.message_files referencing new table as added
  for each statement execute function private.keep_quota('storage_bytes');
create trigger vehicle_documents_quota after insert on public.vehicle_documents referencing new table as added
  for each statement execute function private.keep_quota('storage_bytes');

/* Trigger: a row counts again that did not count for a while. */
create function private.keep_quota_again() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.check_quota(new.company_id, tg_argv[0]);
  return null;
end $$;
create trigger reservations_quota_again after update of status on public.reservations for each row
  when (old.status = 'expired' and new.status <> 'expired') execute function private.keep_quota_again('reservations_per_month');
create trigger customers_quota_again after update of deleted_at on public.customers for each row
  when (old.deleted_at is not null and new.deleted_at is null) execute function private.keep_quota_again('customers');

/* What a short message past the plan costs, in the plan's currency. */
create function private.sms_overage_rappen() returns int
language sql immutable set search_path = '' as $$ select 5 $$;

/* Whether short messages past the plan can be billed to a company: with a running subscription alone. */
create function private.can_be_billed(p_company public.companies) returns boolean
language sql immutable set search_path = '' as $$
  select p_company.status = 'active' and p_company.stripe_customer_id is not null
$$;

/* How many parts of short messages went past the plan this month. */
create function private.sms_beyond(p_company uuid) returns bigint
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

/* How many parts of short messages a company may still send this month, with those it pays one by one; null where its plan counts none. */
create function private.sms_left(p_company uuid) returns bigint
language sql stable security definer set search_path = '' as $$
  select greatest(0, private.plan_limit(p_company, 'sms_per_month') - private.plan_used(p_company, 'sms_per_month') + private.sms_beyond(p_company))
    + private.sms_beyond_left(p_company)
$$;

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

/* The plan of the selected company and what is used of it: {plan, usage: [{resource, used, limit}]}; limit null = unlimited. Raises 403 `forbidden`. */
create function public.plan_usage() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('settings.edit');
begin
  return jsonb_build_object('plan', (select plan from public.companies where id = v_company), 'usage', (
    select jsonb_agg(jsonb_build_object('resource', resource, 'used', private.plan_used(v_company, resource), 'limit', private.plan_limit(v_company, resource)))
    from unnest(array['reservations_per_month', 'customers', 'staff', 'storage_bytes', 'sms_per_month']) as resource));
end $$;
grant execute on function public.plan_usage() to authenticated;
