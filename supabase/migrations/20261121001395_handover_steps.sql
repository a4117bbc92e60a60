-- What a phone did, step by step, with its own clock and ours. A step has the id the phone gave it, so that sending it twice is doing it once.
create table public.handover_steps (
  company_id      uuid not null references public.companies (id),
  id              uuid not null,
  handover_id     uuid not null,
  kind            text not null check (kind in ('begin', 'add_photo', 'remove_photo', 'mark_damage', 'remove_damage', 'add_driver', 'remove_driver', 'complete')),
  device_id       uuid not null,
  nth             int not null check (nth >= 1),
  performed_by    uuid not null references public.profiles (user_id),
  device_at       timestamptz not null check (device_at between '2000-01-01' and '2200-01-01'),
  clock_offset_ms bigint,
  happened_at     timestamptz not null,
  received        bigint generated always as identity,
  created_at      timestamptz not null default now(),
  updated_at      timestamptz not null default now(),
  primary key (company_id, id),
  foreign key (company_id, handover_id) references public.handovers (company_id, id)
);
comment on table public.handover_steps is 'Append-only. device_at is what the phone''s clock said, clock_offset_ms how far ours was ahead of it, happened_at the two together, created_at when it arrived.';
create index handover_steps_handover on public.handover_steps (company_id, handover_id, received);
create index handover_steps_performed_by on public.handover_steps (performed_by);
select private.guard_tenant_table('public.handover_steps', false);
create trigger handover_steps_append_only before update or delete on public.handover_steps for each row execute function private.refuse_change();
create policy "members see the steps of their company's handovers" on public.handover_steps for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('contracts.see')));
grant select on public.handover_steps to authenticated;

/*
 * When a step happened by our clock: the phone's, put right by what it last measured against ours, else by what it says while sending.
 * Never in the future, and not longer ago than a phone may reasonably be without network.
 */
create function private.happened_at(p_step jsonb) returns timestamptz
language sql stable set search_path = '' as $$
  select greatest(now() - interval '14 days', least(now(), (p_step ->> 'device_at')::timestamptz
    + coalesce(make_interval(secs => (p_step ->> 'clock_offset_ms')::numeric / 1000), now() - (p_step ->> 'sent_at')::timestamptz, interval '0')))
$$;

/*
 * Takes a phone's step into the handover's history and answers when it happened; null when it is there already and has been done. Locks the handover.
 * p_step: {id, nth, device_id, device_at, sent_at, clock_offset_ms?, vehicle_id?}; null stands for a caller who does it just now.
 * Raises 404 `not_found`, 409 `handover_completed` with who and when · `contract_cancelled` · `vehicle_changed` with both plates, 422 `invalid_input`.
 */
create function private.take_step(p_company uuid, p_handover uuid, p_kind text, p_step jsonb) returns timestamptz
language plpgsql security definer set search_path = '' as $$
declare
  v_handover public.handovers;
  v_contract public.contracts;
  v_at timestamptz := now();
begin
  select * into v_handover from public.handovers where company_id = p_company and id = p_handover for no key update;
  if not found then perform private.fail(404, 'not_found'); end if;
  if exists (select from public.handover_steps where company_id = p_company and id = (p_step ->> 'id')::uuid) then return null; end if;
  if v_handover.completed_at is not null then
    perform private.fail(409, 'handover_completed', jsonb_build_object('at', v_handover.completed_at,
      'by', (select full_name from public.profiles where user_id = v_handover.performed_by)));
  end if;
  select * into v_contract from public.contracts where company_id = p_company and id = v_handover.contract_id;
  if v_contract.status = 'cancelled' then perform private.fail(409, 'contract_cancelled', jsonb_build_object('contract', v_contract.number)); end if;
  if p_step is null then return v_at; end if;
  perform private.refuse_other_vehicle(p_company, coalesce(v_handover.vehicle_id, v_contract.vehicle_id), p_step);
  v_at := private.happened_at(p_step);
  insert into public.handover_steps (company_id, id, handover_id, kind, device_id, nth, performed_by, device_at, clock_offset_ms, happened_at)
  values (p_company, (p_step ->> 'id')::uuid, p_handover, p_kind, (p_step ->> 'device_id')::uuid, (p_step ->> 'nth')::int, auth.uid(),
    (p_step ->> 'device_at')::timestamptz, (p_step ->> 'clock_offset_ms')::bigint, v_at);
  return v_at;
end $$;

/* Raises 409 `vehicle_changed` when the phone worked on another vehicle than the one agreed by now. */
create function private.refuse_other_vehicle(p_company uuid, p_vehicle uuid, p_step jsonb) returns void
language plpgsql stable security definer set search_path = '' as $$
begin
  if (p_step ->> 'vehicle_id')::uuid <> p_vehicle then
    perform private.fail(409, 'vehicle_changed', jsonb_build_object('vehicle_id', p_vehicle,
      'plate', (select plate from public.vehicles where company_id = p_company and id = p_vehicle),
      'handed_over', (select plate from public.vehicles where company_id = p_company and id = (p_step ->> 'vehicle_id')::uuid)));
  end if;
end $$;
