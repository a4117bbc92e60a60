-- The figures beneath the operators' day: how busy the fleet is, what the month brings, what is still owed.
create index invoices_issued on public.invoices (company_id, issued_on);

/* Share of the fleet's time that rentals and reservations occupy in a period, in basis points; null without a fleet. */
create function private.utilisation_bp(p_company uuid, p_period tstzrange) returns int
language sql stable security definer set search_path = '' as $$
  select round(10000 * coalesce((
      select sum(extract(epoch from upper(a.period * p_period) - lower(a.period * p_period))) from public.allocations a
      where a.company_id = p_company and a.active and a.source_kind in ('reservation', 'contract') and a.period && p_period), 0)
    / nullif(extract(epoch from upper(p_period) - lower(p_period))
      * (select count(*) from public.vehicles v where v.company_id = p_company and v.status <> 'retired'), 0))::int
$$;

/*
 * The month so far beside the same days of the month before: utilisation and invoiced revenue; what is open and overdue now.
 * Days are those of the company's zone. Raises 403 `forbidden`.
 */
create function public.dashboard_figures() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('reports.see');
  v_zone text := (select time_zone from public.companies where id = v_company);
  v_today date := (now() at time zone v_zone)::date;
  v_month date := date_trunc('month', v_today)::date;
  v_month_before date := (v_month - interval '1 month')::date;
  -- On the 31st, the month before may be over already.
  v_today_before date := least(v_month_before + (v_today - v_month), v_month - 1);
begin
  return jsonb_build_object(
    'utilisation_bp', private.utilisation_bp(v_company, tstzrange(v_month::timestamp at time zone v_zone, (v_today + 1)::timestamp at time zone v_zone)),
    'utilisation_before_bp', private.utilisation_bp(v_company,
      tstzrange(v_month_before::timestamp at time zone v_zone, (v_today_before + 1)::timestamp at time zone v_zone)),
    'revenue_rappen', (select coalesce(sum(total_rappen), 0) from public.invoices
      where company_id = v_company and status <> 'void' and issued_on between v_month and v_today),
    'revenue_before_rappen', (select coalesce(sum(total_rappen), 0) from public.invoices
      where company_id = v_company and status <> 'void' and issued_on between v_month_before and v_today_before),
    'open_rappen', (select coalesce(sum(due_rappen - paid_rappen), 0) from public.invoices
      where company_id = v_company and status in ('open', 'partially_paid', 'overdue')),
    'open_count', (select count(*) from public.invoices where company_id = v_company and status in ('open', 'partially_paid', 'overdue')),
    'overdue_rappen', (select coalesce(sum(due_rappen - paid_rappen), 0) from public.invoices where company_id = v_company and status = 'overdue'));
end $$;
grant execute on function public.dashboard_figures() to authenticated;
