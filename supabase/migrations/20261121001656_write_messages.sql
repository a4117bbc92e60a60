-- Who writes: the customer in the portal, the company on the channel that suits.

/*
 * The customer writes to the company, which is told by mail; with five files at most. Twenty an hour at most. Safe to repeat with the same key; returns the message's id.
 * Raises 404 `link_expired`, 422 `invalid_input` · `idempotency_key_reused`, 429 `rate_limited`.
 */
create function public.write_by_token(p_slug text, p_token text, p_body text, p_idempotency_key text default null, p_files uuid[] default '{}') returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_link public.access_links := private.open_link(p_slug, p_token);
  v_before jsonb;
  v_row public.messages;
begin
  -- A repetition brings its files anew, under other names.
  v_before := private.begin_once(v_link.company_id, 'write_by_token', p_idempotency_key, jsonb_build_object('reservation', v_link.reservation_id, 'body', p_body,
    'files', cardinality(p_files)));
  if v_before is not null then return (v_before ->> 'id')::uuid; end if;
  if (select count(*) >= 20 from public.messages m where m.company_id = v_link.company_id and m.reservation_id = v_link.reservation_id and m.channel = 'portal'
      and m.direction = 'in' and m.created_at > now() - interval '1 hour') then
    perform private.fail(429, 'rate_limited', '{"retryAfterSeconds": 3600}');
  end if;
  if coalesce(btrim(p_body), '') = '' and cardinality(p_files) = 0 then perform private.fail(422, 'invalid_input', '{"rule": "body"}'); end if;
  if cardinality(p_files) > 5 then perform private.fail(422, 'invalid_input', '{"rule": "files"}'); end if;
  insert into public.messages (company_id, customer_id, reservation_id, channel, direction, template, recipient, body, status)
  select r.company_id, r.customer_id, r.id, 'portal', 'in', 'written', '', coalesce(btrim(p_body), ''), 'delivered'
  from public.reservations r where r.company_id = v_link.company_id and r.id = v_link.reservation_id returning * into v_row;
  perform private.attach_files(v_row, p_files);
  perform private.enqueue(v_link.company_id, 'mail.customer_message', v_row.id::text, jsonb_build_object('message_id', v_row.id));
  perform private.finish_once(v_link.company_id, 'write_by_token', p_idempotency_key, jsonb_build_object('id', v_row.id));
  return v_row.id;
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;
grant execute on function public.write_by_token(text, text, text, text, uuid[]) to anon, authenticated;

/*
 * The company writes to a customer: in the portal, which a mail tells them, by e-mail, SMS or WhatsApp; with files, five at most, one on WhatsApp, none by SMS. What they wrote counts as read, of p_read
 * only that. Safe to repeat with the same key; returns the message's id. Raises 404 `not_found` (customer, or a reservation that is not theirs), 409 `channel_closed` when they
 * cannot be reached there (now), 422 `invalid_input` · `idempotency_key_reused`.
 */
create function public.write_to_customer(p_customer_id uuid, p_channel text, p_body text, p_reservation_id uuid default null, p_idempotency_key text default null,
  p_files uuid[] default '{}', p_read uuid[] default null) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('reservations.edit');
  v_before jsonb;
  v_customer public.customers;
  v_reservation uuid := coalesce(p_reservation_id, private.talked_about(v_company, p_customer_id));
  v_row public.messages;
begin
  v_before := private.begin_once(v_company, 'write_to_customer', p_idempotency_key, jsonb_build_object('customer', p_customer_id, 'channel', p_channel, 'body', p_body,
    'reservation', p_reservation_id, 'by', auth.uid(), 'files', to_jsonb(p_files)));
  if v_before is not null then return (v_before ->> 'id')::uuid; end if;
  select * into v_customer from public.customers where company_id = v_company and id = p_customer_id and erased_at is null;
  if not found or p_reservation_id is not null and not exists (select from public.reservations
      where company_id = v_company and id = p_reservation_id and customer_id = p_customer_id) then
    perform private.fail(404, 'not_found');
  end if;
  if p_channel <> all (private.channels_to(v_customer)) and (p_channel <> 'portal' or p_reservation_id is null) then
    perform private.fail(409, 'channel_closed', jsonb_build_object('channel', p_channel));
  end if;
  if p_channel in ('sms', 'whatsapp') and length(p_body) > 1600 then perform private.fail(422, 'invalid_input', '{"rule": "body"}'); end if;
  if cardinality(p_files) > (case p_channel when 'sms' then 0 when 'whatsapp' then 1 else 5 end) then perform private.fail(422, 'invalid_input', '{"rule": "files"}'); end if;
  insert into public.messages (company_id, customer_id, reservation_id, channel, template, recipient, body, author_id, status)
  values (v_company, p_customer_id, v_reservation, p_channel, 'written',
    case p_channel when 'portal' then '' when 'email' then v_customer.email else v_customer.phone end, btrim(p_body), auth.uid(),
    case p_channel when 'portal' then 'delivered' else 'queued' end)
  returning * into v_row;
  perform private.attach_files(v_row, p_files);
  perform public.read_conversation(p_customer_id, p_read);
  perform private.enqueue(v_company, case p_channel when 'portal' then 'mail.portal_message' else 'message.send' end, v_row.id::text, jsonb_build_object('message_id', v_row.id));
  perform private.finish_once(v_company, 'write_to_customer', p_idempotency_key, jsonb_build_object('id', v_row.id));
  return v_row.id;
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;

/* What is written about a reservation, by whatever way. Raises 404 `not_found`. */
create function public.conversation(p_reservation_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('reservations.see');
begin
  if not exists (select from public.reservations where company_id = v_company and id = p_reservation_id) then perform private.fail(404, 'not_found'); end if;
  return private.conversation(v_company, p_reservation_id);
end $$;

/*
 * On which way a job tells its customer: what it was told by; else what it names; a short message that names none goes by WhatsApp first, where the company has
 * words that were approved for it.
 */
create function private.channel_of_job(p_job public.outbox) returns text
language sql stable security definer set search_path = '' as $$
  select coalesce(
    (select m.channel from public.messages m where m.company_id = p_job.company_id and m.outbox_id = p_job.id),
    case when p_job.topic like 'mail.%' then 'email' end, p_job.payload ->> 'channel',
    case when p_job.status in ('pending', 'dead') and exists (select from public.message_templates t where t.company_id = p_job.company_id
      and t.event = split_part(p_job.topic, '.', 2) and t.channel = 'whatsapp') then 'whatsapp' end, 'sms')
$$;

/* The way on which it is told instead of what a job could not tell, or of which nobody knows that it arrived; null where there is none. */
create function private.told_instead(p_job public.outbox) returns text
language sql stable security definer set search_path = '' as $$
  select split_part(n.key, ' ', 1) from public.outbox n
  where n.company_id = p_job.company_id and n.topic in ('mail.' || split_part(p_job.topic, '.', 2), 'sms.' || split_part(p_job.topic, '.', 2))
    and n.key in ('email instead of ' || p_job.id, 'sms instead of ' || p_job.id, 'whatsapp instead of ' || p_job.id) limit 1
$$;

/*
 * What a reservation's customer was told by machines, and what became of it: [{id, topic, channel, state, error, at, instead}], the oldest first. state: pending,
 * sent, delivered, failed, dead, dismissed (told on another way, or put aside), no_address and no_number where there is none, stopped where the number wants
 * nothing there, untold where it was not true any more. instead: the way it went on. Raises 404 `not_found`.
 */
create function public.reservation_messages(p_reservation_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('reservations.see');
  v_customer public.customers;
begin
  select k.* into v_customer from public.reservations r join public.customers k on k.company_id = r.company_id and k.id = r.customer_id
  where r.company_id = v_company and r.id = p_reservation_id;
  if not found then perform private.fail(404, 'not_found'); end if;
  return (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'topic', o.topic, 'channel', w.channel, 'instead', w.instead, 'at', coalesce(o.done_at, o.run_at),
      'error', coalesce(m.error, o.last_error),
      'state', case
        when m.id is not null then m.status
        when o.status in ('pending', 'done') and o.topic like 'sms.%' and v_customer.phone is null then 'no_number'
        when o.status in ('pending', 'done') and o.topic like 'mail.%' and v_customer.email is null then 'no_address'
        when o.status <> 'done' then o.status
        when o.topic like 'sms.%' and private.has_stopped(v_company, w.channel, v_customer.phone) then 'stopped'
        when w.instead is not null then 'dismissed'
        else 'untold' end) order by o.created_at, o.id), '[]')
    from (select * from public.outbox where company_id = v_company and payload ->> 'reservation_id' = p_reservation_id::text and topic ~ '^(mail|sms)\.'
      order by created_at limit 50) as o
    cross join lateral (select private.channel_of_job(o) as channel, private.told_instead(o) as instead) as w
    left join public.messages m on m.company_id = o.company_id and m.outbox_id = o.id);
end $$;
grant execute on function public.reservation_messages(uuid), public.write_to_customer(uuid, text, text, uuid, text, uuid[], uuid[]), public.conversation(uuid) to authenticated;

/* What our worker needs to send a message, or to tell of one. */
create function public.message_facts(p_company_id uuid, p_message_id uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', m.id, 'body', m.body, 'read', m.read_at is not null, 'status', m.status, 'channel', m.channel, 'files', (select count(*) from public.message_files f where f.company_id = m.company_id and f.message_id = m.id),
    'recipient', m.recipient, 'sender', private.strange_sender(m),
    'reservation_id', m.reservation_id, 'number', r.number, 'customer_id', m.customer_id, 'customer', k.name, 'customer_locale', k.language,
    'answers', (select jsonb_build_object('subject', x.subject, 'reference', x.mail_id) from public.messages x
      where x.company_id = m.company_id and x.customer_id = m.customer_id and x.channel = 'email' and x.direction = 'in'
      and x.created_at < m.created_at order by x.created_at desc limit 1),
    'company', c.name, 'accent_color', c.accent_color, 'email', c.email, 'phone', c.phone, 'locale', c.locale)
  from public.messages m
  join public.companies c on c.id = m.company_id
  join public.customers k on k.company_id = m.company_id and k.id = m.customer_id
  left join public.reservations r on r.company_id = m.company_id and r.id = m.reservation_id
  where m.company_id = p_company_id and m.id = p_message_id
$$;

/* Notes that a written message has left, or cannot; the provider's reports follow it from there. Safe to repeat. */
create function public.mark_message(p_company_id uuid, p_message_id uuid, p_status text, p_provider_ref text default null, p_subject text default null, p_error text default null) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.lock_message(coalesce(p_provider_ref, p_message_id::text));
  update public.messages set status = p_status, provider_ref = coalesce(p_provider_ref, provider_ref), subject = coalesce(p_subject, subject), error = left(p_error, 200)
  where company_id = p_company_id and id = p_message_id and status = 'queued' and p_status in ('sent', 'failed');
  perform private.take_early_reports(p_provider_ref);
end $$;
grant execute on function public.message_facts(uuid, uuid), public.mark_message(uuid, uuid, text, text, text, text) to service_role;

/*
 * What a person wrote and cannot leave says so itself; true for a job that was to send it. The desk tries again or puts it aside by settle_failed_message.
 */
create function private.give_up_message(p_company uuid, p_outbox_id uuid, p_error text) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  update public.messages m set status = 'failed', error = left(p_error, 200) from public.outbox o
  where o.company_id = p_company and o.id = p_outbox_id and o.topic = 'message.send' and m.company_id = p_company and m.id = (o.payload ->> 'message_id')::uuid and m.status = 'queued';
  return found;
end $$;
