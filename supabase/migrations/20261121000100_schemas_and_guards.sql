-- Schemas, extensions and the guards that every tenant table shares.
create schema if not exists extensions;
create extension if not exists btree_gist with schema extensions;
create extension if not exists pg_trgm with schema extensions;
create extension if not exists pgcrypto with schema extensions;

create schema if not exists private;
comment on schema private is 'Helpers behind the public tables and RPCs; not exposed by the Data API.';

-- Nothing is callable or readable by accident: every grant below is explicit.
revoke all on schema public from public;
grant usage on schema public to anon, authenticated, service_role;
grant usage on schema extensions to anon, authenticated, service_role;
grant usage on schema private to anon, authenticated, service_role;
alter default privileges in schema public revoke all on tables from anon, authenticated;
alter default privileges in schema public revoke all on sequences from anon, authenticated;
alter default privileges in schema public revoke execute on functions from public, anon, authenticated;
alter default privileges in schema private revoke execute on functions from public, anon, authenticated;
alter default privileges revoke execute on functions from public;

/* Raises the one error shape our RPCs know: SQLSTATE = HTTP status as PostgREST reads it, message = stable code. */
create function private.fail(p_status int, p_code text, p_detail jsonb default '{}') returns void
language plpgsql set search_path = '' as $$
begin
  raise exception using errcode = 'PT' || p_status, message = p_code, detail = p_detail::text;
end $$;

create function private.touch_updated_at() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.updated_at := now();
  return new;
end $$;

-- A member of two companies passes USING for the old row and WITH CHECK for the new one, so policies alone cannot stop a move.
create function private.keep_company() returns trigger
language plpgsql set search_path = '' as $$
begin
  if new.company_id is distinct from old.company_id then
    perform private.fail(422, 'company_is_immutable');
  end if;
  return new;
end $$;

/* Trigger: allows only the transitions given as 'from>to'; raises 409 `invalid_transition`. */
create function private.check_transition() returns trigger
language plpgsql set search_path = '' as $$
begin
  if old.status is distinct from new.status
     and not (old.status::text || '>' || new.status::text) = any (tg_argv) then
    perform private.fail(409, 'invalid_transition',
      jsonb_build_object('record', tg_table_name, 'from', old.status, 'to', new.status));
  end if;
  return new;
end $$;

create function private.refuse_change() returns trigger
language plpgsql set search_path = '' as $$
begin
  perform private.fail(403, 'append_only', jsonb_build_object('record', tg_table_name));
  return null;
end $$;
comment on function private.refuse_change is 'Makes a table append-only, even for the owner of the company and for our own RPCs.';
