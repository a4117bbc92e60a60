-- The fleet's calendar in one answer, small enough for a phone: columns instead of rows, times as minutes, records by their number.

/*
 * What a company's timeline shows between two instants. Blocks are columns by vehicle, sorted by start, each vehicle
 * with its own list: s minutes from p_from to the start, d minutes it lasts, n the reservation's number without its letter, c whose it is (place in
 * customers, from 1; 0 nobody), r the reservation's version; k has a letter for each: h hold, c confirmed, a on the road, d returned,
 * m maintenance, w washing, b a job, x a calendar or channel of others; a capital where it is open which vehicle it gets.
 */
create function public.timeline(p_from timestamptz, p_to timestamptz) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('reservations.see');
begin
  if (p_to > p_from and p_to <= p_from + interval '200 days') is not true then perform private.fail(422, 'invalid_period'); end if;
  return (
    with occupied as (
      select a.resource_id, a.source_kind, a.id, a.period, c.id as contract_id, c.status as contract_status, c.picked_up_at, c.returned_at, c.vehicle_id as contract_vehicle_id,
        coalesce(c.reservation_id, case when a.source_kind = 'reservation' then a.source_id end) as reservation_id
      from public.allocations a
      left join public.contracts c on a.source_kind = 'contract' and c.company_id = a.company_id and c.id = a.source_id
      where a.company_id = v_company and a.active and a.period && tstzrange(p_from, p_to, '[)') and (a.expires_at is null or a.expires_at > now())
    ), late as (
      -- A vehicle that is not back occupies its line, however long ago it was due.
      select c.vehicle_id as resource_id, 'contract' as source_kind, c.id, null::tstzrange as period, c.id as contract_id, c.status as contract_status, c.picked_up_at,
        c.returned_at, c.vehicle_id as contract_vehicle_id, c.reservation_id
      from public.contracts c
      where c.company_id = v_company and c.status = 'active' and c.ends_at <= now() and now() > p_from
        and not exists (select from occupied o where o.contract_id = c.id)
    ), blocks as (
      select o.resource_id, r.number, r.version, r.customer_id,
        coalesce(o.picked_up_at, r.starts_at, lower(o.period)) as starts_at,
        coalesce(o.returned_at, r.ends_at, upper(o.period)) as ends_at,
        case when r.id is null then case o.source_kind when 'maintenance' then 'm' when 'cleaning' then 'w' when 'contract' then 'd' when 'job' then 'b' else 'x' end
          when r.status = 'pending' then 'h' when o.contract_status = 'active' then 'a' when o.contract_status in ('returned', 'closed') then 'd' else 'c' end as letter,
        coalesce(not r.vehicle_fixed and o.contract_id is null, false) as is_open
      from (select * from occupied union all select * from late) o
      left join public.reservations r on r.company_id = v_company and r.id = o.reservation_id
    ), vehicles as (
      select v.*, row_number() over (order by k.position, v.plate, v.id) as place
      from public.vehicles v join public.vehicle_categories k on k.company_id = v.company_id and k.id = v.category_id
      where v.company_id = v_company and v.status <> 'retired'
    ), customers as (
      select x.customer_id as id, k.name, row_number() over (order by k.name, k.id) as place
      from (select distinct b.customer_id from blocks b where b.customer_id is not null) x
      join public.customers k on k.company_id = v_company and k.id = x.customer_id
    ), columns as (
      select json_agg(coalesce(b.starts, '[]') order by v.place) as s, json_agg(coalesce(b.lasts, '[]') order by v.place) as d,
        json_agg(coalesce(b.kinds, '') order by v.place) as k, json_agg(coalesce(b.numbers, '[]') order by v.place) as n,
        json_agg(coalesce(b.customers, '[]') order by v.place) as c, json_agg(coalesce(b.versions, '[]') order by v.place) as r
      from vehicles v
      left join (
        select x.resource_id, json_agg(x.from_min order by x.from_min, x.number) as starts, json_agg(x.lasts_min order by x.from_min, x.number) as lasts,
          string_agg(case when x.is_open then upper(x.letter) else x.letter end, '' order by x.from_min, x.number) as kinds, json_agg(substr(x.number, 3) order by x.from_min, x.number) as numbers,
          json_agg(coalesce(x.place, 0) order by x.from_min, x.number) as customers, json_agg(coalesce(x.version, 0) order by x.from_min, x.number) as versions
        from (select b.*, k.place, floor(extract(epoch from b.starts_at - p_from) / 60)::int as from_min,
            greatest(1, ceil(extract(epoch from b.ends_at - b.starts_at) / 60)::int) as lasts_min
          from blocks b left join customers k on k.id = b.customer_id) as x
        group by x.resource_id) as b on b.resource_id = v.id
    )
    select jsonb_build_object('from', private.utc_text(p_from), 'version', private.company_version(v_company),
      'categories', (select coalesce(jsonb_agg(jsonb_build_array(k.id, k.names) order by k.position, k.import_name), '[]') from public.vehicle_categories k where k.company_id = v_company),
      'locations', (select coalesce(jsonb_agg(jsonb_build_array(l.id, l.name) order by l.name), '[]') from public.locations l where l.company_id = v_company),
      'vehicles', (select coalesce(jsonb_agg(jsonb_build_array(v.id, v.plate, v.make || ' ' || v.model, v.category_id, v.location_id, v.equipment) order by v.place), '[]') from vehicles v),
      'customers', (select coalesce(jsonb_agg(k.name order by k.place), '[]') from customers k),
      's', x.s, 'd', x.d, 'k', x.k, 'n', x.n, 'c', x.c, 'r', x.r)
    from columns x);
end $$;

/*
 * A mark that differs after every change of a company's records: what the trail last saw. Entries are numbered when they are written and seen when
 * they are committed, so that one may appear below the last; counting the recent ones notices it.
 */
create function private.company_version(p_company uuid) returns text
language sql stable security definer set search_path = '' as $$
  select coalesce(max(a.id), 0) || '.' || count(*) from public.audit_log a
  where a.company_id = p_company and a.id > (select max(id) - 1000 from public.audit_log where company_id = p_company)
$$;

/* The mark for the caller's company; screens that stay open ask for it every second or two. */
create function public.company_version() returns text
language sql stable security definer set search_path = '' as $$
  select private.company_version(private.authorize('reservations.see'))
$$;
grant execute on function public.timeline(timestamptz, timestamptz), public.company_version() to authenticated;
