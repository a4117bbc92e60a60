-- The conversation of a booking: what its customer writes in the portal, and what the company answers.

/* The portal's messages of a booking, the oldest first. */
create function private.conversation(p_company uuid, p_reservation uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'direction', m.direction, 'body', m.body, 'at', m.created_at, 'read_at', m.read_at) order by m.created_at, m.id), '[]')
  from (select * from public.messages m where m.company_id = p_company and m.reservation_id = p_reservation and m.channel = 'portal'
    order by m.created_at desc, m.id limit 200) as m
$$;

/* The conversation by the private link; null for a wrong or lapsed token. */
create function public.conversation_by_token(p_slug text, p_token text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select private.conversation(l.company_id, l.reservation_id) from private.find_link(p_slug, p_token) l
$$;

/*
 * The customer writes to the company, which is told by mail. Twenty an hour at most. Safe to repeat with the same key; returns the message's id.
 * Raises 404 `link_expired`, 422 `invalid_input` · `idempotency_key_reused`, 429 `rate_limited`.
 */
create function public.write_by_token(p_slug text, p_token text, p_body text, p_idempotency_key text default null) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_link public.access_links := private.open_link(p_slug, p_token);
  v_before jsonb;
  v_id uuid;
begin
  v_before := private.begin_once(v_link.company_id, 'write_by_token', p_idempotency_key, jsonb_build_object('reservation', v_link.reservation_id, 'body', p_body));
  if v_before is not null then return (v_before ->> 'id')::uuid; end if;
  if (select count(*) >= 20 from public.messages m where m.company_id = v_link.company_id and m.reservation_id = v_link.reservation_id and m.channel = 'portal'
      and m.direction = 'in' and m.created_at > now() - interval '1 hour') then
    perform private.fail(429, 'rate_limited', '{"retryAfterSeconds": 3600}');
  end if;
  insert into public.messages (company_id, customer_id, reservation_id, channel, direction, template, recipient, body, status)
  select r.company_id, r.customer_id, r.id, 'portal', 'in', 'written', '', btrim(p_body), 'delivered'
  from public.reservations r where r.company_id = v_link.company_id and r.id = v_link.reservation_id returning id into v_id;
  perform private.enqueue(v_link.company_id, 'mail.customer_message', v_id::text, jsonb_build_object('message_id', v_id));
  perform private.finish_once(v_link.company_id, 'write_by_token', p_idempotency_key, jsonb_build_object('id', v_id));
  return v_id;
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;
grant execute on function public.conversation_by_token(text, text), public.write_by_token(text, text, text, text) to anon, authenticated;

/* The conversation of a reservation. Raises 404 `not_found`. */
create function public.conversation(p_reservation_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('reservations.see');
begin
  if not exists (select from public.reservations where company_id = v_company and id = p_reservation_id) then perform private.fail(404, 'not_found'); end if;
  return private.conversation(v_company, p_reservation_id);
end $$;

/*
 * The company answers: the message stands in the portal and goes to the customer by mail; what they wrote counts as read. Safe to repeat with the same key.
 * Raises 404 `not_found`, 422 `invalid_input` · `idempotency_key_reused`.
 */
create function public.answer_customer(p_reservation_id uuid, p_body text, p_idempotency_key text default null) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('reservations.edit');
  v_before jsonb;
  v_id uuid;
begin
  v_before := private.begin_once(v_company, 'answer_customer', p_idempotency_key, jsonb_build_object('reservation', p_reservation_id, 'body', p_body, 'by', auth.uid()));
  if v_before is not null then return (v_before ->> 'id')::uuid; end if;
  insert into public.messages (company_id, customer_id, reservation_id, channel, template, recipient, body, author_id)
  select r.company_id, r.customer_id, r.id, 'portal', 'written', '', btrim(p_body), auth.uid()
  from public.reservations r where r.company_id = v_company and r.id = p_reservation_id returning id into v_id;
  if v_id is null then perform private.fail(404, 'not_found'); end if;
  perform public.read_conversation(p_reservation_id);
  perform private.enqueue(v_company, 'mail.portal_message', v_id::text, jsonb_build_object('message_id', v_id));
  perform private.finish_once(v_company, 'answer_customer', p_idempotency_key, jsonb_build_object('id', v_id));
  return v_id;
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;

/* Notes that what a customer wrote was read. Repeating changes nothing. Raises 404 `not_found`. */
create function public.read_conversation(p_reservation_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('reservations.edit');
begin
  if not exists (select from public.reservations where company_id = v_company and id = p_reservation_id) then perform private.fail(404, 'not_found'); end if;
  update public.messages set read_at = now()
  where company_id = v_company and reservation_id = p_reservation_id and channel = 'portal' and direction = 'in' and read_at is null;
end $$;

/* Conversations, those with something unread first, then the latest: [{reservation_id, number, customer, body, direction, at, unread}]. */
create function public.list_conversations() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('reservations.see');
begin
  return (select coalesce(jsonb_agg(to_jsonb(c) order by c.unread > 0 desc, c.at desc), '[]') from (
    select m.reservation_id, r.number, k.name as customer, (array_agg(m.body order by m.created_at desc))[1] as body,
      (array_agg(m.direction order by m.created_at desc))[1] as direction, max(m.created_at) as at,
      count(*) filter (where m.direction = 'in' and m.read_at is null)::int as unread
    from public.messages m
    join public.reservations r on r.company_id = m.company_id and r.id = m.reservation_id
    join public.customers k on k.company_id = r.company_id and k.id = r.customer_id
    where m.company_id = v_company and m.channel = 'portal'
    group by 1, 2, 3 order by max(m.created_at) desc limit 200) as c);
end $$;
grant execute on function public.conversation(uuid), public.answer_customer(uuid, text, text), public.read_conversation(uuid), public.list_conversations() to authenticated;

/* What the mails about a message tell. */
create function public.message_facts(p_company_id uuid, p_message_id uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('body', m.body, 'read', m.read_at is not null, 'reservation_id', m.reservation_id, 'number', r.number, 'customer', k.name,
    'company', c.name, 'accent_color', c.accent_color, 'email', c.email, 'locale', c.locale)
  from public.messages m
  join public.companies c on c.id = m.company_id
  join public.reservations r on r.company_id = m.company_id and r.id = m.reservation_id
  join public.customers k on k.company_id = r.company_id and k.id = r.customer_id
  where m.company_id = p_company_id and m.id = p_message_id
$$;
grant execute on function public.message_facts(uuid, uuid) to service_role;
