-- Two records become one customer. What points at customers is read from the catalogue, so that a new table cannot be forgotten.

/* Columns that say who a record is; a merge never takes them from the other one. */
create function private.is_identity(p_column text) returns boolean
language sql immutable set search_path = '' as $$
  select p_column in ('company_id', 'id', 'number', 'kind', 'merged_into', 'deleted_at', 'erased_at', 'created_at', 'updated_at')
$$;

/*
 * The one customer two would be: what p_keep knows, and where it knows nothing, what p_drop does. An address, a paper and a card come from one side
 * as a whole; tags, own fields and notes are joined; a block of either one stays.
 */
create function private.merged_customer(p_keep public.customers, p_drop public.customers) returns public.customers
language plpgsql stable security definer set search_path = '' as $$
declare
  v_keep jsonb := to_jsonb(p_keep);
  v_drop jsonb := to_jsonb(p_drop);
  v_group text[];
begin
  foreach v_group slice 1 in array array[
    ['street', 'house_number', 'postal_code', 'town', 'country', 'canton'],
    ['id_document_kind', 'id_document_number', 'id_document_country', 'id_document_expires_on', null, null],
    ['stripe_customer_id', 'payment_method_id', null, null, null, null],
    ['blocked_at', 'blocked_reason', 'blocked_until', null, null, null]] loop
    -- A default is no knowledge: the country alone makes no address.
    if exists (select from unnest(v_group) as c where c <> 'country' and v_keep ->> c is not null) then v_drop := v_drop - array_remove(v_group, null);
    elsif v_group[1] = 'street' and exists (select from unnest(v_group) as c where c <> 'country' and v_drop ->> c is not null) then v_keep := v_keep - 'country'::text;
    end if;
  end loop;
  v_keep := v_keep || (select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(v_drop)
    where not private.is_identity(key) and value <> 'null' and v_keep ->> key is null);
  if p_keep.blocked_at is not null and p_drop.blocked_at is not null then
    v_keep := v_keep || jsonb_build_object('blocked_until', case when p_keep.blocked_until is null or p_drop.blocked_until is null then null
      else greatest(p_keep.blocked_until, p_drop.blocked_until) end);
  end if;
  v_keep := v_keep || jsonb_build_object('custom', p_drop.custom || p_keep.custom,
    'tags', to_jsonb(array(select distinct unnest(p_keep.tags || p_drop.tags) as tag order by tag)),
    'not_same_as', to_jsonb(array(select distinct other from unnest(p_keep.not_same_as || p_drop.not_same_as) as other where other not in (p_keep.id, p_drop.id))),
    'notes', left(concat_ws(E'\n', p_keep.notes, nullif(p_drop.notes, p_keep.notes)), 5000));
  if v_keep ->> 'notes' = '' then v_keep := v_keep || '{"notes": null}'; end if;
  return jsonb_populate_record(null::public.customers, v_keep);
end $$;

/* Every column of every table that points at customers. */
create function private.references_to_customers() returns table (relation text, via text)
language sql stable set search_path = '' as $$
  select c.relname::text, a.attname::text
  from pg_catalog.pg_constraint f
  join pg_catalog.pg_class c on c.oid = f.conrelid
  join pg_catalog.pg_attribute a on a.attrelid = f.conrelid and a.attnum = any (f.conkey) and a.attname <> 'company_id'
  where f.contype = 'f' and f.confrelid = 'public.customers'::regclass and c.relnamespace = 'public'::regnamespace
  order by 1, 2
$$;

/* The two customers of a merge. Raises 404 `not_found`, 422 `merge_kinds_differ` · `invalid_input`. */
create function private.check_merge(p_company uuid, p_keep uuid, p_drop uuid) returns void
language plpgsql stable security definer set search_path = '' as $$
declare
  v_kinds text[] := array(select kind from public.customers where company_id = p_company and id in (p_keep, p_drop) and deleted_at is null);
begin
  if p_keep = p_drop and cardinality(v_kinds) = 1 then perform private.fail(422, 'invalid_input', '{"rule": "same_customer"}'); end if;
  if cardinality(v_kinds) <> 2 then perform private.fail(404, 'not_found'); end if;
  if v_kinds[1] <> v_kinds[2] then perform private.fail(422, 'merge_kinds_differ'); end if;
end $$;

/* What a merge would leave: {keep, drop, merged: the record, moves: {table: rows}}. Raises as private.check_merge. */
create function public.preview_customer_merge(p_keep_customer_id uuid, p_drop_customer_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('customers.merge');
  v_moves jsonb := '{}';
  v_reference record;
  v_count int;
begin
  perform private.check_merge(v_company, p_keep_customer_id, p_drop_customer_id);
  for v_reference in select * from private.references_to_customers() loop
    execute format('select count(*) from public.%I where company_id = $1 and %I = $2', v_reference.relation, v_reference.via)
      into v_count using v_company, p_drop_customer_id;
    if v_count > 0 then v_moves := v_moves || jsonb_build_object(v_reference.relation, v_count); end if;
  end loop;
  return (select jsonb_build_object('keep', to_jsonb(k), 'drop', to_jsonb(d), 'merged', to_jsonb(private.merged_customer(k, d)), 'moves', v_moves)
    from public.customers k, public.customers d
    where k.company_id = v_company and k.id = p_keep_customer_id and d.company_id = v_company and d.id = p_drop_customer_id);
end $$;

/* Where both have what a customer has once, the kept one's stays, and what hung on the other goes over to it. */
create function private.join_accounts(p_company uuid, p_keep uuid, p_drop uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  -- Asked twice is asked once: the kept one's request stays open.
  update public.data_requests d set settled_at = now() where d.company_id = p_company and d.customer_id = p_drop and d.settled_at is null
    and exists (select from public.data_requests k where k.company_id = p_company and k.customer_id = p_keep and k.kind = d.kind and k.settled_at is null);
  delete from public.conversations d where d.company_id = p_company and d.customer_id = p_drop
    and exists (select from public.conversations k where k.company_id = p_company and k.customer_id = p_keep);
  delete from public.customer_accounts d where d.company_id = p_company and d.customer_id = p_drop
    and exists (select from public.customer_accounts k where k.company_id = p_company and k.customer_id = p_keep);
  update public.reservation_accounts r set cost_centre_id = k.id from public.cost_centres d, public.cost_centres k
  where r.company_id = p_company and d.company_id = p_company and d.customer_id = p_drop and r.cost_centre_id = d.id
    and k.company_id = p_company and k.customer_id = p_keep and k.code = d.code;
  delete from public.cost_centres d where d.company_id = p_company and d.customer_id = p_drop
    and exists (select from public.cost_centres k where k.company_id = p_company and k.customer_id = p_keep and k.code = d.code);
end $$;

create function private.move_references(p_company uuid, p_keep uuid, p_drop uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_reference record;
begin
  perform private.join_accounts(p_company, p_keep, p_drop);
  for v_reference in select * from private.references_to_customers() loop
    execute format('update public.%I set %I = $1 where company_id = $2 and %I = $3', v_reference.relation, v_reference.via, v_reference.via)
      using p_keep, p_company, p_drop;
  end loop;
end $$;

/*
 * Makes two records one customer: everything that belonged to the second belongs to the first, and the second leads there.
 * Its history stays under its own id. Raises as private.check_merge.
 */
create function public.merge_customers(p_keep_customer_id uuid, p_drop_customer_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('customers.merge');
  v_keep public.customers;
  v_drop public.customers;
  v_columns text;
begin
  -- One merge at a time in a company: two crossing ones would wait for each other.
  perform pg_advisory_xact_lock(hashtextextended('merge ' || v_company, 0));
  perform private.check_merge(v_company, p_keep_customer_id, p_drop_customer_id);
  -- What is there first, in the order everybody locks; then the customer, which waits for bookings under way; then what came in between.
  perform private.move_references(v_company, p_keep_customer_id, p_drop_customer_id);
  select * into v_drop from public.customers where company_id = v_company and id = p_drop_customer_id and deleted_at is null for update;
  select * into v_keep from public.customers where company_id = v_company and id = p_keep_customer_id and deleted_at is null for no key update;
  if v_keep.id is null or v_drop.id is null then perform private.fail(404, 'not_found'); end if;
  perform private.move_references(v_company, p_keep_customer_id, p_drop_customer_id);

  select string_agg(quote_ident(a.attname), ', ' order by a.attnum) into v_columns from pg_catalog.pg_attribute a
  where a.attrelid = 'public.customers'::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and not private.is_identity(a.attname);
  execute format('update public.customers set (%1$s) = (select %1$s from private.merged_customer($1, $2)) where company_id = $3 and id = $4', v_columns)
    using v_keep, v_drop, v_company, p_keep_customer_id;
  update public.customers set deleted_at = now(), merged_into = p_keep_customer_id where company_id = v_company and id = p_drop_customer_id;
end $$;
grant execute on function public.preview_customer_merge(uuid, uuid), public.merge_customers(uuid, uuid) to authenticated;
