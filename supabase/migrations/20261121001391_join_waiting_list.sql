-- How somebody comes on the waiting list, sees where they stand and leaves it.

/*
 * Puts somebody on the list, at most once for the same wish. p_wish: starts_at, ends_at, category_id?, location_id?, equipment?, locale?, note?.
 * Raises as private.customer_of, 422 `invalid_period` · `period_in_past` · `no_contact` · `too_many_waiting`, 404 `not_found`.
 */
create function private.put_on_list(p_company uuid, p_customer jsonb, p_source public.reservation_source, p_wish jsonb) returns public.waiting_entries
language plpgsql security definer set search_path = '' as $$
declare
  v_starts timestamptz := (p_wish ->> 'starts_at')::timestamptz;
  v_ends timestamptz := (p_wish ->> 'ends_at')::timestamptz;
  v_equipment public.equipment[] := private.equipment_of(p_wish -> 'equipment');
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
    and w.category_id is not distinct from (p_wish ->> 'category_id')::uuid and w.location_id is not distinct from (p_wish ->> 'location_id')::uuid
    and w.wanted_equipment = v_equipment;
  if found then return v_row; end if;
  if (select count(*) from public.waiting_entries w where w.company_id = p_company and w.customer_id = v_customer.id and w.status in ('waiting', 'offered')) >= 10 then
    perform private.fail(422, 'too_many_waiting');
  end if;
  insert into public.waiting_entries (company_id, id, source, customer_id, category_id, location_id, wanted_equipment, starts_at, ends_at, locale, note, token_hash, created_by)
  values (p_company, v_id, p_source, v_customer.id, (p_wish ->> 'category_id')::uuid, (p_wish ->> 'location_id')::uuid, v_equipment, v_starts, v_ends,
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
    'equipment', w.wanted_equipment, 'category_names', (select k.names from public.vehicle_categories k where k.company_id = w.company_id and k.id = w.category_id),
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
  p_location_id uuid default null, p_locale text default 'de', p_idempotency_key text default null, p_equipment jsonb default '[]') returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.company_by_slug(p_slug);
  v_wish jsonb := jsonb_strip_nulls(jsonb_build_object('starts_at', p_starts_at, 'ends_at', p_ends_at, 'category_id', p_category_id, 'location_id', p_location_id,
    'locale', p_locale, 'equipment', nullif(p_equipment, '[]')));
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
  p_idempotency_key text default null, p_equipment jsonb default '[]') returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('reservations.create');
  v_wish jsonb := jsonb_strip_nulls(jsonb_build_object('starts_at', p_starts_at, 'ends_at', p_ends_at, 'category_id', p_category_id, 'location_id', p_location_id,
    'note', p_note, 'equipment', nullif(p_equipment, '[]')));
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
grant execute on function public.join_waiting_list_on_site(text, timestamptz, timestamptz, jsonb, uuid, uuid, text, text, jsonb), public.waiting_by_token(text, text),
  public.leave_waiting_list(text, text) to anon, authenticated;
grant execute on function public.join_waiting_list(timestamptz, timestamptz, uuid, jsonb, uuid, uuid, text, public.reservation_source, text, jsonb),
  public.remove_from_waiting_list(uuid) to authenticated;
