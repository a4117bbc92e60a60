-- Papers of a vehicle: registration, insurance, bills. The files lie in a private bucket under the company's folder.
insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types)
values ('fleet', 'fleet', false, 15728640, array['application/pdf', 'image/jpeg']) on conflict (id) do nothing;
create policy "those who see vehicles read their papers" on storage.objects for select to authenticated
  using (bucket_id = 'fleet' and (storage.foldername(name))[1] = (select private.company_id())::text and (select private.can('fleet.see')));
create policy "those who edit vehicles add papers" on storage.objects for insert to authenticated
  with check (bucket_id = 'fleet' and (storage.foldername(name))[1] = (select private.company_id())::text and (select private.can_store('fleet.edit')));
create policy "those who edit vehicles remove papers" on storage.objects for delete to authenticated
  using (bucket_id = 'fleet' and (storage.foldername(name))[1] = (select private.company_id())::text and (select private.can_store('fleet.edit')));

create table public.vehicle_documents (
  company_id   uuid not null references public.companies (id),
  id           uuid not null,
  vehicle_id   uuid not null,
  kind         text not null check (kind in ('registration', 'insurance', 'inspection', 'invoice', 'other')),
  name         text not null check (length(btrim(name)) between 1 and 120 and name !~ '[[:cntrl:]]'),
  storage_path text not null check (private.is_own_path(storage_path, company_id)),
  content_type text not null check (content_type in ('application/pdf', 'image/jpeg')),
  bytes        int not null check (bytes between 1 and 15728640),
  sha256       text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  uploaded_by  uuid default auth.uid(),
  created_at   timestamptz not null default now(),
  updated_at   timestamptz not null default now(),
  primary key (company_id, id),
  foreign key (company_id, vehicle_id) references public.vehicles (company_id, id)
);
create index vehicle_documents_vehicle on public.vehicle_documents (company_id, vehicle_id, created_at desc);
create index vehicle_documents_size on public.vehicle_documents (company_id) include (bytes);
select private.guard_tenant_table('public.vehicle_documents');
create policy "those who see vehicles see their papers" on public.vehicle_documents for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('fleet.see')));
grant select on public.vehicle_documents to authenticated;

/*
 * Records a paper already stored under the company's own folder; the same id twice is one paper.
 * Raises 404 `not_found`, 409 `quota_reached`, 422 `invalid_path` · `invalid_input`.
 */
create function public.add_vehicle_document(p_vehicle_id uuid, p_id uuid, p_document_kind text, p_name text, p_storage_path text, p_content_type text, p_bytes int,
  p_sha256 text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('fleet.edit');
begin
  if private.is_own_path(p_storage_path, v_company) is not true then perform private.fail(422, 'invalid_path'); end if;
  if not exists (select from public.vehicles where company_id = v_company and id = p_vehicle_id) then perform private.fail(404, 'not_found'); end if;
  insert into public.vehicle_documents (company_id, id, vehicle_id, kind, name, storage_path, content_type, bytes, sha256)
  values (v_company, p_id, p_vehicle_id, p_document_kind, btrim(p_name), p_storage_path, p_content_type, p_bytes, p_sha256)
  on conflict (company_id, id) do nothing;
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;

/* Forgets a paper; where its file lies comes back, so that it can be removed too. Raises 404 `not_found`. */
create function public.remove_vehicle_document(p_vehicle_document_id uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('fleet.edit');
  v_path text;
begin
  delete from public.vehicle_documents where company_id = v_company and id = p_vehicle_document_id returning storage_path into v_path;
  if not found then perform private.fail(404, 'not_found'); end if;
  return v_path;
end $$;
grant execute on function public.add_vehicle_document(uuid, uuid, text, text, text, text, int, text), public.remove_vehicle_document(uuid) to authenticated;
