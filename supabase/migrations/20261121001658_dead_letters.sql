-- What could not leave, and what did not arrive: seen, tried again or put aside. Messages by those who write them, all other work by those who run the company.

/* What a job is about, as one would look for it: {kind, id, label}; null where it is about nothing that has a page. */
create function private.job_record(p_company uuid, p_payload jsonb) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('kind', found.kind, 'id', found.id, 'label', found.label, 'customer', k.name, 'email', k.email, 'phone', k.phone)
  from (
    select 'reservation' as kind, r.id, r.number as label, r.customer_id from public.reservations r
    where r.company_id = p_company and r.id = coalesce((p_payload ->> 'reservation_id')::uuid, (select c.reservation_id from public.reservation_changes c
      where c.company_id = p_company and c.id in ((p_payload ->> 'change_id')::uuid, case p_payload ->> 'kind' when 'addendum' then (p_payload ->> 'record_id')::uuid end)))
    union all
    select 'contract', c.id, c.number, c.customer_id from public.contracts c where c.company_id = p_company
      and c.id in ((p_payload ->> 'contract_id')::uuid, case when p_payload ->> 'kind' in ('contract', 'settlement') then (p_payload ->> 'record_id')::uuid end)
    union all
    select 'invoice', i.id, i.number, i.customer_id from public.invoices i where i.company_id = p_company
      and i.id in ((p_payload ->> 'invoice_id')::uuid, case p_payload ->> 'kind' when 'invoice' then (p_payload ->> 'record_id')::uuid end)
    union all
    select 'conversation', m.customer_id, null, m.customer_id from public.messages m where m.company_id = p_company and m.id = (p_payload ->> 'message_id')::uuid and m.customer_id is not null
    union all
    select 'waiting', w.id, null, w.customer_id from public.waiting_entries w where w.company_id = p_company and w.id = (p_payload ->> 'waiting_entry_id')::uuid) as found
  left join public.customers k on k.company_id = p_company and k.id = found.customer_id limit 1
$$;

/* Work that could not be done. */
create function private.dead_jobs(p_company uuid) returns setof jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('kind', 'job', 'id', o.id, 'topic', o.topic, 'channel', private.channel_of_job(o), 'at', o.updated_at, 'attempts', o.attempts, 'error', o.last_error,
      'recipient', coalesce(o.payload ->> 'to', case
        -- These tell the company of its customer.
        when o.topic in ('mail.customer_message', 'mail.deposit_alert', 'mail.dispute') then (select email from public.companies where id = p_company)
        when o.topic like 'sms.%' then record ->> 'phone' when o.topic like 'mail.%' then record ->> 'email' end),
      'record', record - array['email', 'phone'])
  from (select * from public.outbox where company_id = p_company and status = 'dead' order by updated_at desc limit 200) as o
  left join lateral private.job_record(p_company, o.payload) as record on true
$$;

/* Messages that did not reach whom they were for. */
create function private.failed_messages(p_company uuid) returns setof jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('kind', 'message', 'id', m.id, 'topic', case m.template when 'written' then 'message.send' else m.template end, 'channel', m.channel, 'at', m.updated_at,
    'attempts', null, 'error', m.error, 'recipient', m.recipient, 'record', case
      when r.id is not null then jsonb_build_object('kind', 'reservation', 'id', r.id, 'label', r.number, 'customer', k.name)
      when k.id is not null then jsonb_build_object('kind', 'conversation', 'id', k.id, 'label', null, 'customer', k.name) end)
  from (select * from public.messages where company_id = p_company and status = 'failed' and settled_at is null order by created_at desc limit 200) as m
  left join public.customers k on k.company_id = m.company_id and k.id = m.customer_id
  left join public.reservations r on r.company_id = m.company_id and r.id = m.reservation_id and m.template <> 'written'
$$;

/* What could not leave or did not arrive, the latest first: [{kind: job or message, id, topic, channel, at, attempts, error, recipient, record}]. Raises 403 `forbidden`. */
create function public.list_dead_letters() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('reservations.edit');
begin
  return (select coalesce(jsonb_agg(l order by (l ->> 'at')::timestamptz desc, l ->> 'id'), '[]') from (
    select l from private.failed_messages(v_company) as l
    union all select l from private.dead_jobs(v_company) as l where private.can('settings.edit')) as listed);
end $$;

/* How many there are. */
create function public.count_dead_letters() returns int
language plpgsql stable security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('reservations.edit');
begin
  return (select count(*) from public.messages where company_id = v_company and status = 'failed' and settled_at is null)
    + case when private.can('settings.edit') then (select count(*) from public.outbox where company_id = v_company and status = 'dead') else 0 end;
end $$;

/*
 * Tries what could not leave once more, or puts it aside; the trail keeps who did. What is tried again counts as a second attempt, so that whoever sends it
 * looks first whether the earlier one got through. Raises 404 `not_found`, 409 `invalid_transition` when somebody else was quicker.
 */
create function public.settle_dead_letter(p_outbox_id uuid, p_again boolean) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('settings.edit');
  v_status text := case when p_again then 'pending' else 'dismissed' end;
begin
  update public.outbox set status = v_status, attempts = case when p_again then 1 else attempts end, run_at = now(), locked_until = null
  where company_id = v_company and id = p_outbox_id and status = 'dead';
  if not found then
    if exists (select from public.outbox where company_id = v_company and id = p_outbox_id) then perform private.fail(409, 'invalid_transition'); end if;
    perform private.fail(404, 'not_found');
  end if;
  insert into public.audit_log (company_id, actor_user_id, actor_kind, table_name, record_id, action, before, after)
  values (v_company, auth.uid(), 'user', 'outbox', p_outbox_id::text, 'update', '{"status": "dead"}', jsonb_build_object('status', v_status));
end $$;
/*
 * Sends a message that failed once more, to whatever address its customer has now, or puts it aside; the trail keeps who did. What a machine told is told by a
 * job of its own, under the facts as they are. Raises 404 `not_found`, 409 `invalid_transition` when somebody else was quicker · `channel_closed` when the
 * customer cannot be reached there (any more).
 */
create function public.settle_failed_message(p_message_id uuid, p_again boolean) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('reservations.edit');
  v_message public.messages;
  v_customer public.customers;
begin
  select * into v_message from public.messages where company_id = v_company and id = p_message_id and direction = 'out' for update;
  if not found then perform private.fail(404, 'not_found'); end if;
  if v_message.status <> 'failed' or v_message.settled_at is not null then perform private.fail(409, 'invalid_transition'); end if;
  if not p_again or v_message.template <> 'written' then
    update public.messages set settled_at = now() where company_id = v_company and id = p_message_id;
  end if;
  if p_again and v_message.template <> 'written' then
    perform private.enqueue(v_company, o.topic, 'again ' || p_message_id, o.payload) from public.outbox o where o.company_id = v_company and o.id = v_message.outbox_id;
    if not found then perform private.fail(409, 'invalid_transition'); end if;
  elsif p_again then
    select * into v_customer from public.customers where company_id = v_company and id = v_message.customer_id;
    if v_message.channel <> all (private.channels_to(v_customer)) then
      perform private.fail(409, 'channel_closed', jsonb_build_object('channel', v_message.channel));
    end if;
    update public.messages set status = 'queued', error = null, provider_ref = null, recipient = case channel when 'email' then v_customer.email else v_customer.phone end
    where company_id = v_company and id = p_message_id;
    -- A job that was given up may have got through: as a second attempt it looks first. One that got an answer is done, and its key spent.
    update public.outbox set status = 'pending', attempts = 1, run_at = now(), locked_until = null
    where company_id = v_company and topic = 'message.send' and key = p_message_id::text and status = 'dismissed';
    if not found then
      perform private.enqueue(v_company, 'message.send', p_message_id || ' again ' || clock_timestamp(), jsonb_build_object('message_id', p_message_id));
    end if;
  end if;
  insert into public.audit_log (company_id, actor_user_id, actor_kind, table_name, record_id, action, before, after)
  values (v_company, auth.uid(), 'user', 'messages', p_message_id::text, 'update', '{"status": "failed"}',
    jsonb_build_object('status', case when p_again then 'queued' else 'dismissed' end));
end $$;
grant execute on function public.list_dead_letters(), public.count_dead_letters(), public.settle_dead_letter(uuid, boolean),
  public.settle_failed_message(uuid, boolean) to authenticated;
