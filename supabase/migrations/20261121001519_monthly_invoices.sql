-- Once a month: one invoice for everything a firm on account rented, and a part of every rental that runs for longer than a month.

/* The last day of a month that is over in the company's zone. Raises 422 `month_not_over` · `invalid_input`. */
create function private.month_end(p_company public.companies, p_month date) returns date
language plpgsql stable set search_path = '' as $$
declare
  v_last date := (date_trunc('month', p_month::timestamp) + interval '1 month - 1 day')::date;
begin
  if (p_month between '2000-01-01' and '2200-01-01') is not true then perform private.fail(422, 'invalid_input', '{"rule": "month"}'); end if;
  if v_last >= (now() at time zone p_company.time_zone)::date then perform private.fail(422, 'month_not_over'); end if;
  return v_last;
end $$;

/*
 * What the invoices of a month would take up: of firms with a monthly invoice each contract that has ended by then (through: null), and of everybody a part of what
 * runs on and is longer than a month. By cost centre, driver and number, as the invoice lists them.
 */
create function private.monthly_parts(p_company public.companies, p_last date, p_customer uuid default null)
returns table (customer_id uuid, contract_id uuid, collective boolean, through date, lines jsonb, amount_rappen bigint, cost_centre text, driver text)
language sql stable security definer set search_path = '' as $$
  with candidates as materialized (
    select c.id, private.waits_for_month(c) as collective, e.through
    from public.contracts c, lateral (select case when c.status in ('returned', 'closed') and (c.returned_at at time zone p_company.time_zone)::date <= p_last then null else p_last end as through) as e
    where c.company_id = p_company.id and c.status in ('active', 'returned', 'closed') and (p_customer is null or c.customer_id = p_customer)
      and c.starts_at < (p_last + 1)::timestamp at time zone p_company.time_zone
      and not exists (select from public.contract_billings b where b.company_id = c.company_id and b.contract_id = c.id and b.payer = 'customer' and b.active and (b.is_final or b.service_to >= e.through))
  )
  select c.customer_id, c.id, k.collective, k.through, l.lines, s.amount, x.code, nullif(btrim(concat(d.first_name, ' ', d.last_name)), '')
  from candidates k join public.contracts c on c.company_id = p_company.id and c.id = k.id
  cross join lateral (select private.billing_lines(c, 'customer', k.through) as lines) as l
  cross join lateral (select sum((e ->> 'amount_rappen')::bigint)::bigint as amount from jsonb_array_elements(l.lines) as e) as s
  left join public.reservation_accounts a on a.company_id = c.company_id and a.reservation_id = c.reservation_id
  left join public.cost_centres x on x.company_id = a.company_id and x.id = a.cost_centre_id
  left join public.drivers d on d.company_id = c.company_id and d.id = c.driver_id
  where l.lines is not null and (k.through is null and k.collective
    or s.amount > 0 and c.ends_at > c.starts_at + interval '1 month' and (k.collective or c.status = 'active'))
  order by x.code nulls last, 8 nulls last, c.number
$$;

/* Issues a customer's invoices of a month: the collective one, and one for each rental that runs on. Whoever comes second finds nothing left. Answers how many. */
create function private.issue_month(p_company public.companies, p_customer uuid, p_last date) returns int
language plpgsql security definer set search_path = '' as $$
declare
  v_part record;
  v_contract public.contracts;
  v_invoice public.invoices;
  v_single public.invoices;
  v_reservations uuid[] := '{}';
  v_issued int := 0;
begin
  perform from public.contracts where company_id = p_company.id and customer_id = p_customer and status in ('active', 'returned', 'closed') order by id for no key update;
  -- A month in which rentals became cheaper than what was invoiced waits for one that outweighs it.
  for v_part in select p.*, sum(p.amount_rappen) filter (where p.collective) over () as together from private.monthly_parts(p_company, p_last, p_customer) as p loop
    continue when v_part.collective and v_part.together < 0;
    select * into v_contract from public.contracts where company_id = p_company.id and id = v_part.contract_id;
    if v_part.collective then
      if v_invoice.id is null then
        v_invoice := private.begin_bill(p_company, p_customer, (select language from public.customers where company_id = p_company.id and id = p_customer), null, private.payment_terms(p_company, p_customer));
      end if;
      perform private.bill_contract(v_invoice, v_contract, 'customer', v_part.through, v_part.lines);
      if v_part.through is null then v_reservations := v_reservations || v_contract.reservation_id; end if;
    else
      v_single := private.begin_bill(p_company, p_customer, v_contract.locale, v_contract.id, private.rental_terms_days(p_company, v_contract));
      perform private.bill_contract(v_single, v_contract, 'customer', v_part.through, v_part.lines), private.issue_bill(p_company, v_single);
      -- Who rents on account has terms; everybody else's card is charged as at the end of a rental.
      if p_company.charges_remainder and not exists (select from public.customer_accounts where company_id = p_company.id and customer_id = p_customer) then
        perform private.charge_on_file(p_company.id, v_single.id);
      end if;
      v_issued := v_issued + 1;
    end if;
  end loop;
  if v_invoice.id is not null then
    v_invoice := private.issue_bill(p_company, v_invoice);
    perform private.apply_prepayments(v_invoice, v_reservations);
    v_issued := v_issued + 1;
  end if;
  return v_issued;
end $$;

/*
 * What the monthly invoices of a month would be, before they are issued: [{customer_id, customer, collective, contracts: [{contract_id, number, vehicle, cost_centre, driver,
 * service_from, service_to, is_final, amount_rappen}], total_rappen}]. Raises 403 `forbidden`, 422 `month_not_over` · `invalid_input`.
 */
create function public.preview_monthly_invoices(p_month date) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_company public.companies;
  v_last date;
begin
  select * into v_company from public.companies where id = private.authorize('payments.take');
  v_last := private.month_end(v_company, p_month);
  return (
    with parts as (
      select p.*, c.number, v.make || ' ' || v.model || ', ' || v.plate as vehicle, s.last_day,
        coalesce((select max(b.service_to) + 1 from public.contract_billings b where b.company_id = c.company_id and b.contract_id = c.id and b.payer = 'customer' and b.active), s.first_day) as from_day
      from private.monthly_parts(v_company, v_last) as p
      join public.contracts c on c.company_id = v_company.id and c.id = p.contract_id
      join public.vehicles v on v.company_id = c.company_id and v.id = c.vehicle_id, private.contract_span(c) as s
    ), bills as (
      select p.customer_id, p.collective, sum(p.amount_rappen)::bigint as total, min(p.number) as first, jsonb_agg(jsonb_build_object('contract_id', p.contract_id, 'number', p.number,
        'vehicle', p.vehicle, 'cost_centre', p.cost_centre, 'driver', p.driver, 'service_from', p.from_day, 'service_to', greatest(p.from_day, least(coalesce(p.through, p.last_day), p.last_day)),
        'is_final', p.through is null, 'amount_rappen', p.amount_rappen) order by p.cost_centre nulls last, p.driver nulls last, p.number) as contracts
      from parts p group by p.customer_id, p.collective, case when not p.collective then p.contract_id end
    )
    select coalesce(jsonb_agg(jsonb_build_object('customer_id', b.customer_id, 'customer', k.name, 'collective', b.collective, 'contracts', b.contracts, 'total_rappen', b.total)
      order by k.name, b.first), '[]')
    from bills b join public.customers k on k.company_id = v_company.id and k.id = b.customer_id where b.total >= 0);
end $$;

/*
 * Issues the monthly invoices of a month, of one customer or of all; what was issued is not issued again. Returns how many.
 * Raises 403 `forbidden`, 404 `not_found`, 422 `month_not_over` · `invalid_input`.
 */
create function public.issue_monthly_invoices(p_month date, p_customer_id uuid default null) returns int
language plpgsql security definer set search_path = '' as $$
declare
  v_company public.companies;
  v_last date;
  v_customers uuid[];
  v_customer uuid;
  v_issued int := 0;
begin
  select * into v_company from public.companies where id = private.authorize('payments.take');
  if p_customer_id is not null and not exists (select from public.customers where company_id = v_company.id and id = p_customer_id) then perform private.fail(404, 'not_found'); end if;
  v_last := private.month_end(v_company, p_month);
  v_customers := array(select distinct customer_id from private.monthly_parts(v_company, v_last, p_customer_id) order by 1);
  -- All contracts before the first number: somebody who invoices one of them at the desk has it and waits for the number.
  perform from public.contracts where company_id = v_company.id and customer_id = any (v_customers) and status in ('active', 'returned', 'closed') order by id for no key update;
  foreach v_customer in array v_customers loop
    v_issued := v_issued + private.issue_month(v_company, v_customer, v_last);
  end loop;
  return v_issued;
end $$;
grant execute on function public.preview_monthly_invoices(date), public.issue_monthly_invoices(date, uuid) to authenticated;

/* Who has invoices of the last month to come, in every company that works. */
create function public.due_monthly_invoices() returns table (company_id uuid, customer_id uuid)
language sql stable security definer set search_path = '' as $$
  select distinct c.id, p.customer_id
  from public.companies c, private.monthly_parts(c, (date_trunc('month', now() at time zone c.time_zone) - interval '1 day')::date) as p
  where c.status not in ('suspended', 'canceled')
$$;

/* Issues a customer's invoices of the last month; safe to run twice, late or beside somebody who does it by hand. Returns how many. */
create function public.issue_due_month(p_company_id uuid, p_customer_id uuid) returns int
language sql security definer set search_path = '' as $$
  select private.issue_month(c, p_customer_id, (date_trunc('month', now() at time zone c.time_zone) - interval '1 day')::date)
  from public.companies c where c.id = p_company_id and c.status not in ('suspended', 'canceled')
$$;
grant execute on function public.due_monthly_invoices(), public.issue_due_month(uuid, uuid) to service_role;
