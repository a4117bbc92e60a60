-- What a company wants to know of its customers beyond what everybody does.
create table public.custom_fields (
  company_id uuid not null references public.companies (id),
  id         uuid not null default gen_random_uuid(),
  key        text not null check (key ~ '^[a-z][a-z0-9_]{0,39}$'),
  names      jsonb not null check (jsonb_typeof(names) = 'object' and names <> '{}' and octet_length(names::text) <= 2000),
  kind       text not null check (kind in ('text', 'number', 'date', 'choice', 'yes_no')),
  choices    text[] not null default '{}' check (cardinality(choices) <= 50 and octet_length(choices::text) <= 4000),
  active     boolean not null default true,
  position   int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, key),
  check (kind <> 'choice' or cardinality(choices) > 0)
);
comment on table public.custom_fields is 'Fields of customers that the company defines; the values are in customers.custom by key. A field that is no longer used becomes inactive, its values stay.';
select private.guard_tenant_table('public.custom_fields');
create policy "members see custom fields" on public.custom_fields for select to authenticated
  using (company_id = (select private.company_id()));
create policy "custom fields are added by those who may" on public.custom_fields for insert to authenticated
  with check (company_id = (select private.company_id()) and (select private.can('settings.edit')));
create policy "custom fields are edited by those who may" on public.custom_fields for update to authenticated
  using (company_id = (select private.company_id()) and (select private.can('settings.edit')))
  with check (company_id = (select private.company_id()) and (select private.can('settings.edit')));
grant select, insert (company_id, key, names, kind, choices, position), update (names, choices, active, position) on public.custom_fields to authenticated;

create function private.fits_custom_field(p_field public.custom_fields, p_value jsonb) returns boolean
language sql stable set search_path = '' as $$
  select case p_field.kind
    when 'text' then jsonb_typeof(p_value) = 'string' and length(p_value #>> '{}') <= 500
    when 'number' then jsonb_typeof(p_value) = 'number'
    when 'date' then jsonb_typeof(p_value) = 'string' and private.is_date(p_value #>> '{}')
    when 'choice' then jsonb_typeof(p_value) = 'string' and p_value #>> '{}' = any (p_field.choices)
    when 'yes_no' then jsonb_typeof(p_value) = 'boolean' end
$$;

/* Refuses values nobody defined or of another kind: 422 `invalid_input` with the field. What was right when it was written stays. */
create function private.check_custom_values() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  v_wrong text;
begin
  select v.key into v_wrong from jsonb_each(new.custom) as v
  where (tg_op = 'INSERT' or old.custom -> v.key is distinct from v.value) and not exists (
    select from public.custom_fields f where f.company_id = new.company_id and f.key = v.key and f.active and private.fits_custom_field(f, v.value))
  limit 1;
  if found then perform private.fail(422, 'invalid_input', jsonb_build_object('rule', 'custom', 'field', left(v_wrong, 60))); end if;
  return new;
end $$;
create trigger customers_custom before insert or update of custom on public.customers for each row execute function private.check_custom_values();
