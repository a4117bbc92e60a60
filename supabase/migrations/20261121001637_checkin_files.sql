-- Files of a check-in: licences, papers, signatures; kept apart, looked at with a trace, deleted when their time is over.

-- No policy for anybody: files of a check-in are reached through note_form_file_view alone.
insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types) values
  ('checkin', 'checkin', false, 15728640, array['image/jpeg', 'application/pdf'])
on conflict (id) do nothing;

/* Takes files out of what is being written: what was submitted stands until it is submitted anew, the rest is gone. Returns the paths that can go. */
create function private.take_out_files(p_files public.form_files[]) returns text[]
language sql security definer set search_path = '' as $$
  update public.form_files x set removed = true from unnest(p_files) as f where x.company_id = f.company_id and x.id = f.id and x.submitted;
  with gone as (delete from public.form_files x using unnest(p_files) as f where x.company_id = f.company_id and x.id = f.id and not x.submitted returning x.storage_path)
  select coalesce(array_agg(storage_path), '{}') from gone;
$$;

/*
 * Records a file our machine has drawn anew and stored for a booking's check-in; a new signature takes the place of the old one. Returns {id, replaced: paths
 * that can go}. Raises 404 `not_found`, 409 `checkin_closed` · `too_many_files`, 422 `invalid_input` · `photo_only`.
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
  if (v_kind in ('file', 'identity', 'signature')) is not true then perform private.fail(422, 'invalid_input', '{"rule": "field"}'); end if;
  if v_kind <> 'file' and p_content_type <> 'image/jpeg' then perform private.fail(422, 'photo_only'); end if;
  if v_kind = 'signature' then
    v_replaced := private.take_out_files(array(select x from public.form_files x where x.company_id = p_company_id and x.submission_id = v_row.id and x.field = p_field));
  elsif (select count(*) >= 6 from public.form_files where company_id = p_company_id and submission_id = v_row.id and field = p_field and not removed) then
    perform private.fail(409, 'too_many_files', '{"most": 6}');
  end if;
  insert into public.form_files (company_id, submission_id, field, kind, content_type, bytes, sha256, storage_path)
  values (p_company_id, v_row.id, p_field, v_kind, p_content_type, p_bytes, p_sha256, p_storage_path) returning id into v_id;
  return jsonb_build_object('id', v_id, 'replaced', to_jsonb(v_replaced));
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;

/* Takes a file out of a booking's check-in; returns the paths that can go. Raises 404 `not_found`, 409 `checkin_closed`. */
create function public.remove_form_file(p_company_id uuid, p_reservation_id uuid, p_file_id uuid) returns text[]
language plpgsql security definer set search_path = '' as $$
declare
  v_row public.form_submissions := private.open_submission(p_company_id, p_reservation_id);
  v_file public.form_files;
begin
  select * into v_file from public.form_files where company_id = p_company_id and submission_id = v_row.id and id = p_file_id and not removed;
  if not found then perform private.fail(404, 'not_found'); end if;
  return private.take_out_files(array[v_file]);
end $$;

/* Where a file of a booking's check-in lies, for its own customer; null where there is none. */
create function public.form_file_path(p_company_id uuid, p_reservation_id uuid, p_file_id uuid) returns text
language sql stable security definer set search_path = '' as $$
  select x.storage_path from public.form_files x join public.form_submissions s on s.company_id = x.company_id and s.id = x.submission_id
  where x.company_id = p_company_id and s.reservation_id = p_reservation_id and x.id = p_file_id and x.purged_at is null
$$;

/*
 * Files whose time is over, the longest overdue first: pictures of identity ninety days after the rental ended or the booking fell through, what was taken out of
 * a check-in that was submitted anew, and everything of customers who were forgotten.
 */
create function public.due_form_files(p_limit int default 100) returns table (company_id uuid, id uuid, storage_path text)
language sql stable security definer set search_path = '' as $$
  select x.company_id, x.id, x.storage_path
  from public.form_files x
  join public.form_submissions s on s.company_id = x.company_id and s.id = x.submission_id
  join public.reservations r on r.company_id = s.company_id and r.id = s.reservation_id
  join public.customers k on k.company_id = r.company_id and k.id = r.customer_id
  left join public.contracts c on c.company_id = r.company_id and c.reservation_id = r.id and c.status <> 'cancelled'
  where x.purged_at is null and (k.erased_at is not null or x.removed and not x.submitted or x.kind = 'identity' and case
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
grant execute on function public.note_form_file_view(uuid) to authenticated;
