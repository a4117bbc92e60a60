-- A customer at a glance, and everything that happened with them in one line of time.

/* {bookings, cancelled, no_shows, spend_rappen, open_rappen, credit_rappen, last_booking_at, first_booking_at}. Spend: what was paid, less what went back. Raises 404 `not_found`. */
create function public.customer_totals(p_customer_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('customers.see');
begin
  if not exists (select from public.customers where company_id = v_company and id = p_customer_id) then perform private.fail(404, 'not_found'); end if;
  return (select jsonb_build_object('bookings', count(*) filter (where status in ('confirmed', 'converted')), 'cancelled', count(*) filter (where status = 'cancelled'),
      'no_shows', count(*) filter (where status = 'no_show'), 'first_booking_at', min(starts_at) filter (where status in ('confirmed', 'converted')),
      'last_booking_at', max(starts_at) filter (where status in ('confirmed', 'converted')))
    from public.reservations where company_id = v_company and customer_id = p_customer_id)
    || (select jsonb_build_object('spend_rappen', coalesce(sum(amount_rappen - refunded_rappen), 0)) from public.payments
      where company_id = v_company and customer_id = p_customer_id and settled_at is not null and purpose not in ('security_deposit', 'tip'))
    || (select jsonb_build_object('open_rappen', coalesce(sum(due_rappen - paid_rappen), 0)) from public.invoices
      where company_id = v_company and customer_id = p_customer_id and status in ('open', 'partially_paid', 'overdue'))
    || (select jsonb_build_object('credit_rappen', coalesce(sum(amount_rappen), 0)) from public.customer_credits where company_id = v_company and customer_id = p_customer_id);
end $$;

/*
 * Everything about a customer, newest first, a page at a time: [{at, kind, id, title, status, amount_rappen, currency, actor, text}].
 * kind: reservation · contract · invoice · payment · message · note · consent · change. p_before: the `at` of the last entry seen.
 */
create function public.customer_timeline(p_customer_id uuid, p_before timestamptz default null, p_limit int default 30) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('customers.see');
  v_before timestamptz := coalesce(p_before, 'infinity');
  v_limit int := least(greatest(coalesce(p_limit, 30), 1), 100);
  v_ids uuid[] := array(select id from public.customers where company_id = v_company and p_customer_id in (id, merged_into));
begin
  if cardinality(v_ids) = 0 then perform private.fail(404, 'not_found'); end if;
  return (select coalesce(jsonb_agg(to_jsonb(e) order by e.at desc, e.id), '[]') from (
    select r.created_at as at, 'reservation' as kind, r.id::text, r.number as title, r.status::text, r.total_rappen as amount_rappen, r.currency, null as actor,
      v.make || ' ' || v.model as text
    from public.reservations r join public.vehicles v on v.company_id = r.company_id and v.id = r.vehicle_id
    where r.company_id = v_company and r.customer_id = any (v_ids) and r.created_at < v_before
    union all
    select c.created_at, 'contract', c.id::text, c.number, c.status::text, null, c.currency, null, v.plate
    from public.contracts c join public.vehicles v on v.company_id = c.company_id and v.id = c.vehicle_id
    where c.company_id = v_company and c.customer_id = any (v_ids) and c.created_at < v_before
    union all
    select created_at, 'invoice', id::text, number, status::text, total_rappen, currency, null, null
    from public.invoices where company_id = v_company and customer_id = any (v_ids) and status <> 'draft' and created_at < v_before
    union all
    select coalesce(settled_at, created_at), 'payment', id::text, method::text, status::text, amount_rappen, currency, null, purpose
    from public.payments where company_id = v_company and customer_id = any (v_ids) and coalesce(settled_at, created_at) < v_before
    union all
    select m.created_at, 'message', m.id::text, m.channel, m.status, null, null, null, coalesce(m.subject, left(private.without_tokens(m.body), 160))
    from public.messages m where m.company_id = v_company and m.created_at < v_before and (m.customer_id = any (v_ids)
      or m.reservation_id in (select r.id from public.reservations r where r.company_id = v_company and r.customer_id = any (v_ids)))
    union all
    select n.created_at, 'note', n.id::text, null, null, null, null, p.full_name, n.text
    from public.customer_notes n left join public.profiles p on p.user_id = n.written_by
    where n.company_id = v_company and n.customer_id = any (v_ids) and n.created_at < v_before
    union all
    select coalesce(c.withdrawn_at, c.given_at), 'consent', c.id::text, c.kind, case when c.withdrawn_at is null then 'given' else 'withdrawn' end, null, null, p.full_name, c.text_version
    from public.consents c left join public.profiles p on p.user_id = c.recorded_by
    where c.company_id = v_company and c.customer_id = any (v_ids) and coalesce(c.withdrawn_at, c.given_at) < v_before
    union all
    select l.at, 'change', l.id::text, l.table_name, l.action, null, null, p.full_name,
      (select string_agg(key, ',' order by key) from jsonb_object_keys(coalesce(l.after, '{}')) as key where l.action = 'update' and key !~ '_key$')
    from public.audit_log l left join public.profiles p on p.user_id = l.actor_user_id
    where l.company_id = v_company and l.at < v_before and (l.table_name = 'customers' and l.record_id = any (v_ids::text[])
      or l.table_name = 'drivers' and l.record_id in (select d.id::text from public.drivers d where d.company_id = v_company and d.customer_id = any (v_ids)))
    -- What one transaction did bears one time: a page never ends in the middle of it.
    order by at desc fetch first v_limit rows with ties) as e);
end $$;
grant execute on function public.customer_totals(uuid), public.customer_timeline(uuid, timestamptz, int) to authenticated;
