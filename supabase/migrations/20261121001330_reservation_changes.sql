-- What was changed of a promise or a running rental, so that it can be explained and, for ten minutes, put back.
create table public.reservation_changes (
  company_id     uuid not null references public.companies (id),
  id             uuid not null default gen_random_uuid(),
  reservation_id uuid not null,
  contract_id    uuid,
  group_id       uuid not null,
  version        int not null,
  before         jsonb not null,
  after          jsonb not null,
  driver_id      uuid,
  notified       boolean not null,
  refund_rappen  bigint not null default 0 check (refund_rappen >= 0),
  refunded_rappen bigint check (refunded_rappen between 0 and refund_rappen),
  changed_by     uuid references public.profiles (user_id),
  undone_at      timestamptz,
  undone_by      uuid references public.profiles (user_id),
  created_at     timestamptz not null default now(),
  updated_at     timestamptz not null default now(),
  primary key (company_id, id),
  foreign key (company_id, reservation_id) references public.reservations (company_id, id),
  foreign key (company_id, contract_id) references public.contracts (company_id, id),
  foreign key (company_id, driver_id) references public.drivers (company_id, id)
);
create index reservation_changes_reservation on public.reservation_changes (company_id, reservation_id, created_at);
create index reservation_changes_contract on public.reservation_changes (company_id, contract_id);
create index reservation_changes_driver on public.reservation_changes (company_id, driver_id);
create index reservation_changes_group on public.reservation_changes (company_id, group_id);
create index reservation_changes_changed_by on public.reservation_changes (changed_by);
create index reservation_changes_undone_by on public.reservation_changes (undone_by);
comment on table public.reservation_changes is 'before and after: vehicle, period, places, extras, equipment and price as private.rental_terms writes them. Changes of one group, as a swap''s, stand or fall together.';
comment on column public.reservation_changes.version is 'The reservation''s version that the change made.';
comment on column public.reservation_changes.changed_by is 'Null: the customer, by the private link.';
comment on column public.reservation_changes.driver_id is 'A further driver who joined the rental while it ran; the terms stay as they are.';
comment on column public.reservation_changes.refund_rappen is 'What of the money paid goes back because of it, once it can no longer be undone; refunded_rappen is what did.';
alter table public.handovers add foreign key (company_id, change_id) references public.reservation_changes (company_id, id);
select private.guard_tenant_table('public.reservation_changes', false);
create policy "members see changes of reservations" on public.reservation_changes for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('reservations.see')));
grant select on public.reservation_changes to authenticated;

/* An instant as text that does not depend on the session. */
create function private.utc_text(p_at timestamptz) returns text
language sql immutable set search_path = '' as $$
  select to_char(p_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
$$;

/* What was agreed of a reservation: all that a change may change, with its price. */
create function private.rental_terms(p_company uuid, p_reservation uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('vehicle_id', r.vehicle_id, 'vehicle_fixed', r.vehicle_fixed, 'category_id', r.category_id,
    'starts_at', private.utc_text(r.starts_at), 'ends_at', private.utc_text(r.ends_at),
    'pickup_location_id', r.pickup_location_id, 'return_location_id', r.return_location_id,
    'extras', (select coalesce(jsonb_agg(jsonb_build_object('extra_id', e.extra_id, 'quantity', e.quantity) order by e.extra_id), '[]')
      from public.reservation_extras e where e.company_id = r.company_id and e.reservation_id = r.id),
    'equipment', r.wanted_equipment, 'price', r.price, 'booking_deposit_rappen', r.booking_deposit_rappen)
  from public.reservations r where r.company_id = p_company and r.id = p_reservation
$$;

/* Writes agreed terms to the reservation, its extras and, where there is one, its contract. What it occupies is moved by the caller. */
create function private.put_terms(p_company uuid, p_reservation uuid, p_contract uuid, p_terms jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_price jsonb := p_terms -> 'price';
begin
  update public.reservations set vehicle_id = (p_terms ->> 'vehicle_id')::uuid, vehicle_fixed = (p_terms ->> 'vehicle_fixed')::boolean, category_id = (p_terms ->> 'category_id')::uuid,
    wanted_equipment = private.equipment_of(p_terms -> 'equipment'), starts_at = (p_terms ->> 'starts_at')::timestamptz, ends_at = (p_terms ->> 'ends_at')::timestamptz,
    pickup_location_id = (p_terms ->> 'pickup_location_id')::uuid, return_location_id = (p_terms ->> 'return_location_id')::uuid,
    price = v_price, total_rappen = (v_price ->> 'total_rappen')::bigint, booking_deposit_rappen = (p_terms ->> 'booking_deposit_rappen')::bigint,
    version = version + 1
  where company_id = p_company and id = p_reservation;
  delete from public.reservation_extras e where e.company_id = p_company and e.reservation_id = p_reservation
    and not exists (select from jsonb_array_elements(p_terms -> 'extras') as x where (x ->> 'extra_id')::uuid = e.extra_id);
  insert into public.reservation_extras as e (company_id, reservation_id, extra_id, quantity)
  select p_company, p_reservation, (x ->> 'extra_id')::uuid, (x ->> 'quantity')::int from jsonb_array_elements(p_terms -> 'extras') as x
  on conflict (company_id, reservation_id, extra_id) do update set quantity = excluded.quantity where e.quantity <> excluded.quantity;
  if p_contract is not null then
    update public.contracts set vehicle_id = (p_terms ->> 'vehicle_id')::uuid, starts_at = (p_terms ->> 'starts_at')::timestamptz,
      ends_at = (p_terms ->> 'ends_at')::timestamptz, price = v_price, included_km = (v_price ->> 'included_km')::int,
      extra_km_rappen = (v_price ->> 'extra_km_rappen')::bigint
    where company_id = p_company and id = p_contract;
    perform private.write_rental_lines(p_company, p_contract, v_price);
  end if;
  update public.access_links set expires_at = greatest(expires_at, (p_terms ->> 'ends_at')::timestamptz + interval '90 days')
  where company_id = p_company and reservation_id = p_reservation;
end $$;

/* Who changed which fields of a reservation since a version of it. */
create function private.changes_since(p_company uuid, p_reservation uuid, p_version int) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('at', a.at, 'by', p.full_name,
    'fields', (select jsonb_agg(field order by field) from jsonb_object_keys(a.after - array['version', 'price']) as field)) order by a.id), '[]')
  from public.audit_log a left join public.profiles p on p.user_id = a.actor_user_id
  where a.company_id = p_company and a.table_name = 'reservations' and a.record_id = p_reservation::text and a.action = 'update'
    and (a.after ->> 'version')::int > p_version
$$;
