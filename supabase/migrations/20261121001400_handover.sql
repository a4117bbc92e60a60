-- Pickup and return on the phone. Each step may be repeated: photos and marks carry the client's own id.

/* The open handover of an own company, locked; raises 404 `not_found` or 409 `handover_completed`. */
create function private.open_handover(p_company uuid, p_handover uuid) returns public.handovers
language plpgsql security definer set search_path = '' as $$
declare
  v_handover public.handovers;
begin
  select * into v_handover from public.handovers where company_id = p_company and id = p_handover for update;
  if not found then perform private.fail(404, 'not_found'); end if;
  if v_handover.completed_at is not null then perform private.fail(409, 'handover_completed'); end if;
  return v_handover;
end $$;

create function private.begin_handover(p_company uuid, p_contract uuid, p_kind public.handover_kind) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_id uuid;
begin
  insert into public.handovers (company_id, contract_id, kind, performed_by) values (p_company, p_contract, p_kind, auth.uid())
  on conflict (company_id, contract_id, kind) do nothing;
  select id into v_id from public.handovers where company_id = p_company and contract_id = p_contract and kind = p_kind;
  return jsonb_build_object('handover_id', v_id, 'contract_id', p_contract);
end $$;

/* Opens the pickup of a reservation (and makes its contract); returns {handover_id, contract_id}. Safe to repeat. */
create function public.start_pickup(p_reservation_id uuid) returns jsonb
language sql security definer set search_path = '' as $$
  select private.begin_handover(private.authorize('handover.perform'), public.convert_reservation(p_reservation_id), 'pickup')
$$;

/* Opens the return of an active contract; returns {handover_id, contract_id}. Safe to repeat. */
create function public.start_return(p_contract_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('handover.perform');
  v_status public.contract_status;
begin
  select status into v_status from public.contracts where company_id = v_company and id = p_contract_id;
  if not found then perform private.fail(404, 'not_found'); end if;
  if v_status <> 'active' and not exists (select from public.handovers where company_id = v_company and contract_id = p_contract_id and kind = 'return') then
    perform private.fail(409, 'invalid_transition', jsonb_build_object('from', v_status, 'to', 'returned'));
  end if;
  return private.begin_handover(v_company, p_contract_id, 'return');
end $$;

/* Records a photo already stored under the company's own folder; the same id twice is one photo. */
create function public.add_handover_photo(p_handover_id uuid, p_id uuid, p_position text, p_storage_path text, p_thumbnail_path text, p_sha256 text,
  p_width int, p_height int, p_bytes int, p_taken_at timestamptz) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('handover.perform');
begin
  perform private.open_handover(v_company, p_handover_id);
  if split_part(p_storage_path, '/', 1) <> v_company::text or split_part(p_thumbnail_path, '/', 1) <> v_company::text then
    perform private.fail(422, 'invalid_path');
  end if;
  insert into public.handover_photos (company_id, id, handover_id, position, storage_path, thumbnail_path, sha256, width, height, bytes, taken_at)
  values (v_company, p_id, p_handover_id, p_position, p_storage_path, p_thumbnail_path, p_sha256, p_width, p_height, p_bytes, p_taken_at)
  on conflict do nothing;
end $$;

create function public.remove_handover_photo(p_handover_id uuid, p_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('handover.perform');
begin
  perform private.open_handover(v_company, p_handover_id);
  delete from public.handover_photos where company_id = v_company and id = p_id and handover_id = p_handover_id;
end $$;

/* Marks a damage on a view of the vehicle; x and y between 0 and 1. The same id again corrects the mark. */
create function public.mark_damage(p_handover_id uuid, p_id uuid, p_view text, p_x numeric, p_y numeric, p_kind text, p_severity text,
  p_note text default null, p_charge_rappen bigint default 0) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('handover.perform');
  v_handover public.handovers := private.open_handover(v_company, p_handover_id);
begin
  insert into public.damages as d (company_id, id, vehicle_id, handover_id, view, x, y, kind, severity, note, charge_rappen)
  select v_company, p_id, c.vehicle_id, p_handover_id, p_view, p_x, p_y, p_kind, p_severity, p_note,
    case when v_handover.kind = 'return' then p_charge_rappen else 0 end
  from public.contracts c where c.company_id = v_company and c.id = v_handover.contract_id
  on conflict (company_id, id) do update set view = excluded.view, x = excluded.x, y = excluded.y, kind = excluded.kind,
    severity = excluded.severity, note = excluded.note, charge_rappen = excluded.charge_rappen
  where d.handover_id = p_handover_id;
end $$;

create function public.remove_damage(p_handover_id uuid, p_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('handover.perform');
begin
  perform private.open_handover(v_company, p_handover_id);
  delete from public.damages where company_id = v_company and id = p_id and handover_id = p_handover_id;
end $$;

/* SHA-256 of what is signed: parties, vehicle, period, price, terms, readings, photos and marks of the handover, in canonical JSON. */
create function private.content_sha256(p_company uuid, p_handover uuid) returns text
language sql stable security definer set search_path = '' as $$
  select encode(sha256(convert_to(jsonb_build_object(
    'contract', c.number, 'customer', k.name, 'vehicle', v.plate || ' ' || v.vin, 'starts_at', c.starts_at, 'ends_at', c.ends_at,
    'price', c.price, 'terms', c.terms, 'terms_version', c.terms_version, 'kind', h.kind, 'odometer_km', h.odometer_km, 'fuel_percent', h.fuel_percent,
    'photos', (select jsonb_agg(p.sha256 order by p.sha256) from public.handover_photos p where p.company_id = h.company_id and p.handover_id = h.id),
    'damages', (select jsonb_agg(jsonb_build_array(d.view, d.x, d.y, d.kind, d.severity, d.charge_rappen) order by d.id)
      from public.damages d where d.company_id = h.company_id and d.handover_id = h.id))::text, 'UTF8')), 'hex')
  from public.handovers h
  join public.contracts c on c.company_id = h.company_id and c.id = h.contract_id
  join public.customers k on k.company_id = c.company_id and k.id = c.customer_id
  join public.vehicles v on v.company_id = c.company_id and v.id = c.vehicle_id
  where h.company_id = p_company and h.id = p_handover
$$;

/* Stores the signatures ([{signer, name, image_path, image_sha256}]) over the handover's content; the customer's is required. */
create function private.sign(p_company uuid, p_handover uuid, p_signatures jsonb, p_ip text, p_user_agent text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  v_hash text := private.content_sha256(p_company, p_handover);
begin
  if not exists (select from jsonb_array_elements(p_signatures) as s where s ->> 'signer' = 'customer') then
    perform private.fail(422, 'signature_missing');
  end if;
  insert into public.signatures (company_id, handover_id, signer, name, image_path, image_sha256, document_sha256, ip, user_agent)
  select p_company, p_handover, s ->> 'signer', s ->> 'name', s ->> 'image_path', s ->> 'image_sha256', v_hash, nullif(p_ip, '')::inet, left(p_user_agent, 400)
  from jsonb_array_elements(p_signatures) as s
  where split_part(s ->> 'image_path', '/', 1) = p_company::text;
  return v_hash;
end $$;

/* Odometer and fuel of a handover; the odometer never goes backwards. */
create function private.record_readings(p_company uuid, p_handover uuid, p_vehicle uuid, p_readings jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_known int;
  v_km int := (p_readings ->> 'odometer_km')::int;
begin
  select odometer_km into v_known from public.vehicles where company_id = p_company and id = p_vehicle for update;
  if v_km is null or (p_readings ->> 'fuel_percent')::int is null then perform private.fail(422, 'readings_missing'); end if;
  if v_km < v_known then perform private.fail(422, 'odometer_backwards', jsonb_build_object('known_km', v_known)); end if;
  update public.handovers set odometer_km = v_km, fuel_percent = (p_readings ->> 'fuel_percent')::int, clean = coalesce((p_readings ->> 'clean')::boolean, true),
    checklist = coalesce(p_readings -> 'checklist', '{}'), notes = p_readings ->> 'notes', completed_at = now(), performed_by = auth.uid()
  where company_id = p_company and id = p_handover;
end $$;

/*
 * Ends a pickup: licence checked, readings kept, signatures stored, contract active, PDF and mail queued, security deposit asked for.
 * p_driver: first_name, last_name, birth_date, licence_number, licence_categories, licence_expires_on. p_deposit_method: card · cash · null (none).
 * Raises 422 `licence_expired` · `driver_too_young` · `odometer_backwards` · `readings_missing` · `signature_missing` · `card_missing`. Safe to repeat.
 */
create function public.complete_pickup(p_handover_id uuid, p_readings jsonb, p_driver jsonb, p_signatures jsonb, p_deposit_method public.payment_method default null,
  p_ip text default null, p_user_agent text default null) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('handover.perform');
  v_handover public.handovers;
  v_contract public.contracts;
  v_zone text := (select time_zone from public.companies where id = v_company);
  v_amount bigint;
  v_driver uuid;
  v_hash text;
  v_deposit uuid;
begin
  select * into v_handover from public.handovers where company_id = v_company and id = p_handover_id and kind = 'pickup' for update;
  if not found then perform private.fail(404, 'not_found'); end if;
  if v_handover.completed_at is not null then return v_handover.contract_id; end if;
  select * into v_contract from public.contracts where company_id = v_company and id = v_handover.contract_id for update;

  if (p_driver ->> 'licence_expires_on')::date < (v_contract.ends_at at time zone v_zone)::date then
    perform private.fail(422, 'licence_expired', jsonb_build_object('expires_on', p_driver ->> 'licence_expires_on'));
  end if;
  if (p_driver ->> 'birth_date')::date > (now() at time zone v_zone)::date - make_interval(years => (v_contract.price ->> 'minimum_age')::int) then
    perform private.fail(422, 'driver_too_young', jsonb_build_object('minimum_age', v_contract.price -> 'minimum_age'));
  end if;
  insert into public.drivers (company_id, customer_id, first_name, last_name, birth_date, licence_number, licence_categories, licence_expires_on, verified_at, verified_by)
  values (v_company, v_contract.customer_id, p_driver ->> 'first_name', p_driver ->> 'last_name', (p_driver ->> 'birth_date')::date, p_driver ->> 'licence_number',
    coalesce((select array_agg(value) from jsonb_array_elements_text(p_driver -> 'licence_categories')), '{}'), (p_driver ->> 'licence_expires_on')::date, now(), auth.uid())
  returning id into v_driver;

  perform private.record_readings(v_company, p_handover_id, v_contract.vehicle_id, p_readings);
  v_hash := private.sign(v_company, p_handover_id, p_signatures, p_ip, p_user_agent);
  update public.contracts set status = 'signed', driver_id = v_driver, content_sha256 = v_hash where company_id = v_company and id = v_contract.id;
  update public.contracts set status = 'active', picked_up_at = now() where company_id = v_company and id = v_contract.id;
  update public.vehicles set status = 'rented', odometer_km = (p_readings ->> 'odometer_km')::int, fuel_percent = (p_readings ->> 'fuel_percent')::int
  where company_id = v_company and id = v_contract.vehicle_id;

  v_amount := (v_contract.price ->> 'security_deposit_rappen')::bigint;
  if p_deposit_method is not null and v_amount > 0 then
    if p_deposit_method = 'card' and not exists (select from public.customers where company_id = v_company and id = v_contract.customer_id and payment_method_id is not null) then
      perform private.fail(422, 'card_missing');
    end if;
    insert into public.deposits (company_id, contract_id, method, status, amount_rappen, currency)
    values (v_company, v_contract.id, p_deposit_method, case when p_deposit_method = 'cash' then 'held' else 'requested' end::public.deposit_status, v_amount, v_contract.currency)
    returning id into v_deposit;
    if p_deposit_method = 'card' then
      perform private.enqueue(v_company, 'stripe.deposit_authorise', v_deposit::text, jsonb_build_object('deposit_id', v_deposit));
    end if;
  end if;
  perform private.enqueue(v_company, 'document.contract', v_contract.id::text, jsonb_build_object('contract_id', v_contract.id));
  return v_contract.id;
end $$;

/* What a return would cost beyond the rental: extra km, missing fuel, lateness, new damage; lines as contract_lines, VAT included. */
create function private.settlement_lines(p_contract public.contracts, p_handover uuid, p_odometer_km int, p_fuel_percent int, p_returned_at timestamptz) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_company public.companies;
  v_pickup public.handovers;
  v_tank int;
  v_vat int;
  v_km int;
  v_litres numeric;
  v_late bigint := 0;
  v_lines jsonb := '[]';
begin
  select * into v_company from public.companies where id = p_contract.company_id;
  select * into v_pickup from public.handovers where company_id = p_contract.company_id and contract_id = p_contract.id and kind = 'pickup';
  select tank_litres into v_tank from public.vehicles where company_id = p_contract.company_id and id = p_contract.vehicle_id;
  v_vat := private.vat_rate(p_contract.company_id, (p_returned_at at time zone v_company.time_zone)::date);

  if p_returned_at > p_contract.ends_at + make_interval(mins => v_company.late_grace_minutes) then
    v_late := greatest(0, (private.price_rental(p_contract.company_id, p_contract.vehicle_id, p_contract.starts_at, p_returned_at) ->> 'total_rappen')::bigint
      - (private.price_rental(p_contract.company_id, p_contract.vehicle_id, p_contract.starts_at, p_contract.ends_at) ->> 'total_rappen')::bigint);
  end if;
  if v_late > 0 then
    v_lines := v_lines || jsonb_build_object('kind', 'lateness', 'code', 'late_return', 'quantity', 1, 'unit_rappen', v_late, 'amount_rappen', v_late, 'vat_bp', v_vat,
      'trace', jsonb_build_object('due_at', p_contract.ends_at, 'returned_at', p_returned_at, 'grace_minutes', v_company.late_grace_minutes));
  end if;
  v_km := p_odometer_km - v_pickup.odometer_km - p_contract.included_km;
  if v_km > 0 then
    v_lines := v_lines || jsonb_build_object('kind', 'extra_km', 'code', 'extra_km', 'quantity', v_km, 'unit_rappen', p_contract.extra_km_rappen,
      'amount_rappen', v_km * p_contract.extra_km_rappen, 'vat_bp', v_vat,
      'trace', jsonb_build_object('from_km', v_pickup.odometer_km, 'to_km', p_odometer_km, 'included_km', p_contract.included_km));
  end if;
  v_litres := round((v_pickup.fuel_percent - p_fuel_percent) * v_tank / 100.0, 1);
  if v_litres > 0 then
    v_lines := v_lines || jsonb_build_object('kind', 'fuel', 'code', 'fuel', 'quantity', v_litres, 'unit_rappen', v_company.fuel_price_rappen,
      'amount_rappen', round(v_litres * v_company.fuel_price_rappen)::bigint, 'vat_bp', v_vat,
      'trace', jsonb_build_object('from_percent', v_pickup.fuel_percent, 'to_percent', p_fuel_percent, 'tank_litres', v_tank));
  end if;
  return v_lines || coalesce((
    select jsonb_agg(jsonb_build_object('kind', 'damage', 'code', d.kind, 'quantity', 1, 'unit_rappen', d.charge_rappen, 'amount_rappen', d.charge_rappen,
      'vat_bp', 0, 'trace', jsonb_build_object('damage_id', d.id, 'view', d.view, 'severity', d.severity, 'note', d.note)) order by d.created_at, d.id)
    from public.damages d where d.company_id = p_contract.company_id and d.handover_id = p_handover and d.charge_rappen > 0), '[]');
end $$;

/* What would be charged on top of the rental if the vehicle came back like this now: {lines, additional_rappen, rental_rappen, paid_rappen, due_rappen}. */
create function public.preview_settlement(p_handover_id uuid, p_odometer_km int, p_fuel_percent int) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('handover.perform');
  v_contract public.contracts;
  v_lines jsonb;
  v_rental bigint;
  v_paid bigint;
  v_more bigint;
begin
  select c.* into v_contract from public.contracts c join public.handovers h on h.company_id = c.company_id and h.contract_id = c.id
  where h.company_id = v_company and h.id = p_handover_id and h.kind = 'return';
  if not found then perform private.fail(404, 'not_found'); end if;
  v_lines := private.settlement_lines(v_contract, p_handover_id, p_odometer_km, p_fuel_percent, now());
  select coalesce(sum((l ->> 'amount_rappen')::bigint), 0) into v_more from jsonb_array_elements(v_lines) as l;
  select sum(amount_rappen) into v_rental from public.contract_lines where company_id = v_company and contract_id = v_contract.id and kind in ('rental', 'extra');
  select coalesce(sum(amount_rappen - refunded_rappen), 0) into v_paid from public.payments
  where company_id = v_company and reservation_id = v_contract.reservation_id and status in ('succeeded', 'partially_refunded');
  return jsonb_build_object('lines', v_lines, 'additional_rappen', v_more, 'rental_rappen', v_rental, 'paid_rappen', v_paid, 'due_rappen', v_rental + v_more - v_paid);
end $$;

/* Ends a return: readings, signatures, settlement lines, vehicle to cleaning, its calendar free after the turnaround buffer. Safe to repeat. */
create function public.complete_return(p_handover_id uuid, p_readings jsonb, p_signatures jsonb, p_ip text default null, p_user_agent text default null) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('handover.perform');
  v_handover public.handovers;
  v_contract public.contracts;
  v_allocation public.allocations;
  v_until timestamptz;
begin
  select * into v_handover from public.handovers where company_id = v_company and id = p_handover_id and kind = 'return' for update;
  if not found then perform private.fail(404, 'not_found'); end if;
  if v_handover.completed_at is not null then return v_handover.contract_id; end if;
  select * into v_contract from public.contracts where company_id = v_company and id = v_handover.contract_id for update;

  perform private.record_readings(v_company, p_handover_id, v_contract.vehicle_id, p_readings);
  insert into public.contract_lines (company_id, contract_id, position, kind, code, quantity, unit_rappen, amount_rappen, vat_bp, trace)
  select v_company, v_contract.id, 100 + place, l ->> 'kind', l ->> 'code', (l ->> 'quantity')::numeric, (l ->> 'unit_rappen')::bigint,
    (l ->> 'amount_rappen')::bigint, (l ->> 'vat_bp')::int, l -> 'trace'
  from jsonb_array_elements(private.settlement_lines(v_contract, p_handover_id, (p_readings ->> 'odometer_km')::int, (p_readings ->> 'fuel_percent')::int, now()))
    with ordinality as lines (l, place);
  perform private.sign(v_company, p_handover_id, p_signatures, p_ip, p_user_agent);
  update public.contracts set status = 'returned', returned_at = now() where company_id = v_company and id = v_contract.id;
  update public.vehicles set status = 'cleaning', odometer_km = (p_readings ->> 'odometer_km')::int, fuel_percent = (p_readings ->> 'fuel_percent')::int
  where company_id = v_company and id = v_contract.vehicle_id;

  -- The calendar follows the truth: free after return and buffer, but never into what is already promised to the next customer.
  perform from public.resources where company_id = v_company and id = v_contract.vehicle_id for update;
  select * into v_allocation from public.allocations where company_id = v_company and source_id = v_contract.id and active for update;
  if found then
    select least(greatest(now(), lower(v_allocation.period)) + make_interval(mins => k.buffer_minutes),
        (select min(lower(a.period)) from public.allocations a where a.company_id = v_company and a.resource_id = v_allocation.resource_id and a.active
           and a.id <> v_allocation.id and lower(a.period) >= upper(v_allocation.period)))
      into v_until
    from public.vehicles v join public.vehicle_categories k on k.company_id = v.company_id and k.id = v.category_id
    where v.company_id = v_company and v.id = v_contract.vehicle_id;
    update public.allocations set period = tstzrange(lower(period), greatest(v_until, lower(period) + interval '1 minute'), '[)')
    where company_id = v_company and id = v_allocation.id;
  end if;
  return v_contract.id;
end $$;

/* A washed vehicle is ready for the next customer. */
create function public.mark_vehicle_ready(p_vehicle_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('handover.perform');
begin
  update public.vehicles set status = 'available' where company_id = v_company and id = p_vehicle_id and status = 'cleaning';
  if not found then perform private.fail(404, 'not_found'); end if;
end $$;
grant execute on function public.start_pickup(uuid), public.start_return(uuid), public.remove_handover_photo(uuid, uuid), public.remove_damage(uuid, uuid),
  public.add_handover_photo(uuid, uuid, text, text, text, text, int, int, int, timestamptz),
  public.mark_damage(uuid, uuid, text, numeric, numeric, text, text, text, bigint),
  public.complete_pickup(uuid, jsonb, jsonb, jsonb, public.payment_method, text, text), public.preview_settlement(uuid, int, int),
  public.complete_return(uuid, jsonb, jsonb, text, text), public.mark_vehicle_ready(uuid) to authenticated;
