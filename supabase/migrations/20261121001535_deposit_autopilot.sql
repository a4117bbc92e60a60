-- Holds on cards do not last: Stripe lets them go after about a week. The next one stands before, or somebody hears of it.

/* Whether a deposit waits for its customer: the card on file was refused, or wants its holder. */
create function private.needs_customer(p_deposit public.deposits) returns boolean
language sql stable security definer set search_path = '' as $$
  select p_deposit.method = 'card' and (p_deposit.status in ('failed', 'lapsed') or (p_deposit.status = 'held' and p_deposit.failure is not null))
    and exists (select from public.contracts where company_id = p_deposit.company_id and id = p_deposit.contract_id and status in ('active', 'returned'))
$$;

/* What the worker needs to hold a deposit on a card, or to let such a hold go. */
create function public.deposit_hold_facts(p_company_id uuid, p_hold_id uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select public.deposit_facts(h.company_id, h.deposit_id) || jsonb_build_object('hold_status', h.status, 'hold_intent', h.provider_intent,
    'begun_at', h.created_at)
  from public.deposit_holds h where h.company_id = p_company_id and h.id = p_hold_id
$$;

/* Locks a deposit, then one of its holds, and gives the hold. Raises 404 `not_found`. */
create function private.lock_hold(p_company uuid, p_hold uuid) returns public.deposit_holds
language plpgsql security definer set search_path = '' as $$
declare
  v_hold public.deposit_holds;
begin
  perform from public.deposits d join public.deposit_holds h on h.company_id = d.company_id and h.deposit_id = d.id
  where h.company_id = p_company and h.id = p_hold for no key update of d;
  select * into v_hold from public.deposit_holds where company_id = p_company and id = p_hold for no key update;
  if not found then perform private.fail(404, 'not_found'); end if;
  return v_hold;
end $$;

/* Tells the desk, and asks the customer to confirm the hold by the private link, that a hold was refused or has lapsed; each once for a hold. */
create function private.report_hold(p_company uuid, p_hold public.deposit_holds, p_event text, p_asks boolean) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.enqueue(p_company, 'mail.deposit_alert', p_hold.id || ':' || p_event, jsonb_build_object('deposit_id', p_hold.deposit_id, 'event', p_event));
  if p_asks then
    update public.deposits set customer_asked_at = now() where company_id = p_company and id = p_hold.deposit_id;
    perform private.enqueue(p_company, 'mail.deposit_request', p_hold.id::text, jsonb_build_object('deposit_id', p_hold.deposit_id));
  end if;
end $$;

/*
 * A hold stands at Stripe (p_intent, until p_expires_at), or was refused (p_failure): then desk and customer hear of it, while one before stands on. The hold before
 * is let go; one that nobody wants any more as well. Safe to repeat, in any order. Returns what the hold is now. Raises 404 `not_found`.
 */
create function public.settle_deposit_hold(p_company_id uuid, p_hold_id uuid, p_intent text, p_expires_at timestamptz default null, p_failure text default null,
  p_customer_ref text default null, p_payment_method_ref text default null) returns text
language plpgsql security definer set search_path = '' as $$
declare
  v_hold public.deposit_holds := private.lock_hold(p_company_id, p_hold_id);
  v_before public.deposit_holds;
  v_deposit public.deposits;
  v_contract public.contracts;
  v_wanted boolean;
begin
  -- Stripe's page lets a customer try another card.
  if v_hold.status <> 'requested' or (p_failure is not null and v_hold.by_customer) then return v_hold.status; end if;
  select * into v_deposit from public.deposits where company_id = p_company_id and id = v_hold.deposit_id;
  select * into v_contract from public.contracts where company_id = p_company_id and id = v_deposit.contract_id;
  v_wanted := v_deposit.method = 'card' and v_deposit.status in ('requested', 'held', 'lapsed', 'failed') and v_contract.status in ('active', 'returned');
  if p_failure is not null then
    update public.deposit_holds set status = 'failed', provider_intent = p_intent, failure = p_failure where company_id = p_company_id and id = p_hold_id;
    if v_wanted then
      update public.deposits set failure = p_failure, status = case when status = 'requested' then 'failed' else status::text end::public.deposit_status
      where company_id = p_company_id and id = v_deposit.id;
      perform private.report_hold(p_company_id, v_hold, 'refused', true);
    end if;
    return 'failed';
  end if;
  if not v_wanted then
    update public.deposit_holds set status = 'released', provider_intent = p_intent, expires_at = p_expires_at where company_id = p_company_id and id = p_hold_id;
    perform private.enqueue(p_company_id, 'stripe.deposit_drop', p_hold_id::text, jsonb_build_object('hold_id', p_hold_id));
    return 'released';
  end if;
  update public.deposit_holds set status = 'released' where company_id = p_company_id and deposit_id = v_deposit.id and status = 'held' returning * into v_before;
  if found then perform private.enqueue(p_company_id, 'stripe.deposit_drop', v_before.id::text, jsonb_build_object('hold_id', v_before.id)); end if;
  update public.deposit_holds set status = 'held', provider_intent = p_intent, expires_at = p_expires_at where company_id = p_company_id and id = p_hold_id;
  update public.deposits set status = 'held', provider_intent = p_intent, expires_at = p_expires_at, failure = null, customer_asked_at = null
  where company_id = p_company_id and id = v_deposit.id;
  update public.customers set stripe_customer_id = p_customer_ref, payment_method_id = p_payment_method_ref
  where company_id = p_company_id and id = v_contract.customer_id and v_hold.by_customer and p_customer_ref is not null and p_payment_method_ref is not null;
  return 'held';
end $$;

/*
 * Stripe let a hold go, by time or by somebody's hand: what was being captured of it is lost, a deposit that rested on it has lapsed, and the desk hears of it.
 * Safe to repeat. Returns what the hold is now. Raises 404 `not_found`.
 */
create function public.lapse_deposit_hold(p_company_id uuid, p_hold_id uuid, p_reason text default null) returns text
language plpgsql security definer set search_path = '' as $$
declare
  v_hold public.deposit_holds := private.lock_hold(p_company_id, p_hold_id);
  v_deposit public.deposits;
  v_reason text := coalesce(p_reason, 'hold_expired');
begin
  if v_hold.status = 'requested' then
    if not v_hold.by_customer then return public.settle_deposit_hold(p_company_id, p_hold_id, v_hold.provider_intent, null, v_reason); end if;
    update public.deposit_holds set status = 'failed', failure = v_reason where company_id = p_company_id and id = p_hold_id;
    return 'failed';
  end if;
  if v_hold.status <> 'held' then return v_hold.status; end if;
  select * into v_deposit from public.deposits where company_id = p_company_id and id = v_hold.deposit_id;
  if v_deposit.status = 'capturing' then
    perform public.settle_deposit_capture(p_company_id, v_deposit.id, null, v_reason);
    return 'lapsed';
  end if;
  update public.deposit_holds set status = 'lapsed', failure = v_reason where company_id = p_company_id and id = p_hold_id;
  update public.deposits set status = 'lapsed', failure = coalesce(failure, v_reason) where company_id = p_company_id and id = v_deposit.id and status = 'held';
  if found then perform private.report_hold(p_company_id, v_hold, 'lapsed', v_deposit.customer_asked_at is null); end if;
  return 'lapsed';
end $$;

/*
 * Lets cards go that nothing is wanted of any more, so many days after the return as their company says: all is invoiced and paid, and of what was damaged it is
 * decided who pays. Cash is given back by hand. p_now is for tests. Returns how many.
 */
create function public.release_deposits(p_now timestamptz default now()) returns int
language plpgsql security definer set search_path = '' as $$
declare
  v_deposit record;
  v_count int := 0;
begin
  for v_deposit in
    select d.company_id, d.id from public.deposits d
    join public.contracts c on c.company_id = d.company_id and c.id = d.contract_id and c.status = 'returned'
    join public.companies co on co.id = d.company_id and co.status not in ('suspended', 'canceled')
    where d.status = 'held' and d.method = 'card' and c.returned_at <= p_now - make_interval(days => co.deposit_release_days)
      and not exists (select from unnest(array['customer', 'driver']) as payer where private.owes(c, payer) and not private.is_billed(c, payer))
      and not exists (select from public.contract_billings b join public.invoices i on i.company_id = b.company_id and i.id = b.invoice_id
        where b.company_id = c.company_id and b.contract_id = c.id and b.active and private.open_amount(i) > 0)
      and not exists (select from public.damage_cases x where x.company_id = c.company_id and x.contract_id = c.id and x.status <> 'closed' and x.charged_rappen = 0)
    order by d.id for no key update of d skip locked
  loop
    perform private.release_card(v_deposit.company_id, v_deposit.id);
    v_count := v_count + 1;
  end loop;
  return v_count;
end $$;

/*
 * Asks for the next hold where the present one lapses within 36 hours, once for each hold, and has Stripe asked about those whose time is up: an event may have been
 * lost. p_now is for tests. Returns how many were due.
 */
create function public.sweep_deposits(p_now timestamptz default now()) returns int
language plpgsql security definer set search_path = '' as $$
declare
  v_due record;
  v_count int := 0;
begin
  for v_due in
    select d.company_id, d.id, h.id as hold_id, d.expires_at, d.failure from public.deposits d
    join public.contracts c on c.company_id = d.company_id and c.id = d.contract_id and c.status in ('active', 'returned')
    join public.deposit_holds h on h.company_id = d.company_id and h.deposit_id = d.id and h.status = 'held'
    where d.status = 'held' and d.expires_at < p_now + interval '36 hours' order by d.expires_at
  loop
    v_count := v_count + 1;
    if v_due.expires_at <= p_now then
      perform private.enqueue(v_due.company_id, 'stripe.deposit_check', v_due.hold_id || ':' || to_char(p_now at time zone 'UTC', 'YYYY-MM-DD"T"HH24'),
        jsonb_build_object('hold_id', v_due.hold_id));
    elsif v_due.failure is null then
      perform private.request_hold(v_due.company_id, v_due.id);
    end if;
  end loop;
  return v_count;
end $$;
create index deposits_expiring on public.deposits (expires_at) where status = 'held';

/*
 * Tries once more to hold a deposit on the card on file, after it was refused or has lapsed. Repeating while it is under way changes nothing.
 * Raises 404 `not_found`, 409 `deposit_needs_nothing` · `card_missing`.
 */
create function public.retry_deposit_hold(p_deposit_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('payments.take');
  v_deposit public.deposits;
begin
  select * into v_deposit from public.deposits where company_id = v_company and id = p_deposit_id for no key update;
  if not found then perform private.fail(404, 'not_found'); end if;
  if not private.needs_customer(v_deposit) then perform private.fail(409, 'deposit_needs_nothing'); end if;
  if not exists (select from public.contracts c join public.customers k on k.company_id = c.company_id and k.id = c.customer_id
      where c.company_id = v_company and c.id = v_deposit.contract_id and k.stripe_customer_id is not null and k.payment_method_id is not null) then
    perform private.fail(409, 'card_missing');
  end if;
  perform private.request_hold(v_company, p_deposit_id);
end $$;

/*
 * Takes a deposit in cash where its card was refused or cannot be held any longer: the cash is in the till now, and whatever stands or is still asked for on the card is let go.
 * Repeating changes nothing. Raises 404 `not_found`, 409 `deposit_needs_nothing`, 422 `cash_needs_five_rappen`.
 */
create function public.take_deposit_in_cash(p_deposit_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('payments.take');
  v_deposit public.deposits;
  v_hold uuid;
begin
  select * into v_deposit from public.deposits where company_id = v_company and id = p_deposit_id for no key update;
  if not found then perform private.fail(404, 'not_found'); end if;
  if v_deposit.method = 'cash' and v_deposit.status = 'held' then return; end if;
  if not private.needs_customer(v_deposit) then perform private.fail(409, 'deposit_needs_nothing'); end if;
  if v_deposit.amount_rappen % 5 <> 0 then perform private.fail(422, 'cash_needs_five_rappen'); end if;
  update public.deposit_holds set status = 'released' where company_id = v_company and deposit_id = p_deposit_id and status = 'held' returning id into v_hold;
  if found then perform private.enqueue(v_company, 'stripe.deposit_drop', v_hold::text, jsonb_build_object('hold_id', v_hold)); end if;
  update public.deposits set method = 'cash', status = 'held', provider_intent = null, expires_at = null, failure = null, customer_asked_at = null
  where company_id = v_company and id = p_deposit_id;
  perform private.post(v_company, 'deposit', p_deposit_id::text, v_deposit.currency, jsonb_build_array(
    jsonb_build_object('account', 'cash', 'amount_rappen', v_deposit.amount_rappen), jsonb_build_object('account', 'deposits_held', 'amount_rappen', -v_deposit.amount_rappen)));
end $$;
grant execute on function public.retry_deposit_hold(uuid), public.take_deposit_in_cash(uuid) to authenticated;

/*
 * The customer confirms the hold themselves, by the private link of the booking; the same one again while its page lives (20 hours).
 * Returns {hold_id, amount_rappen, currency, number, email, begun_at}. Raises 404 `link_expired`, 409 `deposit_needs_nothing`.
 */
create function public.begin_deposit_hold(p_slug text, p_token text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_link public.access_links := private.open_link(p_slug, p_token);
  v_deposit public.deposits;
  v_hold public.deposit_holds;
begin
  select d.* into v_deposit from public.deposits d join public.contracts c on c.company_id = d.company_id and c.id = d.contract_id
  where c.company_id = v_link.company_id and c.reservation_id = v_link.reservation_id order by d.created_at desc limit 1 for no key update of d;
  if private.needs_customer(v_deposit) is not true then perform private.fail(409, 'deposit_needs_nothing'); end if;
  select * into v_hold from public.deposit_holds
  where company_id = v_link.company_id and deposit_id = v_deposit.id and by_customer and status = 'requested' and created_at > now() - interval '20 hours'
  order by created_at desc limit 1;
  if not found then
    insert into public.deposit_holds (company_id, deposit_id, by_customer) values (v_link.company_id, v_deposit.id, true) returning * into v_hold;
  end if;
  return (select jsonb_build_object('hold_id', v_hold.id, 'amount_rappen', v_deposit.amount_rappen, 'currency', v_deposit.currency, 'number', c.number, 'email', k.email,
      'begun_at', v_hold.created_at)
    from public.contracts c join public.customers k on k.company_id = c.company_id and k.id = c.customer_id
    where c.company_id = v_link.company_id and c.id = v_deposit.contract_id);
end $$;
grant execute on function public.begin_deposit_hold(text, text) to anon, authenticated;

/* What the mails about a deposit need, to its customer and to the desk; null once it needs nobody any more. */
create function public.deposit_letter_facts(p_company_id uuid, p_deposit_id uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('amount_rappen', d.amount_rappen, 'currency', d.currency, 'status', d.status, 'failure', d.failure, 'expires_at', d.expires_at,
    'contract_id', c.id, 'contract_number', c.number, 'vehicle', concat_ws(' ', v.make, v.model, v.plate), 'ends_at', c.ends_at, 'slug', co.slug,
    'company', co.name, 'company_email', co.email, 'company_phone', co.phone, 'company_locale', co.locale, 'accent_color', co.accent_color, 'time_zone', co.time_zone,
    'locale', r.locale, 'token', (select private.link_token(l.id) from public.access_links l where l.company_id = c.company_id and l.reservation_id = r.id and l.revoked_at is null
      and l.expires_at > now()),
    'customer', jsonb_build_object('id', k.id, 'name', k.name, 'email', k.email))
  from public.deposits d
  join public.contracts c on c.company_id = d.company_id and c.id = d.contract_id
  join public.reservations r on r.company_id = c.company_id and r.id = c.reservation_id
  join public.customers k on k.company_id = c.company_id and k.id = c.customer_id
  join public.vehicles v on v.company_id = c.company_id and v.id = c.vehicle_id
  join public.companies co on co.id = d.company_id
  where d.company_id = p_company_id and d.id = p_deposit_id and private.needs_customer(d)
$$;
grant execute on function public.deposit_hold_facts(uuid, uuid), public.settle_deposit_hold(uuid, uuid, text, timestamptz, text, text, text),
  public.lapse_deposit_hold(uuid, uuid, text), public.sweep_deposits(timestamptz), public.release_deposits(timestamptz), public.deposit_letter_facts(uuid, uuid) to service_role;
