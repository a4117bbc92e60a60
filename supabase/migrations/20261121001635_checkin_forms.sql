-- Online check-in: what a company wants to know before pickup, asked by forms of its own.

/* Whether a choice offers no answer twice, in any language. */
create function private.are_distinct_options(p_options jsonb) returns boolean
language sql immutable set search_path = '' as $$
  select not exists (select from jsonb_array_elements(p_options) as o, jsonb_each_text(o -> 'labels') as l group by l.key, lower(btrim(l.value)) having count(*) > 1)
$$;

/*
 * One field of a form: {key, kind, labels, help?, required, options?: [{key, labels}], when?: {field, is}, least?, most?}; a condition names an earlier choice or
 * consent, and a number has bounds: without its own least one it begins at zero.
 */
create function private.is_form_field(p_field jsonb, p_place bigint, p_fields jsonb) returns boolean
language sql immutable set search_path = '' as $$
  select jsonb_typeof(p_field) = 'object' and p_field - array['key', 'kind', 'labels', 'help', 'required', 'options', 'when', 'least', 'most'] = '{}'
    and p_field ->> 'key' ~ '^[a-z][a-z0-9_]{0,39}$' and jsonb_typeof(p_field -> 'required') = 'boolean'
    and p_field ->> 'kind' in ('text', 'long_text', 'number', 'date', 'choice', 'multi_choice', 'file', 'identity', 'signature', 'consent')
    and private.are_names(p_field -> 'labels', 300) and (p_field -> 'help' is null or private.are_names(p_field -> 'help', 2000))
    and case when p_field ->> 'kind' in ('choice', 'multi_choice') then
        jsonb_typeof(p_field -> 'options') = 'array' and jsonb_array_length(p_field -> 'options') between 1 and 50
        and (select count(distinct o ->> 'key') = count(*) and bool_and(o - array['key', 'labels'] = '{}' and o ->> 'key' ~ '^[a-z0-9][a-z0-9_]{0,39}$' and private.are_names(o -> 'labels', 200))
          from jsonb_array_elements(p_field -> 'options') as o)
        and private.are_distinct_options(p_field -> 'options')
      else p_field -> 'options' is null end
    and case when p_field ->> 'kind' = 'number' then
        (select coalesce(bool_and(case when jsonb_typeof(bound) = 'number' then abs((bound #>> '{}')::numeric) < 1e12 else false end), true)
          from unnest(array[p_field -> 'least', p_field -> 'most']) as bound where bound is not null)
        and coalesce(p_field -> 'least', '0') <= coalesce(p_field -> 'most', '1e12')
      else not p_field ?| array['least', 'most'] end
    and (p_field -> 'when' is null or (p_field -> 'when') - array['field', 'is'] = '{}' and exists (
      select from jsonb_array_elements(p_fields) with ordinality as before (field, place)
      where place < p_place and field ->> 'key' = p_field #>> '{when,field}' and case field ->> 'kind'
        when 'consent' then p_field #>> '{when,is}' = 'true'
        when 'choice' then exists (select from jsonb_array_elements(field -> 'options') as o where o ->> 'key' = p_field #>> '{when,is}')
        when 'multi_choice' then exists (select from jsonb_array_elements(field -> 'options') as o where o ->> 'key' = p_field #>> '{when,is}') end))
$$;

create function private.are_form_fields(p_fields jsonb) returns boolean
language sql immutable set search_path = '' as $$
  select case when jsonb_typeof(p_fields) <> 'array' or jsonb_array_length(p_fields) not between 1 and 60 then false else (
    select count(distinct field ->> 'key') = count(*) and bool_and(coalesce(private.is_form_field(field, place, p_fields), false))
    from jsonb_array_elements(p_fields) with ordinality as f (field, place)) end
$$;

create table public.forms (
  company_id   uuid not null references public.companies (id),
  id           uuid not null default gen_random_uuid(),
  names        jsonb not null check (private.are_names(names, 120)),
  category_ids uuid[] not null default '{}' check (cardinality(category_ids) <= 100),
  sources      public.reservation_source[] not null default '{}',
  languages    text[] not null default '{}' check (languages <@ array['de', 'fr', 'it', 'en']),
  active       boolean not null default true,
  version      int not null default 1,
  created_at   timestamptz not null default now(),
  updated_at   timestamptz not null default now(),
  primary key (company_id, id)
);
comment on table public.forms is 'Check-in forms. names: for the desk alone, customers read the titles of the version. category_ids, sources, languages: only for bookings of these categories, made in these ways, by customers of these languages; empty: for all. The one that names more comes first.';
create table public.form_versions (
  company_id uuid not null references public.companies (id),
  id         uuid not null default gen_random_uuid(),
  form_id    uuid not null,
  version    int not null,
  titles     jsonb not null default '{}' check (titles = '{}' or private.are_names(titles, 120)),
  fields     jsonb not null check (private.are_form_fields(fields) and octet_length(fields::text) <= 200000),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, form_id, version),
  foreign key (company_id, form_id) references public.forms (company_id, id)
);
comment on table public.form_versions is 'What a form asks, version by version: whoever has answered an earlier one keeps it. titles: what customers read above the questions, by language; our own word where there is none.';
create table public.form_submissions (
  company_id     uuid not null references public.companies (id),
  id             uuid not null default gen_random_uuid(),
  form_id        uuid not null,
  version        int not null,
  reservation_id uuid not null,
  draft          jsonb not null default '{}' check (jsonb_typeof(draft) = 'object' and octet_length(draft::text) <= 100000),
  answers        jsonb not null default '{}' check (jsonb_typeof(answers) = 'object' and octet_length(answers::text) <= 100000),
  submitted_at   timestamptz,
  created_at     timestamptz not null default now(),
  updated_at     timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, reservation_id),
  foreign key (company_id, form_id, version) references public.form_versions (company_id, form_id, version),
  foreign key (company_id, reservation_id) references public.reservations (company_id, id)
);
create index form_submissions_form on public.form_submissions (company_id, form_id, version);
comment on table public.form_submissions is 'Answers of one booking by field key. draft: kept while they are written; answers: what the customer submitted last, at submitted_at, whatever they have written since.';
create table public.form_files (
  company_id    uuid not null references public.companies (id),
  id            uuid not null default gen_random_uuid(),
  submission_id uuid not null,
  field         text not null check (field ~ '^[a-z][a-z0-9_]{0,39}$'),
  kind          text not null check (kind in ('file', 'identity', 'signature')),
  content_type  text not null check (content_type in ('image/jpeg', 'application/pdf')),
  bytes         int not null check (bytes between 1 and 15728640),
  sha256        text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  storage_path  text not null check (private.is_own_path(storage_path, company_id)),
  submitted     boolean not null default false,
  removed       boolean not null default false,
  purged_at     timestamptz,
  created_at    timestamptz not null default now(),
  updated_at    timestamptz not null default now(),
  primary key (company_id, id),
  foreign key (company_id, submission_id) references public.form_submissions (company_id, id)
);
create index form_files_submission on public.form_files (company_id, submission_id);
comment on table public.form_files is 'Files of a check-in. submitted: part of what was submitted last; removed: taken out since, which counts from the next time. Only our own machine reads them, and who looks is noted; pictures of identity go ninety days after the rental.';
-- Answers are about people: the trail would keep them when they are forgotten.
select private.guard_tenant_table('public.forms'), private.guard_tenant_table('public.form_versions'),
  private.guard_tenant_table('public.form_submissions', false), private.guard_tenant_table('public.form_files', false);
create trigger form_versions_append_only before update or delete on public.form_versions for each row execute function private.refuse_change();

create policy "members see forms" on public.forms for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('reservations.see')));
create policy "members see versions of forms" on public.form_versions for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('reservations.see')));
create policy "members see check-ins" on public.form_submissions for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('reservations.see')));
create policy "members see that there are files" on public.form_files for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('reservations.see')));
grant select on public.forms, public.form_versions, public.form_submissions to authenticated;
grant select (company_id, id, submission_id, field, kind, content_type, bytes, purged_at, created_at) on public.form_files to authenticated;

/*
 * Writes a form, a new one without p_form_id; other fields or titles make a new version. Returns its id. Raises 404 `not_found` (form or category), 422 `invalid_input`.
 */
create function public.save_form(p_names jsonb, p_fields jsonb, p_category_ids uuid[] default '{}', p_active boolean default true, p_form_id uuid default null,
  p_sources public.reservation_source[] default '{}', p_languages text[] default '{}', p_titles jsonb default '{}') returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('settings.edit');
  v_row public.forms;
begin
  if exists (select from unnest(p_category_ids) as wanted where not exists (select from public.vehicle_categories k where k.company_id = v_company and k.id = wanted))
    then perform private.fail(404, 'not_found'); end if;
  if p_form_id is null then
    insert into public.forms (company_id, names, category_ids, active, sources, languages) values (v_company, p_names, p_category_ids, p_active, p_sources, p_languages) returning * into v_row;
    insert into public.form_versions (company_id, form_id, version, titles, fields) values (v_company, v_row.id, 1, p_titles, p_fields);
    return v_row.id;
  end if;
  update public.forms set names = p_names, category_ids = p_category_ids, active = p_active, sources = p_sources, languages = p_languages where company_id = v_company and id = p_form_id returning * into v_row;
  if not found then perform private.fail(404, 'not_found'); end if;
  if not exists (select from public.form_versions v
    where v.company_id = v_company and v.form_id = v_row.id and v.version = v_row.version and v.fields = p_fields and v.titles = p_titles) then
    update public.forms set version = version + 1 where company_id = v_company and id = v_row.id returning * into v_row;
    insert into public.form_versions (company_id, form_id, version, titles, fields) values (v_company, v_row.id, v_row.version, p_titles, p_fields);
  end if;
  return v_row.id;
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;
grant execute on function public.save_form(jsonb, jsonb, uuid[], boolean, uuid, public.reservation_source[], text[], jsonb) to authenticated;
