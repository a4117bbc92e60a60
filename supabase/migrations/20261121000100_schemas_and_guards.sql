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
alter default privileges in schema public revoke all on tables from anon, authenticated, service_role;
alter default privileges in schema public revoke all on sequences from anon, authenticated, service_role;
alter default privileges in schema public revoke execute on functions from public, anon, authenticated, service_role;
alter default privileges in schema private revoke execute on functions from public, anon, authenticated;
alter default privileges revoke execute on functions from public;

/* Raises the one error shape our RPCs know: SQLSTATE = HTTP status as PostgREST reads it, message = stable code. */
create function private.fail(p_status int, p_code text, p_detail jsonb default '{}') returns void
language plpgsql set search_path = '' as $$
begin
  raise exception using errcode = 'PT' || p_status, message = p_code, detail = p_detail::text;
end $$;

/*
 * Answers what a cast or a constraint refused inside one of our RPCs: 409 for what is taken, 404 for an id that leads nowhere, else 422.
 * A foreign key is composite, so another company's id and a missing one get the same answer. A check of one column, or one that is missing, is told by the
 * column, so that a form can show it at its field.
 */
create function private.refuse_input(p_state text, p_message text) returns void
language plpgsql set search_path = '' as $$
declare
  v_rule text := substring(p_message from '(?:constraint|column) "([^"]+)"');
begin
  case p_state
    when '23505' then perform private.fail(409, 'already_exists');
    when '23P01' then perform private.fail(409, 'not_available');
    when '23503' then perform private.fail(404, 'not_found');
    when '23502' then perform private.fail(422, 'invalid_input', jsonb_build_object('rule', v_rule, 'missing', v_rule));
    when '23514' then perform private.fail(422, 'invalid_input', jsonb_strip_nulls(jsonb_build_object('rule', v_rule, 'wrong', (
      select a.attname from pg_catalog.pg_constraint c join pg_catalog.pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
      where c.conname = v_rule and c.contype = 'c' and cardinality(c.conkey) = 1 limit 1))));
    else perform private.fail(422, 'invalid_input', jsonb_strip_nulls(jsonb_build_object('rule', v_rule)));
  end case;
end $$;

create function private.touch_updated_at() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.updated_at := now();
  return new;
end $$;

/* Trigger: counts the versions of a row, so that who edits an old one can be told. */
create function private.count_version() returns trigger
language plpgsql set search_path = '' as $$
begin
  if new is distinct from old then
    new.version := old.version + 1;
  end if;
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

create function private.is_time_zone(p_name text) returns boolean
language plpgsql stable set search_path = '' as $$
begin
  perform now() at time zone p_name;
  return true;
exception when invalid_parameter_value then
  return false;
end $$;

/* Whether the named fields are texts (or missing): JSON would turn a list into the text of a list. */
create function private.are_texts(p_object jsonb, p_fields text[]) returns boolean
language sql immutable set search_path = '' as $$
  select jsonb_typeof(p_object) = 'object'
    and not exists (select from unnest(p_fields) as field where jsonb_typeof(p_object -> field) not in ('string', 'null'))
$$;

/* At most 20 tags of one line and 40 characters. */
create function private.are_tags(p_tags text[]) returns boolean
language sql immutable set search_path = '' as $$
  select cardinality(p_tags) <= 20
    and not exists (select from unnest(p_tags) as tag where (length(btrim(tag)) between 1 and 40 and tag !~ '[[:cntrl:]]') is not true)
$$;

/* Steps of a cancellation policy: [{"hours": 48, "percent": 50}, …]: from that many hours before the start on, that share of the price is kept. */
create function private.is_cancellation_policy(p_policy jsonb) returns boolean
language sql immutable set search_path = '' as $$
  select jsonb_typeof(p_policy) = 'array' and jsonb_array_length(p_policy) <= 6
    and not exists (select from jsonb_array_elements(p_policy) as step where (jsonb_typeof(step) = 'object'
      and step ->> 'hours' ~ '^[0-9]{1,4}$' and step ->> 'percent' ~ '^([0-9]{1,2}|100)$') is not true)
    and (select count(distinct step ->> 'hours') = count(*) from jsonb_array_elements(p_policy) as step)
$$;

/* ISO 13616: the country's letters, two check digits, remainder 1 modulo 97; Swiss and Liechtenstein ones have 21 places. */
create function private.is_iban(p_iban text) returns boolean
language sql immutable set search_path = '' as $$
  select p_iban ~ '^[A-Z]{2}[0-9]{2}[0-9A-Z]{11,30}$'
    and (p_iban !~ '^(CH|LI)' or p_iban ~ '^..[0-9]{7}[0-9A-Z]{12}$')
    -- Letters count from A = 10, so that a place may widen to two digits.
    and (select string_agg(case when c ~ '[A-Z]' then (ascii(c) - 55)::text else c end, '' order by place)::numeric % 97 = 1
         from regexp_split_to_table(substr(p_iban, 5) || left(p_iban, 4), '') with ordinality as chars (c, place))
$$;

/* A postcode of Switzerland or Liechtenstein, whose post is ours: 1000 to 9699. */
create function private.is_swiss_postcode(p_code text) returns boolean
language sql immutable set search_path = '' as $$
  select p_code ~ '^[1-9][0-9]{3}$' and p_code <= '9699'
$$;

grant execute on function private.is_time_zone(text), private.is_iban(text), private.is_swiss_postcode(text), private.are_tags(text[]),
  private.is_cancellation_policy(jsonb) to authenticated, service_role;

/* Texts by language, at least one: {"de": "…", "en": "…"}. */
create function private.are_names(p_names jsonb, p_length int) returns boolean
language sql immutable set search_path = '' as $$
  select jsonb_typeof(p_names) = 'object' and p_names <> '{}' and p_names - array['de', 'fr', 'it', 'en'] = '{}'
    and not exists (select from jsonb_each(p_names) where (jsonb_typeof(value) = 'string' and length(btrim(value #>> '{}')) between 1 and p_length) is not true)
$$;
