-- Digital guides: what a customer wants to know about the vehicle and the way, in sections, told when it is time.

create function private.is_guide_section(p_section jsonb) returns boolean
language sql immutable set search_path = '' as $$
  select jsonb_typeof(p_section) = 'object' and p_section - array['key', 'titles', 'texts', 'photo_ids', 'video_url', 'paid', 'hours_before'] = '{}'
    and p_section ->> 'key' ~ '^[a-z][a-z0-9_]{0,39}$'
    and private.are_names(p_section -> 'titles', 200) and private.are_names(p_section -> 'texts', 10000)
    and jsonb_typeof(p_section -> 'paid') = 'boolean'
    and (p_section -> 'hours_before' is null or jsonb_typeof(p_section -> 'hours_before') = 'number' and p_section ->> 'hours_before' ~ '^[0-9]{1,4}$')
    and (p_section -> 'video_url' is null or jsonb_typeof(p_section -> 'video_url') = 'string' and length(p_section ->> 'video_url') <= 500 and p_section ->> 'video_url' ~ '^https://[^\s<>"]+$')
    and jsonb_typeof(p_section -> 'photo_ids') = 'array' and jsonb_array_length(p_section -> 'photo_ids') <= 12
    and not exists (select from jsonb_array_elements_text(p_section -> 'photo_ids') as id where id !~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$')
$$;

create function private.are_guide_sections(p_sections jsonb) returns boolean
language sql immutable set search_path = '' as $$
  select case when jsonb_typeof(p_sections) <> 'array' or jsonb_array_length(p_sections) not between 1 and 40 then false else (
    select count(distinct s ->> 'key') = count(*) and bool_and(coalesce(private.is_guide_section(s), false)) from jsonb_array_elements(p_sections) as s) end
$$;

create table public.guides (
  company_id   uuid not null references public.companies (id),
  id           uuid not null default gen_random_uuid(),
  names        jsonb not null check (private.are_names(names, 120)),
  category_ids uuid[] not null default '{}' check (cardinality(category_ids) <= 100),
  sections     jsonb not null check (private.are_guide_sections(sections) and octet_length(sections::text) <= 500000),
  active       boolean not null default true,
  created_at   timestamptz not null default now(),
  updated_at   timestamptz not null default now(),
  primary key (company_id, id)
);
comment on table public.guides is 'category_ids: for these categories only, empty for all. A section with paid or hours_before is told only to who has paid, or that many hours before pickup.';
create table public.guide_photos (
  company_id   uuid not null references public.companies (id),
  id           uuid not null default gen_random_uuid(),
  storage_path text not null check (private.is_own_path(storage_path, company_id)),
  width        int not null check (width between 1 and 30000),
  height       int not null check (height between 1 and 30000),
  bytes        int not null check (bytes between 1 and 15728640),
  created_at   timestamptz not null default now(),
  updated_at   timestamptz not null default now(),
  primary key (company_id, id)
);
comment on table public.guide_photos is 'Pictures of guides; whoever may read a section that names one may see it.';
select private.guard_tenant_table('public.guides'), private.guard_tenant_table('public.guide_photos');
create policy "members see guides" on public.guides for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('reservations.see')));
create policy "members see pictures of guides" on public.guide_photos for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('reservations.see')));
grant select on public.guides, public.guide_photos to authenticated;

insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types) values
  ('guides', 'guides', false, 15728640, array['image/jpeg'])
on conflict (id) do nothing;
create policy "members read pictures of their company's guides" on storage.objects for select to authenticated
  using (bucket_id = 'guides' and (storage.foldername(name))[1] = (select private.company_id())::text);
create policy "those who edit settings add pictures of guides" on storage.objects for insert to authenticated
  with check (bucket_id = 'guides' and (storage.foldername(name))[1] = (select private.company_id())::text and (select private.can_store('settings.edit')));

/* Records a picture for guides that was drawn anew and stored; returns its id. Raises 422 `invalid_input`. */
create function public.add_guide_photo(p_storage_path text, p_width int, p_height int, p_bytes int) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('settings.edit');
  v_id uuid;
begin
  insert into public.guide_photos (company_id, storage_path, width, height, bytes) values (v_company, p_storage_path, p_width, p_height, p_bytes)
  returning id into v_id;
  return v_id;
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;
grant execute on function public.add_guide_photo(text, int, int, int) to authenticated;

/* Writes a guide, a new one without p_guide_id. Returns its id. Raises 404 `not_found` (guide, category or picture), 422 `invalid_input`. */
create function public.save_guide(p_names jsonb, p_sections jsonb, p_category_ids uuid[] default '{}', p_active boolean default true, p_guide_id uuid default null) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('settings.edit');
  v_id uuid;
begin
  if not private.are_guide_sections(p_sections) then perform private.fail(422, 'invalid_input', '{"rule": "sections"}'); end if;
  if exists (select from unnest(p_category_ids) as wanted where not exists (select from public.vehicle_categories k where k.company_id = v_company and k.id = wanted))
     or exists (select from jsonb_array_elements(p_sections) as s, jsonb_array_elements_text(s -> 'photo_ids') as wanted
       where not exists (select from public.guide_photos p where p.company_id = v_company and p.id = wanted::uuid)) then
    perform private.fail(404, 'not_found');
  end if;
  if p_guide_id is null then
    insert into public.guides (company_id, names, sections, category_ids, active) values (v_company, p_names, p_sections, p_category_ids, p_active) returning id into v_id;
    return v_id;
  end if;
  update public.guides set names = p_names, sections = p_sections, category_ids = p_category_ids, active = p_active
  where company_id = v_company and id = p_guide_id returning id into v_id;
  if v_id is null then perform private.fail(404, 'not_found'); end if;
  return v_id;
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;
grant execute on function public.save_guide(jsonb, jsonb, uuid[], boolean, uuid) to authenticated;

/* Whether what was asked for at booking is paid. */
create function private.is_deposit_paid(p_reservation public.reservations) returns boolean
language sql stable security definer set search_path = '' as $$
  select p_reservation.booking_deposit_rappen = 0 or exists (select from public.payments p
    where p.company_id = p_reservation.company_id and p.reservation_id = p_reservation.id and p.status in ('succeeded', 'partially_refunded'))
$$;

/* Whether a section is told to a booking now. */
create function private.is_released(p_section jsonb, p_reservation public.reservations) returns boolean
language sql stable security definer set search_path = '' as $$
  select (not (p_section ->> 'paid')::boolean or private.is_deposit_paid(p_reservation))
    and (p_section -> 'hours_before' is null or now() >= p_reservation.starts_at - make_interval(hours => (p_section ->> 'hours_before')::int))
$$;

/* The guide of a booking while it holds, from confirmation to a week after return; the one for its category before the one for all. */
create function private.guide_for(p_reservation public.reservations) returns setof public.guides
language sql stable security definer set search_path = '' as $$
  select g.* from public.guides g
  where g.company_id = p_reservation.company_id and g.active and (g.category_ids = '{}' or p_reservation.category_id = any (g.category_ids))
    and p_reservation.status in ('confirmed', 'converted') and now() < p_reservation.ends_at + interval '7 days'
  order by g.category_ids = '{}', g.created_at limit 1
$$;

/*
 * The guide by the private link: {names, sections, later: [{titles, opens_at?, paid}], key_box}; what is not told yet only by its title. Null for a wrong
 * token or where there is no guide and no key box.
 */
create function public.guide_by_token(p_slug text, p_token text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select case when g.id is not null or box is not null then jsonb_build_object('names', coalesce(g.names, '{}'), 'key_box', box,
    'sections', (select coalesce(jsonb_agg(s - array['paid', 'hours_before'] order by place), '[]') from jsonb_array_elements(g.sections) with ordinality as x (s, place) where private.is_released(s, r)),
    'later', (select coalesce(jsonb_agg(jsonb_build_object('key', s -> 'key', 'titles', s -> 'titles', 'opens_at', r.starts_at - make_interval(hours => (s ->> 'hours_before')::int),
        'paid', (s ->> 'paid')::boolean and not private.is_deposit_paid(r)) order by place), '[]')
      from jsonb_array_elements(g.sections) with ordinality as x (s, place) where not private.is_released(s, r))) end
  from private.find_link(p_slug, p_token) l
  join public.reservations r on r.company_id = l.company_id and r.id = l.reservation_id
  left join lateral private.guide_for(r) g on true
  cross join lateral private.key_box_of(r) as box
$$;
grant execute on function public.guide_by_token(text, text) to anon, authenticated;

/* Where a picture lies that a section told to this booking names; null otherwise. */
create function public.guide_photo_path(p_company_id uuid, p_reservation_id uuid, p_photo_id uuid) returns text
language sql stable security definer set search_path = '' as $$
  select p.storage_path from public.reservations r
  cross join lateral private.guide_for(r) g
  cross join jsonb_array_elements(g.sections) as s
  join public.guide_photos p on p.company_id = r.company_id and p.id = p_photo_id
  where r.company_id = p_company_id and r.id = p_reservation_id and s -> 'photo_ids' ? p_photo_id::text and private.is_released(s, r) limit 1
$$;
grant execute on function public.guide_photo_path(uuid, uuid, uuid) to service_role;
