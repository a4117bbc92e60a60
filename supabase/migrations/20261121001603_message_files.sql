-- Photos and papers that come and go with messages: kept apart, opened by an address that lasts minutes, deleted when their time is over.
create table public.message_files (
  company_id     uuid not null references public.companies (id),
  id             uuid not null default gen_random_uuid(),
  customer_id    uuid not null,
  message_id     uuid,
  added_by       uuid references public.profiles (user_id),
  name           text check (length(name) between 1 and 120 and name !~ '[[:cntrl:]]'),
  status         text not null check (status in ('awaited', 'kept', 'refused', 'deleted')),
  refusal        text check (refusal in ('kind', 'size', 'gone', 'storage')),
  source         jsonb check (octet_length(source::text) <= 2000),
  content_type   text check (content_type in ('image/jpeg', 'application/pdf')),
  bytes          int check (bytes between 1 and 15728640),
  storage_path   text,
  thumbnail_path text,
  created_at     timestamptz not null default now(),
  updated_at     timestamptz not null default now(),
  primary key (company_id, id),
  foreign key (company_id, customer_id) references public.customers (company_id, id),
  foreign key (company_id, message_id) references public.messages (company_id, id) on delete cascade,
  check ((status = 'kept') = (storage_path is not null) and (status = 'kept') <= (content_type is not null and bytes is not null)),
  check ((status = 'awaited') = (source is not null)),
  check ((status = 'refused') = (refusal is not null)),
  check (storage_path like company_id || '/messages/%' and thumbnail_path like company_id || '/messages/%')
);
comment on table public.message_files is 'Without a message until it is sent. added_by: our member; nobody: the customer. source: where our worker fetches what came in.';
create index message_files_customer on public.message_files (company_id, customer_id);
create index message_files_message on public.message_files (company_id, message_id);
create index message_files_added_by on public.message_files (added_by);
create index message_files_path on public.message_files (storage_path);
create index message_files_thumbnail on public.message_files (thumbnail_path);
create index message_files_size on public.message_files (company_id) include (bytes) where status = 'kept';
select private.guard_tenant_table('public.message_files', false);
create policy "members see which files came and went with messages" on public.message_files for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('customers.see')));
grant select (company_id, id, customer_id, message_id, added_by, name, status, refusal, content_type, bytes, created_at) on public.message_files to authenticated;

-- No policy for anybody: these files are reached through our own machine alone.
insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types) values
  ('messages', 'messages', false, 15728640, array['image/jpeg', 'application/pdf'])
on conflict (id) do nothing;

/* A message's files as a screen shows them. */
create function private.files_of_message(p_company uuid, p_message uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'status', f.status, 'refusal', f.refusal, 'content_type', f.content_type, 'bytes', f.bytes)
    order by f.created_at, f.id), '[]')
  from public.message_files f where f.company_id = p_company and f.message_id = p_message
$$;

/*
 * Records a file our machine has drawn anew and stored, to be sent with the next message: of a member, or of a booking's customer. Twenty may wait for
 * one. Raises 404 `not_found`, 409 `too_many_files` · `quota_reached`, 422 `invalid_input`.
 */
create function public.add_message_file(p_company_id uuid, p_id uuid, p_name text, p_content_type text, p_bytes int, p_storage_path text, p_thumbnail_path text,
  p_customer_id uuid default null, p_member_id uuid default null, p_reservation_id uuid default null) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_customer uuid := coalesce(p_customer_id, (select customer_id from public.reservations where company_id = p_company_id and id = p_reservation_id));
begin
  perform from public.customers where company_id = p_company_id and id = v_customer and erased_at is null for key share;
  if not found then perform private.fail(404, 'not_found'); end if;
  if (select count(*) >= 20 from public.message_files where company_id = p_company_id and customer_id = v_customer and message_id is null
      and added_by is not distinct from p_member_id) then
    perform private.fail(409, 'too_many_files', '{"most": 20}');
  end if;
  insert into public.message_files (company_id, id, customer_id, added_by, name, status, content_type, bytes, storage_path, thumbnail_path)
  values (p_company_id, p_id, v_customer, p_member_id, p_name, 'kept', p_content_type, p_bytes, p_storage_path, p_thumbnail_path);
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;

/* Hangs files that wait for it on a message: those of whoever writes it, all or none. Raises 422 `invalid_input`. */
create function private.attach_files(p_message public.messages, p_files uuid[]) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_attached int;
begin
  update public.message_files set message_id = p_message.id
  where company_id = p_message.company_id and id = any (p_files) and customer_id = p_message.customer_id and message_id is null and status = 'kept'
    and added_by is not distinct from p_message.author_id;
  get diagnostics v_attached = row_count;
  if v_attached <> cardinality(p_files) then perform private.fail(422, 'invalid_input', '{"rule": "files"}'); end if;
end $$;

/* Notes the files of a message that came in, [{name, source}], ten at most; our worker fetches each. */
create function private.await_files(p_message public.messages, p_files jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_file jsonb;
  v_id uuid;
begin
  for v_file in select f from jsonb_array_elements(p_files) with ordinality as x (f, place) order by place limit 10 loop
    insert into public.message_files (company_id, customer_id, message_id, name, status, source, created_at)
    values (p_message.company_id, p_message.customer_id, p_message.id, v_file ->> 'name', 'awaited', v_file -> 'source', clock_timestamp()) returning id into v_id;
    perform private.enqueue(p_message.company_id, 'message.fetch_file', v_id::text, jsonb_build_object('message_id', p_message.id, 'file_id', v_id));
  end loop;
end $$;

/* Where our worker fetches a file; null when nobody waits for it any more. */
create function public.awaited_file_source(p_company_id uuid, p_message_file_id uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select source from public.message_files where company_id = p_company_id and id = p_message_file_id and status = 'awaited'
$$;

/* Notes that a fetched file is stored; false when it cannot stay: nobody waits for it any more, or the plan has no room. Safe to repeat. */
create function public.keep_message_file(p_company_id uuid, p_message_file_id uuid, p_content_type text, p_bytes int, p_storage_path text, p_thumbnail_path text) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  v_fits boolean := private.fits_plan(p_company_id, 'storage_bytes', p_bytes);
begin
  update public.message_files set source = null, status = case when v_fits then 'kept' else 'refused' end, refusal = case when not v_fits then 'storage' end,
    content_type = p_content_type, bytes = p_bytes, storage_path = case when v_fits then p_storage_path end, thumbnail_path = case when v_fits then p_thumbnail_path end
  where company_id = p_company_id and id = p_message_file_id and status = 'awaited';
  return exists (select from public.message_files where company_id = p_company_id and id = p_message_file_id and status = 'kept');
end $$;

/* Gives up a file that cannot be kept, saying why. Safe to repeat. */
create function public.refuse_message_file(p_company_id uuid, p_message_file_id uuid, p_refusal text) returns void
language sql security definer set search_path = '' as $$
  update public.message_files set source = null, status = 'refused', refusal = p_refusal
  where company_id = p_company_id and id = p_message_file_id and status = 'awaited'
$$;

/* What goes out with a message: [{id, name, content_type, bytes, storage_path}]. */
create function public.files_to_send(p_company_id uuid, p_message_id uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'content_type', f.content_type, 'bytes', f.bytes, 'storage_path', f.storage_path)
    order by f.created_at, f.id), '[]')
  from public.message_files f where f.company_id = p_company_id and f.message_id = p_message_id and f.status = 'kept'
$$;

/* Where a file lies that stands in a booking's conversation, for its own customer; null where there is none. */
create function public.own_message_file_path(p_company_id uuid, p_reservation_id uuid, p_message_file_id uuid, p_thumbnail boolean default false) returns text
language sql stable security definer set search_path = '' as $$
  select case when p_thumbnail then f.thumbnail_path else f.storage_path end
  from public.message_files f join public.messages m on m.company_id = f.company_id and m.id = f.message_id
  where f.company_id = p_company_id and f.id = p_message_file_id and m.reservation_id = p_reservation_id and m.template = 'written'
$$;

/*
 * Where a file of a conversation lies, for those who may answer in it; that it was opened is noted in the trail, for it may show a paper or a face.
 * Raises 404 `not_found` when there is none (any more).
 */
create function public.open_message_file(p_message_file_id uuid, p_thumbnail boolean default false) returns text
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('reservations.edit');
  v_path text := (select case when p_thumbnail then thumbnail_path else storage_path end from public.message_files
    where company_id = v_company and id = p_message_file_id and (message_id is not null or added_by = auth.uid()));
begin
  if v_path is null then perform private.fail(404, 'not_found'); end if;
  if not p_thumbnail then
    insert into public.audit_log (company_id, actor_user_id, actor_kind, table_name, record_id, action)
    values (v_company, auth.uid(), 'user', 'message_files', p_message_file_id::text, 'read');
  end if;
  return v_path;
end $$;
grant execute on function public.open_message_file(uuid, boolean) to authenticated;

/* Files in the storage that no row speaks of (any more): left by a worker that died, or of customers who were forgotten. An hour is longer than any upload. */
create function public.stray_message_files(p_limit int default 100) returns table (path text, stored_at timestamptz)
language sql stable security definer set search_path = '' as $$
  select o.name, o.created_at from storage.objects o
  where o.bucket_id = 'messages' and o.created_at < now() - interval '1 hour'
    and not exists (select from public.message_files f where f.storage_path = o.name) and not exists (select from public.message_files f where f.thumbnail_path = o.name)
  order by o.created_at limit least(greatest(p_limit, 1), 500)
$$;
grant execute on function public.add_message_file(uuid, uuid, text, text, int, text, text, uuid, uuid, uuid), public.awaited_file_source(uuid, uuid),
  public.keep_message_file(uuid, uuid, text, int, text, text), public.refuse_message_file(uuid, uuid, text), public.files_to_send(uuid, uuid),
  public.own_message_file_path(uuid, uuid, uuid, boolean), public.stray_message_files(int) to service_role;
