/*
 * Imports customers in one transaction. p_rows: [{row, …}] with the keys of create_customer.
 * Returns {imported, problems: [{row, column, code}]}; with any problem, or p_dry_run, nothing is written. Who is known already is a problem: an import adds.
 * Raises 422 `too_many_rows` · `invalid_input`.
 */
create function public.import_customers(p_rows jsonb, p_dry_run boolean default false) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('customers.edit');
  v_problems jsonb;
  v_row jsonb;
begin
  if jsonb_typeof(p_rows) is distinct from 'array' then perform private.fail(422, 'invalid_input', '{"rule": "rows"}'); end if;
  if jsonb_array_length(p_rows) > 5000 then perform private.fail(422, 'too_many_rows'); end if;
  select coalesce(jsonb_agg(jsonb_build_object('row', r, 'column', col, 'code', code) order by r, col), '[]') into v_problems from (
    select (x ->> 'row')::int as r, 'email' as col, 'email_exists' as code from jsonb_array_elements(p_rows) as x
    where exists (select from public.customers c where c.company_id = v_company and c.deleted_at is null and c.email_key = private.email_key(x ->> 'email')
      and c.name_key = private.name_key(case when x ->> 'kind' = 'firm' then x ->> 'firm_name' else concat(x ->> 'first_name', x ->> 'last_name') end))
    union all
    select (x ->> 'row')::int, 'uid_number', 'uid_exists' from jsonb_array_elements(p_rows) as x
    where exists (select from public.customers c where c.company_id = v_company and c.deleted_at is null and c.uid_number = x ->> 'uid_number')
  ) as problems;
  if p_dry_run or v_problems <> '[]' then return jsonb_build_object('imported', 0, 'problems', v_problems); end if;
  for v_row in select x from jsonb_array_elements(p_rows) as x order by (x ->> 'row')::int loop
    perform private.add_customer(v_company, v_row - 'row');
  end loop;
  return jsonb_build_object('imported', jsonb_array_length(p_rows), 'problems', '[]'::jsonb);
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;
grant execute on function public.import_customers(jsonb, boolean) to authenticated;
