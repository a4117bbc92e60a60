-- The company's own subscription as Stripe keeps it, and the status and plan that follow from it.
create table public.subscriptions (
  company_id     uuid not null references public.companies (id),
  id             uuid not null default gen_random_uuid(),
  provider_ref   text not null check (length(provider_ref) between 1 and 255),
  plan           public.plan_name not null,
  state          text not null check (state in ('trialing', 'active', 'past_due', 'unpaid', 'paused', 'canceled')),
  period_ends_at timestamptz not null,
  ends_at        timestamptz,
  grace_ends_at  timestamptz,
  is_second      boolean not null default false,
  seen_at        timestamptz not null,
  created_at     timestamptz not null default now(),
  updated_at     timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, provider_ref),
  check ((state = 'past_due') <= (grace_ends_at is not null))
);
comment on table public.subscriptions is 'One row for each subscription the company ever had at Stripe; written by apply_subscriptions alone.';
comment on column public.subscriptions.ends_at is 'When it ends or ended; null while it renews.';
comment on column public.subscriptions.grace_ends_at is 'Since a payment failed: until when the company keeps working. A later failure of the same arrears moves nothing.';
comment on column public.subscriptions.is_second is 'Taken out beside a living one, as when two people pay at once: ended and given back, never the company''s plan.';
comment on column public.subscriptions.seen_at is 'When we asked Stripe for what stands here; what was asked earlier changes nothing any more.';
create unique index subscriptions_one_living on public.subscriptions (company_id) where state <> 'canceled' and not is_second;
select private.guard_tenant_table('public.subscriptions');
create policy "those who run the company see its subscription" on public.subscriptions for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('settings.edit')));
grant select (company_id, id, plan, state, period_ends_at, ends_at, grace_ends_at, is_second, created_at) on public.subscriptions to authenticated;

/* Queues a mail to each owner about the plan, once for each key. */
create function private.tell_owners(p_company uuid, p_notice text, p_key text) returns void
language sql security definer set search_path = '' as $$
  select private.enqueue(p_company, 'mail.plan_notice', concat_ws(':', p_notice, p_key, m.user_id), jsonb_build_object('notice', p_notice, 'user_id', m.user_id))
  from public.memberships m where m.company_id = p_company and m.role = 'owner' and m.active
$$;

/*
 * Sets a company's status and plan to what follows from its subscriptions, its trial and the hour, and tells its owners of a change for the worse. Nothing
 * else decides, so that it is the same in whatever order one heard of things. A company that never subscribed keeps the plan it was given.
 */
create function private.restate_plan(p_company uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company public.companies;
  v_living public.subscriptions;
  v_status public.company_status;
begin
  select * into v_company from public.companies where id = p_company for no key update;
  select * into v_living from public.subscriptions where company_id = p_company and state <> 'canceled' and not is_second;
  v_status := case
    when v_living.state in ('trialing', 'active') then 'active'
    when v_living.state = 'past_due' and now() < v_living.grace_ends_at then 'past_due'
    when v_living.state is not null then 'suspended'
    when now() < v_company.trial_ends_at then 'trial'
    when exists (select from public.subscriptions where company_id = p_company and not is_second) then 'canceled'
    else 'suspended' end;
  if v_status = v_company.status and coalesce(v_living.plan, v_company.plan) = v_company.plan then return; end if;
  update public.companies set status = v_status, plan = coalesce(v_living.plan, plan) where id = p_company;
  if v_status <> v_company.status and v_status in ('past_due', 'suspended') then
    perform private.tell_owners(p_company, case v_status when 'past_due' then 'payment_failed' else 'suspended' end, extract(epoch from now())::text);
  end if;
end $$;

/* As whose act the trail keeps what our machine does next in this transaction; null: its own again. */
create function private.act_for(p_user uuid) returns void
language sql set search_path = '' as $$
  select set_config('crms.on_behalf_of', coalesce(p_user::text, ''), true)
$$;

/*
 * Takes over a company's subscriptions as Stripe had them at p_seen_at, oldest first: [{ref, plan, state, period_ends_at, ends_at, asked_by, asked_plan}].
 * Repeating it changes nothing, and so does what was seen earlier than what is known. The first one living is the company's; another beside it is ended and
 * given back. asked_by chose asked_plan at our screens. Answers 'applied', or 'unknown_price' with nothing done. Raises 404 `not_found`.
 */
create function public.apply_subscriptions(p_company_id uuid, p_subscriptions jsonb, p_seen_at timestamptz) returns text
language plpgsql security definer set search_path = '' as $$
declare
  v_one record;
  v_known public.subscriptions;
  v_second boolean;
begin
  perform from public.companies where id = p_company_id for no key update;
  if not found then perform private.fail(404, 'not_found'); end if;
  if exists (select from jsonb_array_elements(p_subscriptions) as s where s ->> 'plan' is null and s ->> 'state' <> 'canceled') then return 'unknown_price'; end if;
  for v_one in
    select s.* from jsonb_array_elements(p_subscriptions) with ordinality as listed (entry, nth)
    cross join lateral jsonb_to_record(listed.entry) as s (ref text, plan public.plan_name, state text, period_ends_at timestamptz, ends_at timestamptz,
      asked_by uuid, asked_plan public.plan_name)
    order by listed.nth
  loop
    select * into v_known from public.subscriptions where company_id = p_company_id and provider_ref = v_one.ref;
    continue when v_known.seen_at > p_seen_at or v_known.state = 'canceled';
    v_second := coalesce(v_known.is_second, v_one.state <> 'canceled' and exists (
      select from public.subscriptions where company_id = p_company_id and state <> 'canceled' and not is_second and provider_ref <> v_one.ref));
    if v_one.asked_plan = v_one.plan and v_one.plan is distinct from v_known.plan and exists (
      select from public.memberships where company_id = p_company_id and user_id = v_one.asked_by and active) then
      perform private.act_for(v_one.asked_by);
    end if;
    insert into public.subscriptions as s (company_id, provider_ref, plan, state, period_ends_at, ends_at, grace_ends_at, is_second, seen_at)
    values (p_company_id, v_one.ref, coalesce(v_one.plan, v_known.plan, (select plan from public.companies where id = p_company_id)), v_one.state,
      v_one.period_ends_at, v_one.ends_at,
      case when v_one.state in ('past_due', 'unpaid') then coalesce(v_known.grace_ends_at, p_seen_at + interval '14 days') end, v_second, p_seen_at)
    on conflict (company_id, provider_ref) do update set plan = excluded.plan, state = excluded.state, period_ends_at = excluded.period_ends_at,
      ends_at = excluded.ends_at, grace_ends_at = excluded.grace_ends_at, seen_at = excluded.seen_at;
    if v_second and v_known.id is null then
      perform private.enqueue(p_company_id, 'stripe.end_second_subscription', v_one.ref, jsonb_build_object('ref', v_one.ref));
      perform private.tell_owners(p_company_id, 'second_subscription', v_one.ref);
    end if;
  end loop;
  if exists (select from public.subscriptions where company_id = p_company_id and not is_second) then perform private.restate_plan(p_company_id); end if;
  perform private.act_for(null);
  return 'applied';
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;

/* Whose subscriptions a customer at Stripe pays for, and the moment of asking, by the database's clock; null for nobody's. Ask before asking Stripe. */
create function public.billed_company(p_customer_ref text) returns jsonb
language sql security definer set search_path = '' as $$
  select jsonb_build_object('company_id', id, 'seen_at', clock_timestamp()) from public.companies where stripe_customer_id = p_customer_ref
$$;

/* Keeps as whom a company pays at Stripe; the first one stays. Answers who it is. */
create function public.keep_stripe_customer(p_company_id uuid, p_customer_ref text) returns text
language sql security definer set search_path = '' as $$
  update public.companies set stripe_customer_id = coalesce(stripe_customer_id, p_customer_ref) where id = p_company_id returning stripe_customer_id
$$;

/* What a company has more of than a plan has room for, of what does not begin anew each month: [{resource, used, limit}]. */
create function private.plan_excess(p_company uuid, p_plan public.plan_name) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('resource', resource, 'used', used, 'limit', limit_amount) order by resource), '[]')
  from (select l.resource, l.limit_amount, private.plan_used(p_company, l.resource) as used from public.plan_limits l
    where l.plan = p_plan and l.resource in ('staff', 'customers', 'storage_bytes')) as room
  where used > limit_amount
$$;

/*
 * What choosing a plan needs to know: {company, email, customer, subscription, trial_ends_at}; subscription null = a new one is taken out. p_plan null asks
 * without choosing. For owners, on hold as well. Raises 403 `forbidden`, 409 `plan_too_small` with what exceeds it · `subscription_unpaid`, while a living
 * one waits for its payment · `plan_unchanged`.
 */
create function public.billing_terms(p_plan public.plan_name default null) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('billing.manage');
  v_living public.subscriptions;
  v_excess jsonb := private.plan_excess(v_company, p_plan);
begin
  select * into v_living from public.subscriptions where company_id = v_company and state <> 'canceled' and not is_second;
  if p_plan is not null then
    if v_living.state not in ('trialing', 'active') then perform private.fail(409, 'subscription_unpaid'); end if;
    if v_living.plan = p_plan then perform private.fail(409, 'plan_unchanged'); end if;
    if v_excess <> '[]' then perform private.fail(409, 'plan_too_small', jsonb_build_object('exceeds', v_excess)); end if;
  end if;
  return (select jsonb_build_object('company', coalesce(c.legal_name, c.name), 'email', p.email, 'customer', c.stripe_customer_id,
      'subscription', v_living.provider_ref, 'trial_ends_at', c.trial_ends_at)
    from public.companies c join public.profiles p on p.user_id = auth.uid() where c.id = v_company);
end $$;

/*
 * Once an hour: trials without a subscription and arrears past their grace come to hold, and owners hear three days before their trial ends. Safe to repeat.
 * Returns how many companies were looked at.
 */
create function public.restate_plans() returns int
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid;
  v_count int := 0;
begin
  perform private.tell_owners(id, 'trial_ending', trial_ends_at::text) from public.companies
  where status = 'trial' and trial_ends_at between now() and now() + interval '3 days';
  for v_company in
    select c.id from public.companies c
    where (c.status = 'trial' and c.trial_ends_at <= now())
      or (c.status = 'past_due' and exists (select from public.subscriptions s where s.company_id = c.id and s.state = 'past_due' and s.grace_ends_at <= now()))
    order by c.id for no key update skip locked
  loop
    perform private.restate_plan(v_company);
    v_count := v_count + 1;
  end loop;
  return v_count;
end $$;

/* What a notice about the plan says to an owner, for our own worker; null once it is not true any more, or for them no more. */
create function public.plan_notice_facts(p_company_id uuid, p_notice jsonb) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('notice', p_notice ->> 'notice', 'email', p.email, 'language', p.locale, 'name', p.full_name, 'company', c.name, 'slug', c.slug, 'plan', c.plan,
    'time_zone', c.time_zone, 'accent_color', c.accent_color, 'trial_ends_at', c.trial_ends_at, 'grace_ends_at', s.grace_ends_at, 'subscribed', s.id is not null)
  from public.companies c
  join public.memberships m on m.company_id = c.id and m.user_id = (p_notice ->> 'user_id')::uuid and m.active and m.role = 'owner'
  join public.profiles p on p.user_id = m.user_id
  left join public.subscriptions s on s.company_id = c.id and s.state <> 'canceled' and not s.is_second
  where c.id = p_company_id and case p_notice ->> 'notice'
    when 'trial_ending' then c.status = 'trial' when 'payment_failed' then c.status = 'past_due' when 'suspended' then c.status = 'suspended' else true end
$$;

grant execute on function public.billing_terms(public.plan_name) to authenticated;
grant execute on function public.apply_subscriptions(uuid, jsonb, timestamptz), public.billed_company(text), public.keep_stripe_customer(uuid, text),
  public.restate_plans(), public.plan_notice_facts(uuid, jsonb) to service_role;
