-- Of an extra that there are only so many of, no more are out at any moment than there are.

/* The most pieces of an extra that are promised or out at the same moment of a period, one reservation left aside. */
create function private.extra_in_use(p_company uuid, p_extra uuid, p_starts timestamptz, p_ends timestamptz, p_except uuid default null) returns int
language sql stable security definer set search_path = '' as $$
  with busy as (
    select x.quantity, r.starts_at as since,
      -- What is late is not back; what came back early is.
      coalesce(c.returned_at, case r.status when 'converted' then greatest(r.ends_at, c.ends_at, now()) else r.ends_at end) as until
    from public.reservation_extras x
    join public.reservations r on r.company_id = x.company_id and r.id = x.reservation_id
    left join public.contracts c on c.company_id = r.company_id and c.reservation_id = r.id and c.status <> 'cancelled'
    where x.company_id = p_company and x.extra_id = p_extra and r.id is distinct from p_except and r.starts_at < p_ends
      and (r.ends_at > p_starts or r.status = 'converted')
      and (r.status in ('confirmed', 'converted') or r.status = 'pending' and exists (
        select from public.allocations a where a.company_id = r.company_id and a.source_id = r.id and a.active and (a.expires_at is null or a.expires_at > now())))
  )
  select coalesce(max(together), 0)::int from (
    select (select sum(b.quantity) from busy b where b.since <= moment and b.until > moment) as together
    from (select p_starts as moment union select since from busy where since > p_starts) as moments) as counted
$$;

/*
 * Whether the extras of a reservation are there for its period; holds those that are counted until the transaction ends, in the order of their ids.
 * Null when they are, else {"extra_id", "left"} of the first that is not.
 */
create function private.missing_extra(p_company uuid, p_reservation uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_extra record;
  v_used int;
begin
  for v_extra in
    select e.id, e.stock, x.quantity, r.starts_at, r.ends_at
    from public.reservation_extras x
    join public.reservations r on r.company_id = x.company_id and r.id = x.reservation_id
    join public.extras e on e.company_id = x.company_id and e.id = x.extra_id
    where x.company_id = p_company and x.reservation_id = p_reservation and e.stock is not null
    order by e.id for no key update of e
  loop
    v_used := private.extra_in_use(p_company, v_extra.id, v_extra.starts_at, v_extra.ends_at, p_reservation);
    if v_used + v_extra.quantity > v_extra.stock then
      return jsonb_build_object('extra_id', v_extra.id, 'left', greatest(0, v_extra.stock - v_used));
    end if;
  end loop;
  return null;
end $$;

/* Trigger: refuses an extra that is not there. Raises 409 `extra_not_available`. */
create function private.guard_stock() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  v_row record;
  v_missing jsonb;
begin
  for v_row in execute format('select distinct company_id, %I as id from changed order by 2', case tg_table_name when 'reservations' then 'id' else 'reservation_id' end) loop
    v_missing := private.missing_extra(v_row.company_id, v_row.id);
    if v_missing is not null then perform private.fail(409, 'extra_not_available', v_missing); end if;
  end loop;
  return null;
end $$;
create trigger reservation_extras_stock_on_insert after insert on public.reservation_extras
  referencing new table as changed for each statement execute function private.guard_stock();
create trigger reservation_extras_stock_on_update after update on public.reservation_extras
  referencing new table as changed for each statement execute function private.guard_stock();

/* Trigger: a reservation that is moved needs its extras then. */
create function private.guard_moved_stock() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  v_missing jsonb := private.missing_extra(new.company_id, new.id);
begin
  if v_missing is not null then perform private.fail(409, 'extra_not_available', v_missing); end if;
  return null;
end $$;
create trigger reservations_stock after update of starts_at, ends_at on public.reservations for each row
  when (new.status in ('pending', 'confirmed', 'converted') and (new.starts_at < old.starts_at or new.ends_at > old.ends_at))
  execute function private.guard_moved_stock();

/* How many pieces of each counted extra are left for a period, one reservation left aside: {extra_id: pieces}. */
create function private.extras_left(p_company uuid, p_starts timestamptz, p_ends timestamptz, p_except uuid default null) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_object_agg(e.id, greatest(0, e.stock - private.extra_in_use(p_company, e.id, p_starts, p_ends, p_except))), '{}')
  from public.extras e where e.company_id = p_company and e.active and e.stock is not null
$$;
