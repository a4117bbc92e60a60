-- What customers answer to check-in forms: written in the portal, read at the desk and at the handover.

/* The version of a form that a booking answers: the one it has begun, else the present one of the form for its category. No row where nothing is asked. */
create function private.form_for(p_reservation public.reservations) returns setof public.form_versions
language sql stable security definer set search_path = '' as $$
  select v.* from (
    select s.form_id, s.version, 0 as turn, s.created_at from public.form_submissions s where s.company_id = p_reservation.company_id and s.reservation_id = p_reservation.id
    union all
    select f.id, f.version, 1 + (f.category_ids = '{}')::int * 4 + (f.sources = '{}')::int * 2 + (f.languages = '{}')::int, f.created_at from public.forms f
    where f.company_id = p_reservation.company_id and f.active and (f.category_ids = '{}' or p_reservation.category_id = any (f.category_ids))
      and (f.sources = '{}' or p_reservation.source = any (f.sources)) and (f.languages = '{}' or p_reservation.locale = any (f.languages))
  ) as asked join public.form_versions v on v.company_id = p_reservation.company_id and v.form_id = asked.form_id and v.version = asked.version
  order by asked.turn, asked.created_at limit 1
$$;

/* Whether a booking's customer is asked to check in and has not. */
create function private.owes_checkin(p_reservation public.reservations) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from private.form_for(p_reservation)) and not exists (select from public.form_submissions s
    where s.company_id = p_reservation.company_id and s.reservation_id = p_reservation.id and s.submitted_at is not null)
$$;

/* Whether answers can still be written: until the vehicle is handed over. */
create function private.checkin_open(p_reservation public.reservations) returns boolean
language sql stable security definer set search_path = '' as $$
  select p_reservation.status = 'confirmed' or p_reservation.status = 'converted' and exists (
    select from public.contracts c where c.company_id = p_reservation.company_id and c.reservation_id = p_reservation.id and c.status = 'draft')
$$;

/* Whether something was written after it was submitted. */
create function private.is_changed(p_submission public.form_submissions) returns boolean
language sql stable security definer set search_path = '' as $$
  select p_submission.submitted_at is not null and (p_submission.draft <> p_submission.answers or exists (select from public.form_files x
    where x.company_id = p_submission.company_id and x.submission_id = p_submission.id and x.submitted = x.removed))
$$;

/* Where a booking's check-in stands: 'open', 'held' before the booking is paid, 'handed_over' with the vehicle, or 'over' for a booking that fell through. */
create function private.checkin_standing(p_reservation public.reservations) returns text
language sql stable security definer set search_path = '' as $$
  select case
    when private.checkin_open(p_reservation) then 'open'
    when p_reservation.status = 'pending' and exists (select from public.allocations a
      where a.company_id = p_reservation.company_id and a.source_id = p_reservation.id and a.active and a.expires_at > now()) then 'held'
    when p_reservation.status = 'converted' then 'handed_over'
    else 'over' end
$$;

/* The keys of the fields that are asked, given the answers so far; an answer to a field that is not asked itself has no say in those after it. */
create function private.asked_fields(p_fields jsonb, p_answers jsonb) returns text[]
language plpgsql immutable set search_path = '' as $$
declare
  v_asked text[] := '{}';
  v_field jsonb;
  v_given jsonb;
begin
  for v_field in select value from jsonb_array_elements(p_fields) loop
    v_given := p_answers -> (v_field #>> '{when,field}');
    if v_field -> 'when' is null or v_field #>> '{when,field}' = any (v_asked)
      and (case jsonb_typeof(v_given) when 'array' then v_given ? (v_field #>> '{when,is}') else v_given #>> '{}' = v_field #>> '{when,is}' end)
    then
      v_asked := v_asked || (v_field ->> 'key');
    end if;
  end loop;
  return v_asked;
end $$;

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

/* Raises 422 `below_least` · `above_most` with the field and the bound for a number or a day out of bounds. */
create function private.check_bounds(p_field jsonb, p_value jsonb) returns void
language plpgsql stable set search_path = '' as $$
declare
  -- Days are written so that they compare as texts.
  v_bounds jsonb := case p_field ->> 'kind'
    when 'number' then jsonb_build_object('least', coalesce(p_field -> 'least', '0'), 'most', p_field -> 'most')
    when 'date' then '{"least": "1900-01-01", "most": "2200-12-31"}' end;
begin
  if p_value < v_bounds -> 'least' then
    perform private.fail(422, 'below_least', jsonb_build_object('field', p_field -> 'key', 'least', v_bounds -> 'least'));
  elsif p_value > nullif(v_bounds -> 'most', 'null') then
    perform private.fail(422, 'above_most', jsonb_build_object('field', p_field -> 'key', 'most', v_bounds -> 'most'));
  end if;
end $$;

/*
 * Checks changed answers, where null takes one back. Raises 422 `invalid_input` for an answer nobody asked for or of another kind, `below_least` · `above_most`.
 */
create function private.check_answers(p_fields jsonb, p_changes jsonb) returns void
language plpgsql stable set search_path = '' as $$
declare
  v_change record;
  v_field jsonb;
begin
  if jsonb_typeof(p_changes) is distinct from 'object' then perform private.fail(422, 'invalid_input', '{"rule": "answers"}'); end if;
  for v_change in select key, value from jsonb_each(p_changes) loop
    v_field := (select f from jsonb_array_elements(p_fields) as f where f ->> 'key' = v_change.key);
    if v_field is null then perform private.fail(422, 'invalid_input', '{"rule": "answers"}'); end if;
    continue when v_change.value = 'null';
    if private.fits_form_field(v_field, v_change.value) is not true then perform private.fail(422, 'invalid_input', jsonb_build_object('field', v_field -> 'key')); end if;
    perform private.check_bounds(v_field, v_change.value);
  end loop;
end $$;

/*
 * The check-in of a booking: {form_id, version, titles, fields, answers, submitted_at, standing, changed, files}; null where nothing is asked. Once submitted, the
 * desk reads what was submitted; the customer (p_own) what they are writing, while they can. changed: they have written something else since.
 */
create function private.checkin_facts(p_reservation public.reservations, p_own boolean) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('form_id', v.form_id, 'version', v.version, 'titles', v.titles, 'fields', v.fields, 'answers', coalesce(case when w.writing then s.draft else s.answers end, '{}'),
    'submitted_at', s.submitted_at, 'standing', private.checkin_standing(p_reservation), 'changed', private.is_changed(s),
    'files', (select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'field', x.field, 'kind', x.kind, 'content_type', x.content_type, 'bytes', x.bytes, 'purged', x.purged_at is not null)
        order by x.created_at), '[]') from public.form_files x where x.company_id = s.company_id and x.submission_id = s.id and case when w.writing then not x.removed else x.submitted end))
  from private.form_for(p_reservation) v
  left join public.form_submissions s on s.company_id = v.company_id and s.reservation_id = p_reservation.id
  cross join lateral (select s.submitted_at is null or p_own and private.checkin_open(p_reservation) as writing) as w
$$;

/* The check-in by the private link; null for a wrong token or where nothing is asked. */
create function public.checkin_by_token(p_slug text, p_token text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select private.checkin_facts(r, true) from private.find_link(p_slug, p_token) l
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
 * Takes what is written as what the customer says, with their files: all that must be answered is, and what is not asked is let go. Raises 422 `form_incomplete`
 * with the fields that are missing.
 */
create function private.submit_checkin(p_submission public.form_submissions, p_fields jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_asked text[] := private.asked_fields(p_fields, p_submission.draft);
  v_answers jsonb := (select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(p_submission.draft) where key = any (v_asked));
  v_missing jsonb := (select jsonb_agg(field -> 'key' order by place) from jsonb_array_elements(p_fields) with ordinality as f (field, place)
    where (field ->> 'required')::boolean and field ->> 'key' = any (v_asked) and not v_answers ? (field ->> 'key') and not exists (select from public.form_files x
      where x.company_id = p_submission.company_id and x.submission_id = p_submission.id and x.field = f.field ->> 'key' and not x.removed and x.purged_at is null));
begin
  if v_missing is not null then perform private.fail(422, 'form_incomplete', jsonb_build_object('missing', v_missing)); end if;
  update public.form_files set removed = removed or not field = any (v_asked), submitted = not removed and field = any (v_asked)
  where company_id = p_submission.company_id and submission_id = p_submission.id;
  update public.form_submissions set draft = v_answers, answers = v_answers, submitted_at = now() where company_id = p_submission.company_id and id = p_submission.id;
end $$;

/*
 * Keeps the answers that were changed, null for one that was taken back; nothing else is touched, whoever writes elsewhere. p_submit: the customer is done. What was
 * submitted stands until it is submitted anew, which can be done until pickup. Returns the check-in.
 * Raises 404 `link_expired` · `not_found`, 409 `checkin_closed`, 422 `form_incomplete` · `invalid_input` · `below_least` · `above_most`.
 */
create function public.save_checkin_by_token(p_slug text, p_token text, p_changes jsonb, p_submit boolean default false) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_link public.access_links := private.open_link(p_slug, p_token);
  v_row public.form_submissions := private.open_submission(v_link.company_id, v_link.reservation_id);
  v_fields jsonb := (select v.fields from public.form_versions v where v.company_id = v_row.company_id and v.form_id = v_row.form_id and v.version = v_row.version);
begin
  perform private.check_answers(v_fields, p_changes);
  update public.form_submissions set draft = jsonb_strip_nulls(draft || p_changes) where company_id = v_row.company_id and id = v_row.id returning * into v_row;
  if p_submit then perform private.submit_checkin(v_row, v_fields); end if;
  return public.checkin_by_token(p_slug, p_token);
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;
grant execute on function public.checkin_by_token(text, text), public.save_checkin_by_token(text, text, jsonb, boolean) to anon, authenticated;

/* The check-in of a reservation for the desk and the handover; null where nothing is asked. Raises 404 `not_found`. */
create function public.reservation_checkin(p_reservation_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('reservations.see');
  v_row public.reservations;
begin
  select * into v_row from public.reservations where company_id = v_company and id = p_reservation_id;
  if not found then perform private.fail(404, 'not_found'); end if;
  return private.checkin_facts(v_row, false);
end $$;
grant execute on function public.reservation_checkin(uuid) to authenticated;
