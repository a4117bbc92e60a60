-- What was changed of a rental that runs, signed by the customer: an addendum to the contract, sealed like the contract itself.
create table public.addenda (
  company_id     uuid not null references public.companies (id),
  id             uuid not null default gen_random_uuid(),
  contract_id    uuid not null,
  change_id      uuid not null,
  content_sha256 text not null check (content_sha256 ~ '^[0-9a-f]{64}$'),
  name           text not null check (length(btrim(name)) between 1 and 120 and name !~ '[[:cntrl:]]'),
  image_path     text not null check (private.is_own_path(image_path, company_id)),
  image_sha256   text not null check (image_sha256 ~ '^[0-9a-f]{64}$'),
  witnessed_by   uuid references public.profiles (user_id),
  signed_at      timestamptz not null default now(),
  device_at      timestamptz check (device_at between '2000-01-01' and '2200-01-01'),
  ip             inet,
  user_agent     text check (length(user_agent) <= 400),
  created_at     timestamptz not null default now(),
  updated_at     timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, change_id),
  foreign key (company_id, contract_id) references public.contracts (company_id, id),
  foreign key (company_id, change_id) references public.reservation_changes (company_id, id)
);
comment on table public.addenda is 'The customer''s signature under a change of a running rental. content_sha256: what private.addendum_terms says of it.';
comment on column public.addenda.witnessed_by is 'Who had it signed; null: the customer by the private link.';
create index addenda_contract on public.addenda (company_id, contract_id);
create index addenda_witnessed_by on public.addenda (witnessed_by);
create index addenda_content on public.addenda (content_sha256);
select private.guard_tenant_table('public.addenda');
create trigger addenda_append_only before update or delete on public.addenda for each row execute function private.refuse_change();
create policy "members see addenda" on public.addenda for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('contracts.see')));
grant select on public.addenda to authenticated;

/* Terms of a rental as people read them; instants in UTC. */
create function private.readable_terms(p_company uuid, p_terms jsonb) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('vehicle', v.make || ' ' || v.model, 'plate', v.plate, 'vin', v.vin, 'starts_at', p_terms ->> 'starts_at', 'ends_at', p_terms ->> 'ends_at',
    'pickup_location', pl.name, 'return_location', rl.name, 'included_km', (p_terms #>> '{price,included_km}')::int,
    'extra_km_rappen', (p_terms #>> '{price,extra_km_rappen}')::bigint, 'total_rappen', (p_terms #>> '{price,total_rappen}')::bigint,
    'extras', (select coalesce(jsonb_agg(jsonb_build_object('names', e.names, 'quantity', (x ->> 'quantity')::int) order by e.id), '[]')
      from jsonb_array_elements(p_terms -> 'extras') as x join public.extras e on e.company_id = p_company and e.id = (x ->> 'extra_id')::uuid))
  from public.vehicles v
  left join public.locations pl on pl.company_id = p_company and pl.id = (p_terms ->> 'pickup_location_id')::uuid
  left join public.locations rl on rl.company_id = p_company and rl.id = (p_terms ->> 'return_location_id')::uuid
  where v.company_id = p_company and v.id = (p_terms ->> 'vehicle_id')::uuid
$$;

/* What an addendum says: {before, after, readings, driver, changed_at}. */
create function private.addendum_terms(p_change public.reservation_changes) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('before', private.readable_terms(p_change.company_id, p_change.before), 'after', private.readable_terms(p_change.company_id, p_change.after),
    'readings', private.exchange_readings(p_change.company_id, p_change.id),
    'driver', (select jsonb_build_object('name', d.first_name || ' ' || d.last_name, 'licence_number', d.licence_number)
      from public.drivers d where d.company_id = p_change.company_id and d.id = p_change.driver_id), 'changed_at', private.utc_text(p_change.created_at))
$$;

/* Why a change of a rental cannot be signed: `change_undone` · `contract_not_active` · `exchange_open`; null when it can. */
create function private.addendum_refusal(p_change public.reservation_changes, p_contract public.contracts) returns text
language sql stable security definer set search_path = '' as $$
  select case when p_change.undone_at is not null then 'change_undone'
    when p_contract.status <> 'active' or p_change.created_at < p_contract.picked_up_at then 'contract_not_active'
    -- It says what both vehicles drove: that has to be known first.
    when exists (select from public.handovers h where h.company_id = p_change.company_id and h.change_id = p_change.id and h.completed_at is null) then 'exchange_open' end
$$;

/* Puts the customer's signature under a change; the first one stays. Raises as public.sign_addendum. */
create function private.sign_change(p_company uuid, p_change uuid, p_signature jsonb, p_ip text, p_user_agent text) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_change public.reservation_changes;
  v_contract public.contracts;
  v_refusal text;
  v_id uuid;
begin
  select * into v_change from public.reservation_changes where company_id = p_company and id = p_change and contract_id is not null for no key update;
  if not found then perform private.fail(404, 'not_found'); end if;
  select id into v_id from public.addenda where company_id = p_company and change_id = p_change;
  if found then return v_id; end if;
  select * into v_contract from public.contracts where company_id = p_company and id = v_change.contract_id;
  v_refusal := private.addendum_refusal(v_change, v_contract);
  if v_refusal is not null then perform private.fail(409, v_refusal, jsonb_build_object('status', v_contract.status)); end if;
  if private.are_texts(p_signature, array['name', 'image_path', 'image_sha256', 'device_at']) is not true then perform private.fail(422, 'invalid_input', '{"rule": "signature"}'); end if;
  if p_signature ->> 'image_path' is null or nullif(btrim(p_signature ->> 'name'), '') is null then perform private.fail(422, 'signature_missing'); end if;
  if private.is_own_path(p_signature ->> 'image_path', p_company) is not true then perform private.fail(422, 'invalid_path'); end if;
  insert into public.addenda (company_id, contract_id, change_id, content_sha256, name, image_path, image_sha256, witnessed_by, device_at, ip, user_agent)
  select p_company, v_contract.id, p_change, encode(sha256(convert_to((private.addendum_terms(v_change)
      || jsonb_build_object('contract', v_contract.number, 'customer', k.name, 'content', v_contract.content_sha256))::text, 'UTF8')), 'hex'),
    btrim(p_signature ->> 'name'), p_signature ->> 'image_path', p_signature ->> 'image_sha256', auth.uid(), (p_signature ->> 'device_at')::timestamptz,
    nullif(p_ip, '')::inet, left(p_user_agent, 400)
  from public.customers k where k.company_id = p_company and k.id = v_contract.customer_id
  returning id into v_id;
  perform private.enqueue(p_company, 'document.addendum', p_change::text, jsonb_build_object('change_id', p_change));
  return v_id;
end $$;

/*
 * Signs an addendum for a change of a rental that runs; its PDF is sealed and mailed by the outbox. From then on the change cannot be undone.
 * p_signature: {name, image_path, image_sha256, device_at?}. Safe to repeat: the first signature stays. Returns its id.
 * Raises 404 `not_found`, 409 `contract_not_active` · `change_undone` · `exchange_open`, 422 `signature_missing` · `invalid_path` · `invalid_input`.
 */
create function public.sign_addendum(p_change_id uuid, p_signature jsonb, p_ip text default null, p_user_agent text default null) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('handover.perform');
begin
  return private.sign_change(v_company, p_change_id, p_signature, p_ip, p_user_agent);
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;

/*
 * As sign_addendum, by the customer whose private link our own machine has just opened, for a change of this reservation alone.
 * Raises as that.
 */
create function public.sign_addendum_by_link(p_company_id uuid, p_reservation_id uuid, p_change_id uuid, p_signature jsonb, p_ip text default null,
  p_user_agent text default null) returns uuid
language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select from public.reservation_changes where company_id = p_company_id and id = p_change_id and reservation_id = p_reservation_id) then
    perform private.fail(404, 'not_found');
  end if;
  return private.sign_change(p_company_id, p_change_id, p_signature, p_ip, p_user_agent);
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;

/* What a customer can sign of a contract, the first change first: [{change_id, …private.addendum_terms}]. */
create function private.unsigned_addenda(p_contract public.contracts) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(private.addendum_terms(x) || jsonb_build_object('change_id', x.id) order by x.created_at), '[]')
  from public.reservation_changes x
  where x.company_id = p_contract.company_id and x.contract_id = p_contract.id and private.addendum_refusal(x, p_contract) is null
    and not exists (select from public.addenda a where a.company_id = x.company_id and a.change_id = x.id)
$$;

grant execute on function public.sign_addendum(uuid, jsonb, text, text) to authenticated;
grant execute on function public.sign_addendum_by_link(uuid, uuid, uuid, jsonb, text, text) to service_role;
