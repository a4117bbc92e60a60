-- The same person, entered twice.

/* Why two customers look like one: any of email · phone · birth_date · name · licence; empty when they do not. A shared family telephone or birthday alone says nothing. */
create function private.likeness(a public.customers, b public.customers) returns text[]
language sql stable security definer set search_path = '' as $$
  select case
    when found @> array['email'] or found @> array['licence'] or found @> array['name', 'birth_date'] or found @> array['name', 'phone']
      or found @> array['phone', 'birth_date'] or found @> array['name', 'town'] then found else '{}' end
  from (select array_remove(array[
      case when a.email_key = b.email_key then 'email' end,
      case when a.phone_key = b.phone_key then 'phone' end,
      case when a.birth_date = b.birth_date then 'birth_date' end,
      case when a.name_key = b.name_key or extensions.similarity(a.name_key, b.name_key) >= 0.55 then 'name' end,
      case when a.postal_code = b.postal_code and extensions.similarity(lower(a.street), lower(b.street)) >= 0.6 then 'town' end,
      case when exists (select from public.drivers d join public.drivers e on e.company_id = d.company_id and e.licence_number = d.licence_number
        where d.company_id = a.company_id and d.customer_id = a.id and e.customer_id = b.id and a.kind = 'person') then 'licence' end], null) as found) as f
  where a.kind = b.kind and (a.birth_date is null or b.birth_date is null or a.birth_date = b.birth_date)
$$;

/* Customers a person could be, looked up by what an index finds. */
create function private.candidates(p_customer public.customers) returns setof public.customers
language sql stable security definer set search_path = '' rows 20 as $$
  select c from public.customers c
  where c.company_id = p_customer.company_id and c.deleted_at is null and c.id is distinct from p_customer.id and (
    c.email_key = p_customer.email_key or c.phone_key = p_customer.phone_key or c.birth_date = p_customer.birth_date
    or c.name operator(extensions.%) p_customer.name)
  limit 200
$$;

/* Customers who could be the person being entered: [{id, number, name, email, phone, town, blocked, reasons}], the likeliest first, at most five. */
create function public.similar_customers(p_customer jsonb) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('customers.see');
  v_new public.customers;
begin
  if private.are_texts(p_customer, array['id', 'kind', 'first_name', 'last_name', 'firm_name', 'email', 'phone', 'birth_date', 'street', 'postal_code']) is not true then
    perform private.fail(422, 'invalid_input', '{"rule": "customer"}');
  end if;
  v_new.company_id := v_company;
  v_new.id := (p_customer ->> 'id')::uuid;
  v_new.kind := coalesce(p_customer ->> 'kind', 'person');
  v_new.name := case when v_new.kind = 'firm' then coalesce(p_customer ->> 'firm_name', '') else btrim(concat_ws(' ', p_customer ->> 'first_name', p_customer ->> 'last_name')) end;
  v_new.name_key := private.name_key(replace(v_new.name, ' ', ''));
  v_new.email_key := private.email_key(p_customer ->> 'email');
  v_new.phone_key := private.phone_key(p_customer ->> 'phone');
  v_new.birth_date := (p_customer ->> 'birth_date')::date;
  v_new.street := p_customer ->> 'street';
  v_new.postal_code := p_customer ->> 'postal_code';
  return (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'number', number, 'name', name, 'email', email, 'phone', phone, 'town', town,
      'blocked', blocked_at is not null, 'reasons', to_jsonb(reasons)) order by cardinality(reasons) desc, name), '[]')
    from (select c.*, private.likeness(v_new, c) as reasons from private.candidates(v_new) c) as likely
    where cardinality(reasons) > 0 limit 5);
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;

/* Pairs that look like one customer, the likeliest first: [{reasons, first: {…}, second: {…}}]; first is the older one. Pairs said to be different are left out. */
create function public.possible_duplicates(p_limit int default 50) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('customers.merge');
begin
  return (with live as materialized (
      select k from public.customers k where k.company_id = v_company and k.deleted_at is null
    ), pairs as (
      select distinct on (a, b) (l.k).id as a, (c).id as b, private.likeness(l.k, c) as reasons, l.k as first, c as second
      from live l, private.candidates(l.k) c
      where ((l.k).created_at, (l.k).id) < (c.created_at, c.id) and not (l.k).not_same_as @> array[c.id] and not c.not_same_as @> array[(l.k).id]
    ), likely as (
      select * from pairs where cardinality(reasons) > 0 order by cardinality(reasons) desc, (first).name, a, b limit least(greatest(coalesce(p_limit, 50), 1), 200)
    )
    select coalesce(jsonb_agg(jsonb_build_object('reasons', to_jsonb(reasons), 'first', private.outline(first), 'second', private.outline(second))
      order by cardinality(reasons) desc, (first).name), '[]') from likely);
end $$;

create function private.outline(p_customer public.customers) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', p_customer.id, 'number', p_customer.number, 'kind', p_customer.kind, 'name', p_customer.name, 'email', p_customer.email,
    'phone', p_customer.phone, 'birth_date', p_customer.birth_date, 'street', p_customer.street, 'house_number', p_customer.house_number,
    'postal_code', p_customer.postal_code, 'town', p_customer.town, 'blocked', p_customer.blocked_at is not null, 'created_at', p_customer.created_at,
    'reservations', (select count(*) from public.reservations r where r.company_id = p_customer.company_id and r.customer_id = p_customer.id))
$$;

/* Two customers look alike and are not the same. Raises 404 `not_found`, 422 `invalid_input`. */
create function public.keep_customers_apart(p_customer_id uuid, p_other_customer_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('customers.merge');
begin
  if not exists (select from public.customers where company_id = v_company and id = p_other_customer_id) then perform private.fail(404, 'not_found'); end if;
  update public.customers set not_same_as = array_append(array_remove(not_same_as, p_other_customer_id), p_other_customer_id)
  where company_id = v_company and id = p_customer_id;
  if not found then perform private.fail(404, 'not_found'); end if;
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;
grant execute on function public.similar_customers(jsonb), public.possible_duplicates(int), public.keep_customers_apart(uuid, uuid) to authenticated;
