-- The waiting list: who would like a vehicle when nothing is free, and when it is gone through.
create type public.waiting_status as enum ('waiting', 'offered', 'booked', 'withdrawn', 'expired');

create table public.waiting_entries (
  company_id     uuid not null references public.companies (id),
  id             uuid not null default gen_random_uuid(),
  status         public.waiting_status not null default 'waiting',
  source         public.reservation_source not null,
  customer_id    uuid not null,
  category_id    uuid,
  location_id    uuid,
  wanted_equipment public.equipment[] not null default '{}' check (cardinality(wanted_equipment) <= 20 and array_position(wanted_equipment, null) is null),
  starts_at      timestamptz not null,
  ends_at        timestamptz not null,
  locale         text not null check (locale in ('de', 'fr', 'it', 'en')),
  note           text check (length(note) <= 1000),
  token_hash     text not null,
  offered_at     timestamptz,
  offered_until  timestamptz,
  reservation_id uuid,
  ended_at       timestamptz,
  created_by     uuid references public.profiles (user_id),
  created_at     timestamptz not null default now(),
  updated_at     timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, token_hash),
  check (starts_at < ends_at and isfinite(starts_at) and isfinite(ends_at)),
  check ((status <> 'offered' or (offered_at is not null and offered_until > offered_at)) and (status in ('waiting', 'offered')) = (ended_at is null)),
  foreign key (company_id, customer_id) references public.customers (company_id, id),
  foreign key (company_id, category_id) references public.vehicle_categories (company_id, id),
  foreign key (company_id, location_id) references public.locations (company_id, id),
  foreign key (company_id, reservation_id) references public.reservations (company_id, id)
);
comment on table public.waiting_entries is 'Who waits for a vehicle of a category (null = any) at a place (null = any) with the equipment for a period. First come, first asked.';
comment on column public.waiting_entries.offered_until is 'Until then the offer stands; of an offer that holds a vehicle also the end of the option.';
comment on column public.waiting_entries.reservation_id is 'The option an offer holds, or the reservation that ended the waiting.';
create index waiting_entries_open on public.waiting_entries (company_id, created_at, id) where status = 'waiting';
create index waiting_entries_offered on public.waiting_entries (offered_until) where status = 'offered';
create index waiting_entries_customer on public.waiting_entries (company_id, customer_id);
create index waiting_entries_category on public.waiting_entries (company_id, category_id);
create index waiting_entries_location on public.waiting_entries (company_id, location_id);
create index waiting_entries_reservation on public.waiting_entries (company_id, reservation_id);
create index waiting_entries_created_by on public.waiting_entries (created_by);
select private.guard_tenant_table('public.waiting_entries');
create trigger waiting_entries_transition before update of status on public.waiting_entries for each row
  execute function private.check_transition('waiting>offered', 'waiting>booked', 'waiting>withdrawn', 'waiting>expired',
    'offered>booked', 'offered>withdrawn', 'offered>expired');
create trigger waiting_entries_on_open_site before insert on public.waiting_entries
  for each row when (new.source = 'site') execute function private.require_open_site();
create policy "members see who waits" on public.waiting_entries for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('reservations.see')));
grant select (company_id, id, status, source, customer_id, category_id, location_id, wanted_equipment, starts_at, ends_at, locale, note, offered_at, offered_until,
  reservation_id, ended_at, created_by, created_at, updated_at) on public.waiting_entries to authenticated;

/* Asks for the list to be gone through; one job a transaction, however much it frees. */
create function private.ask_waiting_list(p_company uuid) returns void
language sql security definer set search_path = '' as $$
  select private.enqueue(p_company, 'waiting.serve', pg_catalog.pg_current_xact_id()::text)
$$;

-- Looked at when the transaction ends: bookings that only change places have found theirs by then.
create function private.note_release() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if exists (select from public.waiting_entries w where w.company_id = old.company_id and w.status = 'waiting' and tstzrange(w.starts_at, w.ends_at) && old.period)
     and not exists (select from public.allocations a where a.company_id = old.company_id and a.id = old.id and a.active
       and a.resource_id = old.resource_id and a.period @> old.period) then
    perform private.ask_waiting_list(old.company_id);
  end if;
  return null;
end $$;
create constraint trigger allocations_release after update on public.allocations deferrable initially deferred for each row
  when (old.active and (not new.active or old.period <> new.period or old.resource_id <> new.resource_id)) execute function private.note_release();

-- A new vehicle, or one that comes to another place or category or gets more equipment, may be what somebody waits for.
create function private.note_vehicle() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if exists (select from public.waiting_entries w where w.company_id = new.company_id and w.status = 'waiting') then
    perform private.ask_waiting_list(new.company_id);
  end if;
  return null;
end $$;
create trigger vehicles_wanted after insert or update of category_id, location_id, equipment on public.vehicles for each row execute function private.note_vehicle();

-- A firm reservation of the same customer for (part of) the period ends the waiting; an option that ends ends its offer.
create function private.follow_reservation() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if new.status = 'confirmed' then
    update public.waiting_entries set status = 'booked', reservation_id = new.id, ended_at = now()
    where company_id = new.company_id and customer_id = new.customer_id and status in ('waiting', 'offered')
      and tstzrange(starts_at, ends_at) && tstzrange(new.starts_at, new.ends_at);
  elsif new.status in ('cancelled', 'expired') then
    update public.waiting_entries set status = 'expired', ended_at = now()
    where company_id = new.company_id and reservation_id = new.id and status = 'offered';
  end if;
  return null;
end $$;
create trigger reservations_end_waiting after insert or update of status on public.reservations for each row
  when (new.status in ('confirmed', 'cancelled', 'expired')) execute function private.follow_reservation();

/* One at a time: who waits, who is asked and in which order must not depend on who is quicker. */
create function private.lock_waiting_list(p_company uuid) returns void
language sql security definer set search_path = '' as $$
  select pg_advisory_xact_lock(hashtextextended('waiting ' || p_company, 0))
$$;
