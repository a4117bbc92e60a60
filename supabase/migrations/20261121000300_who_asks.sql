-- Who is asking, for which company, and what they may do. A claim only selects; the live membership decides.

-- In PL/pgSQL, which keeps a statement's plan for the session: every policy and every function asks these.

/* The selected company, only while a live membership backs the claim; null otherwise. */
create function private.company_id() returns uuid
language plpgsql stable security definer set search_path = '' as $$
begin
  return (select m.company_id from public.memberships m
    where m.user_id = (select auth.uid()) and m.active
      and m.company_id::text = (select auth.jwt() ->> 'company_id'));
end $$;

create function private.member_role() returns public.company_role
language plpgsql stable security definer set search_path = '' as $$
begin
  return (select m.role from public.memberships m
    where m.user_id = (select auth.uid()) and m.active
      and m.company_id::text = (select auth.jwt() ->> 'company_id'));
end $$;

/* Whether the caller may do this for every record of the selected company. Whether the company may change anything at all is the table's own question. */
create function private.can(p_permission text) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return exists (
    select from public.memberships m
    join public.role_permissions p on p.role = m.role and p.permission = p_permission and p.scope <> 'own'
    where m.user_id = (select auth.uid()) and m.active
      and m.company_id::text = (select auth.jwt() ->> 'company_id'));
end $$;

/* Whether a company is on hold: its people and customers read, and change nothing until the subscription runs again. */
create function private.is_on_hold(p_company uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return exists (select from public.companies where id = p_company and status in ('suspended', 'canceled'));
end $$;

/* Whether the caller may bring or remove files for this; a company on hold does neither. */
create function private.can_store(p_permission text) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return private.can(p_permission) and not private.is_on_hold(private.company_id());
end $$;

/*
 * Trigger: a company on hold changes nothing, by whatever way somebody comes. What our own machines do for it goes on: a payment that arrives is booked.
 * Within functions that run as their owner `role` is still who called them. Raises 403 `company_on_hold`.
 */
create function private.refuse_on_hold() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  v_row record := case when tg_op = 'DELETE' then old else new end;
  v_company uuid;
begin
  if current_setting('role') in ('authenticated', 'anon') then
    -- A bank's file is forty thousand rows: the field is read as it is, not by way of JSON, and private.is_on_hold is written out.
    if tg_relid = 'public.companies'::regclass then v_company := v_row.id; else v_company := v_row.company_id; end if;
    if exists (select from public.companies where id = v_company and status in ('suspended', 'canceled')) then perform private.fail(403, 'company_on_hold'); end if;
  end if;
  return v_row;
end $$;

create trigger companies_on_hold before update or delete on public.companies for each row execute function private.refuse_on_hold();
create trigger memberships_on_hold before insert or update or delete on public.memberships for each row execute function private.refuse_on_hold();
create trigger invitations_on_hold before insert or update or delete on public.invitations for each row execute function private.refuse_on_hold();

/* The selected company if the caller may do this there; raises 401 `not_signed_in` or 403 `forbidden`. */
create function private.authorize(p_permission text) returns uuid
language plpgsql stable security definer set search_path = '' as $$
declare
  v_company uuid := private.company_id();
begin
  if v_company is null then
    perform private.fail(401, 'not_signed_in');
  end if;
  if not private.can(p_permission) then
    perform private.fail(403, 'forbidden', jsonb_build_object('permission', p_permission));
  end if;
  return v_company;
end $$;

grant execute on function private.company_id(), private.member_role(), private.can(text), private.can_store(text) to authenticated;
grant execute on function private.fail(int, text, jsonb) to authenticated, anon, service_role;

/* Supabase custom access token hook: adds company_id and user_role of the selected (or first) live membership. */
create function public.custom_access_token_hook(event jsonb) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_claims jsonb := coalesce(event -> 'claims', '{}');
  v_member record;
begin
  select m.company_id, m.role into v_member
  from public.memberships m
  left join public.profiles p on p.user_id = m.user_id
  where m.user_id = (event ->> 'user_id')::uuid and m.active
  order by (m.company_id = p.selected_company_id) desc nulls last, m.created_at, m.company_id
  limit 1;
  v_claims := v_claims - 'company_id' - 'user_role';
  if found then
    v_claims := v_claims || jsonb_build_object('company_id', v_member.company_id, 'user_role', v_member.role);
  end if;
  return jsonb_set(event, '{claims}', v_claims);
end $$;
do $$ begin
  if exists (select from pg_roles where rolname = 'supabase_auth_admin') then
    grant usage on schema public to supabase_auth_admin;
    grant execute on function public.custom_access_token_hook(jsonb) to supabase_auth_admin;
  end if;
end $$;

alter table public.companies enable row level security;
create policy "members see their company" on public.companies for select to authenticated
  using (id = (select private.company_id()));
create policy "settings are edited by those who may" on public.companies for update to authenticated
  using (id = (select private.company_id()) and (select private.can('settings.edit')))
  with check (id = (select private.company_id()) and (select private.can('settings.edit')));
grant select on public.companies to authenticated;
grant update (name, legal_name, email, phone, street, house_number, postal_code, town, canton, uid_number, vat_registered,
  iban, accent_color, booking_deposit_percent, booking_deposit_minimum_rappen, price_rounding_rappen, hold_minutes, waiting_offer_hours, waiting_holds, late_grace_minutes, fuel_price_rappen, charge_price_rappen, payment_terms_days, reminder_fee_rappen, reminders_automatic, payment_notices, charges_remainder, accepts_tips, deposit_release_days, customer_reminders, message_order, review_url, quiet_from, quiet_until,
  cancellation_policy, no_show_fee_percent, retention_years,
  terms, locale, time_zone, currency) on public.companies to authenticated;

alter table public.profiles enable row level security;
create policy "people see themselves and their colleagues" on public.profiles for select to authenticated
  using (user_id = (select auth.uid()) or exists (
    select from public.memberships m where m.user_id = profiles.user_id and m.company_id = (select private.company_id())));
create policy "people edit themselves" on public.profiles for update to authenticated
  using (user_id = (select auth.uid())) with check (user_id = (select auth.uid()));
-- Not selected_company_id: it would tell colleagues where else somebody works.
grant select (user_id, full_name, email, locale, created_at, updated_at), update (full_name, locale) on public.profiles to authenticated;

alter table public.memberships enable row level security;
create policy "members see who belongs to their company" on public.memberships for select to authenticated
  using (company_id = (select private.company_id()));
grant select on public.memberships to authenticated;

alter table public.invitations enable row level security;
create policy "those who manage users see invitations" on public.invitations for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('users.manage')));
grant select (company_id, id, email, role, invited_by, expires_at, accepted_at, revoked_at, created_at, updated_at)
  on public.invitations to authenticated;

alter table public.role_permissions enable row level security;
create policy "the matrix is no secret" on public.role_permissions for select to authenticated using (true);
grant select on public.role_permissions to authenticated;
alter table public.plan_limits enable row level security;
create policy "plans are no secret" on public.plan_limits for select to authenticated using (true);
grant select on public.plan_limits to authenticated;
grant select on public.companies to service_role;
