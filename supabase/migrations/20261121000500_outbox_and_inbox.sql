-- What leaves and what enters: written in the transaction that causes it, worked on by a retrying worker.
create table public.outbox (
  company_id   uuid not null references public.companies (id),
  id           uuid not null default gen_random_uuid(),
  topic        text not null,
  key          text not null,
  payload      jsonb not null default '{}',
  status       text not null default 'pending' check (status in ('pending', 'done', 'dead', 'dismissed')),
  attempts     int not null default 0,
  run_at       timestamptz not null default now(),
  locked_until timestamptz,
  last_error   text,
  request_id   text,
  done_at      timestamptz,
  created_at   timestamptz not null default now(),
  updated_at   timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, topic, key)
);
create index outbox_due on public.outbox (company_id, run_at, id) where status = 'pending';
create index outbox_reservation on public.outbox (company_id, (payload ->> 'reservation_id')) where topic ~ '^(mail|sms)\.';
create index outbox_dead on public.outbox (company_id, updated_at desc) where status = 'dead';
comment on table public.outbox is 'Work for the outside. key names the effect, so the same effect is never queued twice; id is the consumer''s idempotency key.';
select private.guard_tenant_table('public.outbox', false);
create policy "those who run integrations see the queue" on public.outbox for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('settings.edit')));
grant select (company_id, id, topic, key, status, attempts, run_at, last_error, done_at, created_at) on public.outbox to authenticated;

create function private.enqueue(p_company uuid, p_topic text, p_key text, p_payload jsonb default '{}', p_run_at timestamptz default now()) returns void
language sql security definer set search_path = '' as $$
  insert into public.outbox (company_id, topic, key, payload, run_at, request_id)
  values (p_company, p_topic, p_key, p_payload, p_run_at,
    left(coalesce(nullif(current_setting('request.headers', true), ''), '{}')::jsonb ->> 'x-request-id', 64))
  on conflict (company_id, topic, key) do nothing
$$;

/*
 * Takes up to p_limit due jobs for two minutes, fairly between companies: each company's oldest first, everybody's first before anybody's second. However
 * much one company has waiting, the others' next job is found by the index, company by company.
 */
create function public.claim_outbox(p_limit int default 20)
returns table (company_id uuid, id uuid, topic text, payload jsonb, attempts int, request_id text)
language sql security definer set search_path = '' as $$
  with recursive waiting as (
    (select o.company_id from public.outbox o where o.status = 'pending' order by o.company_id limit 1)
    union all
    select (select o.company_id from public.outbox o where o.status = 'pending' and o.company_id > w.company_id order by o.company_id limit 1)
    from waiting w where w.company_id is not null
  ), ranked as (
    select due.* from waiting w cross join lateral (
      select o.company_id, o.id, row_number() over (order by o.run_at, o.id) as turn from public.outbox o
      where o.company_id = w.company_id and o.status = 'pending' and o.run_at <= now() and (o.locked_until is null or o.locked_until < now())
      order by o.run_at, o.id limit 1000) as due
  ), taken as (
    select o.company_id, o.id from public.outbox o join ranked r using (company_id, id)
    where o.status = 'pending' and (o.locked_until is null or o.locked_until < now())
    order by r.turn, o.run_at limit least(greatest(p_limit, 1), 200)
    for update of o skip locked
  )
  update public.outbox o set attempts = o.attempts + 1, locked_until = now() + interval '2 minutes'
  from taken t where o.company_id = t.company_id and o.id = t.id
  returning o.company_id, o.id, o.topic, o.payload, o.attempts, o.request_id
$$;

/* Tells a customer of an event: by mail and short message at once, or on the first way of the company's order, the others waiting for its failure. */
create function private.tell(p_company uuid, p_event text, p_key text, p_payload jsonb, p_run_at timestamptz default now()) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_order text[] := (select string_to_array(nullif(message_order, 'both'), ',') from public.companies where id = p_company);
begin
  if v_order is null then
    perform private.enqueue(p_company, kind || p_event, p_key, p_payload, p_run_at) from unnest(array['mail.', 'sms.']) as kind;
  else
    perform private.enqueue_on(p_company, v_order[1], p_event, p_key, p_payload || jsonb_build_object('chain', v_order[2:]), p_run_at);
  end if;
end $$;

/* Queues a message on one way: email, sms or whatsapp. */
create function private.enqueue_on(p_company uuid, p_channel text, p_event text, p_key text, p_payload jsonb, p_run_at timestamptz default now()) returns void
language sql security definer set search_path = '' as $$
  select private.enqueue(p_company, case p_channel when 'email' then 'mail.' else 'sms.' end || p_event, p_key,
    p_payload - 'channel' || case p_channel when 'email' then '{}' else jsonb_build_object('channel', p_channel) end, p_run_at)
$$;

/* What did not reach its customer goes on the next way of the company's order, once; false where there is none (left). */
create function private.pass_on(p_company uuid, p_outbox_id uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  v_job public.outbox;
  v_next text;
begin
  select * into v_job from public.outbox where company_id = p_company and id = p_outbox_id;
  v_next := v_job.payload -> 'chain' ->> 0;
  if v_next is null then return false; end if;
  perform private.enqueue_on(p_company, v_next, split_part(v_job.topic, '.', 2), v_next || ' instead of ' || p_outbox_id,
    v_job.payload || jsonb_build_object('chain', (v_job.payload -> 'chain') - 0),
    -- A reminder waits for the morning; that a vehicle is late does not.
    case when v_job.topic like '%.day_before' then (select private.awake_at(c, now()) from public.companies c where c.id = p_company) else now() end);
  return true;
end $$;

/* Work that is done. A message that found no way to its customer (no number, no address, stopped) has another one. */
create function public.complete_outbox(p_company_id uuid, p_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_waits boolean;
begin
  update public.outbox set status = 'done', done_at = now(), locked_until = null, last_error = null
  where company_id = p_company_id and id = p_id returning payload ? 'chain' into v_waits;
  if v_waits and not exists (select from public.messages where company_id = p_company_id and outbox_id = p_id) then
    perform private.pass_on(p_company_id, p_id);
  end if;
end $$;

/*
 * Retries after 2^n seconds and up to 30 % jitter; the twelfth failure (about an hour and a half) makes it a dead letter. What another way takes over is none,
 * nor is what a person wrote: that says itself that it was not sent.
 */
create function public.fail_outbox(p_company_id uuid, p_id uuid, p_error text, p_final boolean default false) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_status text;
begin
  update public.outbox set
    status = case when p_final or attempts >= 12 then 'dead' else 'pending' end,
    run_at = now() + make_interval(secs => power(2, least(attempts, 12)) * (1 + 0.3 * random())),
    locked_until = null, last_error = left(p_error, 1000)
  where company_id = p_company_id and id = p_id and status = 'pending' returning status into v_status;
  if v_status = 'dead' and (private.give_up_message(p_company_id, p_id, p_error) or private.pass_on(p_company_id, p_id)) then
    update public.outbox set status = 'dismissed' where company_id = p_company_id and id = p_id;
  end if;
end $$;

create table public.webhook_events (
  provider      text not null,
  event_id      text not null,
  company_id    uuid references public.companies (id),
  type          text not null,
  account       text,
  livemode      boolean not null default false,
  payload       jsonb not null,
  status        text not null default 'stored' check (status in ('stored', 'processed', 'ignored', 'quarantined', 'dead')),
  attempts      int not null default 0,
  run_at        timestamptz not null default now(),
  locked_until  timestamptz,
  last_error    text,
  processed_at  timestamptz,
  created_at    timestamptz not null default now(),
  primary key (provider, event_id)
);
create index webhook_events_due on public.webhook_events (run_at) where status = 'stored';
create index webhook_events_company on public.webhook_events (company_id);
comment on table public.webhook_events is 'The inbox: stored before the sender gets its answer. Not tenant data: the company is known only after processing.';
alter table public.webhook_events enable row level security;
create trigger webhook_events_keep_company before update on public.webhook_events for each row
  when (old.company_id is not null) execute function private.keep_company();

/* Stores a verified event; true when it is new. */
create function public.store_webhook_event(p_provider text, p_event_id text, p_type text, p_account text, p_livemode boolean, p_payload jsonb) returns boolean
language sql security definer set search_path = '' as $$
  with stored as (
    insert into public.webhook_events (provider, event_id, type, account, livemode, payload)
    values (p_provider, p_event_id, p_type, p_account, p_livemode, p_payload)
    on conflict do nothing returning true
  ) select exists (select from stored)
$$;

/* Takes stored events for a minute; with p_event_id only that one. created_at: when it came in. */
create function public.claim_webhook_events(p_limit int default 20, p_event_id text default null)
returns table (provider text, event_id text, type text, account text, livemode boolean, payload jsonb, attempts int, created_at timestamptz)
language sql security definer set search_path = '' as $$
  with taken as (
    select e.provider, e.event_id from public.webhook_events e
    where e.status = 'stored' and e.run_at <= now() and (e.locked_until is null or e.locked_until < now())
      and (p_event_id is null or e.event_id = p_event_id)
    order by e.run_at limit least(greatest(p_limit, 1), 200)
    for update skip locked
  )
  update public.webhook_events e set attempts = e.attempts + 1, locked_until = now() + interval '1 minute'
  from taken t where e.provider = t.provider and e.event_id = t.event_id
  returning e.provider, e.event_id, e.type, e.account, e.livemode, e.payload, e.attempts, e.created_at
$$;

create function public.finish_webhook_event(p_provider text, p_event_id text, p_status text, p_company_id uuid default null, p_error text default null) returns void
language sql security definer set search_path = '' as $$
  update public.webhook_events set
    status = case when p_status = 'failed' then case when attempts >= 12 then 'dead' else 'stored' end else p_status end,
    run_at = case when p_status = 'failed' then now() + make_interval(secs => power(2, least(attempts, 12))) else run_at end,
    company_id = coalesce(p_company_id, company_id), last_error = left(p_error, 1000), locked_until = null,
    -- What somebody wrote stands in their conversation, where it can be forgotten.
    payload = case when p_status = 'processed' and type = 'message.received' then '{}' else payload end,
    processed_at = case when p_status <> 'failed' then now() end
  where provider = p_provider and event_id = p_event_id
$$;

create table public.idempotency_keys (
  company_id   uuid not null references public.companies (id),
  key          text not null check (length(key) between 1 and 255),
  operation    text not null,
  request_hash text not null,
  response     jsonb,
  created_at   timestamptz not null default now(),
  updated_at   timestamptz not null default now(),
  primary key (company_id, operation, key)
);
select private.guard_tenant_table('public.idempotency_keys', false);

/*
 * Begins an operation that may be repeated: null = do it now, otherwise the first answer.
 * A parallel repetition waits here until the first one ends. Raises 422 `idempotency_key_reused` for another request · `invalid_input` for what is no key.
 */
create function private.begin_once(p_company uuid, p_operation text, p_key text, p_request jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_hash text := encode(sha256(convert_to(p_request::text, 'UTF8')), 'hex');
  v_row public.idempotency_keys;
begin
  if p_key is null then return null; end if;
  if length(p_key) not between 1 and 255 then perform private.fail(422, 'invalid_input', '{"rule": "idempotency_key"}'); end if;
  insert into public.idempotency_keys (company_id, operation, key, request_hash) values (p_company, p_operation, p_key, v_hash)
  on conflict do nothing;
  if found then return null; end if;
  select * into v_row from public.idempotency_keys where company_id = p_company and operation = p_operation and key = p_key;
  if v_row.request_hash <> v_hash then
    perform private.fail(422, 'idempotency_key_reused');
  end if;
  return v_row.response;
end $$;

create function private.finish_once(p_company uuid, p_operation text, p_key text, p_response jsonb) returns jsonb
language sql security definer set search_path = '' as $$
  update public.idempotency_keys set response = p_response where company_id = p_company and operation = p_operation and key = p_key;
  select p_response;
$$;

grant execute on function public.claim_outbox(int), public.complete_outbox(uuid, uuid), public.fail_outbox(uuid, uuid, text, boolean),
  public.store_webhook_event(text, text, text, text, boolean, jsonb), public.claim_webhook_events(int, text),
  public.finish_webhook_event(text, text, text, uuid, text) to service_role;
