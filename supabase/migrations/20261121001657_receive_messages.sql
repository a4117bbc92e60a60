-- What customers answer by SMS, WhatsApp and e-mail finds its way into their conversation.

/*
 * The name before the @ of the address to which a customer's answers go: their id and 128 bits that only we can derive. It names a conversation and opens
 * nothing: whoever knows it can write to the company as this customer, as with any address on an envelope.
 */
create function public.reply_name(p_company_id uuid, p_customer_id uuid) returns text
language sql stable security definer set search_path = '' as $$
  select replace(p_customer_id::text, '-', '') || left(encode(extensions.hmac(convert_to('reply ' || p_company_id || ' ' || p_customer_id, 'UTF8'), value, 'sha256'), 'hex'), 32)
  from private.secrets where name = 'links'
$$;

-- An answer knows its sender before it knows the company.
create index customers_alone on public.customers (id);
create index customers_by_phone on public.customers (phone) where phone is not null;

/*
 * Every company that knows a number, and whose it is there: the customer whom it wrote to last, else the one of those with that number who booked last.
 */
create function private.known_by(p_number text) returns table (company_id uuid, customer_id uuid)
language sql stable security definer set search_path = '' as $$
  select distinct on (k.company_id) k.company_id, k.customer_id from (
    select m.company_id, m.customer_id, 1 as place, m.created_at as at from public.messages m
    where m.recipient = p_number and m.channel in ('sms', 'whatsapp') and m.direction = 'out'
    union all
    select c.company_id, c.id, 2, (select max(r.created_at) from public.reservations r where r.company_id = c.company_id and r.customer_id = c.id)
    from public.customers c where c.phone = p_number and c.deleted_at is null) as k
  order by k.company_id, k.place, k.at desc nulls last
$$;

/*
 * Whose answer it is. A reply to an e-mail says so by its address; our one number says nothing, so whoever wrote last to the sender's gets the answer,
 * and else the one company that knows the number.
 */
create function private.answering(p_channel text, p_sender text, p_recipient text) returns table (company_id uuid, customer_id uuid, reservation_id uuid)
language sql stable security definer set search_path = '' as $$
  select * from (
    (select k.company_id, coalesce(k.merged_into, k.id), null::uuid from public.customers k
      where k.id = case when p_channel = 'email' and p_recipient ~* '^[0-9a-f]{64}@' then left(lower(p_recipient), 32)::uuid end and k.erased_at is null
        and public.reply_name(k.company_id, k.id) = left(lower(p_recipient), 64))
    union all
    (select m.company_id, m.customer_id, m.reservation_id from public.messages m
      where p_channel <> 'email' and m.recipient = p_sender and m.channel in ('sms', 'whatsapp') and m.direction = 'out' and m.customer_id is not null
      order by m.created_at desc limit 1)
    union all
    (select (array_agg(k.company_id))[1], (array_agg(k.customer_id))[1], null::uuid from private.known_by(p_sender) k where p_channel <> 'email' having count(*) = 1)
  ) as found limit 1
$$;

/*
 * Takes in what a customer sent, once for each p_provider_ref, with the files our worker has to fetch for it ([{name, source}]), and tells the company by mail. STOP and START are noted for every company that knows
 * the number: ours is the same for all. p_mail_id: what the customer's mail program calls their mail. p_received_at: when it came to us. Returns {company_id, message_id}; null when nobody is known to answer so.
 */
create function public.receive_message(p_channel text, p_sender text, p_recipient text, p_provider_ref text, p_subject text, p_body text, p_files jsonb default '[]',
  p_received_at timestamptz default null, p_mail_id text default null) returns jsonb
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
    perform private.note_choice(k.company_id, k.customer_id, p_channel, p_sender, v_keyword, 'keyword', v_at) from private.known_by(p_sender) k;
  end if;
  select * into v_from from private.answering(p_channel, p_sender, p_recipient);
  if not found or v_from.customer_id is null then return null; end if;
  insert into public.messages (company_id, customer_id, reservation_id, channel, direction, template, recipient, subject, body, status, provider_ref, mail_id, created_at, read_at)
  values (v_from.company_id, v_from.customer_id, coalesce(v_from.reservation_id, private.talked_about(v_from.company_id, v_from.customer_id)), p_channel, 'in', 'written',
    p_sender, left(p_subject, 300), coalesce(nullif(btrim(left(p_body, case p_channel when 'email' then 20000 else 4000 end)), ''), case when p_files = '[]' then '–' else '' end), 'delivered', p_provider_ref,
    left(p_mail_id, 998), v_at,
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
grant execute on function public.reply_name(uuid, uuid), public.receive_message(text, text, text, text, text, text, jsonb, timestamptz, text), public.sent_before(uuid, uuid, text[]) to service_role;
