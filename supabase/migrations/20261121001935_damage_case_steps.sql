-- From the estimate to the repair.

/*
 * Makes a case of marks that are known and in no case yet, all of one vehicle. The customer is who brought it back, when all were found at one return.
 * p_estimate_rappen: else what the marks say. Returns its id. Raises 404 `not_found`, 422 `damage_marks_missing` · `invalid_input`.
 */
create function public.open_damage_case(p_vehicle_id uuid, p_damage_ids uuid[], p_estimate_rappen bigint default null, p_note text default null) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('contracts.create');
  v_marks uuid[];
  v_contract uuid;
begin
  if not exists (select from public.vehicles where company_id = v_company and id = p_vehicle_id) then perform private.fail(404, 'not_found'); end if;
  select array_agg(id) into v_marks from (select d.id from public.damages d
    where d.company_id = v_company and d.vehicle_id = p_vehicle_id and d.id = any (p_damage_ids) and d.case_id is null and d.resolved_at is null
      and exists (select from public.handovers h where h.company_id = d.company_id and h.id = d.handover_id and h.completed_at is not null)
    order by d.id for no key update) as free;
  if v_marks is null or cardinality(v_marks) <> (select count(distinct id) from unnest(p_damage_ids) as id) then
    perform private.fail(422, 'damage_marks_missing');
  end if;
  select case when count(distinct h.id) = 1 and bool_and(h.kind in ('return', 'exchange_back')) then min(h.contract_id::text)::uuid end into v_contract
  from public.damages d join public.handovers h on h.company_id = d.company_id and h.id = d.handover_id
  where d.company_id = v_company and d.id = any (v_marks);
  return private.open_damage_case(v_company, p_vehicle_id, v_contract, v_marks, p_estimate_rappen, p_note);
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;

/*
 * Says anew what the damage costs, what the customer pays at most, and what is to be known. More than the excess they signed, or no limit where they signed one,
 * needs p_excess_reason. Raises 404 `not_found`, 409 `damage_case_closed`, 422 `charge_exceeds_excess` · `reason_missing` · `invalid_input`.
 */
create function public.estimate_damage(p_damage_case_id uuid, p_estimate_rappen bigint, p_excess_rappen bigint default null, p_note text default null,
  p_excess_reason text default null) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('contracts.create');
  v_case public.damage_cases := private.lock_damage_case(v_company, p_damage_case_id);
  v_is_above boolean := v_case.agreed_excess_rappen is not null and coalesce(p_excess_rappen > v_case.agreed_excess_rappen, true);
begin
  if v_case.charged_rappen > p_excess_rappen then
    perform private.fail(422, 'charge_exceeds_excess', jsonb_build_object('charged_rappen', v_case.charged_rappen));
  end if;
  if v_is_above and coalesce(length(btrim(p_excess_reason)), 0) < 3 then
    perform private.fail(422, 'reason_missing', jsonb_build_object('agreed_excess_rappen', v_case.agreed_excess_rappen));
  end if;
  update public.damage_cases set estimate_rappen = p_estimate_rappen, excess_rappen = p_excess_rappen, note = nullif(btrim(p_note), ''),
    excess_reason = case when v_is_above then btrim(p_excess_reason) end
  where company_id = v_company and id = p_damage_case_id;
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;

/* What an invoice written after the rental calls a damage, in the customer's language. */
create function private.damage_line_text(p_case public.damage_cases, p_language text) returns text
language sql stable security definer set search_path = '' as $$
  select (jsonb_build_object('de', 'Schaden', 'fr', 'Dommage', 'it', 'Danno', 'en', 'Damage') ->> coalesce(nullif(p_language, ''), 'de'))
    || concat_ws(', ', ' ' || p_case.number, v.plate, c.number)
  from public.vehicles v left join public.contracts c on c.company_id = v.company_id and c.id = p_case.contract_id
  where v.company_id = p_case.company_id and v.id = p_case.vehicle_id
$$;

/*
 * Charges the customer, without VAT: by a line of the rental's bill, or, once that is invoiced, by the draft of an invoice of its own. Money and invoices go
 * their usual ways from there. Safe to repeat with the same key. Returns the draft's id, null for a line of the bill. Raises 404 `not_found`,
 * 409 `damage_case_closed` · `contract_not_returned`, 422 `damage_without_customer` · `charge_exceeds_excess` · `invalid_input` · `idempotency_key_reused`.
 */
create function public.charge_damage(p_damage_case_id uuid, p_amount_rappen bigint, p_idempotency_key text default null) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('payments.take');
  v_before jsonb;
  v_case public.damage_cases;
  v_contract public.contracts;
  v_payer uuid;
  v_draft uuid;
begin
  v_before := private.begin_once(v_company, 'charge_damage', p_idempotency_key, jsonb_build_array(p_damage_case_id, p_amount_rappen));
  if v_before is not null then return (v_before ->> 'draft')::uuid; end if;
  -- Contract before case: a return locks its contract and then opens a case.
  select c.* into v_contract from public.contracts c join public.damage_cases x on x.company_id = c.company_id and x.contract_id = c.id
  where x.company_id = v_company and x.id = p_damage_case_id for no key update of c;
  v_case := private.lock_damage_case(v_company, p_damage_case_id);
  if v_contract.id is null then perform private.fail(422, 'damage_without_customer'); end if;
  if v_contract.status not in ('returned', 'closed') then perform private.fail(409, 'contract_not_returned'); end if;
  if (p_amount_rappen between 1 and 100000000) is not true then perform private.fail(422, 'invalid_input', '{"rule": "amount"}'); end if;
  if v_case.charged_rappen + p_amount_rappen > v_case.excess_rappen then
    perform private.fail(422, 'charge_exceeds_excess', jsonb_build_object('excess_rappen', v_case.excess_rappen, 'charged_rappen', v_case.charged_rappen));
  end if;
  select i.customer_id into v_payer from public.contract_billings b join public.invoices i on i.company_id = b.company_id and i.id = b.invoice_id
  where b.company_id = v_company and b.contract_id = v_contract.id and b.active and b.is_final order by b.payer desc limit 1;
  if found then
    v_draft := public.save_invoice_draft(v_payer, jsonb_build_object('lines', jsonb_build_array(jsonb_build_object(
      'text', private.damage_line_text(v_case, v_contract.locale), 'quantity', 1, 'unit_rappen', p_amount_rappen, 'vat_bp', 0))));
  else
    perform private.add_damage_line(v_case, p_amount_rappen);
  end if;
  update public.damage_cases set charged_rappen = charged_rappen + p_amount_rappen, invoice_id = coalesce(v_draft, invoice_id)
  where company_id = v_company and id = p_damage_case_id;
  perform private.finish_once(v_company, 'charge_damage', p_idempotency_key, jsonb_build_object('draft', v_draft));
  return v_draft;
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;

/* Puts a case's charge on the bill of its rental. */
create function private.add_damage_line(p_case public.damage_cases, p_amount bigint) returns void
language sql security definer set search_path = '' as $$
  insert into public.contract_lines (company_id, contract_id, position, kind, code, quantity, unit_rappen, amount_rappen, vat_bp, trace)
  select d.company_id, p_case.contract_id,
    1 + greatest(199, (select max(l.position) from public.contract_lines l where l.company_id = d.company_id and l.contract_id = p_case.contract_id)),
    'damage', d.kind, 1, p_amount, p_amount, 0,
    jsonb_build_object('damage_id', d.id, 'view', d.view, 'severity', d.severity, 'note', d.note, 'case', p_case.number)
  from public.damages d where d.company_id = p_case.company_id and d.case_id = p_case.id order by d.created_at, d.id limit 1
$$;

/* Reports the damage to the insurer; the claim's number may come later. Safe to repeat. Raises 404 `not_found`, 409 `damage_case_closed`, 422 `invalid_input`. */
create function public.claim_damage(p_damage_case_id uuid, p_insurer text, p_claim_number text default null) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('contracts.create');
begin
  perform private.lock_damage_case(v_company, p_damage_case_id);
  if nullif(btrim(p_insurer), '') is null then perform private.fail(422, 'invalid_input', '{"rule": "insurer"}'); end if;
  update public.damage_cases set insurer = btrim(p_insurer), claim_number = nullif(btrim(p_claim_number), '')
  where company_id = v_company and id = p_damage_case_id;
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;

/*
 * Plans the repair as maintenance, which keeps the vehicle from customers; once that is done, its marks are no longer known damage.
 * Returns the maintenance's id. Raises as plan_maintenance, 409 `damage_case_closed` · `repair_planned`.
 */
create function public.repair_damage(p_damage_case_id uuid, p_starts_at timestamptz, p_ends_at timestamptz, p_workshop text default null, p_note text default null) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('fleet.edit');
  v_case public.damage_cases;
  v_id uuid;
begin
  -- The vehicle first, like everybody who plans work on it.
  perform private.lock_vehicle(v_company, (select vehicle_id from public.damage_cases where company_id = v_company and id = p_damage_case_id));
  v_case := private.lock_damage_case(v_company, p_damage_case_id);
  if v_case.maintenance_id is not null then perform private.fail(409, 'repair_planned'); end if;
  v_id := public.plan_maintenance(v_case.vehicle_id, 'damage', p_starts_at, p_ends_at, p_workshop => p_workshop, p_note => coalesce(nullif(btrim(p_note), ''), v_case.number)) ->> 'maintenance_id';
  update public.damage_cases set maintenance_id = v_id where company_id = v_company and id = p_damage_case_id;
  return v_id;
end $$;

/* Nothing more is to be done. A mark that was not repaired stays known. Safe to repeat. Raises 404 `not_found`, 409 `invalid_transition` while a repair is planned. */
create function public.close_damage_case(p_damage_case_id uuid, p_note text default null) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('contracts.create');
  v_case public.damage_cases;
begin
  select * into v_case from public.damage_cases where company_id = v_company and id = p_damage_case_id for no key update;
  if not found then perform private.fail(404, 'not_found'); end if;
  if v_case.status = 'closed' then return; end if;
  update public.damage_cases set closed_at = now(), note = coalesce(nullif(btrim(p_note), ''), note) where company_id = v_company and id = p_damage_case_id;
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;

/* Trigger: what a repair was planned for is repaired once it is done, and open again when it is called off. */
create function private.follow_repair() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if new.status = 'done' then
    update public.damages d set resolved_at = new.finished_at from public.damage_cases x
    where x.company_id = new.company_id and x.maintenance_id = new.id and d.company_id = x.company_id and d.case_id = x.id and d.resolved_at is null;
  end if;
  update public.damage_cases set maintenance_id = case when new.status = 'cancelled' then null else maintenance_id end
  where company_id = new.company_id and maintenance_id = new.id and closed_at is null;
  return null;
end $$;
create trigger maintenance_follow_repair after update of status on public.maintenance for each row
  when (old.status is distinct from new.status) execute function private.follow_repair();

grant execute on function public.open_damage_case(uuid, uuid[], bigint, text), public.estimate_damage(uuid, bigint, bigint, text, text),
  public.charge_damage(uuid, bigint, text), public.claim_damage(uuid, text, text), public.repair_damage(uuid, timestamptz, timestamptz, text, text),
  public.close_damage_case(uuid, text) to authenticated;
