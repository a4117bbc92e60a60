-- Vehicles that should be back.
alter table public.contracts add column overdue_since timestamptz;
comment on column public.contracts.overdue_since is 'Set a while after the agreed end, when the company''s grace is over; gone when the end moves or the vehicle is back.';
create index contracts_overdue on public.contracts (ends_at) where status = 'active' and overdue_since is null;

/* Trigger: whoever extends a rental or brings the vehicle back is not overdue any more. */
create function private.clear_overdue() returns trigger
language plpgsql set search_path = '' as $$
begin
  if new.ends_at is distinct from old.ends_at or new.status is distinct from old.status then new.overdue_since := null; end if;
  return new;
end $$;
create trigger contracts_clear_overdue before update of ends_at, status on public.contracts for each row execute function private.clear_overdue();

/*
 * Marks running contracts whose time and grace are over, and reminds their customers once for each agreed end, by mail and text message; how many were
 * marked comes back. Safe to run twice or late.
 */
create function public.mark_overdue_contracts() returns int
language plpgsql security definer set search_path = '' as $$
declare
  v_contract record;
  v_marked int := 0;
begin
  for v_contract in
    select c.company_id, c.id, c.ends_at from public.contracts c join public.companies co on co.id = c.company_id
    where c.status = 'active' and c.overdue_since is null and c.ends_at < now() - make_interval(mins => co.late_grace_minutes)
      and co.status not in ('suspended', 'canceled')
    order by c.ends_at limit 500 for no key update of c skip locked
  loop
    update public.contracts set overdue_since = v_contract.ends_at where company_id = v_contract.company_id and id = v_contract.id;
    -- Weeks later a reminder would be noise: somebody knows, or the data came from elsewhere.
    if v_contract.ends_at > now() - interval '2 days' then
      perform private.tell(v_contract.company_id, 'return_overdue', v_contract.id || ':' || extract(epoch from v_contract.ends_at)::bigint,
        jsonb_build_object('contract_id', v_contract.id));
    end if;
    v_marked := v_marked + 1;
  end loop;
  return v_marked;
end $$;

/* What a reminder says, as reservation_facts; null once the vehicle is back or the rental was extended. */
create function public.overdue_facts(p_company_id uuid, p_contract_id uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select public.reservation_facts(p_company_id, c.reservation_id) || jsonb_build_object('number', c.number, 'ends_at', c.ends_at)
  from public.contracts c where c.company_id = p_company_id and c.id = p_contract_id and c.status = 'active' and c.overdue_since is not null
$$;
grant execute on function public.mark_overdue_contracts(), public.overdue_facts(uuid, uuid) to service_role;
