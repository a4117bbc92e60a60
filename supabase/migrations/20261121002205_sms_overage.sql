-- Short messages past what the plan includes: as many as the owner allows, paid with the next invoice of the subscription.

/* How many a month may go past the plan; the owner decides, because they cost. Raises 403 `forbidden`, 422 `invalid_input`. */
create function public.set_sms_overage(p_most int) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('billing.manage');
begin
  update public.companies set sms_overage_most = p_most where id = v_company;
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;

/* The short messages of this month past the plan, and what they cost: {most, used, rate_rappen, open}; open: whether any may go. Raises 403 `forbidden`. */
create function public.sms_overage() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('settings.edit');
begin
  return (select jsonb_build_object('most', c.sms_overage_most, 'used', private.sms_beyond(c.id), 'rate_rappen', private.sms_overage_rappen(),
    'open', private.can_be_billed(c)) from public.companies c where c.id = v_company);
end $$;
grant execute on function public.set_sms_overage(int), public.sms_overage() to authenticated;

/*
 * Queues what is to be paid for the months that are over, one job a company and month, ever: only what has left counts. Safe to run twice or late.
 * Answers how many.
 */
create function public.queue_sms_overage() returns int
language sql security definer set search_path = '' as $$
  with months as (
    select s.company_id, date_trunc('month', s.claimed_at at time zone c.time_zone) as month, sum(s.beyond) as count
    from private.sms_claims s join public.companies c on c.id = s.company_id
    where s.beyond > 0 and s.claimed_at > now() - interval '100 days' and s.claimed_at < private.month_start(s.company_id)
      and exists (select from public.outbox o where o.company_id = s.company_id and o.id = s.outbox_id and o.status = 'done')
    group by 1, 2
  ), queued as (
    select private.enqueue(m.company_id, 'stripe.sms_overage', to_char(m.month, 'YYYY-MM'), jsonb_build_object('month', to_char(m.month, 'YYYY-MM'), 'count', m.count,
      'amount_rappen', m.count * private.sms_overage_rappen(), 'customer', c.stripe_customer_id, 'locale', c.locale))
    from months m join public.companies c on c.id = m.company_id
    where c.stripe_customer_id is not null
      and not exists (select from public.outbox o where o.company_id = m.company_id and o.topic = 'stripe.sms_overage' and o.key = to_char(m.month, 'YYYY-MM'))
  ) select count(*)::int from queued
$$;
grant execute on function public.queue_sms_overage() to service_role;
