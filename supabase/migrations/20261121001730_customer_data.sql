-- Rights of the person behind the data (DSG): everything we hold, in their hands; and to be forgotten, as far as the law lets us.

/*
 * Every row that hangs on a customer, whatever its table: the catalogue's references are followed from the customer downwards, so that a new table
 * cannot be forgotten. Sealed documents and the trail, which name their record without a reference, are added.
 */
create function private.rows_of_customer(p_company uuid, p_customer uuid) returns table (relation text, id text, record jsonb)
language plpgsql stable security definer set search_path = '' as $$
declare
  v_ids jsonb := jsonb_build_object('customers', (select jsonb_agg(c.id) from public.customers c where c.company_id = p_company and p_customer in (c.id, c.merged_into)));
  v_more boolean := true;
  v_link record;
  v_found jsonb;
begin
  while v_more loop
    v_more := false;
    for v_link in
      select child.relname as child, parent.relname as parent, a.attname as via
      from pg_catalog.pg_constraint f
      join pg_catalog.pg_class child on child.oid = f.conrelid and child.relnamespace = 'public'::regnamespace
      join pg_catalog.pg_class parent on parent.oid = f.confrelid and parent.relnamespace = 'public'::regnamespace
      join pg_catalog.pg_attribute a on a.attrelid = f.conrelid and a.attnum = any (f.conkey) and a.attname not in ('company_id', 'merged_into')
      where f.contype = 'f' and v_ids ? parent.relname
        and exists (select from pg_catalog.pg_attribute k where k.attrelid = child.oid and k.attname = 'id' and not k.attisdropped)
    loop
      execute format('select jsonb_agg(t.id) from public.%I t where t.company_id = $1 and t.%I::text in (select jsonb_array_elements_text($2))
        and t.id::text not in (select jsonb_array_elements_text($3))', v_link.child, v_link.via)
        into v_found using p_company, v_ids -> v_link.parent, coalesce(v_ids -> v_link.child, '[]');
      if v_found is not null then
        v_ids := v_ids || jsonb_build_object(v_link.child, coalesce(v_ids -> v_link.child, '[]') || v_found);
        v_more := true;
      end if;
    end loop;
  end loop;
  for v_link in select key as child, value as ids from jsonb_each(v_ids) loop
    return query execute format('select %L::text, t.id::text, to_jsonb(t) from public.%I t where t.company_id = $1 and t.id::text in (select jsonb_array_elements_text($2))
      order by t.id', v_link.child, v_link.child) using p_company, v_link.ids;
  end loop;
  return query select 'documents', d.id::text, to_jsonb(d) from public.documents d where d.company_id = p_company and d.record_id::text in (
    select jsonb_array_elements_text(value) from jsonb_each(v_ids) where key in ('contracts', 'invoices'));
  return query select 'audit_log', l.id::text, to_jsonb(l) from public.audit_log l
    where l.company_id = p_company and v_ids -> l.table_name ? l.record_id order by l.id;
end $$;

/* Everything we hold about a customer, by table; without the secrets that open private links. Raises 404 `not_found`. */
create function public.export_customer(p_customer_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('data.export');
begin
  if not exists (select from public.customers where company_id = v_company and id = p_customer_id) then perform private.fail(404, 'not_found'); end if;
  return (select jsonb_build_object('exported_at', now(), 'company', (select name from public.companies where id = v_company), 'tables', jsonb_object_agg(relation, records))
    from (select r.relation, jsonb_agg(r.record - array['company_id', 'token_hash']) as records from private.rows_of_customer(v_company, p_customer_id) r group by 1) as by_table);
end $$;

/* What stands against forgetting a customer now: {running_contracts, coming_reservations, open_invoices, held_deposits, credit_rappen}; and how long records are kept. */
create function private.ties_of_customer(p_company uuid, p_customer uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'running_contracts', (select count(*) from public.contracts where company_id = p_company and customer_id = p_customer and status in ('draft', 'signed', 'active', 'returned')),
    'coming_reservations', (select count(*) from public.reservations where company_id = p_company and customer_id = p_customer and status in ('pending', 'confirmed') and ends_at > now()),
    'open_invoices', (select count(*) from public.invoices where company_id = p_company and customer_id = p_customer and status in ('draft', 'open', 'partially_paid', 'overdue')),
    'held_deposits', (select count(*) from public.deposits d join public.contracts c on c.company_id = d.company_id and c.id = d.contract_id
      where c.company_id = p_company and c.customer_id = p_customer and d.status in ('requested', 'held', 'capturing')),
    'credit_rappen', (select coalesce(sum(amount_rappen), 0) from public.customer_credits where company_id = p_company and customer_id = p_customer))
$$;

/* Before somebody is deleted or anonymised: the ties, what is kept and until when. Raises 404 `not_found`. */
create function public.preview_customer_erasure(p_customer_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('customers.erase');
begin
  if not exists (select from public.customers where company_id = v_company and id = p_customer_id) then perform private.fail(404, 'not_found'); end if;
  return private.ties_of_customer(v_company, p_customer_id) || jsonb_build_object(
    'contracts', (select count(*) from public.contracts where company_id = v_company and customer_id = p_customer_id),
    'invoices', (select count(*) from public.invoices where company_id = v_company and customer_id = p_customer_id),
    'retained_until', (select private.retained_until(v_company, greatest(
        (select max(issued_on) from public.invoices where company_id = v_company and customer_id = p_customer_id),
        (select max(ends_at)::date from public.contracts where company_id = v_company and customer_id = p_customer_id)))));
end $$;

/* Blanks the given keys of a record of the trail, or all of its values. */
create function private.blank(p_record jsonb, p_keys text[] default null) returns jsonb
language sql immutable set search_path = '' as $$
  select case when p_record is not null then (select coalesce(jsonb_object_agg(key, case when p_keys is null or key = any (p_keys) then 'null' else value end), '{}') from jsonb_each(p_record)) end
$$;

/*
 * Forgets a person: what is only about them is deleted, what business records need stays without them. Contracts, signatures, invoices and sealed
 * documents keep their names for the years the law asks; the trail keeps who did what when, not the values.
 */
create function private.erase_customer(p_company uuid, p_customer uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_rows jsonb := (select jsonb_object_agg(relation, ids) from (select relation, jsonb_agg(id) as ids from private.rows_of_customer(p_company, p_customer) group by 1) as r);
  v_relation text;
begin
  perform from public.customers where company_id = p_company and p_customer in (id, merged_into) order by id for no key update;
  foreach v_relation in array array['message_files', 'messages', 'conversations', 'channel_choices', 'access_links', 'data_requests', 'consents', 'customer_notes', 'customer_vehicles', 'waiting_entries', 'reservation_notes'] loop
    execute format('delete from public.%I where company_id = $1 and id::text in (select jsonb_array_elements_text($2))', v_relation) using p_company, v_rows -> v_relation;
  end loop;
  update public.reservation_accounts set driver_id = null where company_id = p_company and v_rows -> 'reservation_accounts' ? id::text;
  update public.drivers d set first_name = '–', last_name = '–', birth_date = null, email = null, phone = null, licence_number = null, licence_categories = '{}',
    licence_since = '{}', licence_codes = '{}', licence_issued_on = null, licence_expires_on = null, verified_at = null, verified_by = null, active = false
  where d.company_id = p_company and v_rows -> 'drivers' ? d.id::text;
  delete from public.drivers d where d.company_id = p_company and v_rows -> 'drivers' ? d.id::text
    and not exists (select from public.contracts c where c.company_id = p_company and c.driver_id = d.id)
    and not exists (select from public.contract_drivers c where c.company_id = p_company and c.driver_id = d.id)
    and not exists (select from public.handover_photos c where c.company_id = p_company and c.driver_id = d.id)
    and not exists (select from public.licence_checks c where c.company_id = p_company and c.driver_id = d.id);
  -- What nothing was rented under is no business record.
  delete from public.terms_signatures s where s.company_id = p_company and v_rows -> 'terms_signatures' ? s.id::text
    and not exists (select from public.contracts c where c.company_id = p_company and c.reservation_id = s.reservation_id);
  update public.reservations set notes = null where company_id = p_company and v_rows -> 'reservations' ? id::text and notes is not null;
  -- Their files go with the sweep, which can reach the storage.
  update public.form_submissions set draft = '{}', answers = '{}' where company_id = p_company and v_rows -> 'form_submissions' ? id::text;
  update public.handovers set notes = null where company_id = p_company and v_rows -> 'handovers' ? id::text and notes is not null;
  delete from public.handover_photos where company_id = p_company and v_rows -> 'handover_photos' ? id::text and private.is_licence(position);
  update public.customer_accounts set billing_name = null, billing_street = null, billing_house_number = null, billing_postal_code = null, billing_town = null,
    billing_email = null where company_id = p_company and v_rows -> 'customer_accounts' ? id::text;
  update public.cost_centres set name = null, code = left(id::text, 8) where company_id = p_company and v_rows -> 'cost_centres' ? id::text;
  update public.reservation_accounts set purchase_order = null where company_id = p_company and v_rows -> 'reservation_accounts' ? id::text;
  delete from public.idempotency_keys where company_id = p_company and v_rows -> 'reservations' ? (response ->> 'id');

  update public.customers set first_name = null, last_name = case when kind = 'person' then '–' end, firm_name = case when kind = 'firm' then '–' end, email = null,
    phone = null, street = null, house_number = null, postal_code = null, town = null, canton = null, country = 'CH', birth_date = null, nationality = null,
    id_document_kind = null, id_document_number = null, id_document_country = null, id_document_expires_on = null, ahv_number = null, uid_number = null,
    custom = '{}', notes = null, tags = '{}', blocked_at = null, blocked_reason = null, blocked_until = null, not_same_as = '{}', stripe_customer_id = null,
    payment_method_id = null, deleted_at = coalesce(deleted_at, now()), erased_at = now()
  where company_id = p_company and p_customer in (id, merged_into);
  update public.audit_log l set before = private.blank(l.before, keys.list), after = private.blank(l.after, keys.list)
  from (values ('customers', null::text[]), ('drivers', null), ('consents', null), ('customer_notes', null), ('customer_vehicles', null), ('waiting_entries', null), ('reservation_notes', null), ('customer_accounts', null),
      ('cost_centres', null), ('access_links', null), ('reservation_accounts', null), ('reservations', array['notes']), ('handovers', array['notes']),
      ('handover_photos', array['storage_path', 'thumbnail_path'])) as keys (relation, list)
  where l.company_id = p_company and l.table_name = keys.relation and v_rows -> keys.relation ? l.record_id
    and (private.blank(l.before, keys.list), private.blank(l.after, keys.list)) is distinct from (l.before, l.after);
  -- Without business records nothing is left to point at.
  if not (v_rows ?| array['reservations', 'contracts', 'invoices', 'payments', 'customer_credits']) then
    delete from public.cost_centres where company_id = p_company and v_rows -> 'cost_centres' ? id::text;
    delete from public.customer_accounts where company_id = p_company and v_rows -> 'customer_accounts' ? id::text;
    delete from public.customers where company_id = p_company and merged_into = p_customer;
    delete from public.customers where company_id = p_company and id = p_customer;
    update public.audit_log l set before = private.blank(l.before) where l.company_id = p_company and l.before is distinct from private.blank(l.before)
      and (l.table_name = 'customers' and v_rows -> 'customers' ? l.record_id or l.table_name = 'customer_accounts' and v_rows -> 'customer_accounts' ? l.record_id
        or l.table_name = 'cost_centres' and v_rows -> 'cost_centres' ? l.record_id);
  end if;
end $$;

/* Raises 404 `not_found`, 409 `customer_still_needed` with what stands against it. */
create function private.check_erasable(p_company uuid, p_customer uuid) returns void
language plpgsql stable security definer set search_path = '' as $$
declare
  v_ties jsonb := private.ties_of_customer(p_company, p_customer);
begin
  if not exists (select from public.customers where company_id = p_company and id = p_customer and erased_at is null and merged_into is null) then
    perform private.fail(404, 'not_found');
  end if;
  if exists (select from jsonb_each_text(v_ties) where value <> '0') then perform private.fail(409, 'customer_still_needed', v_ties); end if;
end $$;

/* Takes a customer out of sight; thirty days later they are erased, until then restore_customer brings them back. Raises as private.check_erasable. */
create function public.delete_customer(p_customer_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('customers.erase');
begin
  perform from public.customers where company_id = v_company and id = p_customer_id for no key update;
  perform private.check_erasable(v_company, p_customer_id);
  update public.customers set deleted_at = now() where company_id = v_company and id = p_customer_id and deleted_at is null;
end $$;

/* Brings a deleted customer back within the thirty days. Raises 404 `not_found`. */
create function public.restore_customer(p_customer_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('customers.erase');
begin
  update public.customers set deleted_at = null where company_id = v_company and id = p_customer_id and erased_at is null and merged_into is null;
  if not found then perform private.fail(404, 'not_found'); end if;
end $$;

/* Forgets a person at once, for good. Raises as private.check_erasable. */
create function public.anonymize_customer(p_customer_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('customers.erase');
begin
  perform from public.customers where company_id = v_company and id = p_customer_id for update;
  perform private.check_erasable(v_company, p_customer_id);
  perform private.erase_customer(v_company, p_customer_id);
end $$;

/* Erases who was deleted thirty days ago, and takes the names off invoices of the forgotten whose years are over. Answers how many customers. */
create function public.purge_customers() returns int
language plpgsql security definer set search_path = '' as $$
declare
  v_customer record;
  v_purged int := 0;
begin
  for v_customer in
    select c.company_id, c.id from public.customers c
    where c.deleted_at < now() - interval '30 days' and c.erased_at is null and c.merged_into is null
      and not exists (select from jsonb_each_text(private.ties_of_customer(c.company_id, c.id)) where value <> '0')
    order by c.deleted_at limit 200 for update skip locked
  loop
    perform private.erase_customer(v_customer.company_id, v_customer.id);
    v_purged := v_purged + 1;
  end loop;
  update public.invoices i set debtor = private.blank(i.debtor) from public.customers c
  where c.company_id = i.company_id and c.id = i.customer_id and c.erased_at is not null and i.debtor ->> 'name' is not null
    and private.retained_until(i.company_id, i.issued_on) < current_date;
  update public.audit_log l set before = private.blank(l.before, '{debtor}'), after = private.blank(l.after, '{debtor}')
  from public.invoices i join public.customers c on c.company_id = i.company_id and c.id = i.customer_id
  where c.erased_at is not null and i.debtor -> 'name' = 'null' and l.company_id = i.company_id and l.table_name = 'invoices' and l.record_id = i.id::text
    and (l.before ->> 'debtor' is not null or l.after ->> 'debtor' is not null);
  return v_purged;
end $$;
grant execute on function public.export_customer(uuid), public.preview_customer_erasure(uuid), public.delete_customer(uuid), public.restore_customer(uuid),
  public.anonymize_customer(uuid) to authenticated;
grant execute on function public.purge_customers() to service_role;

/*
 * Lets go of files of messages whose time is over: those that were never sent after a day, the others after a year, while nothing is open with the
 * customer any more. What lies in the storage goes with the sweep. Answers how many.
 */
create function public.release_message_files() returns int
language plpgsql security definer set search_path = '' as $$
declare
  v_unsent int;
  v_old int;
begin
  delete from public.message_files where message_id is null and created_at < now() - interval '1 day';
  get diagnostics v_unsent = row_count;
  update public.message_files f set status = 'deleted', storage_path = null, thumbnail_path = null
  where f.status = 'kept' and f.created_at < now() - interval '1 year'
    and not exists (select from jsonb_each_text(private.ties_of_customer(f.company_id, f.customer_id)) where value <> '0');
  get diagnostics v_old = row_count;
  return v_unsent + v_old;
end $$;
grant execute on function public.release_message_files() to service_role;
