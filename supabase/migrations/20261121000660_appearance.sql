-- How a company looks to its customers: typeface, words, pictures; and the addresses of its own at which it is found.

/* A name as DNS knows it, lower case; a part of a domain, never the whole of it: what we send along (HSTS) would bind the rest. */
create function private.is_domain(p_name text) returns boolean
language sql immutable set search_path = '' as $$
  select length(p_name) <= 200 and p_name ~ '^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.){2,}[a-z]{2,24}$'
$$;

/* Web addresses without a path, no more than a policy's header can carry: {"https://www.example.ch"}; a machine talks to itself without https. */
create function private.are_origins(p_origins text[]) returns boolean
language sql immutable set search_path = '' as $$
  select cardinality(p_origins) <= 20 and coalesce(bool_and(length(one) <= 200 and one ~ '^(https://([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}|http://localhost)(:[0-9]{1,5})?$'), true)
  from unnest(p_origins) as one
$$;
grant execute on function private.are_names(jsonb, int), private.is_domain(text), private.are_origins(text[]) to authenticated, service_role;

alter table public.companies
  add column typeface text not null default 'geist' check (typeface in ('geist', 'fraunces', 'space-grotesk', 'nunito', 'source-serif-4')),
  add column colored_header boolean not null default false,
  add column headlines jsonb not null default '{}' check (headlines = '{}' or private.are_names(headlines, 80)),
  add column leads jsonb not null default '{}' check (leads = '{}' or private.are_names(leads, 240)),
  add column abouts jsonb not null default '{}' check (abouts = '{}' or private.are_names(abouts, 3000)),
  add column custom_domain text check (private.is_domain(custom_domain)),
  add column domain_verified_at timestamptz check (domain_verified_at is null or custom_domain is not null),
  add column widget_origins text[] not null default '{}' check (private.are_origins(widget_origins));
create unique index companies_domain on public.companies (custom_domain) where domain_verified_at is not null;
comment on column public.companies.headlines is 'What stands largest on the booking site, by language; empty: our own words. leads beneath it, abouts further down.';
comment on column public.companies.domain_verified_at is 'When DNS last showed that the domain is the company''s and leads here; only then it is answered.';
comment on column public.companies.widget_origins is 'Web sites that may show the booking widget in a frame.';
grant update (typeface, colored_header, headlines, leads, abouts, custom_domain, widget_origins) on public.companies to authenticated;

/* Trigger: another domain has to be proved anew. */
create function private.forget_domain_proof() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.domain_verified_at := null;
  return new;
end $$;
create trigger companies_forget_domain_proof before update of custom_domain on public.companies for each row
  when (old.custom_domain is distinct from new.custom_domain) execute function private.forget_domain_proof();

create table public.company_pictures (
  company_id uuid not null references public.companies (id),
  id         uuid not null default gen_random_uuid(),
  kind       text not null check (kind in ('logo', 'hero')),
  file       text not null check (file ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'),
  width      int not null check (width between 1 and 4000),
  height     int not null check (height between 1 and 4000),
  ground     text not null default 'any' check (ground in ('any', 'light', 'dark')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, kind)
);
comment on table public.company_pictures is 'Logo and photo of the booking site; files are {company}/branding/{file}-{size}. ground: on what a logo can be seen.';
select private.guard_tenant_table('public.company_pictures');
create policy "those who edit settings see the pictures of their site" on public.company_pictures for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('settings.edit')));
grant select on public.company_pictures to authenticated;

/* Puts a stored picture in its place, or takes the place's picture away where no file is given. Raises 422 `invalid_input`. */
create function public.set_company_picture(p_kind text, p_file text default null, p_width int default null, p_height int default null, p_ground text default 'any') returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('settings.edit');
begin
  if p_file is null then
    delete from public.company_pictures where company_id = v_company and kind = p_kind;
    return;
  end if;
  insert into public.company_pictures (company_id, kind, file, width, height, ground) values (v_company, p_kind, p_file, p_width, p_height, p_ground)
  on conflict (company_id, kind) do update set file = excluded.file, width = excluded.width, height = excluded.height, ground = excluded.ground;
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;
grant execute on function public.set_company_picture(text, text, int, int, text) to authenticated;

/* A company's pictures by kind, as its site and its letters show them. */
create function private.pictures_of(p_company_id uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_object_agg(p.kind, jsonb_build_object('file', p.file, 'width', p.width, 'height', p.height, 'ground', p.ground)), '{}')
  from public.company_pictures p where p.company_id = p_company_id
$$;

/* The logo of a company and where its site is, for letters and documents our worker makes; null without one. */
create function public.company_logo(p_company_id uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select private.pictures_of(c.id) -> 'logo' || jsonb_build_object('slug', c.slug) from public.companies c where c.id = p_company_id
$$;
grant execute on function public.company_logo(uuid) to service_role;

/* Keeps what DNS said of a company's domain, if it is still the one that was asked about. Raises 409 `domain_taken`. */
create function public.note_domain_check(p_company_id uuid, p_domain text, p_is_proved boolean) returns void
language plpgsql security definer set search_path = '' as $$
begin
  update public.companies set domain_verified_at = case when p_is_proved then now() end where id = p_company_id and custom_domain = p_domain;
exception when unique_violation then
  perform private.fail(409, 'domain_taken');
end $$;
grant execute on function public.note_domain_check(uuid, text, boolean) to service_role;

/* The company whose proved domain this is. */
create function public.slug_of_domain(p_domain text) returns text
language sql stable security definer set search_path = '' as $$
  select slug from public.companies where custom_domain = lower(p_domain) and domain_verified_at is not null and status <> 'canceled'
$$;
grant execute on function public.slug_of_domain(text) to anon, authenticated;

-- Everybody may see them; /pictures hands them out.
insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types) values
  ('branding', 'branding', false, 5242880, array['image/png', 'image/webp'])
on conflict (id) do nothing;
create policy "those who edit settings add pictures of their site" on storage.objects for insert to authenticated
  with check (bucket_id = 'branding' and (storage.foldername(name))[1] = (select private.company_id())::text and (select private.can_store('settings.edit')));
