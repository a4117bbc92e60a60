-- What the lists of the dashboard read: a view a list, flat, so that whatever a column shows can be searched and sorted by.

/* What a list looks through: the text, and where it has accents also without them and with German umlauts written out, as people type. */
create function private.findable(p_text text) returns text
language sql immutable set search_path = '' as $$
  select case when octet_length(p_text) = length(p_text) then p_text else concat_ws(' ', p_text,
    private.without_accents(p_text),
    replace(replace(replace(lower(p_text), 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue')) end
$$;
grant execute on function private.findable(text) to authenticated;
-- The views run as their reader, so the policies of the tables decide. What a list sorts by is never null: pages are cut at (sort, id).

create index reservations_ends on public.reservations (company_id, ends_at, id);
create index reservations_total on public.reservations (company_id, total_rappen, id);
create index reservations_tags on public.reservations using gin (tags);
create index customers_by_name on public.customers (company_id, name, id);
create index customers_created on public.customers (company_id, created_at, id);
create index customers_tags on public.customers using gin (tags);
create index contracts_created on public.contracts (company_id, created_at, id);
create index contracts_starts on public.contracts (company_id, coalesce(picked_up_at, starts_at), id);
create index contracts_ends on public.contracts (company_id, ends_at, id);
create index invoices_created on public.invoices (company_id, created_at, id);
create index invoices_due on public.invoices (company_id, due_on, id);
create index invoices_total on public.invoices (company_id, total_rappen, id);

create view public.reservation_list with (security_invoker = true) as
select r.company_id, r.id, r.number, r.status, r.source, r.starts_at, r.ends_at, r.created_at, r.total_rappen, r.currency, r.tags,
  r.customer_id, c.name as customer_name, (c.blocked_at is not null and (c.blocked_until is null
    or c.blocked_until >= (select (now() at time zone o.time_zone)::date from public.companies o where o.id = c.company_id))) as customer_is_blocked,
  r.vehicle_id, v.plate, v.make, v.model, r.category_id, g.names as category_names, r.pickup_location_id, l.name as pickup_location_name,
  private.findable(concat_ws(' ', r.number, c.name, c.email, c.phone, v.plate, replace(v.plate, ' ', ''), v.make, v.model, array_to_string(r.tags, ' '))) as searched
from public.reservations r
join public.customers c on c.company_id = r.company_id and c.id = r.customer_id
join public.vehicles v on v.company_id = r.company_id and v.id = r.vehicle_id
join public.vehicle_categories g on g.company_id = r.company_id and g.id = r.category_id
join public.locations l on l.company_id = r.company_id and l.id = r.pickup_location_id;

create view public.customer_list with (security_invoker = true) as
select c.company_id, c.id, c.number, c.kind, c.name, coalesce(c.email, '') as email, coalesce(c.phone, '') as phone,
  coalesce(c.postal_code, '') as postal_code, coalesce(c.town, '') as town, c.language, c.tags, (c.blocked_at is not null and (c.blocked_until is null
    or c.blocked_until >= (select (now() at time zone o.time_zone)::date from public.companies o where o.id = c.company_id))) as is_blocked, c.created_at,
  private.findable(concat_ws(' ', c.name, c.email, c.phone, c.number, c.town, array_to_string(c.tags, ' '))) as searched
from public.customers c
where c.deleted_at is null;

create view public.vehicle_list with (security_invoker = true) as
select v.company_id, v.id, v.plate, v.vin, v.make, v.model, v.model_year, v.color, v.fuel, v.transmission, v.seats, v.odometer_km, v.fuel_percent,
  v.status, v.tags, coalesce(v.inspection_due_on, 'infinity') as inspection_due_on, v.category_id, g.names as category_names,
  g.import_name as category_name, v.location_id, l.name as location_name, coalesce(r.daily_rappen, general.daily_rappen, 0) as daily_rappen, v.created_at,
  private.findable(concat_ws(' ', v.plate, replace(v.plate, ' ', ''), v.make, v.model, v.vin, array_to_string(v.tags, ' '))) as searched
from public.vehicles v
join public.vehicle_categories g on g.company_id = v.company_id and g.id = v.category_id
join public.locations l on l.company_id = v.company_id and l.id = v.location_id
left join public.rates r on r.company_id = v.company_id and r.category_id = v.category_id and r.vehicle_id = v.id
left join public.rates general on general.company_id = v.company_id and general.category_id = v.category_id and general.vehicle_id is null;

create view public.contract_list with (security_invoker = true) as
select k.company_id, k.id, k.number, k.status, k.starts_at, k.ends_at, coalesce(k.picked_up_at, k.starts_at) as out_at, coalesce(k.returned_at, k.ends_at) as over_at, k.returned_at, k.created_at, k.currency,
  (select coalesce(sum(n.amount_rappen), 0)::bigint from public.contract_lines n where n.company_id = k.company_id and n.contract_id = k.id) as total_rappen,
  k.customer_id, c.name as customer_name, k.vehicle_id, v.plate, v.make, v.model,
  private.findable(concat_ws(' ', k.number, c.name, c.email, c.phone, v.plate, replace(v.plate, ' ', ''), v.make, v.model)) as searched
from public.contracts k
join public.customers c on c.company_id = k.company_id and c.id = k.customer_id
join public.vehicles v on v.company_id = k.company_id and v.id = k.vehicle_id;

create view public.invoice_list with (security_invoker = true) as
select i.company_id, i.id, i.number, i.status, i.issued_on, i.due_on, i.total_rappen,
  case when i.status = 'void' then 0 else i.due_rappen - i.paid_rappen end as open_rappen, i.currency, i.created_at,
  i.customer_id, c.name as customer_name, i.contract_id, coalesce(k.number, '') as contract_number,
  private.findable(concat_ws(' ', i.number, c.name, c.email, c.phone, k.number, i.reference)) as searched
from public.invoices i
join public.customers c on c.company_id = i.company_id and c.id = i.customer_id
left join public.contracts k on k.company_id = i.company_id and k.id = i.contract_id
where i.status <> 'draft';

create view public.waiting_list with (security_invoker = true) as
select w.company_id, w.id, w.status, w.source, w.starts_at, w.ends_at, w.created_at, w.offered_until, w.note, w.reservation_id, r.number as reservation_number,
  w.customer_id, c.name as customer_name, c.email, c.phone, w.category_id, g.names as category_names, w.location_id, l.name as location_name, w.wanted_equipment,
  private.findable(concat_ws(' ', c.name, c.email, c.phone, w.note)) as searched
from public.waiting_entries w
join public.customers c on c.company_id = w.company_id and c.id = w.customer_id
left join public.reservations r on r.company_id = w.company_id and r.id = w.reservation_id
left join public.vehicle_categories g on g.company_id = w.company_id and g.id = w.category_id
left join public.locations l on l.company_id = w.company_id and l.id = w.location_id;
grant select on public.reservation_list, public.customer_list, public.vehicle_list, public.contract_list, public.invoice_list, public.waiting_list to authenticated;
-- Lists are read only. With a trigger a write is refused for its missing grant, instead of failing as something no view can do.
do $$
declare v_list text;
begin
  foreach v_list in array array['reservation_list', 'customer_list', 'vehicle_list', 'contract_list', 'invoice_list', 'waiting_list'] loop
    execute format('create trigger %I instead of insert or update or delete on public.%I for each row execute function private.refuse_change()', v_list || '_read_only', v_list);
  end loop;
end $$;

create table public.saved_views (
  company_id uuid not null references public.companies (id),
  id         uuid not null default gen_random_uuid(),
  owner_id   uuid not null default auth.uid() references public.profiles (user_id) on delete cascade,
  list       text not null check (list in ('reservations', 'waiting', 'customers', 'vehicles', 'contracts', 'invoices')),
  name       text not null check (length(btrim(name)) between 1 and 60 and name !~ '[[:cntrl:]]'),
  query      text not null check (length(query) <= 2000 and query !~ '[[:cntrl:]]'),
  shared     boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, owner_id, list, name)
);
create index saved_views_owner on public.saved_views (owner_id);
comment on table public.saved_views is 'Filters, sort and columns of a list under a name, as its address holds them. One''s own, or shared with the company.';
select private.guard_tenant_table('public.saved_views');
create policy "members see their own views and the shared ones" on public.saved_views for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('reservations.see')) and (shared or owner_id = (select auth.uid())));
grant select on public.saved_views to authenticated;

/* Keeps a view under its name: a new one, or a new state of one's own view of that name. Raises 422 `invalid_input`. */
create function public.save_view(p_list text, p_name text, p_query text, p_shared boolean default false) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize(case p_list when 'vehicles' then 'fleet.see' when 'customers' then 'customers.see' when 'reservations' then 'reservations.see' when 'waiting' then 'reservations.see' else 'contracts.see' end);
  v_id uuid;
begin
  insert into public.saved_views as s (company_id, owner_id, list, name, query, shared)
  values (v_company, auth.uid(), p_list, btrim(p_name), p_query, p_shared)
  on conflict (company_id, owner_id, list, name) do update set query = excluded.query, shared = excluded.shared
  returning s.id into v_id;
  return v_id;
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;

/* Forgets a view: one's own, or a shared one by those who edit the settings. Raises 404 `not_found`. */
create function public.delete_view(p_saved_view_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('reservations.see');
begin
  delete from public.saved_views
  where company_id = v_company and id = p_saved_view_id and (owner_id = auth.uid() or (shared and private.can('settings.edit')));
  if not found then perform private.fail(404, 'not_found'); end if;
end $$;

/* What one row of a bulk action came to: done, or the code of its refusal. */
create function private.outcome(p_id uuid, p_state text default null, p_code text default null) returns jsonb
language sql immutable set search_path = '' as $$
  select jsonb_strip_nulls(jsonb_build_object('id', p_id, 'code', case when p_state like 'PT%' then p_code when p_state is not null then 'invalid_input' end))
$$;

/*
 * Adds and removes tags of up to 500 records of a list; answers each: [{"id", "code"?}], the code where one was refused.
 * Raises 403 `forbidden`, 422 `invalid_input`.
 */
create function public.tag_records(p_list text, p_ids uuid[], p_add text[] default '{}', p_remove text[] default '{}') returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_table text := case p_list when 'reservations' then 'reservations' when 'customers' then 'customers' when 'vehicles' then 'vehicles' end;
  v_company uuid := private.authorize(case p_list when 'vehicles' then 'fleet.edit' when 'customers' then 'customers.edit' else 'reservations.edit' end);
  v_add text[] := (select coalesce(array_agg(distinct btrim(tag)), '{}') from unnest(p_add) as tag);
  v_id uuid;
  v_found int;
  v_outcomes jsonb := '[]';
begin
  if v_table is null or (cardinality(p_ids) between 1 and 500) is not true or p_remove is null or not private.are_tags(v_add) then
    perform private.fail(422, 'invalid_input', '{"rule": "tags"}');
  end if;
  for v_id in select distinct id from unnest(p_ids) as id order by id loop
    begin
      execute format('update public.%I set tags = (select coalesce(array_agg(distinct tag order by tag), ''{}'')
        from unnest(tags || $3) as tag where tag <> all ($4)) where company_id = $1 and id = $2', v_table) using v_company, v_id, v_add, p_remove;
      get diagnostics v_found = row_count;
      v_outcomes := v_outcomes || case when v_found = 0 then private.outcome(v_id, 'PT404', 'not_found') else private.outcome(v_id) end;
    exception when check_violation then
      v_outcomes := v_outcomes || private.outcome(v_id, 'PT422', 'too_many_tags');
    end;
  end loop;
  return v_outcomes;
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;

/* The tags a list's records carry, the most used first. Raises 403 `forbidden`. */
create function public.list_tags(p_list text) returns text[]
language plpgsql stable security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize(case p_list when 'vehicles' then 'fleet.see' when 'customers' then 'customers.see' else 'reservations.see' end);
begin
  return (
    select coalesce(array_agg(tag order by uses desc, tag), '{}') from (
      select tag, count(*) as uses from (
        select tags from public.reservations where p_list = 'reservations' and company_id = v_company and tags <> '{}'
        union all select tags from public.customers where p_list = 'customers' and company_id = v_company and tags <> '{}'
        union all select tags from public.vehicles where p_list = 'vehicles' and company_id = v_company and tags <> '{}') as tagged,
      unnest(tags) as tag
      group by tag order by 2 desc, 1 limit 100) as used);
end $$;
grant execute on function public.save_view(text, text, text, boolean), public.delete_view(uuid), public.tag_records(text, uuid[], text[], text[]),
  public.list_tags(text) to authenticated;
