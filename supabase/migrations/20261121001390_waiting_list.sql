-- The waiting list: who would like a vehicle when nothing is free, and who is asked first when something becomes free.
create type public.waiting_status as enum ('waiting', 'offered', 'booked', 'withdrawn', 'expired');

create table public.waiting_entries (
  company_id     uuid not null references public.companies (id),
  id             uuid not null default gen_random_uuid(),
  status         public.waiting_status not null default 'waiting',
  source         public.reservation_source not null,
  customer_id    uuid not null,
  category_id    uuid,
  location_id    uuid,
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
comment on table public.waiting_entries is 'Who waits for a vehicle of a category (null = any) at a place (null = any) for a period. First come, first asked.';
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
create policy "members see who waits" on public.waiting_entries for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('reservations.see')));
grant select (company_id, id, status, source, customer_id, category_id, location_id, starts_at, ends_at, locale, note, offered_at, offered_until,
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

-- A new vehicle, or one that comes to another place or category, may be what somebody waits for.
create function private.note_vehicle() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if exists (select from public.waiting_entries w where w.company_id = new.company_id and w.status = 'waiting') then
    perform private.ask_waiting_list(new.company_id);
  end if;
  return null;
end $$;
create trigger vehicles_wanted after insert or update of category_id, location_id on public.vehicles for each row execute function private.note_vehicle();

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

/*
 * Puts somebody on the list, at most once for the same wish. p_wish: starts_at, ends_at, category_id?, location_id?, locale?, note?.
 * Raises as private.customer_of, 422 `invalid_period` · `period_in_past` · `no_contact` · `too_many_waiting`, 404 `not_found`.
 */
create function private.put_on_list(p_company uuid, p_customer jsonb, p_source public.reservation_source, p_wish jsonb) returns public.waiting_entries
language plpgsql security definer set search_path = '' as $$
declare
  v_starts timestamptz := (p_wish ->> 'starts_at')::timestamptz;
  v_ends timestamptz := (p_wish ->> 'ends_at')::timestamptz;
  v_id uuid := gen_random_uuid();
  v_customer public.customers;
  v_row public.waiting_entries;
begin
  perform private.check_period(v_starts, v_ends);
  if v_starts <= now() then perform private.fail(422, 'period_in_past'); end if;
  if p_wish ->> 'category_id' is not null and not exists (select from public.vehicle_categories where company_id = p_company and id = (p_wish ->> 'category_id')::uuid)
     or p_wish ->> 'location_id' is not null and not exists (select from public.locations where company_id = p_company and id = (p_wish ->> 'location_id')::uuid and active) then
    perform private.fail(404, 'not_found');
  end if;
  perform private.lock_waiting_list(p_company);
  v_customer := private.customer_of(p_company, p_customer, p_source);
  if v_customer.email is null and v_customer.phone is null then perform private.fail(422, 'no_contact'); end if;
  select * into v_row from public.waiting_entries w
  where w.company_id = p_company and w.customer_id = v_customer.id and w.status in ('waiting', 'offered') and w.starts_at = v_starts and w.ends_at = v_ends
    and w.category_id is not distinct from (p_wish ->> 'category_id')::uuid and w.location_id is not distinct from (p_wish ->> 'location_id')::uuid;
  if found then return v_row; end if;
  if (select count(*) from public.waiting_entries w where w.company_id = p_company and w.customer_id = v_customer.id and w.status in ('waiting', 'offered')) >= 10 then
    perform private.fail(422, 'too_many_waiting');
  end if;
  insert into public.waiting_entries (company_id, id, source, customer_id, category_id, location_id, starts_at, ends_at, locale, note, token_hash, created_by)
  values (p_company, v_id, p_source, v_customer.id, (p_wish ->> 'category_id')::uuid, (p_wish ->> 'location_id')::uuid, v_starts, v_ends,
    coalesce(p_wish ->> 'locale', v_customer.language), p_wish ->> 'note', private.token_hash(private.link_token(v_id)), auth.uid())
  returning * into v_row;
  -- Nobody is told anything they did not ask for.
  insert into public.consents (company_id, customer_id, kind, text_version, source, recorded_by)
  values (p_company, v_customer.id, 'waiting_list', '1', case p_source when 'site' then 'site' when 'walk_in' then 'desk' else 'phone' end, auth.uid());
  perform private.enqueue(p_company, 'mail.waiting_listed', v_id::text, jsonb_build_object('waiting_entry_id', v_id));
  -- Something may have become free while the form was filled in.
  perform private.ask_waiting_list(p_company);
  return v_row;
end $$;

/* What the person on the list may see of their entry, with the token of its private link. */
create function private.waiting_facts(p_company uuid, p_entry uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', w.id, 'status', w.status, 'starts_at', w.starts_at, 'ends_at', w.ends_at, 'locale', w.locale, 'offered_until', w.offered_until,
    'token', private.link_token(w.id), 'category_id', w.category_id, 'location_id', w.location_id,
    'category_names', (select k.names from public.vehicle_categories k where k.company_id = w.company_id and k.id = w.category_id),
    'location_name', (select l.name from public.locations l where l.company_id = w.company_id and l.id = w.location_id),
    'customer', jsonb_build_object('id', c.id, 'name', c.name, 'first_name', c.first_name, 'last_name', c.last_name, 'email', c.email, 'phone', c.phone),
    'company', jsonb_build_object('slug', o.slug, 'name', o.name, 'email', o.email, 'phone', o.phone, 'accent_color', o.accent_color, 'time_zone', o.time_zone,
      'street', o.street, 'house_number', o.house_number, 'postal_code', o.postal_code, 'town', o.town),
    -- The option that an offer holds, or what was booked.
    'booking', case when w.reservation_id is not null then private.booking_facts(w.company_id, w.reservation_id) end)
  from public.waiting_entries w
  join public.customers c on c.company_id = w.company_id and c.id = w.customer_id
  join public.companies o on o.id = w.company_id
  where w.company_id = p_company and w.id = p_entry
$$;

/*
 * Puts a visitor of a company's site on its waiting list. Returns the entry's facts with the token of its private link. Safe to repeat with the same key.
 * Raises as private.put_on_list, 404 `unknown_company`, 409 `booking_refused`, 422 `invalid_input` · `idempotency_key_reused`.
 */
create function public.join_waiting_list_on_site(p_slug text, p_starts_at timestamptz, p_ends_at timestamptz, p_customer jsonb, p_category_id uuid default null,
  p_location_id uuid default null, p_locale text default 'de', p_idempotency_key text default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.company_by_slug(p_slug);
  v_wish jsonb := jsonb_strip_nulls(jsonb_build_object('starts_at', p_starts_at, 'ends_at', p_ends_at, 'category_id', p_category_id, 'location_id', p_location_id,
    'locale', p_locale));
  v_before jsonb;
  v_id uuid;
begin
  if (select status from public.companies where id = v_company) = 'suspended' then perform private.fail(409, 'booking_refused'); end if;
  v_before := private.begin_once(v_company, 'join_waiting_list', p_idempotency_key, v_wish || jsonb_build_object('customer', p_customer));
  if v_before is not null then return private.waiting_facts(v_company, (v_before ->> 'id')::uuid); end if;
  if exists (select from unnest(array['first_name', 'last_name', 'email', 'phone']) as field where coalesce(btrim(p_customer ->> field), '') = '') then
    perform private.fail(422, 'invalid_input', '{"rule": "customer"}');
  end if;
  v_id := (private.put_on_list(v_company, private.visitor_fields(p_customer) || jsonb_build_object('language', p_locale), 'site', v_wish)).id;
  perform private.finish_once(v_company, 'join_waiting_list', p_idempotency_key, jsonb_build_object('id', v_id));
  return private.waiting_facts(v_company, v_id);
exception when sqlstate 'PT409' then
  if sqlerrm = 'quota_reached' then perform private.fail(409, 'booking_refused'); end if;
  raise;
when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;

/*
 * Puts a customer on the waiting list at the desk: p_customer_id, or p_customer is added. The customer has agreed to be told. Returns the entry's id.
 * Safe to repeat with the same key. Raises as private.put_on_list, 422 `invalid_input` · `idempotency_key_reused`.
 */
create function public.join_waiting_list(p_starts_at timestamptz, p_ends_at timestamptz, p_customer_id uuid default null, p_customer jsonb default null,
  p_category_id uuid default null, p_location_id uuid default null, p_note text default null, p_source public.reservation_source default 'phone',
  p_idempotency_key text default null) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('reservations.create');
  v_wish jsonb := jsonb_strip_nulls(jsonb_build_object('starts_at', p_starts_at, 'ends_at', p_ends_at, 'category_id', p_category_id, 'location_id', p_location_id,
    'note', p_note));
  v_before jsonb;
  v_id uuid;
begin
  if p_source not in ('phone', 'walk_in') then perform private.fail(422, 'invalid_input', '{"rule": "source"}'); end if;
  v_before := private.begin_once(v_company, 'join_waiting_list', p_idempotency_key,
    v_wish || jsonb_build_object('customer_id', p_customer_id, 'customer', p_customer, 'by', auth.uid()));
  if v_before is not null then return (v_before ->> 'id')::uuid; end if;
  v_id := (private.put_on_list(v_company, case when p_customer_id is null then p_customer else jsonb_build_object('id', p_customer_id) end, p_source, v_wish)).id;
  perform private.finish_once(v_company, 'join_waiting_list', p_idempotency_key, jsonb_build_object('id', v_id));
  return v_id;
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;

/* An entry by its private link; null for a wrong token or ninety days after the period. */
create function public.waiting_by_token(p_slug text, p_token text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select private.waiting_facts(w.company_id, w.id) from public.waiting_entries w join public.companies c on c.id = w.company_id
  where c.slug = lower(p_slug) and w.token_hash = private.token_hash(p_token) and w.ends_at > now() - interval '90 days'
$$;

/* Locks an entry by its private link, with the option it holds. Raises 404 `link_expired`. */
create function private.lock_entry_of(p_slug text, p_token text) returns public.waiting_entries
language plpgsql security definer set search_path = '' as $$
declare
  v_row public.waiting_entries;
begin
  select w.* into v_row from public.waiting_entries w join public.companies c on c.id = w.company_id
  where c.slug = lower(p_slug) and w.token_hash = private.token_hash(p_token) and w.ends_at > now() - interval '90 days';
  if not found then perform private.fail(404, 'link_expired'); end if;
  -- In the order of everybody else: allocation, reservation, and only then the entry.
  if v_row.reservation_id is not null then perform private.lock_reservation(v_row.company_id, v_row.reservation_id); end if;
  select * into v_row from public.waiting_entries where company_id = v_row.company_id and id = v_row.id for no key update;
  return v_row;
end $$;

/* Takes an entry off the list; the option it holds is freed. */
create function private.leave_list(p_entry public.waiting_entries) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if p_entry.status not in ('waiting', 'offered') then return; end if;
  update public.waiting_entries set status = 'withdrawn', ended_at = now() where company_id = p_entry.company_id and id = p_entry.id;
  update public.consents set withdrawn_at = now()
  where company_id = p_entry.company_id and customer_id = p_entry.customer_id and kind = 'waiting_list' and withdrawn_at is null
    and not exists (select from public.waiting_entries w where w.company_id = p_entry.company_id and w.customer_id = p_entry.customer_id and w.status in ('waiting', 'offered'));
  -- Cancelled without a mail: whoever leaves the list knows it.
  update public.reservations set status = 'cancelled', cancelled_at = now()
  where company_id = p_entry.company_id and id = p_entry.reservation_id and status = 'pending';
  if found then
    update public.allocations set active = false where company_id = p_entry.company_id and source_id = p_entry.reservation_id and active;
  else
    -- What was offered to them is offered to the next.
    perform private.ask_waiting_list(p_entry.company_id);
  end if;
end $$;

/* Leaves the waiting list by the private link. Repeating changes nothing. Returns the entry's facts. Raises 404 `link_expired`. */
create function public.leave_waiting_list(p_slug text, p_token text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_row public.waiting_entries := private.lock_entry_of(p_slug, p_token);
begin
  perform private.leave_list(v_row);
  return private.waiting_facts(v_row.company_id, v_row.id);
end $$;

/* Takes somebody off the waiting list at the desk. Repeating changes nothing. Raises 404 `not_found`. */
create function public.remove_from_waiting_list(p_waiting_entry_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('reservations.edit');
  v_row public.waiting_entries;
begin
  select * into v_row from public.waiting_entries where company_id = v_company and id = p_waiting_entry_id;
  if not found then perform private.fail(404, 'not_found'); end if;
  if v_row.reservation_id is not null then perform private.lock_reservation(v_company, v_row.reservation_id); end if;
  select * into v_row from public.waiting_entries where company_id = v_company and id = p_waiting_entry_id for no key update;
  perform private.leave_list(v_row);
end $$;

/*
 * Takes up an offer that holds a vehicle, with consent to the terms: confirmed at once, or once the booking deposit is paid, for which there are
 * at most 23 hours (a payment page lives no longer). Repeating changes nothing. Returns the booking's facts.
 * Raises 404 `link_expired`, 409 `hold_lapsed` · `invalid_transition`.
 */
create function public.accept_waiting_offer(p_slug text, p_token text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_row public.waiting_entries := private.lock_entry_of(p_slug, p_token);
  v_reservation public.reservations;
begin
  if v_row.reservation_id is null or v_row.status not in ('offered', 'booked') then perform private.fail(409, 'hold_lapsed'); end if;
  select * into v_reservation from public.reservations where company_id = v_row.company_id and id = v_row.reservation_id;
  if v_row.status = 'offered'
     and not exists (select from public.payments where company_id = v_row.company_id and reservation_id = v_reservation.id and purpose = 'booking_deposit') then
    perform private.require_hold(v_reservation);
    insert into public.consents (company_id, customer_id, kind, text_version, source)
    values (v_row.company_id, v_reservation.customer_id, 'terms', v_reservation.terms_version::text, 'site');
    if v_reservation.booking_deposit_rappen = 0 then
      perform private.confirm(v_row.company_id, v_reservation.id);
    else
      update public.allocations set expires_at = least(expires_at, now() + interval '23 hours')
      where company_id = v_row.company_id and source_id = v_reservation.id and active;
      perform private.ask_booking_deposit(v_reservation);
    end if;
  end if;
  return private.booking_facts(v_row.company_id, v_reservation.id);
end $$;

/* How many vehicles are free for a wish and not yet offered to somebody else. */
create function private.unclaimed(p_entry public.waiting_entries) returns bigint
language sql stable security definer set search_path = '' as $$
  select (select count(*) from private.free_vehicles(p_entry.company_id, p_entry.starts_at, p_entry.ends_at, p_entry.category_id, p_entry.location_id))
    -- An offer that holds its vehicle is counted by the allocation.
    - (select count(*) from public.waiting_entries w
       where w.company_id = p_entry.company_id and w.status = 'offered' and w.reservation_id is null and w.offered_until > now()
         and tstzrange(w.starts_at, w.ends_at) && tstzrange(p_entry.starts_at, p_entry.ends_at)
         and (w.category_id is null or p_entry.category_id is null or w.category_id = p_entry.category_id)
         and (w.location_id is null or p_entry.location_id is null or w.location_id = p_entry.location_id))
$$;

/* Makes an offer to one who waits, if there is something to offer; whether there was. By the company's choice a vehicle is held for it. */
create function private.offer_to(p_company public.companies, p_entry public.waiting_entries) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  v_until timestamptz := least(now() + make_interval(hours => p_company.waiting_offer_hours), p_entry.starts_at);
  v_wish jsonb := jsonb_strip_nulls(jsonb_build_object('starts_at', p_entry.starts_at, 'ends_at', p_entry.ends_at, 'pickup_location_id', p_entry.location_id,
    'locale', p_entry.locale));
  v_option uuid;
begin
  if private.unclaimed(p_entry) < 1 then return false; end if;
  if p_company.waiting_holds then
    v_option := (private.reserve(p_company.id, jsonb_build_object('id', p_entry.customer_id), p_entry.source, v_wish || jsonb_build_object('category_id',
      coalesce(p_entry.category_id, (select f.category_id from private.free_vehicles(p_company.id, p_entry.starts_at, p_entry.ends_at, null, p_entry.location_id, 1) f))),
      greatest(1, floor(extract(epoch from v_until - now()) / 60))::int)).id;
  end if;
  -- Last, because a booking under way may be waiting to end this entry while it holds what is being taken here.
  update public.waiting_entries set status = 'offered', offered_at = now(), offered_until = v_until, reservation_id = v_option
  where company_id = p_company.id and id = p_entry.id and status = 'waiting';
  if not found then perform private.fail(409, 'changed_meanwhile'); end if;
  perform private.enqueue(p_company.id, 'mail.waiting_offer', p_entry.id::text, jsonb_build_object('waiting_entry_id', p_entry.id)),
          private.enqueue(p_company.id, 'sms.waiting_offer', p_entry.id::text, jsonb_build_object('waiting_entry_id', p_entry.id));
  return true;
end $$;

/*
 * Makes an offer to the first who waits and for whom something is free; their entry, null when there is nobody. For our own worker, which calls it
 * until there is nobody: one offer a transaction, so that no two of them wait for each other.
 */
create function public.serve_waiting_list(p_company_id uuid) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_company public.companies;
  v_entry public.waiting_entries;
begin
  perform private.lock_waiting_list(p_company_id);
  select * into v_company from public.companies where id = p_company_id and status not in ('suspended', 'canceled');
  for v_entry in
    select * from public.waiting_entries where company_id = p_company_id and status = 'waiting' and starts_at > now() + interval '5 minutes' order by created_at, id
  loop
    -- Somebody who may not book (blocked meanwhile, no price, plan used up) or was quicker keeps nobody else waiting.
    begin
      if private.offer_to(v_company, v_entry) then return v_entry.id; end if;
    exception when sqlstate 'PT404' or sqlstate 'PT409' or sqlstate 'PT422' then
    end;
  end loop;
  return null;
end $$;

/* Ends offers nobody took up and waiting that has become pointless; the next are asked. Returns how many ended. */
create function public.expire_waiting_list() returns int
language sql security definer set search_path = '' as $$
  with ended as (
    update public.waiting_entries w set status = 'expired', ended_at = now()
    from (select company_id, id from public.waiting_entries
      where status = 'offered' and offered_until <= now() and reservation_id is null or status = 'waiting' and starts_at <= now()
      order by company_id, id for no key update skip locked) as due
    where w.company_id = due.company_id and w.id = due.id
    returning w.company_id
  ), asked as (
    select private.ask_waiting_list(company_id) from (select distinct company_id from ended) as companies
  )
  select (select count(*) from ended)::int + 0 * (select count(*) from asked)::int
$$;

/* What a message to somebody on the list says. */
create function public.waiting_entry_facts(p_company_id uuid, p_waiting_entry_id uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select private.waiting_facts(p_company_id, p_waiting_entry_id)
$$;
grant execute on function public.join_waiting_list_on_site(text, timestamptz, timestamptz, jsonb, uuid, uuid, text, text), public.waiting_by_token(text, text),
  public.leave_waiting_list(text, text), public.accept_waiting_offer(text, text) to anon, authenticated;
grant execute on function public.join_waiting_list(timestamptz, timestamptz, uuid, jsonb, uuid, uuid, text, public.reservation_source, text),
  public.remove_from_waiting_list(uuid) to authenticated;
grant execute on function public.serve_waiting_list(uuid), public.expire_waiting_list(), public.waiting_entry_facts(uuid, uuid) to service_role;
