-- What money does beside rentals: vouchers, payouts of Stripe's and where they arrived, what does not match, and deposits whose card did not hold.
-- Expects: the claims of the company's owner, after the year of bookings.
do $$
declare
  v_company public.companies;
  v_week record;
  v_entries jsonb := '[]';
  v_issued jsonb;
begin
  select * into v_company from public.companies where id = private.company_id();

  -- One is new, one was given away, one is used in part, one used up.
  perform public.issue_voucher(20000, 'bank_transfer', private.today(v_company.id) + 700, 'Geburtstag');
  perform public.issue_voucher(5000, null, private.today(v_company.id) + 180, 'Entschuldigung für die Wartezeit');
  v_issued := public.issue_voucher(15000, 'cash', private.today(v_company.id) + 365, null, (select id from public.locations where company_id = v_company.id order by created_at, id limit 1));
  perform public.redeem_voucher(i.id, public.issue_voucher(2500, 'bank_transfer') ->> 'code') from (
    select id from public.invoices where company_id = v_company.id and status = 'open' and due_rappen - paid_rappen > 20000 order by issued_on desc, id limit 1) as i;
  perform public.redeem_voucher(i.id, v_issued ->> 'code') from (
    select id from public.invoices where company_id = v_company.id and status = 'open' and due_rappen - paid_rappen between 1000 and 14000 order by issued_on desc, id limit 1) as i;

  -- Every week what cards had paid in it, less Stripe's share; the bank's file brings all but the latest, and one of them short of what the banks took.
  for v_week in
    select place, private.today(v_company.id) - place * 7 as day, round(sum(p.amount_rappen) * 0.971)::bigint as rappen
    from generate_series(0, 5) as place
    join public.payments p on p.company_id = v_company.id and p.method in ('card', 'twint') and p.status = 'succeeded'
      and p.settled_at >= now() - make_interval(days => place * 7 + 9) and p.settled_at < now() - make_interval(days => place * 7 + 2)
    group by place order by place desc
  loop
    perform public.record_payout(v_company.id, jsonb_build_object('id', 'po_demo_' || to_char(v_week.day, 'YYYYMMDD'), 'status', case v_week.place when 0 then 'in_transit' else 'paid' end,
      'amount_rappen', v_week.rappen, 'currency', 'chf', 'arrives_on', v_week.day + case v_week.place when 0 then 2 else 0 end, 'paid_out_at', v_week.day - 2));
    if v_week.place > 0 then
      v_entries := v_entries || jsonb_build_object('key', 'stripe-' || v_week.day, 'amount_rappen', v_week.rappen - case v_week.place when 2 then 150 else 0 end, 'currency', v_company.currency,
        'booked_on', v_week.day, 'debtor_name', 'Stripe Technology Europe, Ltd.', 'message', 'STRIPE PAYOUT');
    end if;
  end loop;
  v_entries := v_entries || jsonb_build_object('key', 'unknown-1', 'amount_rappen', 18000, 'currency', v_company.currency, 'booked_on', private.today(v_company.id) - 3,
    'debtor_name', 'Nina Favre', 'message', 'Miete Auto');
  perform public.import_bank_file(jsonb_build_object('file_name', 'camt053.xml', 'sha256', md5('demo') || md5(v_company.slug), 'format', 'camt.053.001.08'), v_entries);

  -- What Stripe told of all this night by night: it matches, but for a fee that was never booked and a movement that nobody here knows.
  update public.payments set provider_charge = 'ch_demo_' || replace(id::text, '-', '')
  where company_id = v_company.id and method in ('card', 'twint') and status = 'succeeded' and provider_charge is null;
  perform public.reconcile_stripe(v_company.id, (select jsonb_agg(m) from (
      select 'txn_' || p.provider_charge as id, 'charge' as kind, p.provider_charge as source, p.amount_rappen,
        case when p.settled_at = max(p.settled_at) over () then round(p.amount_rappen * 0.029)::bigint else 0 end as fee_rappen, p.currency, p.settled_at as moved_at
      from public.payments p where p.company_id = v_company.id and p.provider_charge like 'ch_demo_%' and p.settled_at < now()
      union all
      select 'txn_' || o.provider_ref, 'payout', o.provider_ref, -o.amount_rappen, 0, o.currency, o.paid_out_at from public.payouts o where o.company_id = v_company.id
      union all
      select 'txn_demo_1', 'stripe_fee', null, -2900, 0, v_company.currency, now() - interval '4 days') as m), now() - interval '90 days');

  -- Of the vehicles that are out, one deposit lies in the till, and one card wants its holder.
  insert into public.deposits (company_id, contract_id, method, status, amount_rappen, currency, failure, customer_asked_at)
  select v_company.id, c.id, case c.nth when 1 then 'cash' else 'card' end::public.payment_method, case c.nth when 1 then 'held' else 'failed' end::public.deposit_status,
    50000, v_company.currency, case c.nth when 2 then 'authentication_required' end, case c.nth when 2 then now() - interval '2 hours' end
  from (select id, row_number() over (order by ends_at desc, id) as nth from public.contracts where company_id = v_company.id and status = 'active' and ends_at > now()) as c where c.nth <= 2;
  perform private.post(d.company_id, 'deposit', d.id::text, d.currency, jsonb_build_array(
    jsonb_build_object('account', 'cash', 'amount_rappen', d.amount_rappen), jsonb_build_object('account', 'deposits_held', 'amount_rappen', -d.amount_rappen)))
  from public.deposits d where d.company_id = v_company.id and d.method = 'cash';
end $$;
