-- What repairing a damage usually costs: by kind, by the part of the vehicle, by how bad it is.
create table public.damage_prices (
  company_id    uuid not null references public.companies (id),
  id            uuid not null default gen_random_uuid(),
  kind          text not null check (kind in ('scratch', 'dent', 'crack', 'chip', 'missing', 'stain', 'other')),
  view          text check (view in ('front', 'rear', 'left', 'right', 'roof', 'interior')),
  minor_rappen  bigint check (minor_rappen between 0 and 100000000),
  medium_rappen bigint check (medium_rappen between 0 and 100000000),
  major_rappen  bigint check (major_rappen between 0 and 100000000),
  created_at    timestamptz not null default now(),
  updated_at    timestamptz not null default now(),
  primary key (company_id, id),
  constraint damage_prices_once unique nulls not distinct (company_id, kind, view),
  constraint damage_prices_not_empty check (coalesce(minor_rappen, medium_rappen, major_rappen) is not null)
);
comment on table public.damage_prices is 'Without a view it holds for every part that has no price of its own; an amount that is null has to be assessed.';
select private.guard_tenant_table('public.damage_prices');
create policy "members see damage prices" on public.damage_prices for select to authenticated using (company_id = (select private.company_id()));
create policy "damage prices are edited by those who may" on public.damage_prices for update to authenticated
  using (company_id = (select private.company_id()) and (select private.can('settings.edit')))
  with check (company_id = (select private.company_id()) and (select private.can('settings.edit')));
create policy "damage prices are added by those who may" on public.damage_prices for insert to authenticated
  with check (company_id = (select private.company_id()) and (select private.can('settings.edit')));
grant select, insert (company_id, kind, view, minor_rappen, medium_rappen, major_rappen),
  update (kind, view, minor_rappen, medium_rappen, major_rappen) on public.damage_prices to authenticated;

/* Takes a price off the list; marks keep what they were estimated at. Raises 404 `not_found`. */
create function public.remove_damage_price(p_damage_price_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('settings.edit');
begin
  delete from public.damage_prices where company_id = v_company and id = p_damage_price_id;
  if not found then perform private.fail(404, 'not_found'); end if;
end $$;
grant execute on function public.remove_damage_price(uuid) to authenticated;
