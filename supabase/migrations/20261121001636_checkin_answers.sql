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
grant execute on function public.reservation_checkin(uuid) to authenticated;
