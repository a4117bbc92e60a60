-- Rental terms signed in the portal before the pickup, by typing one's name beneath them: a simple electronic signature, which needs no form.

create table public.terms_signatures (
  company_id     uuid not null references public.companies (id),
  id             uuid not null default gen_random_uuid(),
  reservation_id uuid not null,
  terms_version  int not null,
  language       text not null check (language in ('de', 'fr', 'it', 'en')),
  terms_sha256   text not null check (terms_sha256 ~ '^[0-9a-f]{64}$'),
  name           text not null check (length(btrim(name)) between 2 and 120 and name !~ '[[:cntrl:]]'),
  ip             inet,
  user_agent     text check (length(user_agent) <= 400),
  signed_at      timestamptz not null default now(),
  created_at     timestamptz not null default now(),
  updated_at     timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, reservation_id, terms_version),
  foreign key (company_id, reservation_id) references public.reservations (company_id, id),
  foreign key (company_id, terms_version) references public.terms_versions (company_id, version)
);
create index terms_signatures_version on public.terms_signatures (company_id, terms_version);
comment on table public.terms_signatures is 'Who has signed which text, as it was read: its version, its language and the hash of its words. The first of a booking and version stays.';
select private.guard_tenant_table('public.terms_signatures');
create trigger terms_signatures_stay before update on public.terms_signatures for each row execute function private.refuse_change();
create policy "members see who has signed the terms" on public.terms_signatures for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('reservations.see')));
grant select on public.terms_signatures to authenticated;

/* The terms a booking was made under, in a language; empty where the company has none. */
create function private.terms_of(p_reservation public.reservations, p_language text) returns text
language sql stable security definer set search_path = '' as $$
  select coalesce(private.label(t.terms, p_language), '') from public.terms_versions t where t.company_id = p_reservation.company_id and t.version = p_reservation.terms_version
$$;

/* Where the terms of a booking stand: 'signed', 'open' while they can be signed in advance, or null. */
create function private.terms_standing(p_reservation public.reservations) returns text
language sql stable security definer set search_path = '' as $$
  select case
    when btrim(private.terms_of(p_reservation, 'de')) = '' then null
    when exists (select from public.terms_signatures s where s.company_id = p_reservation.company_id and s.reservation_id = p_reservation.id
      and s.terms_version = p_reservation.terms_version) then 'signed'
    when private.checkin_open(p_reservation) then 'open' end
$$;

/* The terms to read and sign by the private link: {version, text, standing, signed: {name, at}?}; null for a wrong or lapsed token. */
create function public.terms_by_token(p_slug text, p_token text, p_language text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('version', r.terms_version, 'text', private.terms_of(r, p_language), 'standing', private.terms_standing(r),
    'signed', (select jsonb_build_object('name', s.name, 'at', s.signed_at) from public.terms_signatures s
      where s.company_id = r.company_id and s.reservation_id = r.id and s.terms_version = r.terms_version))
  from private.find_link(p_slug, p_token) l join public.reservations r on r.company_id = l.company_id and r.id = l.reservation_id
$$;

/*
 * The customer signs the terms of their booking in the language they read, until the vehicle is handed over. p_version is the one they saw. Signing twice is signing
 * once. Raises 404 `link_expired`, 409 `terms_changed` · `checkin_closed`, 422 `invalid_input`.
 */
create function public.sign_terms_by_token(p_slug text, p_token text, p_version int, p_language text, p_name text, p_ip text default null, p_user_agent text default null) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_link public.access_links := private.open_link(p_slug, p_token);
  v_row public.reservations;
begin
  select * into v_row from public.reservations where company_id = v_link.company_id and id = v_link.reservation_id for no key update;
  if p_version is distinct from v_row.terms_version then perform private.fail(409, 'terms_changed'); end if;
  case private.terms_standing(v_row)
    when 'signed' then return;
    when 'open' then
      insert into public.terms_signatures (company_id, reservation_id, terms_version, language, terms_sha256, name, ip, user_agent)
      values (v_row.company_id, v_row.id, p_version, p_language, encode(sha256(convert_to(private.terms_of(v_row, p_language), 'UTF8')), 'hex'), btrim(p_name),
        nullif(p_ip, '')::inet, left(p_user_agent, 400));
    else perform private.fail(409, 'checkin_closed');
  end case;
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;
grant execute on function public.terms_by_token(text, text, text), public.sign_terms_by_token(text, text, int, text, text, text, text) to anon, authenticated;

/*
 * Who has signed the terms of some reservations in advance, the version each was made under. is_known: whether the customer or one of their drivers is called so,
 * whatever the case, the accents and the order of first and last name. Raises 403 `forbidden`.
 */
create function public.list_signed_terms(p_reservation_ids uuid[]) returns table (reservation_id uuid, name text, signed_at timestamptz, is_known boolean)
language plpgsql stable security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('reservations.see');
begin
  return query
    select r.id, s.name, s.signed_at, exists (
      select from (select k.name as called, k.first_name, k.last_name from public.customers k where k.company_id = r.company_id and k.id = r.customer_id
        union all select null, d.first_name, d.last_name from public.drivers d where d.company_id = r.company_id and d.customer_id = r.customer_id) as known
      where private.name_key(s.name) in (private.name_key(known.called), private.name_key(known.first_name || known.last_name), private.name_key(known.last_name || known.first_name)))
    from public.reservations r
    join public.terms_signatures s on s.company_id = r.company_id and s.reservation_id = r.id and s.terms_version = r.terms_version
    where r.company_id = v_company and r.id = any (p_reservation_ids);
end $$;
grant execute on function public.list_signed_terms(uuid[]) to authenticated;
