-- One conversation per customer, on every channel: who looks after it, what was written last, what is unread.
create table public.conversations (
  company_id  uuid not null references public.companies (id),
  id          uuid not null default gen_random_uuid(),
  customer_id uuid not null,
  assignee_id uuid,
  last_at     timestamptz not null default now(),
  created_at  timestamptz not null default now(),
  updated_at  timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, customer_id),
  foreign key (company_id, customer_id) references public.customers (company_id, id),
  foreign key (company_id, assignee_id) references public.memberships (company_id, user_id) on delete set null (assignee_id)
);
create index conversations_latest on public.conversations (company_id, last_at desc);
create index conversations_assignee on public.conversations (company_id, assignee_id);
comment on table public.conversations is 'Begins with the first message a person writes; what machines send is shown in it and does not move it.';
select private.guard_tenant_table('public.conversations', false);
create policy "members see conversations" on public.conversations for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('reservations.see')));
grant select on public.conversations to authenticated;

/* Trigger: somebody wrote; the conversation comes to the top. */
create function private.move_conversation() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  insert into public.conversations as c (company_id, customer_id, last_at) values (new.company_id, new.customer_id, new.created_at)
  on conflict (company_id, customer_id) do update set last_at = greatest(c.last_at, excluded.last_at);
  return null;
end $$;
create trigger messages_move_conversation after insert on public.messages for each row
  when (new.template = 'written' and new.customer_id is not null) execute function private.move_conversation();

/* The address a mail came from where it is none of its customer's: nothing but the name it was sent to says that it is theirs. Null where it is. */
create function private.strange_sender(p_message public.messages) returns text
language sql stable security definer set search_path = '' as $$
  select p_message.recipient where p_message.channel = 'email' and p_message.direction = 'in' and not exists (
    select from public.customers k where k.company_id = p_message.company_id and p_message.customer_id in (k.id, k.merged_into) and lower(k.email) = lower(p_message.recipient)
    union all select from public.drivers d where d.company_id = p_message.company_id and d.customer_id = p_message.customer_id and lower(d.email) = lower(p_message.recipient)
    union all select from public.customer_accounts a where a.company_id = p_message.company_id and a.customer_id = p_message.customer_id
      and lower(a.billing_email) = lower(p_message.recipient)
    -- Their address at the time, to which we wrote.
    union all select from public.messages m where m.company_id = p_message.company_id and m.customer_id = p_message.customer_id and m.channel = 'email'
      and m.direction = 'out' and lower(m.recipient) = lower(p_message.recipient))
$$;

/* A message as a screen shows it. */
create function private.shown_message(p_message public.messages) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', p_message.id, 'direction', p_message.direction, 'channel', p_message.channel, 'template', p_message.template,
    'subject', p_message.subject, 'body', private.without_tokens(p_message.body), 'sender', private.strange_sender(p_message), 'settled', p_message.settled_at is not null, 'status', p_message.status, 'error', p_message.error, 'at', p_message.created_at, 'read_at', p_message.read_at,
    'files', private.files_of_message(p_message.company_id, p_message.id),
    'author', (select full_name from public.profiles where user_id = p_message.author_id))
$$;

/* What a booking's customer and the company wrote to each other about it, the oldest first. */
create function private.conversation(p_company uuid, p_reservation uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(private.shown_message(m) - array['error', 'author', 'sender', 'settled'] order by m.created_at, m.id), '[]')
  from (select * from public.messages m where m.company_id = p_company and m.reservation_id = p_reservation and m.template = 'written'
    order by m.created_at desc, m.id limit 200) as m
$$;

/* The conversation by the private link; null for a wrong or lapsed token. */
create function public.conversation_by_token(p_slug text, p_token text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select private.conversation(l.company_id, l.reservation_id) from private.find_link(p_slug, p_token) l
$$;
grant execute on function public.conversation_by_token(text, text) to anon, authenticated;

/* The booking a conversation is about when nobody says which: the next one, else the last one, that has a private link. */
create function private.talked_about(p_company uuid, p_customer uuid) returns uuid
language sql stable security definer set search_path = '' as $$
  select r.id from public.reservations r
  where r.company_id = p_company and r.customer_id = p_customer and r.status in ('pending', 'confirmed', 'converted')
    and exists (select from public.access_links l where l.company_id = p_company and l.reservation_id = r.id and l.expires_at > now() and l.revoked_at is null)
  order by r.ends_at < now(), abs(extract(epoch from r.starts_at - now())) limit 1
$$;

/* Whether a number may be written to freely on WhatsApp: within a day of what came from it, unless it has said stop. */
create function private.whatsapp_open(p_company uuid, p_phone text) returns boolean
language sql stable security definer set search_path = '' as $$
  select p_phone is not null and not private.has_stopped(p_company, 'whatsapp', p_phone) and exists (select from public.messages m
    where m.company_id = p_company and m.recipient = p_phone and m.channel = 'whatsapp' and m.direction = 'in' and m.created_at > now() - interval '24 hours')
$$;

/* The channels on which a customer can be written to, those they used last first. */
create function private.channels_to(p_customer public.customers) returns text[]
language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(channel order by used desc nulls last, place), '{}') from (
    select c.channel, c.place, (select max(m.created_at) from public.messages m where m.company_id = p_customer.company_id and m.customer_id = p_customer.id
      and m.channel = c.channel and m.direction = 'in') as used
    from (values ('portal', 1, private.talked_about(p_customer.company_id, p_customer.id) is not null), ('email', 2, p_customer.email is not null),
      ('sms', 3, p_customer.phone is not null and not private.has_stopped(p_customer.company_id, 'sms', p_customer.phone)),
      ('whatsapp', 4, private.whatsapp_open(p_customer.company_id, p_customer.phone))) as c (channel, place, open)
    where c.open) as c
$$;

/*
 * Everything said to and by a customer, the oldest first, the last 300: {customer: {id, name, email, phone}, assignee_id, channels, sms_left, stopped: channels,
 * choices: the ledger of STOP and START, sharers: other customers with the same number [{id, name}], reservation: {id, number}, messages}. Raises 404 `not_found`.
 */
create function public.customer_conversation(p_customer_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('reservations.see');
  v_customer public.customers;
begin
  select * into v_customer from public.customers where company_id = v_company and id = p_customer_id and erased_at is null;
  if not found then perform private.fail(404, 'not_found'); end if;
  return jsonb_build_object(
    'customer', jsonb_build_object('id', v_customer.id, 'name', v_customer.name, 'email', v_customer.email, 'phone', v_customer.phone),
    'assignee_id', (select assignee_id from public.conversations where company_id = v_company and customer_id = p_customer_id),
    'channels', to_jsonb(private.channels_to(v_customer)), 'sms_left', private.sms_left(v_company),
    'stopped', (select coalesce(jsonb_agg(c), '[]') from unnest(array['sms', 'whatsapp']) as c where private.has_stopped(v_company, c, v_customer.phone)),
    'choices', (select coalesce(jsonb_agg(jsonb_build_object('channel', c.channel, 'choice', c.choice, 'source', c.source, 'at', c.created_at) order by c.created_at desc), '[]')
      from (select * from public.channel_choices c where c.company_id = v_company and (c.customer_id = p_customer_id or c.address = v_customer.phone)
        order by c.created_at desc limit 20) as c),
    'sharers', (select coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'name', k.name) order by k.name, k.id), '[]') from public.customers k
      where k.company_id = v_company and k.phone = v_customer.phone and k.id <> p_customer_id and k.deleted_at is null),
    'reservation', (select jsonb_build_object('id', r.id, 'number', r.number) from public.reservations r
      where r.company_id = v_company and r.id = private.talked_about(v_company, p_customer_id)),
    'messages', (select coalesce(jsonb_agg(private.shown_message(m) order by m.created_at, m.id), '[]') from (
      select * from public.messages m where m.company_id = v_company and m.customer_id = p_customer_id order by m.created_at desc, m.id limit 300) as m));
end $$;

/* Notes that what a customer wrote was read: the messages that were shown, all where nobody says which. Repeating changes nothing. Raises 404 `not_found`. */
create function public.read_conversation(p_customer_id uuid, p_messages uuid[] default null) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('reservations.edit');
begin
  if not exists (select from public.customers where company_id = v_company and id = p_customer_id) then perform private.fail(404, 'not_found'); end if;
  update public.messages set read_at = now()
  where company_id = v_company and customer_id = p_customer_id and direction = 'in' and read_at is null and (p_messages is null or id = any (p_messages));
end $$;

/* Says who looks after a conversation; nobody without p_user_id. Raises 404 `not_found` (conversation, or no member who could answer). */
create function public.assign_conversation(p_customer_id uuid, p_user_id uuid default null) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('reservations.edit');
begin
  if p_user_id is not null and not exists (select from public.memberships where company_id = v_company and user_id = p_user_id and active) then
    perform private.fail(404, 'not_found');
  end if;
  update public.conversations set assignee_id = p_user_id where company_id = v_company and customer_id = p_customer_id;
  if not found then perform private.fail(404, 'not_found'); end if;
end $$;

/*
 * Conversations, the latest first, fifty at a time from p_before on: [{customer_id, customer, body, direction, channel, at, unread, assignee_id, assignee}].
 * p_filter: all, mine, unread or unassigned.
 */
create function public.list_conversations(p_filter text default 'all', p_before timestamptz default null) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('reservations.see');
begin
  return (select coalesce(jsonb_agg(to_jsonb(l) order by l.at desc, l.customer_id), '[]') from (
    select c.customer_id, k.name as customer, private.without_tokens(m.body) as body, m.direction, m.channel, c.last_at as at, u.unread, c.assignee_id, p.full_name as assignee
    from public.conversations c
    join public.customers k on k.company_id = c.company_id and k.id = c.customer_id
    cross join lateral (select * from public.messages m where m.company_id = c.company_id and m.customer_id = c.customer_id and m.template = 'written'
      order by m.created_at desc, m.id limit 1) as m
    cross join lateral (select count(*)::int as unread from public.messages m where m.company_id = c.company_id and m.customer_id = c.customer_id
      and m.direction = 'in' and m.read_at is null) as u
    left join public.profiles p on p.user_id = c.assignee_id
    where c.company_id = v_company and c.last_at < coalesce(p_before, 'infinity') and case p_filter
      when 'mine' then c.assignee_id = auth.uid() when 'unassigned' then c.assignee_id is null when 'unread' then u.unread > 0 else true end
    order by c.last_at desc, c.customer_id limit 50) as l);
end $$;

/* How many conversations have something unread, of those that are the caller's or nobody's. */
create function public.count_unread_conversations() returns int
language plpgsql stable security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('reservations.see');
begin
  return (select count(distinct m.customer_id) from public.messages m
    left join public.conversations c on c.company_id = m.company_id and c.customer_id = m.customer_id
    where m.company_id = v_company and m.direction = 'in' and m.read_at is null and (c.assignee_id is null or c.assignee_id = auth.uid()));
end $$;
grant execute on function public.customer_conversation(uuid), public.read_conversation(uuid, uuid[]), public.assign_conversation(uuid, uuid),
  public.list_conversations(text, timestamptz), public.count_unread_conversations() to authenticated;
