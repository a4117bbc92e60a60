-- Who will drive, and how a firm's rental is charged; chosen when it is reserved, kept for contract and invoice.
create table public.reservation_accounts (
  company_id         uuid not null references public.companies (id),
  id                 uuid not null default gen_random_uuid(),
  reservation_id     uuid not null,
  driver_id          uuid,
  cost_centre_id     uuid,
  purchase_order     text check (length(btrim(purchase_order)) between 1 and 60 and purchase_order !~ '[[:cntrl:]]'),
  firm_pays          text check (firm_pays in ('everything', 'rental', 'share')),
  firm_share_percent int check (firm_share_percent between 0 and 100),
  payment_terms_days int check (payment_terms_days between 0 and 120),
  created_at         timestamptz not null default now(),
  updated_at         timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, reservation_id),
  foreign key (company_id, reservation_id) references public.reservations (company_id, id),
  foreign key (company_id, driver_id) references public.drivers (company_id, id),
  foreign key (company_id, cost_centre_id) references public.cost_centres (company_id, id)
);
create index reservation_accounts_driver on public.reservation_accounts (company_id, driver_id);
create index reservation_accounts_cost_centre on public.reservation_accounts (company_id, cost_centre_id);
comment on table public.reservation_accounts is 'The driver foreseen and, for a firm, cost centre, order and who pays, frozen from its account unless agreed otherwise.';
select private.guard_tenant_table('public.reservation_accounts');
create policy "members see how reservations are charged" on public.reservation_accounts for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('reservations.see')));
grant select on public.reservation_accounts to authenticated;

/*
 * Keeps who drives and who pays of a reservation: {driver_id?, cost_centre_id?, purchase_order?, firm_pays?, firm_share_percent?}; the rest comes from the account.
 * Raises 404 `not_found` for a driver or cost centre of somebody else, 422 `driver_not_listed` · `cost_centre_missing` · `driver_too_young` · `licence_expired`.
 */
create function private.charge_to(p_reservation public.reservations, p_choice jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_account public.customer_accounts;
  v_driver public.drivers;
  v_centre uuid := (p_choice ->> 'cost_centre_id')::uuid;
begin
  select * into v_account from public.customer_accounts where company_id = p_reservation.company_id and customer_id = p_reservation.customer_id;
  if v_account.id is null and coalesce(p_choice, '{}') = '{}' then return; end if;
  if p_choice ->> 'driver_id' is not null then
    select * into v_driver from public.drivers
    where company_id = p_reservation.company_id and customer_id = p_reservation.customer_id and id = (p_choice ->> 'driver_id')::uuid;
    if not found then perform private.fail(404, 'not_found'); end if;
    if not v_driver.active then perform private.fail(422, 'driver_not_listed'); end if;
    perform private.check_driver(p_reservation.company_id, v_driver.birth_date, v_driver.licence_expires_on,
      (p_reservation.price ->> 'minimum_age')::int, p_reservation.starts_at, p_reservation.ends_at);
  end if;
  if v_centre is not null and not exists (select from public.cost_centres where company_id = p_reservation.company_id
      and customer_id = p_reservation.customer_id and id = v_centre and active) then
    perform private.fail(404, 'not_found');
  end if;
  if v_centre is null and v_account.cost_centre_required then perform private.fail(422, 'cost_centre_missing'); end if;
  insert into public.reservation_accounts (company_id, reservation_id, driver_id, cost_centre_id, purchase_order, firm_pays, firm_share_percent, payment_terms_days)
  values (p_reservation.company_id, p_reservation.id, v_driver.id, v_centre, p_choice ->> 'purchase_order',
    case when v_account.id is not null then coalesce(p_choice ->> 'firm_pays', v_account.firm_pays) end,
    case when v_account.id is not null then coalesce((p_choice ->> 'firm_share_percent')::int, v_account.firm_share_percent) end, v_account.payment_terms_days)
  on conflict (company_id, reservation_id) do update set driver_id = excluded.driver_id, cost_centre_id = excluded.cost_centre_id,
    purchase_order = excluded.purchase_order, firm_pays = excluded.firm_pays, firm_share_percent = excluded.firm_share_percent,
    payment_terms_days = excluded.payment_terms_days;
end $$;

/* Changes who drives and who pays, until the vehicle is handed over. Raises as private.charge_to, 409 `invalid_transition`. */
create function public.set_reservation_account(p_reservation_id uuid, p_account jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('reservations.edit');
  v_reservation public.reservations;
begin
  select * into v_reservation from public.reservations where company_id = v_company and id = p_reservation_id for no key update;
  if not found then perform private.fail(404, 'not_found'); end if;
  if v_reservation.status not in ('pending', 'confirmed') then
    perform private.fail(409, 'invalid_transition', jsonb_build_object('from', v_reservation.status));
  end if;
  if private.are_texts(p_account, array['driver_id', 'cost_centre_id', 'purchase_order', 'firm_pays']) is not true then
    perform private.fail(422, 'invalid_input', '{"rule": "account"}');
  end if;
  perform private.charge_to(v_reservation, p_account);
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;
grant execute on function public.set_reservation_account(uuid, jsonb) to authenticated;
