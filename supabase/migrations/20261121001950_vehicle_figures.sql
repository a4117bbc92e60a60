-- Whether a vehicle earns its keep.

/*
 * The last twelve months of a vehicle, this one included: by month its occupation by rentals and bookings (basis points of the month, of the current one so
 * far), what was invoiced for it without VAT and what its maintenance cost. Months are those of the company's zone. Raises 403 `forbidden`, 404 `not_found`.
 */
create function public.vehicle_figures(p_vehicle_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('reports.see');
  v_zone text := (select time_zone from public.companies where id = v_company);
  v_month timestamp := date_trunc('month', now() at time zone v_zone);
begin
  if not exists (select from public.vehicles where company_id = v_company and id = p_vehicle_id) then perform private.fail(404, 'not_found'); end if;
  return (
    with months as (
      select m::date as first, tstzrange(m at time zone v_zone, least((m + interval '1 month') at time zone v_zone, now()), '[)') as period
      from generate_series(v_month - interval '11 months', v_month, interval '1 month') as m
    ), figures as (
      select m.first, extract(epoch from upper(m.period) - lower(m.period)) as seconds,
        (select coalesce(sum(extract(epoch from upper(a.period * m.period) - lower(a.period * m.period))), 0) from public.allocations a
          where a.company_id = v_company and a.resource_id = p_vehicle_id and a.active and a.source_kind in ('reservation', 'contract') and a.period && m.period) as used,
        (select coalesce(sum(net.rappen), 0) from public.contract_billings b
          join public.contracts c on c.company_id = b.company_id and c.id = b.contract_id
          join public.invoices i on i.company_id = b.company_id and i.id = b.invoice_id,
          -- By rate, as an invoice of this contract alone states it.
          lateral (select sum(gross - private.vat_in(gross, vat_bp)) as rappen from (
            select l.vat_bp, sum(l.amount_rappen)::bigint as gross from public.invoice_lines l where l.company_id = b.company_id and l.billing_id = b.id group by 1) as rates) as net
          where b.company_id = v_company and c.vehicle_id = p_vehicle_id and b.active
            and i.issued_on >= m.first and i.issued_on < m.first + interval '1 month') as revenue,
        (select coalesce(sum(w.cost_rappen), 0) from public.maintenance w
          where w.company_id = v_company and w.vehicle_id = p_vehicle_id and w.status = 'done' and w.finished_at >= lower(m.period)
            and w.finished_at < (m.first + interval '1 month') at time zone v_zone) as cost
      from months m
    )
    select jsonb_build_object(
      'months', jsonb_agg(jsonb_build_object('month', first, 'utilisation_bp', coalesce(round(10000 * used / nullif(seconds, 0)), 0)) order by first),
      'utilisation_bp', coalesce(round(10000 * sum(used) / nullif(sum(seconds), 0)), 0),
      'revenue_rappen', sum(revenue), 'maintenance_rappen', sum(cost))
    from figures);
end $$;

/* What occupies a vehicle from now on, until p_until, as private.conflicts tells it. */
create function public.vehicle_calendar(p_vehicle_id uuid, p_until timestamptz) returns jsonb
language sql stable security definer set search_path = '' as $$
  select private.conflicts(private.authorize('reservations.see'), p_vehicle_id, tstzrange(now(), greatest(p_until, now()), '[)'), '{}')
$$;
grant execute on function public.vehicle_figures(uuid), public.vehicle_calendar(uuid, timestamptz) to authenticated;
