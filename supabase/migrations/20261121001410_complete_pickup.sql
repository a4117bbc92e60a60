-- The end of a pickup: what was signed, read and checked becomes an active contract.

/*
 * SHA-256 of what is signed: parties, everybody who drives, vehicle, period, prices, terms, readings, what goes along, photos and marks of the handover, in canonical JSON.
 * Instants in UTC: the hash must not depend on the session that computes it.
 */
create function private.content_sha256(p_company uuid, p_handover uuid) returns text
language sql stable security definer set search_path = '' as $$
  select encode(sha256(convert_to(jsonb_build_object(
    'contract', c.number, 'customer', k.name, 'vehicle', v.plate || ' ' || v.vin, 'starts_at', c.starts_at at time zone 'UTC', 'ends_at', c.ends_at at time zone 'UTC',
    'price', c.price, 'refill_rappen', jsonb_build_array(c.fuel_price_rappen, c.charge_price_rappen), 'terms', c.terms, 'terms_version', c.terms_version, 'kind', h.kind, 'odometer_km', h.odometer_km, 'fuel_percent', h.fuel_percent, 'checklist', h.checklist,
    'drivers', (select jsonb_agg(jsonb_build_array(d.first_name, d.last_name, d.birth_date, d.licence_number, d.licence_categories, d.licence_expires_on)
        order by d.id <> c.driver_id, d.id)
      from public.drivers d where d.company_id = c.company_id and (d.id = c.driver_id or d.id in (
        select x.driver_id from public.contract_drivers x where x.company_id = c.company_id and x.contract_id = c.id))),
    'photos', (select jsonb_agg(p.sha256 order by p.sha256) from public.handover_photos p where p.company_id = h.company_id and p.handover_id = h.id),
    'damages', (select jsonb_agg(jsonb_build_array(d.view, d.x, d.y, d.kind, d.severity, d.charge_rappen, d.photo_id, d.photo_x, d.photo_y) order by d.id)
      from public.damages d where d.company_id = h.company_id and d.handover_id = h.id))::text, 'UTF8')), 'hex')
  from public.handovers h
  join public.contracts c on c.company_id = h.company_id and c.id = h.contract_id
  join public.customers k on k.company_id = c.company_id and k.id = c.customer_id
  join public.vehicles v on v.company_id = c.company_id and v.id = coalesce(h.vehicle_id, c.vehicle_id)
  where h.company_id = p_company and h.id = p_handover
$$;

/* Whether a vehicle came back without its customer: by the key box, or somebody who could not wait. */
create function private.is_customer_absent(p_company uuid, p_handover uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select h.kind in ('return', 'exchange_back') and coalesce((h.checklist ->> 'customer_absent')::boolean, false) from public.handovers h
  where h.company_id = p_company and h.id = p_handover
$$;

/* Stores the signatures ([{signer, name, image_path, image_sha256, device_at?}]) over the handover's content. The customer's is required,
 * except at a return without them, as the checklist says: then staff sign, and the customer hears of it. p_at: when they were given, which may be long before we hear of it. */
create function private.sign(p_company uuid, p_handover uuid, p_signatures jsonb, p_ip text, p_user_agent text, p_at timestamptz) returns text
language plpgsql security definer set search_path = '' as $$
declare
  v_hash text := private.content_sha256(p_company, p_handover);
begin
  if not exists (select from jsonb_array_elements(p_signatures) as s where s ->> 'signer' = case when private.is_customer_absent(p_company, p_handover) then 'staff' else 'customer' end) then
    perform private.fail(422, 'signature_missing');
  end if;
  if exists (select from jsonb_array_elements(p_signatures) as s where private.is_own_path(s ->> 'image_path', p_company) is not true) then
    perform private.fail(422, 'invalid_path');
  end if;
  if exists (select from jsonb_array_elements(p_signatures) as s where private.are_texts(s, array['signer', 'name', 'image_path', 'image_sha256', 'device_at']) is not true) then
    perform private.fail(422, 'invalid_input', '{"rule": "signatures"}');
  end if;
  insert into public.signatures (company_id, handover_id, signer, name, image_path, image_sha256, document_sha256, signed_at, device_at, ip, user_agent)
  select p_company, p_handover, s ->> 'signer', s ->> 'name', s ->> 'image_path', s ->> 'image_sha256', v_hash, p_at, (s ->> 'device_at')::timestamptz, nullif(p_ip, '')::inet, left(p_user_agent, 400)
  from jsonb_array_elements(p_signatures) as s;
  return v_hash;
end $$;

/* The vehicle of a handover with its odometer and fuel; the odometer never goes backwards. */
create function private.record_readings(p_company uuid, p_handover uuid, p_vehicle uuid, p_readings jsonb, p_at timestamptz) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_km int := (p_readings ->> 'odometer_km')::int;
begin
  if v_km is null or (p_readings ->> 'fuel_percent')::int is null then perform private.fail(422, 'readings_missing'); end if;
  perform private.record_odometer(p_company, p_vehicle, v_km, (select case when kind in ('return', 'exchange_back') then 'return' else 'pickup' end from public.handovers where company_id = p_company and id = p_handover), p_handover);
  update public.handovers set vehicle_id = p_vehicle, odometer_km = v_km, fuel_percent = (p_readings ->> 'fuel_percent')::int, clean = coalesce((p_readings ->> 'clean')::boolean, true),
    checklist = coalesce(p_readings -> 'checklist', '{}'), notes = p_readings ->> 'notes', completed_at = p_at, received_at = now(),
    device_at = (p_readings ->> 'device_at')::timestamptz, performed_by = auth.uid()
  where company_id = p_company and id = p_handover;
end $$;

/*
 * Who drives a contract, with the licence just held in hand: a driver of the customer's already known (by id, licence number, or name and birth date),
 * brought up to date, or a new one. Raises 422 `invalid_input` · `licence_expired` · `driver_too_young` · `driver_not_listed` · `licence_automatic_only`, 409 `customer_blocked`.
 */
create function private.record_driver(p_company uuid, p_contract public.contracts, p_driver jsonb) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_id uuid;
  v_active boolean;
  v_blocked public.customers;
begin
  if private.are_texts(p_driver, array['id', 'first_name', 'last_name', 'birth_date', 'licence_number', 'licence_country', 'licence_issued_on', 'licence_expires_on']) is not true
     or jsonb_typeof(p_driver -> 'licence_codes') not in ('array', 'null') or jsonb_typeof(p_driver -> 'licence_since') not in ('object', 'null')
     or p_driver ->> 'birth_date' is null or p_driver ->> 'licence_expires_on' is null then
    perform private.fail(422, 'invalid_input', '{"rule": "driver"}');
  end if;
  perform private.check_driver(p_company, (p_driver ->> 'birth_date')::date, (p_driver ->> 'licence_expires_on')::date,
    (p_contract.price ->> 'minimum_age')::int, now(), p_contract.ends_at);
  v_blocked := private.blocked_match(p_company, p_driver - array['email', 'phone']);
  if v_blocked.id is not null then
    perform private.fail(409, 'customer_blocked', jsonb_build_object('reason', v_blocked.blocked_reason, 'name', v_blocked.name, 'number', v_blocked.number));
  end if;
  select d.id, d.active into v_id, v_active from public.drivers d
  where d.company_id = p_company and d.customer_id = p_contract.customer_id and (d.id = (p_driver ->> 'id')::uuid or d.licence_number = p_driver ->> 'licence_number'
    or (d.birth_date = (p_driver ->> 'birth_date')::date
      and private.name_key(d.first_name || d.last_name) = private.name_key((p_driver ->> 'first_name') || (p_driver ->> 'last_name'))))
  order by (d.id = (p_driver ->> 'id')::uuid) desc nulls last, d.created_at, d.id limit 1;
  if coalesce(not v_active, exists (select from public.customer_accounts a
      where a.company_id = p_company and a.customer_id = p_contract.customer_id and a.listed_drivers_only)) then
    perform private.fail(422, 'driver_not_listed');
  end if;
  if v_id is null then
    insert into public.drivers (company_id, customer_id, first_name, last_name)
    values (p_company, p_contract.customer_id, p_driver ->> 'first_name', p_driver ->> 'last_name') returning id into v_id;
  end if;
  update public.drivers set first_name = p_driver ->> 'first_name', last_name = p_driver ->> 'last_name', birth_date = (p_driver ->> 'birth_date')::date,
    licence_number = p_driver ->> 'licence_number', licence_country = coalesce(p_driver ->> 'licence_country', licence_country),
    licence_categories = coalesce((select array_agg(value) from jsonb_array_elements_text(p_driver -> 'licence_categories')), '{}'),
    licence_since = coalesce(nullif(p_driver -> 'licence_since', 'null'), licence_since),
    licence_codes = case when p_driver -> 'licence_codes' <> 'null' then
      coalesce((select array_agg(value) from jsonb_array_elements_text(p_driver -> 'licence_codes')), '{}') else licence_codes end,
    licence_issued_on = coalesce((p_driver ->> 'licence_issued_on')::date, licence_issued_on), licence_expires_on = (p_driver ->> 'licence_expires_on')::date,
    verified_at = clock_timestamp(), verified_by = auth.uid()
  where company_id = p_company and id = v_id;
  perform private.note_licence_check(p_company, p_contract, v_id);
  return v_id;
end $$;

/*
 * A rental that begins before its agreed time occupies the vehicle from now on: provisional bookings make way, lapsed holds fall.
 * Its allocation is written anew: moving the one it has would wait for a buyer whose payment is just being noted, and that one for us.
 * Raises as private.refuse_promised.
 */
create function private.begin_allocation(p_company uuid, p_vehicle uuid, p_contract uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_own public.allocations;
begin
  for attempt in 1..5 loop
    perform private.refuse_promised(p_company, p_vehicle, p_contract);
    select * into v_own from public.allocations where company_id = p_company and source_id = p_contract and active;
    if not found or lower(v_own.period) <= now() then return; end if;
    begin
      perform private.make_way(p_company, p_vehicle, tstzrange(now(), lower(v_own.period)));
      perform private.release_lapsed_holds(p_company, p_vehicle, tstzrange(now(), lower(v_own.period)));
      update public.allocations set active = false where company_id = p_company and id = v_own.id;
      if private.allocate(p_company, p_vehicle, tstzrange(now(), upper(v_own.period)), v_own.source_kind, p_contract) is not null then return; end if;
      -- Back to what it has had; a rival has committed by now, and the next look sees and names it.
      raise exclusion_violation;
    exception when exclusion_violation then
    end;
  end loop;
  perform private.fail(409, 'vehicle_occupied', jsonb_build_object('until', lower(v_own.period)));
end $$;

/*
 * Ends a pickup: licence checked, readings kept, signatures stored, contract active, PDF and mail queued, security deposit asked for.
 * p_driver: id?, first_name, last_name, birth_date, licence_number, licence_categories, licence_expires_on, licence_country?, licence_since?, licence_codes?,
 * licence_issued_on?. p_deposit_method: card · cash · null (none), which where one is due needs p_deposit_waived_reason.
 * With p_step it counts as of when the phone's step happened. p_total_rappen: the price the customer has read. p_language: in which they read it, which becomes
 * the contract's, with its terms in that language.
 * Raises as private.record_driver and private.take_step, 409 `total_changed` when it is another, 422 `odometer_backwards` · `readings_missing` · `signature_missing` · `card_missing` · `reason_missing` · `invalid_path` ·
 * `invalid_input`, 409 `invalid_transition` · `vehicle_still_out` · `vehicle_promised` · `vehicle_occupied`. Safe to repeat.
 */
create function public.complete_pickup(p_handover_id uuid, p_readings jsonb, p_driver jsonb, p_signatures jsonb, p_deposit_method public.payment_method default null,
  p_ip text default null, p_user_agent text default null, p_step jsonb default null, p_total_rappen bigint default null,
  p_language text default null, p_deposit_waived_reason text default null) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('handover.perform');
  v_handover public.handovers;
  v_contract public.contracts;
  v_amount bigint;
  v_driver uuid;
  v_hash text;
  v_deposit uuid;
  v_at timestamptz;
begin
  select * into v_handover from public.handovers where company_id = v_company and id = p_handover_id and kind = 'pickup' for no key update;
  if not found then perform private.fail(404, 'not_found'); end if;
  if p_step is null and v_handover.completed_at is not null then return v_handover.contract_id; end if;
  v_at := private.take_step(v_company, p_handover_id, 'complete', p_step);
  if v_at is null then return v_handover.contract_id; end if;
  select * into v_contract from public.contracts where company_id = v_company and id = v_handover.contract_id for no key update;

  v_driver := private.record_driver(v_company, v_contract, p_driver);
  -- Who signs is no further driver.
  perform private.unname_driver(d) from public.contract_drivers d where d.company_id = v_company and d.contract_id = v_contract.id and d.driver_id = v_driver;
  select * into v_contract from public.contracts where company_id = v_company and id = v_contract.id;
  if p_total_rappen <> (v_contract.price ->> 'total_rappen')::bigint then
    perform private.fail(409, 'total_changed', jsonb_build_object('total_rappen', (v_contract.price ->> 'total_rappen')::bigint));
  end if;
  perform private.record_readings(v_company, p_handover_id, v_contract.vehicle_id, p_readings, v_at);
  -- The vehicle's row is locked now, so that of two pickups of one vehicle the second sees the first.
  perform private.refuse_vehicle_out(v_company, v_contract.vehicle_id, v_contract.reservation_id);
  if p_language not in ('de', 'fr', 'it', 'en') then perform private.fail(422, 'invalid_input', '{"rule": "language"}'); end if;
  update public.contracts c set driver_id = v_driver, locale = coalesce(p_language, c.locale),
    terms = case when p_language <> c.locale then coalesce(private.label(t.terms, p_language), c.terms) else c.terms end
  from public.terms_versions t
  where c.company_id = v_company and c.id = v_contract.id and t.company_id = v_company and t.version = c.terms_version;
  v_hash := private.sign(v_company, p_handover_id, p_signatures, p_ip, p_user_agent, v_at);
  update public.contracts set status = 'signed', content_sha256 = v_hash where company_id = v_company and id = v_contract.id;
  update public.contracts set status = 'active', picked_up_at = v_at where company_id = v_company and id = v_contract.id;
  update public.vehicles set status = 'rented', odometer_km = (p_readings ->> 'odometer_km')::int, fuel_percent = (p_readings ->> 'fuel_percent')::int
  where company_id = v_company and id = v_contract.vehicle_id;
  -- After the wash has ended with the vehicle's state: whoever comes early has the vehicle from now on, not from the agreed time.
  perform private.begin_allocation(v_company, v_contract.vehicle_id, v_contract.id);

  v_amount := (v_contract.price ->> 'security_deposit_rappen')::bigint;
  if p_deposit_method is null and v_amount > 0 then
    if coalesce(length(btrim(p_deposit_waived_reason)), 0) < 3 then perform private.fail(422, 'reason_missing'); end if;
    update public.contracts set deposit_waived_reason = btrim(p_deposit_waived_reason) where company_id = v_company and id = v_contract.id;
  elsif v_amount > 0 then
    if p_deposit_method = 'card' and not exists (select from public.customers where company_id = v_company and id = v_contract.customer_id and payment_method_id is not null) then
      perform private.fail(422, 'card_missing');
    end if;
    insert into public.deposits (company_id, contract_id, method, status, amount_rappen, currency)
    values (v_company, v_contract.id, p_deposit_method, case when p_deposit_method = 'cash' then 'held' else 'requested' end::public.deposit_status, v_amount, v_contract.currency)
    returning id into v_deposit;
    if p_deposit_method = 'cash' then
      perform private.post(v_company, 'deposit', v_deposit::text, v_contract.currency, jsonb_build_array(
        jsonb_build_object('account', 'cash', 'amount_rappen', v_amount), jsonb_build_object('account', 'deposits_held', 'amount_rappen', -v_amount)));
    else
      perform private.request_hold(v_company, v_deposit);
    end if;
  end if;
  perform private.enqueue(v_company, 'document.contract', v_contract.id::text, jsonb_build_object('contract_id', v_contract.id));
  return v_contract.id;
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;

grant execute on function public.complete_pickup(uuid, jsonb, jsonb, jsonb, public.payment_method, text, text, jsonb, bigint, text, text) to authenticated;
