-- What things cost: rates, and the rules that change them by season, weekday, duration, place, driver and code.
create type public.charge_basis as enum ('per_day', 'per_rental');
create type public.fee_kind as enum ('one_way', 'out_of_hours', 'young_driver');

create table public.rates (
  company_id      uuid not null references public.companies (id),
  id              uuid not null default gen_random_uuid(),
  category_id     uuid not null,
  vehicle_id      uuid,
  hourly_rappen   bigint check (hourly_rappen between 1 and 100000000),
  daily_rappen    bigint not null check (daily_rappen between 1 and 100000000),
  weekly_rappen   bigint check (weekly_rappen between 1 and 100000000),
  monthly_rappen  bigint check (monthly_rappen between 1 and 100000000),
  included_km_per_day int not null default 150 check (included_km_per_day between 0 and 10000),
  extra_km_rappen bigint not null default 35 check (extra_km_rappen between 0 and 100000),
  created_at      timestamptz not null default now(),
  updated_at      timestamptz not null default now(),
  primary key (company_id, id),
  unique nulls not distinct (company_id, category_id, vehicle_id),
  foreign key (company_id, category_id) references public.vehicle_categories (company_id, id),
  foreign key (company_id, vehicle_id) references public.vehicles (company_id, id)
);
create index rates_vehicle on public.rates (company_id, vehicle_id);
comment on table public.rates is 'Prices include VAT. A vehicle''s own row wins over its category''s (vehicle_id null).';

create table public.seasons (
  company_id      uuid not null references public.companies (id),
  id              uuid not null default gen_random_uuid(),
  category_id     uuid,
  names           jsonb not null check (jsonb_typeof(names) = 'object' and names <> '{}' and octet_length(names::text) <= 2000),
  starts_on       date not null check (starts_on >= '2000-01-01'),
  ends_on         date not null check (ends_on < '2200-01-01'),
  percent         int check (percent between -90 and 500),
  hourly_rappen   bigint check (hourly_rappen between 1 and 100000000),
  daily_rappen    bigint check (daily_rappen between 1 and 100000000),
  weekly_rappen   bigint check (weekly_rappen between 1 and 100000000),
  monthly_rappen  bigint check (monthly_rappen between 1 and 100000000),
  minimum_days    int check (minimum_days between 1 and 366),
  created_at      timestamptz not null default now(),
  updated_at      timestamptz not null default now(),
  primary key (company_id, id),
  constraint seasons_period check (ends_on between starts_on and starts_on + 730),
  constraint seasons_percent_or_prices check (
    (percent is null) <> (daily_rappen is null) and (daily_rappen is not null or coalesce(hourly_rappen, weekly_rappen, monthly_rappen) is null)),
  constraint seasons_no_overlap exclude using gist (
    company_id with =, (coalesce(category_id, company_id)) with =, (daterange(starts_on, ends_on, '[]')) with &&),
  foreign key (company_id, category_id) references public.vehicle_categories (company_id, id)
);
create index seasons_category on public.seasons (company_id, category_id);
comment on table public.seasons is
  'Changes rates by percent, or replaces them by prices of its own. A season of a category wins over one of all categories (category_id null).';

create table public.weekday_surcharges (
  company_id  uuid not null references public.companies (id),
  id          uuid not null default gen_random_uuid(),
  category_id uuid,
  weekdays    int[] not null check (cardinality(weekdays) between 1 and 7 and weekdays <@ array[1, 2, 3, 4, 5, 6, 7]),
  percent     int not null check (percent between -90 and 300),
  created_at  timestamptz not null default now(),
  updated_at  timestamptz not null default now(),
  primary key (company_id, id),
  foreign key (company_id, category_id) references public.vehicle_categories (company_id, id)
);
create index weekday_surcharges_category on public.weekday_surcharges (company_id, category_id);
comment on table public.weekday_surcharges is
  'ISO weekdays (1 Monday) on which a day or hour costs more or less; several add up. Weeks and months include their weekdays.';

create table public.duration_discounts (
  company_id  uuid not null references public.companies (id),
  id          uuid not null default gen_random_uuid(),
  category_id uuid,
  from_days   int not null check (from_days between 2 and 366),
  percent     int not null check (percent between 1 and 90),
  created_at  timestamptz not null default now(),
  updated_at  timestamptz not null default now(),
  primary key (company_id, id),
  unique nulls not distinct (company_id, category_id, from_days),
  foreign key (company_id, category_id) references public.vehicle_categories (company_id, id)
);
comment on table public.duration_discounts is 'Of the steps that are reached the longest counts, a category''s before those of all categories.';

create table public.fees (
  company_id     uuid not null references public.companies (id),
  id             uuid not null default gen_random_uuid(),
  kind           public.fee_kind not null,
  location_id    uuid,
  to_location_id uuid,
  below_age      int check (below_age between 17 and 99),
  amount_rappen  bigint not null check (amount_rappen between 0 and 10000000),
  cap_rappen     bigint check (cap_rappen between 0 and 10000000),
  created_at     timestamptz not null default now(),
  updated_at     timestamptz not null default now(),
  primary key (company_id, id),
  unique nulls not distinct (company_id, kind, location_id, to_location_id, below_age),
  constraint fees_fit_their_kind check (case kind
    when 'one_way' then below_age is null and cap_rappen is null and location_id is distinct from coalesce(to_location_id, company_id)
    when 'out_of_hours' then below_age is null and cap_rappen is null and to_location_id is null
    when 'young_driver' then below_age is not null and location_id is null and to_location_id is null end),
  foreign key (company_id, location_id) references public.locations (company_id, id),
  foreign key (company_id, to_location_id) references public.locations (company_id, id)
);
create index fees_location on public.fees (company_id, location_id);
create index fees_to_location on public.fees (company_id, to_location_id);
comment on table public.fees is 'one_way: from location_id to to_location_id, null = any; the nearest fit counts. out_of_hours: at location_id or any, once for '
  'pickup and once for return. young_driver: per day below that age at pickup, cap_rappen at most per rental.';

create table public.extras (
  company_id   uuid not null references public.companies (id),
  id           uuid not null default gen_random_uuid(),
  code         text not null check (code ~ '^[a-z0-9_]{2,40}$'),
  names        jsonb not null check (jsonb_typeof(names) = 'object' and names <> '{}' and octet_length(names::text) <= 2000),
  charge       public.charge_basis not null,
  price_rappen bigint not null check (price_rappen between 0 and 10000000),
  cap_rappen   bigint check (cap_rappen between 0 and 10000000),
  excess_rappen bigint check (excess_rappen between 0 and 10000000),
  max_quantity int not null default 1 check (max_quantity between 1 and 20),
  stock        int check (stock between 0 and 10000),
  offered_later boolean not null default true,
  needs_approval boolean not null default false,
  for_driver   boolean not null default false,
  active       boolean not null default true,
  position     int not null default 0,
  created_at   timestamptz not null default now(),
  updated_at   timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, code)
);
comment on column public.extras.stock is 'How many there are in all, rented at the same time at most; null = as many as are wanted.';
comment on column public.extras.offered_later is 'Whether it is offered once more after booking: in the portal and in the reminder of the day before.';
comment on column public.extras.needs_approval is 'Whether the desk says yes before an extra asked for after booking is added.';
comment on column public.extras.excess_rappen is 'An excess reduction: with it nobody pays more of a damage than this, whatever the category says. Null for every other extra.';
comment on column public.extras.for_driver is 'One of it is due for every driver beside the one who signs.';
create unique index extras_for_driver on public.extras (company_id) where for_driver and active;
comment on column public.extras.cap_rappen is 'What one piece costs per rental at most, however long.';

create table public.promo_codes (
  company_id       uuid not null references public.companies (id),
  id               uuid not null default gen_random_uuid(),
  code             text not null check (code ~ '^[A-Z0-9][A-Z0-9_-]{2,29}$'),
  category_id      uuid,
  percent          int check (percent between 1 and 100),
  amount_rappen    bigint check (amount_rappen between 1 and 10000000),
  minimum_rappen   bigint not null default 0 check (minimum_rappen between 0 and 100000000),
  bookable_from    date,
  bookable_until   date,
  service_from     date,
  service_until    date,
  use_limit        int check (use_limit between 1 and 1000000),
  active           boolean not null default true,
  created_at       timestamptz not null default now(),
  updated_at       timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, code),
  constraint promo_codes_percent_or_amount check ((percent is null) <> (amount_rappen is null)),
  check (bookable_until >= bookable_from and service_until >= service_from),
  foreign key (company_id, category_id) references public.vehicle_categories (company_id, id)
);
create index promo_codes_category on public.promo_codes (company_id, category_id);
comment on table public.promo_codes is 'Takes a part or an amount off the rental itself, not off fees and extras. Booked within one window of days, picked up within the other.';

create table public.vat_rates (
  country    text not null,
  valid_from date not null,
  rate_bp    int not null check (rate_bp between 0 and 10000),
  other_bp   int[] not null default '{}',
  primary key (country, valid_from)
);
comment on table public.vat_rates is 'Standard rate by service date, in basis points, and the others an invoice may carry. CH: ESTV, 8.1, 3.8 and 2.6 % since 2024-01-01, 7.7, 3.7 and 2.5 % before.';
insert into public.vat_rates
select country, rates.* from (values ('CH'), ('LI')) as countries (country),
  (values (date '2018-01-01', 770, array[370, 250]), ('2024-01-01', 810, array[380, 260])) as rates;
alter table public.vat_rates enable row level security;
create policy "VAT rates are public knowledge" on public.vat_rates for select to authenticated using (true);
grant select on public.vat_rates to authenticated;

create table private.tariffs (
  company_id uuid not null references public.companies (id),
  id         uuid not null default gen_random_uuid(),
  number     int not null,
  rules      jsonb not null,
  created_at timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, number)
);
comment on table private.tariffs is
  'Every price list a company ever had, as a whole; the highest number is today''s. A reservation keeps the one it was priced by.';
revoke all on private.tariffs from public;
alter table private.tariffs enable row level security;
create trigger tariffs_append_only before update or delete on private.tariffs for each row execute function private.refuse_change();

select private.guard_tenant_table(t::regclass) from unnest(array['public.rates', 'public.seasons', 'public.weekday_surcharges',
  'public.duration_discounts', 'public.fees', 'public.extras', 'public.promo_codes']) as t;

do $$
declare v_table text;
begin
  foreach v_table in array array['rates', 'seasons', 'weekday_surcharges', 'duration_discounts', 'fees', 'extras', 'promo_codes'] loop
    execute format('create policy "members see %s" on public.%I for select to authenticated using (company_id = (select private.company_id())%s)',
      replace(v_table, '_', ' '), v_table, case v_table when 'promo_codes' then ' and (select private.can(''reservations.see''))' else '' end);
    execute format('create policy "%s are edited by those who may" on public.%I for update to authenticated
      using (company_id = (select private.company_id()) and (select private.can(''fleet.edit'')))
      with check (company_id = (select private.company_id()) and (select private.can(''fleet.edit'')))', replace(v_table, '_', ' '), v_table);
    execute format('create policy "%s are added by those who may" on public.%I for insert to authenticated
      with check (company_id = (select private.company_id()) and (select private.can(''fleet.edit'')))', replace(v_table, '_', ' '), v_table);
    execute format('grant select on public.%I to authenticated', v_table);
  end loop;
end $$;
grant insert (company_id, category_id, vehicle_id, hourly_rappen, daily_rappen, weekly_rappen, monthly_rappen, included_km_per_day, extra_km_rappen),
  update (hourly_rappen, daily_rappen, weekly_rappen, monthly_rappen, included_km_per_day, extra_km_rappen) on public.rates to authenticated;
grant insert (company_id, category_id, names, starts_on, ends_on, percent, hourly_rappen, daily_rappen, weekly_rappen, monthly_rappen, minimum_days),
  update (category_id, names, starts_on, ends_on, percent, hourly_rappen, daily_rappen, weekly_rappen, monthly_rappen, minimum_days) on public.seasons to authenticated;
grant insert (company_id, category_id, weekdays, percent), update (category_id, weekdays, percent) on public.weekday_surcharges to authenticated;
grant insert (company_id, category_id, from_days, percent), update (category_id, from_days, percent) on public.duration_discounts to authenticated;
grant insert (company_id, kind, location_id, to_location_id, below_age, amount_rappen, cap_rappen),
  update (location_id, to_location_id, below_age, amount_rappen, cap_rappen) on public.fees to authenticated;
grant insert (company_id, code, names, charge, price_rappen, cap_rappen, excess_rappen, max_quantity, stock, offered_later, needs_approval, for_driver, position),
  update (names, charge, price_rappen, cap_rappen, excess_rappen, max_quantity, stock, offered_later, needs_approval, for_driver, active, position) on public.extras to authenticated;
grant insert (company_id, code, category_id, percent, amount_rappen, minimum_rappen, bookable_from, bookable_until, service_from, service_until, use_limit),
  update (category_id, percent, amount_rappen, minimum_rappen, bookable_from, bookable_until, service_from, service_until, use_limit, active)
  on public.promo_codes to authenticated;

/*
 * Takes a rule out of the price list, or a holiday out of the calendar; reservations made by it keep it. `own_rate` (its id) gives one vehicle the prices
 * of its category again, `own_rates` (the category's id) all vehicles of a category. Raises 404 `not_found`, 422 `invalid_input`.
 */
create function public.remove_price_rule(p_kind text, p_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('fleet.edit');
begin
  case p_kind
    when 'season' then delete from public.seasons where company_id = v_company and id = p_id;
    when 'weekday_surcharge' then delete from public.weekday_surcharges where company_id = v_company and id = p_id;
    when 'duration_discount' then delete from public.duration_discounts where company_id = v_company and id = p_id;
    when 'fee' then delete from public.fees where company_id = v_company and id = p_id;
    when 'closed_day' then delete from public.closed_days where company_id = v_company and id = p_id;
    when 'own_rate' then delete from public.rates where company_id = v_company and id = p_id and vehicle_id is not null;
    when 'own_rates' then delete from public.rates where company_id = v_company and category_id = p_id and vehicle_id is not null;
    else perform private.fail(422, 'invalid_input', '{"rule": "kind"}');
  end case;
  if not found then perform private.fail(404, 'not_found'); end if;
end $$;
grant execute on function public.remove_price_rule(text, uuid) to authenticated;

/* The whole price list of a company but its rates, as it stands in the tables now. */
create function private.written_tariff(p_company uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'rounding_rappen', c.price_rounding_rappen,
    'durations', (select jsonb_object_agg(k.id, jsonb_build_array(k.minimum_days, k.maximum_days))
      from public.vehicle_categories k where k.company_id = c.id and (k.minimum_days > 1 or k.maximum_days < 366)),
    -- Those of a category come last: they win.
    'seasons', (select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', s.id, 'category_id', s.category_id, 'names', s.names, 'starts_on', s.starts_on,
        'ends_on', s.ends_on, 'percent', s.percent, 'hourly_rappen', s.hourly_rappen, 'daily_rappen', s.daily_rappen, 'weekly_rappen', s.weekly_rappen,
        'monthly_rappen', s.monthly_rappen, 'minimum_days', s.minimum_days)) order by s.category_id nulls first, s.starts_on)
      from public.seasons s where s.company_id = c.id and s.ends_on > now() - interval '2 years'),
    'weekdays', (select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('category_id', w.category_id, 'weekdays', w.weekdays, 'percent', w.percent)) order by w.id)
      from public.weekday_surcharges w where w.company_id = c.id),
    -- In the order of their weight: the first that fits counts.
    'discounts', (select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('category_id', d.category_id, 'from_days', d.from_days, 'percent', d.percent))
        order by d.category_id nulls last, d.from_days desc)
      from public.duration_discounts d where d.company_id = c.id),
    'fees', (select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('kind', f.kind, 'location_id', f.location_id, 'to_location_id', f.to_location_id,
        'below_age', f.below_age, 'amount_rappen', f.amount_rappen, 'cap_rappen', f.cap_rappen))
        order by f.kind, f.below_age, f.location_id nulls last, f.to_location_id nulls last)
      from public.fees f where f.company_id = c.id),
    'extras', (select jsonb_object_agg(e.id, jsonb_strip_nulls(jsonb_build_object('code', e.code, 'names', e.names, 'charge', e.charge, 'price_rappen', e.price_rappen,
        'cap_rappen', e.cap_rappen, 'excess_rappen', e.excess_rappen, 'max_quantity', e.max_quantity, 'position', e.position)))
      from public.extras e where e.company_id = c.id and e.active))
  from public.companies c where c.id = p_company
$$;

/* Trigger: writes the price list of the company anew when something it is made of has changed. */
create function private.rewrite_tariff() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid;
  v_rules jsonb;
begin
  for v_company in execute format('select distinct %I from changed order by 1', case tg_table_name when 'companies' then 'id' else 'company_id' end) loop
    -- Whoever changes something else at the same moment waits here, and then reads this change too.
    perform from public.companies where id = v_company for no key update;
    v_rules := private.written_tariff(v_company);
    insert into private.tariffs (company_id, number, rules)
    select v_company, coalesce(max(t.number), 0) + 1, v_rules from private.tariffs t where t.company_id = v_company
    having (array_agg(t.rules order by t.number desc))[1] is distinct from v_rules;
  end loop;
  return null;
end $$;

do $$
declare v_table text;
begin
  foreach v_table in array array['companies', 'vehicle_categories', 'seasons', 'weekday_surcharges', 'duration_discounts', 'fees', 'extras'] loop
    execute format('create trigger %I after insert on public.%I referencing new table as changed for each statement execute function private.rewrite_tariff()',
      v_table || '_rewrite_tariff_on_insert', v_table);
    execute format('create trigger %I after update on public.%I referencing new table as changed for each statement execute function private.rewrite_tariff()',
      v_table || '_rewrite_tariff_on_update', v_table);
    continue when v_table in ('companies', 'vehicle_categories', 'extras');
    execute format('create trigger %I after delete on public.%I referencing old table as changed for each statement execute function private.rewrite_tariff()',
      v_table || '_rewrite_tariff_on_delete', v_table);
  end loop;
end $$;
