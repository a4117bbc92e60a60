-- What becomes free is offered to the first who waits for it, and taken up or passed on.

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
    -- A company that takes no cards any more is paid after the return.
    if v_reservation.booking_deposit_rappen = 0 or not (select takes_cards from public.companies where id = v_row.company_id) then
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
  select (select count(*) from private.free_vehicles(p_entry.company_id, p_entry.starts_at, p_entry.ends_at, p_entry.category_id, p_entry.location_id) f
      where f.equipment @> p_entry.wanted_equipment)
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
    'locale', p_entry.locale, 'equipment', to_jsonb(p_entry.wanted_equipment)));
  v_option uuid;
begin
  if private.unclaimed(p_entry) < 1 then return false; end if;
  if p_company.waiting_holds then
    v_option := (private.reserve(p_company.id, jsonb_build_object('id', p_entry.customer_id), p_entry.source, v_wish || jsonb_build_object('category_id',
      coalesce(p_entry.category_id, (select f.category_id from private.free_vehicles(p_company.id, p_entry.starts_at, p_entry.ends_at, null, p_entry.location_id) f
        where f.equipment @> p_entry.wanted_equipment limit 1))),
      greatest(1, floor(extract(epoch from v_until - now()) / 60))::int)).id;
  end if;
  -- Last, because a booking under way may be waiting to end this entry while it holds what is being taken here.
  update public.waiting_entries set status = 'offered', offered_at = now(), offered_until = v_until, reservation_id = v_option
  where company_id = p_company.id and id = p_entry.id and status = 'waiting';
  if not found then perform private.fail(409, 'changed_meanwhile'); end if;
  perform private.tell(p_company.id, 'waiting_offer', p_entry.id::text, jsonb_build_object('waiting_entry_id', p_entry.id));
  return true;
end $$;

/*
 * Makes an offer to the first who waits and for whom something is free; their entry, null when there is nobody or the site on which it is taken up is not
 * open. For our own worker, which calls it until there is nobody: one offer a transaction, so that no two of them wait for each other.
 */
create function public.serve_waiting_list(p_company_id uuid) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_company public.companies;
  v_entry public.waiting_entries;
begin
  perform private.lock_waiting_list(p_company_id);
  select * into v_company from public.companies c where c.id = p_company_id and c.status not in ('suspended', 'canceled') and private.site_lacks(c) = '{}';
  if not found then return null; end if;
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
grant execute on function public.accept_waiting_offer(text, text) to anon, authenticated;
grant execute on function public.serve_waiting_list(uuid), public.expire_waiting_list(), public.waiting_entry_facts(uuid, uuid) to service_role;
