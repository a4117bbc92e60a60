-- Sign-up, invitations, switching, and who I am.

/* Creates the company of a signed-up user: profile, company, owner membership, defaults, trial. Raises 409 `slug_taken`, 422 `slug_invalid` · `invalid_input`. */
create function public.sign_up_company(p_company_name text, p_slug text, p_full_name text, p_lines public.business_line[] default '{rentals}', p_locale text default 'de') returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_user uuid := auth.uid();
  v_company uuid;
begin
  if v_user is null then perform private.fail(401, 'not_signed_in'); end if;
  if (p_slug ~ '^[a-z0-9]([a-z0-9-]{1,38})[a-z0-9]$') is not true or exists (select from private.reserved_slugs where slug = p_slug) then
    perform private.fail(422, 'slug_invalid');
  end if;
  perform private.ensure_profile(p_full_name, p_locale);
  insert into public.companies (slug, name, lines, locale, email)
  values (p_slug, p_company_name, p_lines, p_locale, (select email from public.profiles where user_id = v_user))
  on conflict (slug) do nothing returning id into v_company;
  if v_company is null then perform private.fail(409, 'slug_taken'); end if;
  insert into public.memberships (company_id, user_id, role) values (v_company, v_user, 'owner');
  update public.profiles set selected_company_id = v_company where user_id = v_user;
  if 'rentals' = any (p_lines) then
    insert into public.extras (company_id, code, names, charge, price_rappen, excess_rappen, max_quantity, position) values
      (v_company, 'child_seat', '{"de": "Kindersitz", "en": "Child seat", "fr": "Siège enfant", "it": "Seggiolino"}', 'per_day', 800, null, 3, 1),
      (v_company, 'excess_reduction', '{"de": "Selbstbehalt-Reduktion", "en": "Excess reduction", "fr": "Réduction de franchise", "it": "Riduzione franchigia"}', 'per_day', 1900, 50000, 1, 2);
  end if;
  perform private.tell_owners(v_company, 'welcome', v_company::text);
  return v_company;
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;

create function private.ensure_profile(p_full_name text, p_locale text) returns void
language sql security definer set search_path = '' as $$
  insert into public.profiles (user_id, full_name, email, locale)
  select id, coalesce(nullif(btrim(p_full_name), ''), split_part(email, '@', 1)), lower(email), p_locale from auth.users where id = auth.uid()
  on conflict (user_id) do nothing
$$;

/* Raises 409 `quota_reached` when the plan has no place for one more, counting p_expected who were invited and have not come yet. */
create function private.check_staff_limit(p_company uuid, p_role public.company_role, p_expected bigint default 0) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if p_role in ('staff', 'technician') then perform private.check_quota(p_company, 'staff', p_expected + 1); end if;
end $$;

/* Invites somebody by e-mail; the mail carries the token, the table only its hash. Raises 403, 409 `already_member` · `quota_reached`. */
create function public.invite_member(p_email text, p_role public.company_role) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('users.manage');
  v_id uuid := gen_random_uuid();
begin
  if exists (select from public.memberships m join public.profiles p on p.user_id = m.user_id
             where m.company_id = v_company and m.active and p.email = lower(p_email)) then
    perform private.fail(409, 'already_member');
  end if;
  update public.invitations set revoked_at = now() where company_id = v_company and email = lower(p_email) and accepted_at is null and revoked_at is null;
  perform private.check_staff_limit(v_company, p_role, (select count(*) from public.invitations where company_id = v_company and role in ('staff', 'technician')
    and accepted_at is null and revoked_at is null and expires_at > now()));
  insert into public.invitations (company_id, id, email, role, token_hash, invited_by)
  values (v_company, v_id, lower(p_email), p_role, private.token_hash(private.link_token(v_id)), auth.uid());
  perform private.enqueue(v_company, 'mail.invitation', v_id::text, jsonb_build_object('invitation_id', v_id));
  return v_id;
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;

/* An open invitation by its token: {company, email, role}; null when wrong, used, revoked or lapsed. */
create function public.invitation_by_token(p_token text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('company', c.name, 'email', i.email, 'role', i.role) from public.invitations i join public.companies c on c.id = i.company_id
  where i.token_hash = private.token_hash(p_token) and i.accepted_at is null and i.revoked_at is null and i.expires_at > now()
$$;

/* Joins the inviting company; the signed-in e-mail must be the invited one. Raises 404 `invitation_invalid`, 403 `invitation_for_another`, 409 `quota_reached`. */
create function public.accept_invitation(p_token text, p_full_name text default null, p_locale text default 'de') returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_user uuid := auth.uid();
  v_invitation public.invitations;
begin
  if v_user is null then perform private.fail(401, 'not_signed_in'); end if;
  select * into v_invitation from public.invitations
  where token_hash = private.token_hash(p_token) and accepted_at is null and revoked_at is null and expires_at > now() for no key update;
  if not found then perform private.fail(404, 'invitation_invalid'); end if;
  perform private.check_staff_limit(v_invitation.company_id, v_invitation.role);
  perform private.ensure_profile(p_full_name, p_locale);
  if not exists (select from public.profiles where user_id = v_user and email = v_invitation.email) then
    perform private.fail(403, 'invitation_for_another');
  end if;
  insert into public.memberships (company_id, user_id, role) values (v_invitation.company_id, v_user, v_invitation.role)
  -- An invitation brings people in; whoever is in already keeps their role.
  on conflict (company_id, user_id) do update set role = excluded.role, active = true where not memberships.active;
  update public.invitations set accepted_at = now() where company_id = v_invitation.company_id and id = v_invitation.id;
  update public.profiles set selected_company_id = v_invitation.company_id where user_id = v_user;
  return v_invitation.company_id;
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;

/* Takes back an invitation nobody has taken up; its link opens nothing from then on. Safe to repeat. Raises 404 `not_found`, 409 `invitation_accepted`. */
create function public.withdraw_invitation(p_invitation_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('users.manage');
begin
  update public.invitations set revoked_at = coalesce(revoked_at, now()) where company_id = v_company and id = p_invitation_id and accepted_at is null;
  if found then return; end if;
  if exists (select from public.invitations where company_id = v_company and id = p_invitation_id) then perform private.fail(409, 'invitation_accepted'); end if;
  perform private.fail(404, 'not_found');
end $$;

/* What the invitation mail says, for our own worker. */
create function public.invitation_facts(p_company_id uuid, p_invitation_id uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('email', i.email, 'role', i.role, 'company', c.name, 'locale', c.locale, 'invited_by', p.full_name,
    'token', private.link_token(i.id), 'expires_at', i.expires_at, 'open', i.accepted_at is null and i.revoked_at is null)
  from public.invitations i join public.companies c on c.id = i.company_id join public.profiles p on p.user_id = i.invited_by
  where i.company_id = p_company_id and i.id = p_invitation_id
$$;

/* Selects one of the caller's companies; the next token carries it. Raises 404 `not_found`. */
create function public.switch_company(p_company_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select from public.memberships where company_id = p_company_id and user_id = auth.uid() and active) then
    perform private.fail(404, 'not_found');
  end if;
  update public.profiles set selected_company_id = p_company_id where user_id = auth.uid();
end $$;

/*
 * Changes a colleague's role, or removes them (p_role null). The last owner stays. Acts on the next request.
 * Raises 404 `not_found`, 409 `last_owner` · `quota_reached`.
 */
create function public.set_member_role(p_user_id uuid, p_role public.company_role default null) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('users.manage');
begin
  perform from public.memberships where company_id = v_company order by user_id for no key update;
  if not exists (select from public.memberships where company_id = v_company and user_id = p_user_id and active) then
    perform private.fail(404, 'not_found');
  end if;
  if p_role is distinct from 'owner' and not exists (
    select from public.memberships where company_id = v_company and role = 'owner' and active and user_id <> p_user_id) then
    perform private.fail(409, 'last_owner');
  end if;
  if not exists (select from public.memberships where company_id = v_company and user_id = p_user_id and role in ('staff', 'technician')) then
    perform private.check_staff_limit(v_company, p_role);
  end if;
  update public.memberships set role = coalesce(p_role, role), active = p_role is not null where company_id = v_company and user_id = p_user_id;
end $$;

/* Who asks: user, selected company, role, permissions and all memberships. Null user when nobody is signed in. */
create function public.my_context() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return jsonb_build_object(
    'user', (select jsonb_build_object('id', p.user_id, 'email', p.email, 'full_name', p.full_name, 'locale', p.locale) from public.profiles p where p.user_id = auth.uid()),
    'company', (select to_jsonb(c) - array['terms'] from public.companies c where c.id = private.company_id()),
    'role', private.member_role(),
    'permissions', coalesce((select jsonb_agg(permission order by permission) from public.role_permissions where role = private.member_role() and private.can(permission)
      -- On hold nothing is offered that would be refused; what is read behind a permission to write stays open.
      and (permission like '%.see' or permission in ('data.export', 'settings.edit', 'billing.manage') or not private.is_on_hold(private.company_id()))), '[]'),
    'memberships', coalesce((select jsonb_agg(jsonb_build_object('company_id', m.company_id, 'slug', c.slug, 'name', c.name, 'role', m.role) order by c.name)
      from public.memberships m join public.companies c on c.id = m.company_id where m.user_id = auth.uid() and m.active), '[]'));
end $$;

grant execute on function public.sign_up_company(text, text, text, public.business_line[], text), public.invite_member(text, public.company_role),
  public.withdraw_invitation(uuid),
  public.accept_invitation(text, text, text), public.switch_company(uuid), public.set_member_role(uuid, public.company_role), public.my_context() to authenticated;
grant execute on function public.invitation_by_token(text) to anon, authenticated;
grant execute on function public.invitation_facts(uuid, uuid) to service_role;
