-- What came in counts in the order in which it came, however late and in whichever order it is worked on.

/* Takes stored events for a minute; with p_event_id only that one. created_at: when it came in. */
drop function public.claim_webhook_events(int, text);
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
grant execute on function public.claim_webhook_events(int, text) to service_role;

/* What a message alone on its line asks for: stop, start, or null. The words of the networks, and ours in the languages we write in. */
create or replace function private.keyword_of(p_body text) returns text
language sql immutable set search_path = '' as $$
  select case
    when word in ('STOP', 'STOPP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT', 'ARRET', 'ARRÊT', 'ABMELDEN') then 'stop'
    when word in ('START', 'UNSTOP') then 'start' end
  from (select upper(btrim(normalize(p_body, nfc), E' \t\r\n.,!"''\u00a0\u200b\ufe0f')) as word) as w
$$;

/* Notes a choice made at p_at, where it changes something: a STOP that is worked on after the START that followed it stops nothing. */
drop function private.note_choice(uuid, uuid, text, text, text, text);
create function private.note_choice(p_company uuid, p_customer uuid, p_channel text, p_address text, p_choice text, p_source text, p_at timestamptz default clock_timestamp()) returns void
language sql security definer set search_path = '' as $$
  insert into public.channel_choices (company_id, customer_id, channel, address, choice, source, created_at)
  select p_company, p_customer, p_channel, p_address, p_choice, p_source, p_at
  where p_choice is distinct from (select c.choice from public.channel_choices c where c.company_id = p_company and c.channel = p_channel and c.address = p_address
    and c.created_at <= p_at order by c.created_at desc limit 1)
$$;

/*
 * Takes in what a customer sent, once for each p_provider_ref, with the files our worker has to fetch for it ([{name, source}]), and tells the company by mail. STOP and START are noted for every company that has written
 * to the number from our one. p_received_at: when it came to us. Returns {company_id, message_id}; null when nobody is known to answer so.
 */
drop function public.receive_message(text, text, text, text, text, text, jsonb);
create function public.receive_message(p_channel text, p_sender text, p_recipient text, p_provider_ref text, p_subject text, p_body text, p_files jsonb default '[]',
  p_received_at timestamptz default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_from record;
  v_row public.messages;
  v_keyword text := case when p_channel in ('sms', 'whatsapp') then private.keyword_of(p_body) end;
  v_at timestamptz := least(coalesce(p_received_at, clock_timestamp()), clock_timestamp());
begin
  perform pg_advisory_xact_lock(hashtextextended('received ' || p_provider_ref, 0));
  select * into v_row from public.messages where provider_ref = p_provider_ref and direction = 'in';
  if found then return jsonb_build_object('company_id', v_row.company_id, 'message_id', v_row.id); end if;
  if v_keyword is not null then
    perform private.note_choice(w.company_id, w.customer_id, p_channel, p_sender, v_keyword, 'keyword', v_at) from (
      select distinct on (m.company_id) m.company_id, m.customer_id from public.messages m
      where m.recipient = p_sender and m.channel in ('sms', 'whatsapp') and m.direction = 'out' order by m.company_id, m.created_at desc) as w;
  end if;
  select * into v_from from private.answering(p_channel, p_sender, p_recipient);
  if not found or v_from.customer_id is null then return null; end if;
  insert into public.messages (company_id, customer_id, reservation_id, channel, direction, template, recipient, subject, body, status, provider_ref, created_at, read_at)
  values (v_from.company_id, v_from.customer_id, coalesce(v_from.reservation_id, private.talked_about(v_from.company_id, v_from.customer_id)), p_channel, 'in', 'written',
    p_sender, left(p_subject, 300), coalesce(nullif(btrim(left(p_body, case p_channel when 'email' then 20000 else 4000 end)), ''), case when p_files = '[]' then '–' else '' end), 'delivered', p_provider_ref,
    v_at,
    -- A keyword is answered by doing what it says.
    case when v_keyword is not null then now() end)
  returning * into v_row;
  perform private.await_files(v_row, p_files);
  if v_keyword is null then
    perform private.enqueue(v_row.company_id, 'mail.customer_message', v_row.id::text, jsonb_build_object('message_id', v_row.id));
  end if;
  return jsonb_build_object('company_id', v_row.company_id, 'message_id', v_row.id);
end $$;

/*
 * Which of a provider's ids may be of an earlier attempt of a job: those that no other message has. The same words to the same number are two messages where
 * two people, or one person twice, wrote them.
 */
create function public.sent_before(p_company_id uuid, p_outbox_id uuid, p_provider_refs text[]) returns text[]
language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(ref order by place), '{}') from unnest(p_provider_refs) with ordinality as given (ref, place)
  where not exists (select from public.messages m where m.provider_ref = ref and (m.company_id, m.outbox_id) is distinct from (p_company_id, p_outbox_id))
$$;
grant execute on function public.receive_message(text, text, text, text, text, text, jsonb, timestamptz), public.sent_before(uuid, uuid, text[]) to service_role;
