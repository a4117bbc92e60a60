-- What was written to customers and by them, on every channel, and what became of it.
create table public.messages (
  company_id     uuid not null references public.companies (id),
  id             uuid not null default gen_random_uuid(),
  customer_id    uuid,
  reservation_id uuid,
  channel        text not null check (channel in ('email', 'sms', 'whatsapp', 'portal')),
  direction      text not null default 'out' check (direction in ('out', 'in')),
  template       text not null,
  recipient      text not null,
  subject        text,
  body           text not null,
  status         text not null default 'sent' check (status in ('queued', 'sent', 'delivered', 'failed')),
  error          text check (length(error) <= 200),
  outbox_id      uuid,
  provider_ref   text,
  mail_id        text check (length(mail_id) <= 998),
  author_id      uuid references public.profiles (user_id),
  read_at        timestamptz,
  settled_at     timestamptz,
  created_at     timestamptz not null default now(),
  updated_at     timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, outbox_id),
  check (channel = 'portal' or direction = 'in' or author_id is not null or outbox_id is not null),
  check (template <> 'written' or length(btrim(body)) between case direction when 'in' then 0 else 1 end and case when direction = 'in' and channel = 'email' then 20000 else 4000 end),
  foreign key (company_id, customer_id) references public.customers (company_id, id),
  foreign key (company_id, reservation_id) references public.reservations (company_id, id)
);
comment on table public.messages is 'template: written by a person, else the topic of the outbox. recipient: the address on our customer''s side, of what came in as well. Rows of a person''s own are there before they leave (queued). mail_id: the Message-ID of a mail that came in. settled_at: what failed was sent again, told on another way or put aside.';
create index messages_author on public.messages (author_id);
create index messages_unread on public.messages (company_id, customer_id) where direction = 'in' and read_at is null;
create index messages_customer on public.messages (company_id, customer_id, created_at desc);
create index messages_reservation on public.messages (company_id, reservation_id);
create index messages_provider on public.messages (provider_ref);
create index messages_underway on public.messages (created_at) where status = 'sent' and direction = 'out';
create index messages_failed on public.messages (company_id, created_at desc) where status = 'failed' and settled_at is null;
create index messages_reached on public.messages (recipient, channel, created_at desc) where direction = 'out';
select private.guard_tenant_table('public.messages', false);
create policy "members see messages" on public.messages for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('customers.see')));
-- What was written is read through the functions that show conversations, which keep private links to themselves.
grant select (company_id, id, customer_id, reservation_id, channel, direction, template, recipient, status, error, author_id, read_at, created_at) on public.messages to authenticated;

/* A text without the secrets of the private links in it: who reads a message later must not be able to open what it led to. */
create function private.without_tokens(p_text text) returns text
language sql immutable set search_path = '' as $$
  select regexp_replace(p_text, '/[0-9a-f]{64}(?![0-9a-z])', '/…', 'gi')
$$;

/* Trigger: no secret is kept. What a member writes needs its own words until it has left; screens show them without. */
create function private.keep_no_token() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.subject := private.without_tokens(new.subject);
  new.body := private.without_tokens(new.body);
  return new;
end $$;
create trigger messages_keep_no_token before insert on public.messages for each row
  when (new.template <> 'written' or new.direction = 'in') execute function private.keep_no_token();

-- What a provider told of a message before we had noted it: our note takes it in.
create table private.early_reports (
  provider_ref text not null,
  status       text not null,
  error        text,
  created_at   timestamptz not null default clock_timestamp()
);
create index early_reports_ref on private.early_reports (provider_ref);
create index early_reports_age on private.early_reports (created_at);
comment on table private.early_reports is 'Kept two days; those of mails that are in no conversation are never asked for.';
revoke all on private.early_reports from public;
alter table private.early_reports enable row level security;

/* One at a time for what is known of a message: a report and our own note of it must not pass each other unseen. */
create function private.lock_message(p_provider_ref text) returns void
language sql set search_path = '' as $$
  select pg_advisory_xact_lock(hashtextextended('message ' || p_provider_ref, 0))
$$;

/*
 * Brings a message to what was reported of it; it never goes back to an earlier state. What a machine told and could not be delivered goes on the next way of
 * the company's order; without one, what failed on WhatsApp is told by SMS, once: by the same job again, told which way.
 */
create function private.advance_message(p_provider_ref text, p_status text, p_error text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_moved public.messages;
begin
  update public.messages set status = p_status, error = case when p_status = 'failed' then left(p_error, 200) end
  where provider_ref = p_provider_ref and direction = 'out'
    and array_position(array['queued', 'sent', 'failed', 'delivered'], status) < array_position(array['queued', 'sent', 'failed', 'delivered'], p_status)
  returning * into v_moved;
  if v_moved.status is distinct from 'failed' then return; end if;
  if not private.pass_on(v_moved.company_id, v_moved.outbox_id) then
    perform private.enqueue(o.company_id, o.topic, 'sms instead of ' || o.id, o.payload || '{"channel": "sms"}') from public.outbox o
    where v_moved.channel = 'whatsapp' and o.company_id = v_moved.company_id and o.id = v_moved.outbox_id and o.topic like 'sms.%' and not o.payload ? 'chain';
    if not found then return; end if;
  end if;
  update public.messages set settled_at = now() where company_id = v_moved.company_id and id = v_moved.id;
end $$;

/* Takes in what was reported of a message before it was noted. */
create function private.take_early_reports(p_provider_ref text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_report private.early_reports;
begin
  for v_report in delete from private.early_reports where provider_ref = p_provider_ref returning * loop
    perform private.advance_message(p_provider_ref, v_report.status, v_report.error);
  end loop;
end $$;

/* Records a message our worker sent; one row per outbox job. */
create function public.record_message(p_company_id uuid, p_outbox_id uuid, p_channel text, p_template text, p_recipient text, p_subject text, p_body text,
  p_provider_ref text, p_customer_id uuid default null, p_reservation_id uuid default null) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.lock_message(p_provider_ref);
  insert into public.messages (company_id, outbox_id, channel, template, recipient, subject, body, provider_ref, customer_id, reservation_id)
  values (p_company_id, p_outbox_id, p_channel, p_template, p_recipient, p_subject, p_body, p_provider_ref, p_customer_id, p_reservation_id)
  on conflict (company_id, outbox_id) do nothing;
  perform private.take_early_reports(p_provider_ref);
end $$;

/*
 * Follows the provider's reports, which may come in any order, and before our own note of the message: then they wait for it. Returns whether it is noted.
 */
create function public.update_message_status(p_provider_ref text, p_status text, p_error text default null) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  perform private.lock_message(p_provider_ref);
  if exists (select from public.messages where provider_ref = p_provider_ref and direction = 'out') then
    perform private.advance_message(p_provider_ref, p_status, p_error);
    return true;
  end if;
  delete from private.early_reports where created_at < now() - interval '2 days';
  insert into private.early_reports (provider_ref, status, error) values (p_provider_ref, p_status, left(p_error, 200));
  return false;
end $$;
grant execute on function public.record_message(uuid, uuid, text, text, text, text, text, text, uuid, uuid), public.update_message_status(text, text, text) to service_role;
