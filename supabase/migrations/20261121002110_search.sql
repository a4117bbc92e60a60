-- Finding anything by typing: customers, vehicles, reservations, contracts, invoices, whatever is misspelt.
create extension if not exists btree_gin with schema extensions;

create table private.search_index (
  company_id uuid not null references public.companies (id),
  kind       text not null check (kind in ('customer', 'vehicle', 'reservation', 'contract', 'invoice')),
  record_id  uuid not null,
  title      text not null,
  detail     text not null,
  -- What is looked through, plain: lower case, without accents, numbers and plates also without what stands between.
  words      text not null,
  -- Its numbers and plate, each as one word, with and without leading noughts: who types all of one means that record.
  numbers    text[] not null,
  happens_at timestamptz not null,
  primary key (company_id, kind, record_id)
);
comment on table private.search_index is 'What the search looks through; written by triggers of the five tables alone. happens_at decides between equals: the later one is wanted.';
-- Led by company and kind: of a word that a million records have, only the company's are visited.
create index search_index_words on private.search_index using gin (company_id extensions.uuid_ops, kind extensions.text_ops, words extensions.gin_trgm_ops, numbers)
  with (fastupdate = off);
create index search_index_newest on private.search_index (company_id, kind, happens_at desc);
alter table private.search_index enable row level security;
revoke all on private.search_index from public;

create table private.search_words (
  company_id uuid not null references public.companies (id),
  word       text not null
);
comment on table private.search_words is 'The words by which customers and vehicles are found: what a misspelt one may have meant. Written by a trigger. '
  'Two who add a word at the same moment both do, lest one waits for the other; a few too many do no harm.';
create index search_words_word on private.search_words (company_id, word text_pattern_ops);
create index search_words_like on private.search_words using gin (company_id extensions.uuid_ops, word extensions.gin_trgm_ops) with (fastupdate = off);
alter table private.search_words enable row level security;
revoke all on private.search_words from public;

/* Text as it is compared: lower case, accents gone, everything between letters and figures one space. */
create function private.plain_words(p_text text) returns text
language sql immutable set search_path = '' as $$
  select btrim(regexp_replace(replace(replace(replace(private.without_accents(left(p_text, 2000)), 'ß', 'ss'), 'œ', 'oe'), 'æ', 'ae'), '[^a-z0-9]+', ' ', 'g'))
$$;

/* Numbers as one word each, long and short: R-2026-00042 is r202600042 and r202642, ZH 431 254 is zh431254. */
create function private.compact_numbers(p_numbers text[]) returns text[]
language sql immutable set search_path = '' as $$
  select coalesce(array_agg(distinct word order by word), '{}')
  from unnest(p_numbers) as number, private.plain_words(number) as plain,
    unnest(array[plain, regexp_replace(plain, '(^| )0+(?=[0-9])', '\1', 'g')]) as spelling, replace(spelling, ' ', '') as word
  where word <> ''
$$;

/* The words of a record with its numbers, both as they are found by a part of them. */
create function private.record_words(p_text text, p_numbers text[]) returns text
language sql immutable set search_path = '' as $$
  select ' ' || concat_ws(' ', private.plain_words(p_text), nullif(array_to_string(private.compact_numbers(p_numbers), ' '), '')) || ' '
$$;

/* What can be misspelt of a record's words: numbers cannot, a number with an error in it is another number. */
create function private.spelt_words(p_words text) returns text[]
language sql immutable set search_path = '' as $$
  select coalesce(array_agg(distinct word), '{}') from unnest(string_to_array(p_words, ' ')) as word where word ~ '^[a-z]{2,}$'
$$;

/* Trigger: keeps the words of customers and vehicles; what nobody is called any more is forgotten. */
create function private.keep_search_words() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  v_old text[] := case when tg_op = 'INSERT' then '{}' else private.spelt_words(old.words) end;
  v_new text[] := case when tg_op = 'DELETE' then '{}' else private.spelt_words(new.words) end;
begin
  if tg_op <> 'INSERT' then
    delete from private.search_words w where w.company_id = old.company_id and w.word = any (v_old) and w.word <> all (v_new)
      and not exists (select from private.search_index s where s.company_id = w.company_id and s.kind = 'customer' and s.words like '% ' || w.word || ' %')
      and not exists (select from private.search_index s where s.company_id = w.company_id and s.kind = 'vehicle' and s.words like '% ' || w.word || ' %');
  end if;
  if tg_op <> 'DELETE' then
    insert into private.search_words (company_id, word)
    select new.company_id, word from unnest(v_new) as fresh (word)
    where word <> all (v_old) and not exists (select from private.search_words w where w.company_id = new.company_id and w.word = fresh.word);
  end if;
  return null;
end $$;
create trigger search_index_words_new after insert or update of words on private.search_index for each row
  when (new.kind in ('customer', 'vehicle')) execute function private.keep_search_words();
create trigger search_index_words_gone after delete on private.search_index for each row
  when (old.kind in ('customer', 'vehicle')) execute function private.keep_search_words();

create function private.put_in_search(p_company uuid, p_kind text, p_id uuid, p_title text, p_detail text, p_text text, p_numbers text[], p_at timestamptz) returns void
language sql security definer set search_path = '' as $$
  insert into private.search_index as s (company_id, kind, record_id, title, detail, words, numbers, happens_at)
  values (p_company, p_kind, p_id, p_title, coalesce(p_detail, ''), private.record_words(p_text, p_numbers), private.compact_numbers(p_numbers), p_at)
  on conflict (company_id, kind, record_id) do update
    set title = excluded.title, detail = excluded.detail, words = excluded.words, numbers = excluded.numbers, happens_at = excluded.happens_at
    where (s.title, s.detail, s.words, s.happens_at) is distinct from (excluded.title, excluded.detail, excluded.words, excluded.happens_at)
$$;

/* Reservations and contracts are found by number, customer and vehicle. */
create function private.put_rental_in_search(p_company uuid, p_kind text, p_id uuid, p_number text, p_customer uuid, p_vehicle uuid, p_at timestamptz) returns void
language sql security definer set search_path = '' as $$
  select private.put_in_search(p_company, p_kind, p_id, p_number, concat_ws(', ', c.name, v.plate), c.name, array[p_number, v.plate], p_at)
  from public.customers c, public.vehicles v
  where c.company_id = p_company and c.id = p_customer and v.company_id = p_company and v.id = p_vehicle
$$;

create function private.put_invoice_in_search(p_invoice public.invoices) returns void
language sql security definer set search_path = '' as $$
  select private.put_in_search(c.company_id, 'invoice', p_invoice.id, p_invoice.number, c.name,
    c.name, array[p_invoice.number, p_invoice.reference], p_invoice.created_at)
  from public.customers c where c.company_id = p_invoice.company_id and c.id = p_invoice.customer_id
$$;

/* What belongs to a customer or a vehicle is found by the new name or plate. */
create function private.renew_search_of(p_company uuid, p_customer uuid, p_vehicle uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.put_rental_in_search(r.company_id, 'reservation', r.id, r.number, r.customer_id, r.vehicle_id, r.starts_at)
  from public.reservations r where r.company_id = p_company and (r.customer_id = p_customer or r.vehicle_id = p_vehicle) order by r.id;
  perform private.put_rental_in_search(k.company_id, 'contract', k.id, k.number, k.customer_id, k.vehicle_id, k.starts_at)
  from public.contracts k where k.company_id = p_company and (k.customer_id = p_customer or k.vehicle_id = p_vehicle) order by k.id;
  perform private.put_invoice_in_search(i) from public.invoices i where i.company_id = p_company and i.customer_id = p_customer and i.status <> 'draft' order by i.id;
end $$;

create function private.search_customer() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if new.deleted_at is not null or new.merged_into is not null then
    delete from private.search_index where company_id = new.company_id and kind = 'customer' and record_id = new.id;
  else
    perform private.put_in_search(new.company_id, 'customer', new.id, new.name, concat_ws(', ', new.number, new.town),
      concat_ws(' ', new.name, case when new.kind = 'firm' then concat_ws(' ', new.first_name, new.last_name) end, new.email, new.town),
      array[new.number, new.phone], new.created_at);
  end if;
  if tg_op = 'UPDATE' and old.name is distinct from new.name then
    perform private.renew_search_of(new.company_id, new.id, null);
  end if;
  return null;
end $$;

create function private.search_vehicle() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.put_in_search(new.company_id, 'vehicle', new.id, new.plate, concat_ws(' ', new.make, new.model),
    concat_ws(' ', new.make, new.model, new.model_year, new.color), array[new.plate, new.vin], new.created_at);
  if tg_op = 'UPDATE' and old.plate is distinct from new.plate then
    perform private.renew_search_of(new.company_id, null, new.id);
  end if;
  return null;
end $$;

create function private.search_rental() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.put_rental_in_search(new.company_id, tg_argv[0], new.id, new.number, new.customer_id, new.vehicle_id, new.starts_at);
  return null;
end $$;

create function private.search_invoice() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.put_invoice_in_search(new);
  return null;
end $$;

create function private.leave_search() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  delete from private.search_index where company_id = old.company_id and kind = tg_argv[0] and record_id = old.id;
  return null;
end $$;

create trigger customers_search after insert or update of kind, first_name, last_name, firm_name, email, phone, town, number, deleted_at, merged_into
  on public.customers for each row execute function private.search_customer();
create trigger vehicles_search after insert or update of plate, vin, make, model, model_year, color
  on public.vehicles for each row execute function private.search_vehicle();
create trigger reservations_search after insert or update of number, customer_id, vehicle_id, starts_at
  on public.reservations for each row execute function private.search_rental('reservation');
create trigger contracts_search after insert or update of number, customer_id, vehicle_id, starts_at
  on public.contracts for each row execute function private.search_rental('contract');
create trigger invoices_search after insert or update of number, customer_id on public.invoices for each row when (new.status <> 'draft') execute function private.search_invoice();
create trigger customers_leave_search after delete on public.customers for each row execute function private.leave_search('customer');
create trigger vehicles_leave_search after delete on public.vehicles for each row execute function private.leave_search('vehicle');
create trigger reservations_leave_search after delete on public.reservations for each row execute function private.leave_search('reservation');
create trigger contracts_leave_search after delete on public.contracts for each row execute function private.leave_search('contract');
create trigger invoices_leave_search after delete on public.invoices for each row execute function private.leave_search('invoice');

/* What may have been meant where two neighbouring letters of a word were typed in the wrong order: in a short word hardly a trigram survives that. */
create function private.untwisted(p_word text) returns setof text
language sql immutable set search_path = '' rows 8 as $$
  select overlay(p_word placing reverse(substr(p_word, place, 2)) from place for 2) from generate_series(1, length(p_word) - 1) as place
  where p_word ~ '^[a-z]{2,}$' and substr(p_word, place, 1) <> substr(p_word, place + 1, 1)
$$;

/*
 * The conditions of a search: every word begins one of the record's; p_fuzzy: or one of those it may be a misspelling of is the record's. Words of two or
 * three letters are like everything: alone, they are forgiven no more than letters in the wrong order. Where nothing can be meant but what was typed,
 * both are the same.
 */
create function private.search_conditions(p_company uuid, p_words text[], p_fuzzy boolean) returns text
language sql stable security definer set search_path = '' set pg_trgm.word_similarity_threshold = 0.38 as $$
  select string_agg('(' || concat_ws(' or ',
      -- Of a number or plate people often know the end.
      format('words like %L', case when meant ~ '[0-9]' and length(meant) > 2 then '%' else '% ' end || meant || '%'),
      (select string_agg(format('words like %L', '% ' || word || ' %'), ' or ') from (
        (select word from private.search_words where p_fuzzy and (length(meant) > 3 or cardinality(p_words) > 1) and company_id = p_company and word operator(extensions.%>) meant
        and length(word) > 2 and not starts_with(word, meant)
        group by word order by extensions.similarity(word, meant) desc, word limit 6)
        union
        -- Of the twisted word perhaps only the beginning was typed, unless it is one of two letters; { follows z.
        (select w.word from private.untwisted(meant) as begins
        join private.search_words w on w.company_id = p_company and w.word ~>=~ begins and w.word ~<~ (begins || case when length(meant) = 2 then ' ' else '{' end)
        where p_fuzzy and not starts_with(w.word, meant) group by w.word order by length(w.word), w.word limit 6)) as alike)) || ')', ' and ')
  from unnest(p_words) as meant
$$;

/* Whether few records can fit: part of a number is asked for, or a word that neither a customer's nor a vehicle's begins with. */
create function private.is_rare(p_company uuid, p_words text[]) returns boolean
language sql stable security definer set search_path = '' as $$
  select bool_or(length(meant) > 3 and (meant ~ '[0-9]' or not exists (
    select from private.search_words w where w.company_id = p_company and w.word ~>=~ meant and w.word ~<~ (meant || '{'))))
  from unnest(p_words) as meant
$$;

/*
 * The best hits of each kind, p_limit at most. Of what many records have, as an everyday name, the newest are meant: they are looked through first, and
 * only where they do not suffice the index is asked for the rest. p_rare: few can fit, and the index is asked at once. Where no kind has enough it is
 * asked once for all of them: for each it would walk through the same letters.
 */
create function private.search_kinds(p_company uuid, p_kinds text[], p_condition text, p_rare boolean, p_plain text, p_limit int) returns setof private.search_index
language plpgsql stable security definer set search_path = '' as $$
declare
  c_most constant int := 1500;
  c_best constant text := 'order by extensions.word_similarity($3, words) desc, happens_at desc, record_id limit $4';
  v_kind text;
  v_rest text[] := case when p_rare then p_kinds else '{}' end;
  v_hits private.search_index[];
begin
  foreach v_kind in array case when p_rare then '{}' else p_kinds end loop
    return query execute format('with hits as materialized (select * from (select * from private.search_index where company_id = $1 and kind = $2
        order by happens_at desc limit 2000) as newest where (%s) limit 60)
      select * from hits where (select count(*) from hits) >= $4 ' || c_best, p_condition) using p_company, v_kind, p_plain, p_limit;
    if not found then v_rest := v_rest || v_kind; end if;
  end loop;
  if v_rest = p_kinds then
    -- The kind is looked at afterwards: the index would be walked through for each of them.
    execute format('select array_agg(hit) from (select s as hit from private.search_index s where company_id = $1 and kind || '''' = any ($2) and (%s) limit $3) as hits', p_condition)
    into v_hits using p_company, v_rest, c_most;
    if v_hits is null then return; end if;
  end if;
  foreach v_kind in array v_rest loop
    if cardinality(v_hits) < c_most then
      return query execute 'select * from unnest($1) as h where kind = $2 ' || c_best using v_hits, v_kind, p_plain, p_limit;
    else
      -- What other kinds have plenty of, or one kind that may have crowded out the others.
      return query execute format('with hits as materialized (select * from private.search_index where company_id = $1 and kind = $2 and (%s) limit 300)
        select * from hits ' || c_best, p_condition) using p_company, v_kind, p_plain, p_limit;
    end if;
  end loop;
end $$;

/*
 * What is meant by a few typed letters, at most p_limit of each kind: [{"kind", "id", "title", "detail"}]. Typing errors are forgiven where nothing
 * fits exactly; numbers, plates and telephones are found however they are written. Shows only what the caller's role may see.
 * Raises 403 `forbidden`.
 */
create function public.search_everything(p_query text, p_limit int default 5) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('reservations.see');
  v_plain text := private.plain_words(left(p_query, 100));
  v_words text[] := (string_to_array(v_plain, ' '))[1:5];
  -- A telephone is kept internationally: of +41 79 and 079 the end is the same.
  v_compact text := regexp_replace(replace(v_plain, ' ', ''), '^(00|0)(?=[0-9]{5,})', '');
  v_limit int := least(greatest(p_limit, 1), 20);
  v_kinds text[] := array(
    select kind from (values (1, 'customer', 'customers.see'), (2, 'vehicle', 'fleet.see'), (3, 'reservation', 'reservations.see'),
      (4, 'contract', 'contracts.see'), (5, 'invoice', 'contracts.see')) as kinds (place, kind, permission) where private.can(permission) order by place);
  v_condition text;
  v_before text := '';
  v_all jsonb := '[]';
begin
  -- One letter means nothing yet.
  if (length(v_compact) >= 2) is not true then return v_all; end if;
  -- From what few records have to what many have: the whole as a number, as a part of one, every word, every word misspelt.
  for attempt in case when v_compact ~ '[0-9]' and length(v_compact) > 3 then 0 else 2 end..3 loop
    v_condition := case attempt
      when 0 then format('numbers @> array[%L]', v_compact)
      when 1 then format('words like %L', '%' || v_compact || '%')
      else private.search_conditions(v_company, v_words, attempt = 3)
    end;
    exit when v_condition = v_before;
    v_before := v_condition;
    select coalesce(jsonb_agg(jsonb_build_object('kind', h.kind, 'id', h.record_id, 'title', h.title, 'detail', h.detail)
      order by array_position(v_kinds, h.kind), h.nth), '[]') into v_all
    from private.search_kinds(v_company, v_kinds, v_condition, attempt < 2 or attempt = 2 and private.is_rare(v_company, v_words), v_plain, v_limit) with ordinality
      as h (company_id, kind, record_id, title, detail, words, numbers, happens_at, nth);
    -- A number with an error in it is another number.
    exit when v_all <> '[]' or (attempt = 2 and v_compact ~ case when length(v_compact) < 4 then '[0-9]' else '^[0-9]+$' end);
  end loop;
  return v_all;
end $$;
grant execute on function public.search_everything(text, int) to authenticated;
