-- A payout of Stripe's arrives at the bank: the entry there and the payout here are the same money.

/* Whether Stripe sent an entry: it names itself as the payer or in the message. */
create function private.is_from_stripe(p_entry public.bank_entries) returns boolean
language sql stable set search_path = '' as $$
  select not p_entry.is_collective and concat_ws(' ', p_entry.debtor_name, p_entry.message) ~* '\mstripe\M'
$$;

/* Payouts that may still arrive: on their way or said to be paid, and at no bank yet. */
create function private.payouts_on_the_way(p_company uuid) returns setof public.payouts
language sql stable security definer set search_path = '' as $$
  select o.* from public.payouts o where o.company_id = p_company and o.amount_rappen > 0 and o.status not in ('failed', 'canceled') and o.bank_entry_id is null
$$;

/* Books that an entry, of which nothing is used yet, is this payout: it leaves what is on the way; by what the amounts differ, the banks took it. */
create function private.settle_payout(p_entry public.bank_entries, p_payout public.payouts) returns void
language plpgsql security definer set search_path = '' as $$
begin
  update public.payouts set bank_entry_id = p_entry.id where company_id = p_entry.company_id and id = p_payout.id;
  update public.bank_entries set finding = 'payout', status = 'settled', settled_rappen = amount_rappen, resolved_at = now()
  where company_id = p_entry.company_id and id = p_entry.id;
  perform private.post(p_entry.company_id, 'payout_arrived', p_entry.id::text, p_entry.currency, jsonb_build_array(
    jsonb_build_object('account', 'unallocated_receipts', 'amount_rappen', p_entry.amount_rappen),
    jsonb_build_object('account', 'payment_fees', 'amount_rappen', p_payout.amount_rappen - p_entry.amount_rappen),
    jsonb_build_object('account', 'payouts_in_transit', 'amount_rappen', -p_payout.amount_rappen)));
end $$;

/*
 * Finds the payouts that open entries from Stripe are: the same amount, at the bank from three days before until ten days after the day it was announced for, the earliest
 * first. An entry from Stripe that is no payout's amount waits for a person. Whichever of the two is heard of first. Returns how many arrived.
 */
create function private.match_payouts(p_company uuid) returns int
language plpgsql security definer set search_path = '' as $$
declare
  v_entry public.bank_entries;
  v_payout public.payouts;
  v_arrived int := 0;
begin
  for v_entry in
    select e.* from public.bank_entries e where e.company_id = p_company and e.status = 'open' and e.settled_rappen = 0 and e.invoice_id is null and private.is_from_stripe(e)
    order by e.booked_on, e.created_at, e.position for no key update of e
  loop
    select * into v_payout from private.payouts_on_the_way(p_company) as o
    where o.amount_rappen = v_entry.amount_rappen and o.currency = v_entry.currency and v_entry.booked_on between o.arrives_on - 3 and o.arrives_on + 10
    order by o.arrives_on, o.paid_out_at limit 1;
    if found then
      perform private.settle_payout(v_entry, v_payout);
      v_arrived := v_arrived + 1;
    elsif v_entry.finding <> 'payout' then
      update public.bank_entries set finding = 'payout' where company_id = p_company and id = v_entry.id;
    end if;
  end loop;
  return v_arrived;
end $$;

/*
 * Says which payout an entry is that came with another amount; by what the two differ, the banks took it. Repeating changes nothing.
 * Raises 404 `not_found`, 409 `bank_entry_resolved` · `payout_arrived`.
 */
create function public.assign_bank_entry_to_payout(p_bank_entry_id uuid, p_payout_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('payments.take');
  v_entry public.bank_entries;
  v_payout public.payouts;
begin
  if exists (select from public.payouts where company_id = v_company and id = p_payout_id and bank_entry_id = p_bank_entry_id) then return; end if;
  -- As the import does it: one at a time in a company.
  perform pg_advisory_xact_lock(hashtextextended('bank ' || v_company, 0));
  v_entry := private.lock_bank_entry(v_company, p_bank_entry_id);
  if v_entry.settled_rappen > 0 then perform private.fail(409, 'bank_entry_resolved'); end if;
  select * into v_payout from public.payouts where company_id = v_company and id = p_payout_id;
  if not found then perform private.fail(404, 'not_found'); end if;
  select * into v_payout from private.payouts_on_the_way(v_company) as o where o.id = p_payout_id and o.currency = v_entry.currency;
  if not found then perform private.fail(409, 'payout_arrived'); end if;
  perform private.settle_payout(v_entry, v_payout);
end $$;
grant execute on function public.assign_bank_entry_to_payout(uuid, uuid) to authenticated;

/* Up to three payouts that an entry from Stripe may be, the nearest amount first: [{id, provider_ref, amount_rappen, arrives_on}]. */
create function private.suggested_payouts(p_entry public.bank_entries) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'provider_ref', o.provider_ref, 'amount_rappen', o.amount_rappen, 'arrives_on', o.arrives_on)
    order by abs(o.amount_rappen - p_entry.amount_rappen), o.arrives_on), '[]')
  from (select * from private.payouts_on_the_way(p_entry.company_id) as way
    where p_entry.finding = 'payout' and p_entry.settled_rappen = 0 and way.currency = p_entry.currency and p_entry.booked_on between way.arrives_on - 10 and way.arrives_on + 30
    order by abs(way.amount_rappen - p_entry.amount_rappen), way.arrives_on limit 3) as o
$$;
