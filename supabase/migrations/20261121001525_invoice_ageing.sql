-- How old what is owed has become.

/*
 * What customers owe by how many days it is late, today in the company's zone: {not_due, to_30, to_60, to_90, older}, each {count, open_rappen}.
 * Raises 403 `forbidden`.
 */
create function public.invoice_ageing() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('contracts.see');
  v_today date := (select (now() at time zone time_zone)::date from public.companies where id = v_company);
begin
  return (select jsonb_object_agg(b.name, jsonb_build_object('count', coalesce(a.count, 0), 'open_rappen', coalesce(a.open, 0)))
    from unnest(array['not_due', 'to_30', 'to_60', 'to_90', 'older']) with ordinality as b (name, place)
    left join (
      select case when due_on >= v_today then 1 when due_on >= v_today - 30 then 2 when due_on >= v_today - 60 then 3 when due_on >= v_today - 90 then 4 else 5 end as place,
        count(*) as count, sum(due_rappen - paid_rappen) as open
      from public.invoices where company_id = v_company and status in ('open', 'partially_paid', 'overdue') group by 1) as a using (place));
end $$;
grant execute on function public.invoice_ageing() to authenticated;
