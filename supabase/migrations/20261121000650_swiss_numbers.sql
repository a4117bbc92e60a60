-- Numbers and names as people write them: checked by their own digits, compared by what does not change with the spelling.

/* UID of the Federal Statistical Office, CHE-123.456.788: weights 5 4 3 2 7 6 5 4, check digit (11 − sum mod 11) mod 11; 10 does not exist. */
create function private.is_uid(p_uid text) returns boolean
language sql immutable set search_path = '' as $$
  select p_uid ~ '^CHE-[0-9]{3}\.[0-9]{3}\.[0-9]{3}$'
    and (select (11 - sum(weight * substr(digits, place::int, 1)::int) % 11) % 11 = substr(digits, 9, 1)::int
         from regexp_replace(p_uid, '\D', '', 'g') as digits, unnest(array[5, 4, 3, 2, 7, 6, 5, 4]) with ordinality as w (weight, place)
         group by digits)
$$;

/* AHV number 756.1234.5678.97: thirteen digits, the last one by EAN-13. */
create function private.is_ahv(p_number text) returns boolean
language sql immutable set search_path = '' as $$
  select p_number ~ '^756\.[0-9]{4}\.[0-9]{4}\.[0-9]{2}$'
    and (select sum(substr(digits, place, 1)::int * case place % 2 when 0 then 3 else 1 end) % 10 = 0
         from regexp_replace(p_number, '\D', '', 'g') as digits, generate_series(1, 13) as place)
$$;

create function private.is_date(p_text text) returns boolean
language sql stable set search_path = '' as $$
  select p_text ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' and pg_input_is_valid(p_text, 'date')
$$;

/* Text in lower case and without accents, umlauts as their plain letters; everything else stays. */
create function private.without_accents(p_text text) returns text
language sql immutable set search_path = '' as $$
  select translate(lower(p_text), 'àáâãäåçèéêëìíîïñòóôõöøùúûüýÿśšžźżłđčćďěňřťů', 'aaaaaaceeeeiiiinoooooouuuuyysszzzldccdenrtu')
$$;
grant execute on function private.without_accents(text) to authenticated;

/* A name without case, accents, umlauts spelled out or not, and signs: Müller, Mueller and MULLER are one. */
create function private.name_key(p_name text) returns text
language sql immutable set search_path = '' as $$
  select nullif(regexp_replace(regexp_replace(replace(private.without_accents(p_name),
    'ß', 'ss'), '([aou])e', '\1', 'g'), '[^a-z0-9]', '', 'g'), '')
$$;

/* Where a letter to this address arrives: tags after a plus and, at Google, dots lead to the same mailbox. */
create function private.email_key(p_email text) returns text
language sql immutable set search_path = '' as $$
  select case when domain in ('gmail.com', 'googlemail.com') then replace(box, '.', '') || '@gmail.com' else box || '@' || domain end
  from (select split_part(split_part(lower(btrim(p_email)), '@', 1), '+', 1) as box, split_part(lower(btrim(p_email)), '@', 2) as domain) as parts
  where p_email like '%@%'
$$;

/* The telephone that rings: a zero kept after the country's code, as in +41 (0)79, is dialled by nobody. */
create function private.phone_key(p_phone text) returns text
language sql immutable set search_path = '' as $$
  select nullif(regexp_replace(regexp_replace(regexp_replace(p_phone, '^\s*(\+|00)', ''), '\D', '', 'g'), '^(41|423|49|43|33)0+', '\1'), '')
$$;
grant execute on function private.is_uid(text), private.is_ahv(text), private.is_date(text), private.name_key(text), private.email_key(text),
  private.phone_key(text) to authenticated, service_role;
