-- The books for somebody else's accounting: each leg of the ledger under the account numbers of the company's own chart.
create table public.account_numbers (
  company_id uuid not null references public.companies (id),
  id         uuid not null default gen_random_uuid(),
  account    text not null check (account ~ '^[a-z_]{1,40}$' or account ~ '^vat_[0-9]{1,4}$'),
  number     text not null check (number ~ '^[A-Za-z0-9.-]{1,20}$'),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, account)
);
comment on table public.account_numbers is 'The number an account of the ledger has in the company''s chart, where it is not the usual one; vat_810: the code of VAT at 8.1 %.';
select private.guard_tenant_table('public.account_numbers');
create policy "those who edit settings see account numbers" on public.account_numbers for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('settings.edit')));
grant select on public.account_numbers to authenticated;

/* The number an account has in the Swiss chart for small companies, and the VAT codes that Swiss accounting programs use; the clearing account stands for the other side. */
create function private.usual_numbers() returns table (account text, number text)
language sql immutable set search_path = '' as $$
  values ('cash', '1000'), ('bank', '1020'), ('stripe_clearing', '1025'), ('cash_transfers', '1090'), ('clearing', '1099'), ('receivables', '1100'), ('customer_prepayments', '2030'),
    ('customer_credits', '2031'), ('deposits_held', '2035'), ('vouchers', '2036'), ('tips', '2037'), ('voucher_expiry', '3680'), ('voucher_gifts', '3801'), ('unallocated_receipts', '2099'), ('vat_due', '2200'), ('revenue', '3400'), ('losses', '3805'), ('expenses', '6700'),
    ('payment_fees', '6841'), ('platform_fees', '6842'), ('payouts_in_transit', '1091'), ('disputes', '1109'), ('rounding', '6940'), ('cash_differences', '6941'), ('vat_810', 'UN81'), ('vat_380', 'UB38'), ('vat_260', 'UR26'), ('vat_770', 'UN77'), ('vat_370', 'UB37'), ('vat_250', 'UR25')
$$;

/* The chart as it stands: [{account, number, usual}]. Raises 403 `forbidden`. */
create function public.account_chart() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('settings.edit');
begin
  return (select jsonb_agg(jsonb_build_object('account', u.account, 'number', coalesce(n.number, u.number), 'usual', u.number) order by u.account ~ '^vat_[0-9]', u.number)
    from private.usual_numbers() as u left join public.account_numbers n on n.company_id = v_company and n.account = u.account);
end $$;

/* Sets numbers of the chart: {account: number}; what is not named stays. Raises 403 `forbidden`, 422 `invalid_input`. */
create function public.set_account_numbers(p_numbers jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('settings.edit');
begin
  if jsonb_typeof(p_numbers) is distinct from 'object' or exists (select from jsonb_object_keys(p_numbers) as key where key not in (select account from private.usual_numbers()))
     or private.are_texts(p_numbers, array(select jsonb_object_keys(p_numbers))) is not true then
    perform private.fail(422, 'invalid_input', '{"rule": "account"}');
  end if;
  insert into public.account_numbers as n (company_id, account, number) select v_company, key, value from jsonb_each_text(p_numbers)
  on conflict (company_id, account) do update set number = excluded.number where n.number <> excluded.number;
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;

/*
 * A leg by VAT rate: revenue and VAT of an invoice or a credit note are one leg each in the ledger, and one line a rate in the accounts. Without rates it stays as it is.
 * p_sign: what the leg's account does when the invoice grows (−1), or when it is credited (1).
 */
create function private.legs_by_rate(p_account text, p_amount bigint, p_vat jsonb, p_sign int) returns table (rate_bp int, amount_rappen bigint)
language sql immutable set search_path = '' as $$
  with rates as (
    select (g ->> 'rate_bp')::int as rate_bp, p_sign * case p_account when 'vat_due' then (g ->> 'vat_rappen')::bigint else (g ->> 'gross_rappen')::bigint - (g ->> 'vat_rappen')::bigint end as amount
    from jsonb_array_elements(coalesce(p_vat, '[]')) as g where p_account in ('revenue', 'vat_due')
  )
  select rate_bp, amount from rates where amount <> 0
  union all select 0, p_amount - coalesce(sum(amount), 0)::bigint from rates having p_amount - coalesce(sum(amount), 0) <> 0
$$;

/*
 * Every leg booked from one day to another in the company's zone (cash on the day of the cash book, with all legs of its booking), in order: [{day, transaction, reference, kind, account, number, vat_code, amount_rappen, currency}], debit positive.
 * Their sums are those of the trial balance. At most 366 days. Raises 403 `forbidden`, 422 `invalid_input`.
 */
create function public.accounting_lines(p_from date, p_until date) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('data.export');
  v_zone text := (select time_zone from public.companies where id = v_company);
begin
  if (p_until between p_from and p_from + 365) is not true then perform private.fail(422, 'invalid_input', '{"rule": "period"}'); end if;
  return (
    with dated as (
      select e.*, coalesce(max(e.cash_on) over (partition by e.transaction_id), (e.booked_at at time zone v_zone)::date) as day
      from public.ledger_entries e
      where e.company_id = v_company and e.transaction_id in (
        select transaction_id from public.ledger_entries
        where company_id = v_company and booked_at >= p_from::timestamp at time zone v_zone and booked_at < (p_until + 1)::timestamp at time zone v_zone
        union all select transaction_id from public.ledger_entries where company_id = v_company and account = 'cash' and cash_on between p_from and p_until)
    ), legs as (
      select e.*, coalesce(i.number, n.number, pi.number, pr.number) as reference, coalesce(i.vat, n.vat) as vat,
        first_value(e.id) over (partition by e.transaction_id order by e.id) as voucher
      from dated e
      left join public.invoices i on e.source_kind in ('invoice', 'prepayment', 'fees_waived') and i.company_id = v_company and i.id::text = e.source_id
      left join public.credit_notes n on e.source_kind = 'credit_note' and n.company_id = v_company and n.id::text = e.source_id
      left join public.payments p on e.source_kind = 'payment' and p.company_id = v_company and p.id::text = e.source_id
      left join public.invoices pi on pi.company_id = v_company and pi.id = p.invoice_id
      left join public.reservations pr on pr.company_id = v_company and pr.id = p.reservation_id
      where e.day between p_from and p_until
    ), numbers as (
      select u.account, coalesce(n.number, u.number) as number from private.usual_numbers() as u
      left join public.account_numbers n on n.company_id = v_company and n.account = u.account
    )
    select coalesce(jsonb_agg(jsonb_build_object('day', l.day, 'transaction', l.voucher, 'reference', l.reference, 'kind', l.source_kind, 'account', l.account,
      'number', coalesce(a.number, l.account), 'vat_code', v.number, 'amount_rappen', r.amount_rappen, 'currency', l.currency) order by l.day, l.booked_at, l.voucher, l.id, r.rate_bp desc), '[]')
    from legs l
    cross join lateral private.legs_by_rate(l.account, l.amount_rappen, case when l.source_kind in ('invoice', 'credit_note') then l.vat end,
      case l.source_kind when 'credit_note' then 1 else -1 end) as r
    left join numbers a on a.account = l.account
    left join numbers v on l.account in ('revenue', 'vat_due') and v.account = 'vat_' || r.rate_bp);
end $$;
grant execute on function public.account_chart(), public.set_account_numbers(jsonb), public.accounting_lines(date, date) to authenticated;
