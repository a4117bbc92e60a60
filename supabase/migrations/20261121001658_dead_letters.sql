-- What could not leave: seen, tried again or put aside by those who run the company.

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

/* What could not leave, the latest first: [{id, topic, at, attempts, error, recipient, record}]. Raises 403 `forbidden`. */
create function public.list_dead_letters() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('settings.edit');
begin
  return (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'topic', o.topic, 'at', o.updated_at, 'attempts', o.attempts, 'error', o.last_error,
      'recipient', coalesce(o.payload ->> 'to', case
        -- These tell the company of its customer.
        when o.topic in ('mail.customer_message', 'mail.deposit_alert', 'mail.dispute') then (select email from public.companies where id = v_company)
        when o.topic like 'sms.%' then record ->> 'phone' when o.topic like 'mail.%' then record ->> 'email' end),
      'record', record - array['email', 'phone']) order by o.updated_at desc, o.id), '[]')
    from (select * from public.outbox where company_id = v_company and status = 'dead' order by updated_at desc limit 200) as o
    left join lateral private.job_record(v_company, o.payload) as record on true);
end $$;

/* How many there are. */
create function public.count_dead_letters() returns int
language plpgsql stable security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('settings.edit');
begin
  return (select count(*) from public.outbox where company_id = v_company and status = 'dead');
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
grant execute on function public.list_dead_letters(), public.count_dead_letters(), public.settle_dead_letter(uuid, boolean) to authenticated;
