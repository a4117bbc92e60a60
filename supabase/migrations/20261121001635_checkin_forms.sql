-- Online check-in: what a company wants to know before pickup, asked by forms of its own, answered in the portal, read at the handover.

/* Texts by language, at least one: {"de": "…", "en": "…"}. */
create function private.are_names(p_names jsonb, p_length int) returns boolean
language sql immutable set search_path = '' as $$
  select jsonb_typeof(p_names) = 'object' and p_names <> '{}' and p_names - array['de', 'fr', 'it', 'en'] = '{}'
    and not exists (select from jsonb_each(p_names) where (jsonb_typeof(value) = 'string' and length(btrim(value #>> '{}')) between 1 and p_length) is not true)
$$;

/* One field of a form: {key, kind, labels, help?, required, options?: [{key, labels}], when?: {field, is}}; a condition names an earlier choice or consent. */
create function private.is_form_field(p_field jsonb, p_place bigint, p_fields jsonb) returns boolean
language sql immutable set search_path = '' as $$
  select jsonb_typeof(p_field) = 'object' and p_field - array['key', 'kind', 'labels', 'help', 'required', 'options', 'when'] = '{}'
    and p_field ->> 'key' ~ '^[a-z][a-z0-9_]{0,39}$' and jsonb_typeof(p_field -> 'required') = 'boolean'
    and p_field ->> 'kind' in ('text', 'long_text', 'number', 'date', 'choice', 'multi_choice', 'file', 'identity', 'signature', 'consent')
    and private.are_names(p_field -> 'labels', 300) and (p_field -> 'help' is null or private.are_names(p_field -> 'help', 2000))
    and case when p_field ->> 'kind' in ('choice', 'multi_choice') then
        jsonb_typeof(p_field -> 'options') = 'array' and jsonb_array_length(p_field -> 'options') between 1 and 50
        and (select count(distinct o ->> 'key') = count(*) and bool_and(o - array['key', 'labels'] = '{}' and o ->> 'key' ~ '^[a-z0-9][a-z0-9_]{0,39}$' and private.are_names(o -> 'labels', 200))
          from jsonb_array_elements(p_field -> 'options') as o)
      else p_field -> 'options' is null end
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
  active       boolean not null default true,
  version      int not null default 1,
  created_at   timestamptz not null default now(),
  updated_at   timestamptz not null default now(),
  primary key (company_id, id)
);
comment on table public.forms is 'Check-in forms. category_ids: for these categories only, empty for all; the one that names the booked category comes first.';
create table public.form_versions (
  company_id uuid not null references public.companies (id),
  id         uuid not null default gen_random_uuid(),
  form_id    uuid not null,
  version    int not null,
  fields     jsonb not null check (private.are_form_fields(fields) and octet_length(fields::text) <= 200000),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, form_id, version),
  foreign key (company_id, form_id) references public.forms (company_id, id)
);
comment on table public.form_versions is 'What a form asks, version by version: whoever has answered an earlier one keeps it.';
create table public.form_submissions (
  company_id     uuid not null references public.companies (id),
  id             uuid not null default gen_random_uuid(),
  form_id        uuid not null,
  version        int not null,
  reservation_id uuid not null,
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
comment on table public.form_submissions is 'Answers of one booking by field key, kept while they are written; submitted_at: when the customer was done.';
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
  purged_at     timestamptz,
  created_at    timestamptz not null default now(),
  updated_at    timestamptz not null default now(),
  primary key (company_id, id),
  foreign key (company_id, submission_id) references public.form_submissions (company_id, id)
);
create index form_files_submission on public.form_files (company_id, submission_id);
comment on table public.form_files is 'Files of a check-in. Only our own machine reads them, and who looks is noted; pictures of identity go ninety days after the rental.';
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

-- No policy for anybody: files of a check-in are reached through note_form_file_view alone.
insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types) values
  ('checkin', 'checkin', false, 15728640, array['image/jpeg', 'application/pdf'])
on conflict (id) do nothing;

/*
 * Writes a form, a new one without p_form_id; other fields make a new version. Returns its id. Raises 404 `not_found` (form or category), 422 `invalid_input`.
 */
create function public.save_form(p_names jsonb, p_fields jsonb, p_category_ids uuid[] default '{}', p_active boolean default true, p_form_id uuid default null) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('settings.edit');
  v_row public.forms;
begin
  if exists (select from unnest(p_category_ids) as wanted where not exists (select from public.vehicle_categories k where k.company_id = v_company and k.id = wanted))
    then perform private.fail(404, 'not_found'); end if;
  if p_form_id is null then
    insert into public.forms (company_id, names, category_ids, active) values (v_company, p_names, p_category_ids, p_active) returning * into v_row;
    insert into public.form_versions (company_id, form_id, version, fields) values (v_company, v_row.id, 1, p_fields);
    return v_row.id;
  end if;
  update public.forms set names = p_names, category_ids = p_category_ids, active = p_active where company_id = v_company and id = p_form_id returning * into v_row;
  if not found then perform private.fail(404, 'not_found'); end if;
  if not exists (select from public.form_versions v where v.company_id = v_company and v.form_id = v_row.id and v.version = v_row.version and v.fields = p_fields) then
    update public.forms set version = version + 1 where company_id = v_company and id = v_row.id returning * into v_row;
    insert into public.form_versions (company_id, form_id, version, fields) values (v_company, v_row.id, v_row.version, p_fields);
  end if;
  return v_row.id;
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;
grant execute on function public.save_form(jsonb, jsonb, uuid[], boolean, uuid) to authenticated;

/* The version of a form that a booking answers: the one it has begun, else the present one of the form for its category. No row where nothing is asked. */
create function private.form_for(p_reservation public.reservations) returns setof public.form_versions
language sql stable security definer set search_path = '' as $$
  select v.* from (
    select s.form_id, s.version, 0 as turn, s.created_at from public.form_submissions s where s.company_id = p_reservation.company_id and s.reservation_id = p_reservation.id
    union all
    select f.id, f.version, case when f.category_ids = '{}' then 2 else 1 end, f.created_at from public.forms f
    where f.company_id = p_reservation.company_id and f.active and (f.category_ids = '{}' or p_reservation.category_id = any (f.category_ids))
  ) as asked join public.form_versions v on v.company_id = p_reservation.company_id and v.form_id = asked.form_id and v.version = asked.version
  order by asked.turn, asked.created_at limit 1
$$;

/* Whether answers can still be written: until the vehicle is handed over. */
create function private.checkin_open(p_reservation public.reservations) returns boolean
language sql stable security definer set search_path = '' as $$
  select p_reservation.status = 'confirmed' or p_reservation.status = 'converted' and exists (
    select from public.contracts c where c.company_id = p_reservation.company_id and c.reservation_id = p_reservation.id and c.status = 'draft')
$$;

/* Whether a field is asked, given the answers so far. */
create function private.is_asked(p_field jsonb, p_answers jsonb) returns boolean
language sql immutable set search_path = '' as $$
  select p_field -> 'when' is null or coalesce(case jsonb_typeof(p_answers -> (p_field #>> '{when,field}'))
    when 'array' then p_answers -> (p_field #>> '{when,field}') ? (p_field #>> '{when,is}')
    else p_answers ->> (p_field #>> '{when,field}') = p_field #>> '{when,is}' end, false)
$$;

create function private.fits_form_field(p_field jsonb, p_value jsonb) returns boolean
language sql stable set search_path = '' as $$
  select case p_field ->> 'kind'
    when 'text' then jsonb_typeof(p_value) = 'string' and length(p_value #>> '{}') <= 500 and p_value #>> '{}' !~ '[[:cntrl:]]'
    when 'long_text' then jsonb_typeof(p_value) = 'string' and length(p_value #>> '{}') <= 5000
    when 'number' then jsonb_typeof(p_value) = 'number' and abs((p_value #>> '{}')::numeric) < 1e12
    when 'date' then jsonb_typeof(p_value) = 'string' and private.is_date(p_value #>> '{}')
    when 'consent' then p_value = 'true'
    when 'choice' then jsonb_typeof(p_value) = 'string' and exists (select from jsonb_array_elements(p_field -> 'options') as o where o -> 'key' = p_value)
    when 'multi_choice' then jsonb_typeof(p_value) = 'array' and not exists (
      select from jsonb_array_elements(case when jsonb_typeof(p_value) = 'array' then p_value else '[]' end) as v
      where not exists (select from jsonb_array_elements(p_field -> 'options') as o where o -> 'key' = v))
    else false end
$$;

/* Raises 422 `invalid_input` for an answer nobody asked for or of another kind, and, where it must be complete, 422 `form_incomplete` with the field. */
create function private.check_answers(p_fields jsonb, p_answers jsonb, p_files text[], p_complete boolean) returns void
language plpgsql stable set search_path = '' as $$
declare
  v_field jsonb;
  v_value jsonb;
begin
  if jsonb_typeof(p_answers) is distinct from 'object'
     or exists (select from jsonb_object_keys(p_answers) as key where not exists (select from jsonb_array_elements(p_fields) as f where f ->> 'key' = key)) then
    perform private.fail(422, 'invalid_input', '{"rule": "answers"}');
  end if;
  for v_field in select value from jsonb_array_elements(p_fields) loop
    v_value := p_answers -> (v_field ->> 'key');
    if v_value is not null then
      if private.fits_form_field(v_field, v_value) is not true then perform private.fail(422, 'invalid_input', jsonb_build_object('rule', v_field -> 'key')); end if;
    elsif p_complete and (v_field ->> 'required')::boolean and private.is_asked(v_field, p_answers) and not v_field ->> 'key' = any (p_files) then
      perform private.fail(422, 'form_incomplete', jsonb_build_object('field', v_field -> 'key'));
    end if;
  end loop;
end $$;

/* The check-in of a booking as its customer and the desk see it: {form, version, names, fields, answers, submitted_at, open, files}; null where nothing is asked. */
create function private.checkin_facts(p_reservation public.reservations) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('form_id', v.form_id, 'version', v.version, 'names', f.names, 'fields', v.fields, 'answers', coalesce(s.answers, '{}'),
    'submitted_at', s.submitted_at, 'open', private.checkin_open(p_reservation),
    'files', (select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'field', x.field, 'kind', x.kind, 'content_type', x.content_type, 'bytes', x.bytes, 'purged', x.purged_at is not null)
        order by x.created_at), '[]') from public.form_files x where x.company_id = s.company_id and x.submission_id = s.id))
  from private.form_for(p_reservation) v
  join public.forms f on f.company_id = v.company_id and f.id = v.form_id
  left join public.form_submissions s on s.company_id = v.company_id and s.reservation_id = p_reservation.id
$$;

/* The check-in by the private link; null for a wrong token or where nothing is asked. */
create function public.checkin_by_token(p_slug text, p_token text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select private.checkin_facts(r) from private.find_link(p_slug, p_token) l
  join public.reservations r on r.company_id = l.company_id and r.id = l.reservation_id
$$;

/* The row answers are written to, begun with the present version of the form. Raises 404 `not_found`, 409 `checkin_closed`. */
create function private.open_submission(p_company uuid, p_reservation uuid) returns public.form_submissions
language plpgsql security definer set search_path = '' as $$
declare
  v_reservation public.reservations;
  v_row public.form_submissions;
begin
  -- One at a time, so that two tabs begin one.
  select * into v_reservation from public.reservations where company_id = p_company and id = p_reservation for no key update;
  if not found then perform private.fail(404, 'not_found'); end if;
  if not private.checkin_open(v_reservation) then perform private.fail(409, 'checkin_closed'); end if;
  insert into public.form_submissions (company_id, form_id, version, reservation_id)
  select p_company, v.form_id, v.version, p_reservation from private.form_for(v_reservation) v
  on conflict (company_id, reservation_id) do nothing;
  select * into v_row from public.form_submissions where company_id = p_company and reservation_id = p_reservation;
  if not found then perform private.fail(404, 'not_found'); end if;
  return v_row;
end $$;

/*
 * Keeps the customer's answers as far as they are; p_submit: they are done, and what must be answered is. Answers may be mended until pickup.
 * Returns the check-in. Raises 404 `link_expired` · `not_found`, 409 `checkin_closed`, 422 `form_incomplete` · `invalid_input`.
 */
create function public.save_checkin_by_token(p_slug text, p_token text, p_answers jsonb, p_submit boolean default false) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_link public.access_links := private.open_link(p_slug, p_token);
  v_row public.form_submissions := private.open_submission(v_link.company_id, v_link.reservation_id);
begin
  perform private.check_answers(v.fields, p_answers, array(select x.field from public.form_files x where x.company_id = v_row.company_id and x.submission_id = v_row.id and x.purged_at is null), p_submit)
  from public.form_versions v where v.company_id = v_row.company_id and v.form_id = v_row.form_id and v.version = v_row.version;
  update public.form_submissions set answers = p_answers, submitted_at = case when p_submit then coalesce(submitted_at, now()) else submitted_at end
  where company_id = v_row.company_id and id = v_row.id;
  return public.checkin_by_token(p_slug, p_token);
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;
grant execute on function public.checkin_by_token(text, text), public.save_checkin_by_token(text, text, jsonb, boolean) to anon, authenticated;

/*
 * Records a file our machine has drawn anew and stored for a booking's check-in; a new signature takes the place of the old one. Returns {id, replaced: paths
 * that can go}. Raises 404 `not_found`, 409 `checkin_closed` · `too_many_files`, 422 `invalid_input`.
 */
create function public.add_form_file(p_company_id uuid, p_reservation_id uuid, p_field text, p_storage_path text, p_content_type text, p_bytes int, p_sha256 text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_row public.form_submissions := private.open_submission(p_company_id, p_reservation_id);
  v_kind text := (select f ->> 'kind' from public.form_versions v, jsonb_array_elements(v.fields) as f
    where v.company_id = p_company_id and v.form_id = v_row.form_id and v.version = v_row.version and f ->> 'key' = p_field);
  v_replaced text[] := '{}';
  v_id uuid;
begin
  if (v_kind in ('file', 'identity', 'signature')) is not true or (v_kind <> 'file' and p_content_type <> 'image/jpeg') then
    perform private.fail(422, 'invalid_input', '{"rule": "field"}');
  end if;
  if v_kind = 'signature' then
    with gone as (delete from public.form_files where company_id = p_company_id and submission_id = v_row.id and field = p_field returning storage_path)
    select coalesce(array_agg(storage_path), '{}') into v_replaced from gone;
  elsif (select count(*) >= 6 from public.form_files where company_id = p_company_id and submission_id = v_row.id and field = p_field) then
    perform private.fail(409, 'too_many_files', '{"most": 6}');
  end if;
  insert into public.form_files (company_id, submission_id, field, kind, content_type, bytes, sha256, storage_path)
  values (p_company_id, v_row.id, p_field, v_kind, p_content_type, p_bytes, p_sha256, p_storage_path) returning id into v_id;
  return jsonb_build_object('id', v_id, 'replaced', to_jsonb(v_replaced));
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;

/* Takes a file out of a booking's check-in; returns where it lies. Raises 404 `not_found`, 409 `checkin_closed`. */
create function public.remove_form_file(p_company_id uuid, p_reservation_id uuid, p_file_id uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare
  v_row public.form_submissions := private.open_submission(p_company_id, p_reservation_id);
  v_path text;
begin
  delete from public.form_files where company_id = p_company_id and submission_id = v_row.id and id = p_file_id returning storage_path into v_path;
  if not found then perform private.fail(404, 'not_found'); end if;
  return v_path;
end $$;

/* Where a file of a booking's check-in lies, for its own customer; null where there is none. */
create function public.form_file_path(p_company_id uuid, p_reservation_id uuid, p_file_id uuid) returns text
language sql stable security definer set search_path = '' as $$
  select x.storage_path from public.form_files x join public.form_submissions s on s.company_id = x.company_id and s.id = x.submission_id
  where x.company_id = p_company_id and s.reservation_id = p_reservation_id and x.id = p_file_id and x.purged_at is null
$$;

/*
 * Files whose time is over, the longest overdue first: pictures of identity ninety days after the rental ended or the booking fell through, and
 * everything of customers who were forgotten.
 */
create function public.due_form_files(p_limit int default 100) returns table (company_id uuid, id uuid, storage_path text)
language sql stable security definer set search_path = '' as $$
  select x.company_id, x.id, x.storage_path
  from public.form_files x
  join public.form_submissions s on s.company_id = x.company_id and s.id = x.submission_id
  join public.reservations r on r.company_id = s.company_id and r.id = s.reservation_id
  join public.customers k on k.company_id = r.company_id and k.id = r.customer_id
  left join public.contracts c on c.company_id = r.company_id and c.reservation_id = r.id and c.status <> 'cancelled'
  where x.purged_at is null and (k.erased_at is not null or x.kind = 'identity' and case
    when c.id is not null then c.closed_at
    when r.status in ('cancelled', 'no_show', 'expired') then r.updated_at
    when r.status <> 'converted' then r.ends_at end < now() - interval '90 days')
  order by x.created_at, x.id limit least(greatest(p_limit, 1), 500)
$$;

/* Notes that a file is gone. Only what is due counts; safe to repeat. */
create function public.mark_form_file_purged(p_company_id uuid, p_id uuid) returns void
language sql security definer set search_path = '' as $$
  update public.form_files x set purged_at = now()
  where x.company_id = p_company_id and x.id = p_id and exists (select from public.due_form_files(500) d where d.company_id = p_company_id and d.id = x.id)
$$;
grant execute on function public.add_form_file(uuid, uuid, text, text, text, int, text), public.remove_form_file(uuid, uuid, uuid),
  public.form_file_path(uuid, uuid, uuid), public.due_form_files(int), public.mark_form_file_purged(uuid, uuid) to service_role;

/* The check-in of a reservation for the desk and the handover; null where nothing is asked. Raises 404 `not_found`. */
create function public.reservation_checkin(p_reservation_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('reservations.see');
  v_row public.reservations;
begin
  select * into v_row from public.reservations where company_id = v_company and id = p_reservation_id;
  if not found then perform private.fail(404, 'not_found'); end if;
  return private.checkin_facts(v_row);
end $$;

/* Notes in the trail that the caller looks at a file of a check-in; returns where it lies. Raises 404 `not_found` when there is none (any more). */
create function public.note_form_file_view(p_form_file_id uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('contracts.see');
  v_path text := (select storage_path from public.form_files where company_id = v_company and id = p_form_file_id and purged_at is null);
begin
  if v_path is null then perform private.fail(404, 'not_found'); end if;
  insert into public.audit_log (company_id, actor_user_id, actor_kind, table_name, record_id, action)
  values (v_company, auth.uid(), 'user', 'form_files', p_form_file_id::text, 'read');
  return v_path;
end $$;
grant execute on function public.reservation_checkin(uuid), public.note_form_file_view(uuid) to authenticated;
