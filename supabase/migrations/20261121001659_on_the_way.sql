-- Staff are on their way to a customer: told once for a pickup and once for a return, with the time of arrival, and not any more once that is over.

create table public.arrivals (
  company_id     uuid not null references public.companies (id),
  id             uuid not null default gen_random_uuid(),
  reservation_id uuid not null,
  handover       text not null check (handover in ('pickup', 'return')),
  arrives_at     timestamptz not null check (isfinite(arrives_at)),
  told_by        uuid references public.profiles (user_id) default auth.uid(),
  created_at     timestamptz not null default now(),
  updated_at     timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, reservation_id, handover),
  foreign key (company_id, reservation_id) references public.reservations (company_id, id)
);
create index arrivals_told_by on public.arrivals (told_by);
comment on table public.arrivals is 'Who told a customer that staff are on their way to a pickup or return, and when they arrive: every phone shows it. The first of each stays.';
select private.guard_tenant_table('public.arrivals', false);
create trigger arrivals_stay before update on public.arrivals for each row execute function private.refuse_change();
create policy "members who hand over see who is on the way" on public.arrivals for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('handover.perform')));
grant select on public.arrivals to authenticated;

/* Whether a customer still waits for staff: for the vehicle they have not been given yet, or with the one they bring back. */
create function private.is_awaited(p_company uuid, p_reservation uuid, p_handover text) returns boolean
language sql stable security definer set search_path = '' as $$
  select case p_handover
    when 'pickup' then exists (select from public.reservations r where r.company_id = p_company and r.id = p_reservation and r.status in ('confirmed', 'converted')
      and not exists (select from public.contracts c where c.company_id = r.company_id and c.reservation_id = r.id and c.status not in ('draft', 'signed')))
    when 'return' then exists (select from public.contracts c where c.company_id = p_company and c.reservation_id = p_reservation and c.status = 'active')
    else false end
$$;

/*
 * Tells a reservation's customer that staff are on their way to its pickup or return, and when they arrive: once for each, ever. A phone may bring this late:
 * what is not true any more is not told, and nothing of a handover has to wait for it. Raises 404 `not_found`, 422 `invalid_input`.
 */
create function public.announce_arrival(p_reservation_id uuid, p_handover text, p_arrives_at timestamptz) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('handover.perform');
begin
  if not exists (select from public.reservations where company_id = v_company and id = p_reservation_id) then perform private.fail(404, 'not_found'); end if;
  if (p_handover in ('pickup', 'return') and isfinite(p_arrives_at)) is not true then perform private.fail(422, 'invalid_input'); end if;
  if p_arrives_at not between now() and now() + interval '6 hours' or not private.is_awaited(v_company, p_reservation_id, p_handover) then return; end if;
  insert into public.arrivals (company_id, reservation_id, handover, arrives_at) values (v_company, p_reservation_id, p_handover, p_arrives_at)
  on conflict (company_id, reservation_id, handover) do nothing;
  if not found then return; end if;
  perform private.tell(v_company, 'on_the_way', p_reservation_id || ':' || p_handover,
    jsonb_build_object('reservation_id', p_reservation_id, 'handover', p_handover, 'arrives_at', p_arrives_at));
end $$;
grant execute on function public.announce_arrival(uuid, text, timestamptz) to authenticated;

/* What the message tells, as reservation_facts with the arrival; null once that is over, or nobody waits any more. */
create function public.arrival_facts(p_company_id uuid, p_reservation_id uuid, p_handover text, p_arrives_at timestamptz) returns jsonb
language sql stable security definer set search_path = '' as $$
  select public.reservation_facts(p_company_id, p_reservation_id) || jsonb_build_object('arrives_at', p_arrives_at)
  where p_arrives_at > now() and private.is_awaited(p_company_id, p_reservation_id, p_handover)
$$;
grant execute on function public.arrival_facts(uuid, uuid, text, timestamptz) to service_role;
