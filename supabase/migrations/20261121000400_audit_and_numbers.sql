create table public.audit_log (
  company_id    uuid not null references public.companies (id),
  id            bigint generated always as identity,
  at            timestamptz not null default clock_timestamp(),
  actor_user_id uuid,
  actor_kind    text not null check (actor_kind in ('user', 'customer', 'system')),
  table_name    text not null,
  record_id     text not null,
  action        text not null check (action in ('insert', 'update', 'delete', 'read')),
  before        jsonb,
  after         jsonb,
  request_id    text,
  primary key (company_id, id)
);
create index audit_log_record on public.audit_log (company_id, table_name, record_id, id desc);
comment on table public.audit_log is 'Every change: who, when, what. An update keeps only the changed columns. Append-only, even for the owner.';
create trigger audit_log_append_only before delete on public.audit_log for each row execute function private.refuse_change();

/* What happened stays; when somebody has to be forgotten, the values of their records go blank, and nothing else can ever change. */
create function private.keep_trail() returns trigger
language plpgsql set search_path = '' as $$
begin
  if new is not distinct from old or to_jsonb(new) - array['before', 'after'] is distinct from to_jsonb(old) - array['before', 'after']
     or private.is_blanked(old.before, new.before) is not true or private.is_blanked(old.after, new.after) is not true then
    perform private.fail(403, 'append_only', jsonb_build_object('record', tg_table_name));
  end if;
  return new;
end $$;

/* Whether p_new is p_old with nothing but some values turned into null. */
create function private.is_blanked(p_old jsonb, p_new jsonb) returns boolean
language sql immutable set search_path = '' as $$
  select case when p_old is null or p_new is null then p_old is null and p_new is null else
    (select count(*) from jsonb_object_keys(p_old)) = (select count(*) from jsonb_object_keys(p_new))
    and not exists (select from jsonb_each(p_new) as n where not p_old ? n.key or n.value not in ('null', p_old -> n.key)) end
$$;
create trigger audit_log_only_blanked before update on public.audit_log for each row execute function private.keep_trail();
create trigger audit_log_no_truncate before truncate on public.audit_log for each statement execute function private.refuse_change();
alter table public.audit_log enable row level security;
create policy "members read the trail of their company" on public.audit_log for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('reservations.see')));
grant select on public.audit_log to authenticated;

/* A record as the trail keeps it: that a secret was there and changed is told, what it was is not. */
create function private.without_secrets(p_table text, p_row jsonb) returns jsonb
language sql immutable set search_path = '' as $$
  select case when p_row ->> name is null then p_row else p_row || jsonb_build_object(name, '••••') end
  from (select case p_table when 'locations' then 'key_box_code' when 'vouchers' then 'code' end as name) as secret
$$;

create function private.audit() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  v_old jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) - array['created_at', 'updated_at', 'token_hash'] end;
  v_new jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) - array['created_at', 'updated_at', 'token_hash'] end;
  v_row jsonb := coalesce(v_new, v_old);
  v_headers text := nullif(current_setting('request.headers', true), '');
  -- What somebody asked for and our machine carried out, say by way of Stripe, is theirs; only our machine can say so.
  v_actor uuid := coalesce(auth.uid(), nullif(current_setting('crms.on_behalf_of', true), '')::uuid);
begin
  if tg_op = 'UPDATE' then
    select jsonb_object_agg(key, value), jsonb_object_agg(key, v_new -> key) into v_old, v_new from jsonb_each(v_old) where v_new -> key is distinct from value;
    if v_old is null then return null; end if;
  end if;
  insert into public.audit_log (company_id, actor_user_id, actor_kind, table_name, record_id, action, before, after, request_id)
  values (
    coalesce(v_row ->> 'company_id', v_row ->> 'id')::uuid,
    v_actor,
    case when v_actor is not null then 'user' when auth.jwt() ->> 'role' = 'anon' then 'customer' else 'system' end,
    tg_table_name, coalesce(v_row ->> 'id', v_row ->> 'user_id', v_row ->> 'key'), lower(tg_op),
    private.without_secrets(tg_table_name, v_old), private.without_secrets(tg_table_name, v_new),
    left(v_headers::jsonb ->> 'x-request-id', 64));
  return null;
end $$;

/* Gives a tenant table what every tenant table has: touch, immutable company, nothing while on hold, audit, row-level security. */
create function private.guard_tenant_table(p_table regclass, p_audited boolean default true) returns void
language plpgsql set search_path = '' as $$
declare
  v_name text := (select relname from pg_catalog.pg_class where oid = p_table);
begin
  execute format('create trigger %I before update on %s for each row execute function private.touch_updated_at()', v_name || '_touch', p_table);
  execute format('create trigger %I before update on %s for each row execute function private.keep_company()', v_name || '_keep_company', p_table);
  execute format('create trigger %I before insert or update or delete on %s for each row execute function private.refuse_on_hold()', v_name || '_on_hold', p_table);
  if p_audited then
    execute format('create trigger %I after insert or update or delete on %s for each row execute function private.audit()', v_name || '_audit', p_table);
  end if;
  execute format('alter table %s enable row level security', p_table);
end $$;

create trigger companies_audit after insert or update or delete on public.companies for each row execute function private.audit();
create trigger memberships_audit after insert or update or delete on public.memberships for each row execute function private.audit();
create trigger invitations_audit after insert or update or delete on public.invitations for each row execute function private.audit();

create table public.number_sequences (
  company_id  uuid not null references public.companies (id),
  kind        text not null check (kind in ('reservation', 'contract', 'invoice', 'customer', 'credit_note', 'damage')),
  year        int not null,
  last_number int not null default 0,
  created_at  timestamptz not null default now(),
  updated_at  timestamptz not null default now(),
  primary key (company_id, kind, year)
);
comment on table public.number_sequences is 'Gapless: the row lock is held to the end of the transaction that takes the number.';
select private.guard_tenant_table('public.number_sequences', false);

/* The next number of a kind, e.g. R-2026-00042; gapless per company and year of the company's time zone. */
create function private.next_number(p_company uuid, p_kind text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  v_year int;
  v_number int;
begin
  select extract(year from now() at time zone c.time_zone) into v_year from public.companies c where c.id = p_company;
  insert into public.number_sequences as s (company_id, kind, year, last_number) values (p_company, p_kind, v_year, 1)
  on conflict (company_id, kind, year) do update set last_number = s.last_number + 1
  returning last_number into v_number;
  return format('%s-%s-%s', case p_kind when 'reservation' then 'R' when 'contract' then 'M' when 'invoice' then 'F' when 'credit_note' then 'G' when 'damage' then 'S' else 'K' end,
    v_year, lpad(v_number::text, greatest(5, length(v_number::text)), '0'));
end $$;

/* The day it is where a company is. */
create function private.today(p_company uuid) returns date
language sql stable security definer set search_path = '' as $$
  select (now() at time zone time_zone)::date from public.companies where id = p_company
$$;

/* The last day on which a business record of that day keeps its names: the end of its year and as many years as the company says. */
create function private.retained_until(p_company uuid, p_day date) returns date
language sql stable security definer set search_path = '' as $$
  select make_date(extract(year from p_day)::int + c.retention_years, 12, 31) from public.companies c where c.id = p_company
$$;
