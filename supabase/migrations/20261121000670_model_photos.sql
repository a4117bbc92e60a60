-- A photo for each model of a fleet: what customers see of a vehicle before it stands in front of them.

create table public.model_photos (
  company_id uuid not null references public.companies (id),
  id         uuid not null default gen_random_uuid(),
  make       text not null check (length(btrim(make)) between 1 and 60 and make !~ '[[:cntrl:]]'),
  model      text not null check (length(btrim(model)) between 1 and 80 and model !~ '[[:cntrl:]]'),
  file       text not null check (file ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'),
  width      int not null check (width between 1 and 4000),
  height     int not null check (height between 1 and 4000),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, make, model)
);
comment on table public.model_photos is 'Shown for every vehicle of that make and model; files are {company}/branding/{file}-{width}.';
select private.guard_tenant_table('public.model_photos');
create policy "members see the photos of their models" on public.model_photos for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('fleet.see')));
grant select on public.model_photos to authenticated;

/* Puts a stored photo to the model of a vehicle, or takes it away where no file is given. Raises 404 `not_found`, 422 `invalid_input`. */
create function public.set_model_photo(p_vehicle_id uuid, p_file text default null, p_width int default null, p_height int default null) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('fleet.edit');
  v_vehicle public.vehicles;
begin
  select * into v_vehicle from public.vehicles where company_id = v_company and id = p_vehicle_id;
  if not found then perform private.fail(404, 'not_found'); end if;
  if p_file is null then
    delete from public.model_photos where company_id = v_company and make = v_vehicle.make and model = v_vehicle.model;
    return;
  end if;
  insert into public.model_photos (company_id, make, model, file, width, height) values (v_company, v_vehicle.make, v_vehicle.model, p_file, p_width, p_height)
  on conflict (company_id, make, model) do update set file = excluded.file, width = excluded.width, height = excluded.height;
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;
grant execute on function public.set_model_photo(uuid, text, int, int) to authenticated;

/* The photo of a model, {company_id, file, width, height}; null without one. */
create function private.model_photo(p_company uuid, p_make text, p_model text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('company_id', p.company_id, 'file', p.file, 'width', p.width, 'height', p.height) from public.model_photos p
  where p.company_id = p_company and p.make = p_make and p.model = p_model
$$;

create policy "those who edit the fleet add photos of its models" on storage.objects for insert to authenticated
  with check (bucket_id = 'branding' and (storage.foldername(name))[1] = (select private.company_id())::text and (select private.can_store('fleet.edit')));
