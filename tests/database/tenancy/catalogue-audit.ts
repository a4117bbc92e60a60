import type { Sql } from '../support/database.ts'

/** A rule about the schema itself: the query answers every object that breaks it. */
export interface Rule {
  says: string
  /** Column `broken_by` names what breaks it. */
  query: string
}

/** Tables that are no company's: the company itself, people, machinery, public knowledge. */
const GLOBAL_TABLES = [
  'companies',
  'profiles',
  'webhook_events',
  'plan_limits',
  'role_permissions',
  'vat_rates',
]

/** What a visitor without a token may call: the booking site and private links. */
const VISITORS_MAY_CALL = [
  'begin_card_payment',
  'begin_deposit_hold',
  'begin_tip',
  'accept_waiting_offer',
  'book_on_site',
  'booking_by_token',
  'cancel_by_token',
  'change_by_token',
  'checkin_by_token',
  'conversation_by_token',
  'guide_by_token',
  'invitation_by_token',
  'invoice_by_token',
  'join_waiting_list_on_site',
  'leave_waiting_list',
  'portal_by_token',
  'price_reservation_on_site',
  'redeem_voucher_by_token',
  'request_data_by_token',
  'save_checkin_by_token',
  'search_availability_on_site',
  'site_company',
  'sign_terms_by_token',
  'slug_of_domain',
  'take_upsell_by_token',
  'terms_by_token',
  'upsells_by_token',
  'verify_document',
  'waiting_by_token',
  'write_by_token',
]

const list = (names: string[]) => names.map((name) => `'${name}'`).join(', ')
const ours = `relnamespace in ('public'::regnamespace, 'private'::regnamespace)`
const tenant = `
  select c.oid, c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    and c.relname not in (${list(GLOBAL_TABLES)})`
const callers = `array['anon', 'authenticated']`

export const RULES: Rule[] = [
  {
    says: 'row-level security is on for every table',
    query: `select oid::regclass::text as broken_by from pg_class where ${ours} and relkind in ('r', 'p') and not relrowsecurity`,
  },
  {
    says: 'every table of a tenant has a company_id that is never null',
    query: `
      select t.relname as broken_by from (${tenant}) t
      where not exists (select from pg_attribute a where a.attrelid = t.oid and a.attname = 'company_id' and a.attnotnull)`,
  },
  {
    says: 'primary, unique and exclusion keys begin with the company',
    query: `
      select i.indexrelid::regclass::text as broken_by from pg_index i join (${tenant}) t on t.oid = i.indrelid
      where (i.indisunique or i.indisexclusion)
        and i.indkey[0] <> (select attnum from pg_attribute where attrelid = i.indrelid and attname = 'company_id')`,
  },
  {
    says: 'a reference from tenant to tenant carries the company',
    query: `
      select f.conrelid::regclass || '.' || f.conname as broken_by from pg_constraint f
      join (${tenant}) t on t.oid = f.conrelid join (${tenant}) u on u.oid = f.confrelid
      where f.contype = 'f' and not exists (
        select from unnest(f.conkey, f.confkey) as k (mine, theirs)
        join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.mine and a.attname = 'company_id'
        join pg_attribute b on b.attrelid = f.confrelid and b.attnum = k.theirs and b.attname = 'company_id')`,
  },
  {
    says: 'every foreign key has an index that begins with its columns',
    query: `
      select f.conrelid::regclass || '.' || f.conname as broken_by from pg_constraint f
      where f.contype = 'f' and f.connamespace = 'public'::regnamespace
        and f.confrelid <> 'public.companies'::regclass and not exists (
        select from pg_index i where i.indrelid = f.conrelid
          -- All of its columns, or the company and one more: enough to find the few rows there are.
          and (i.indkey::int2[])[0:least(cardinality(f.conkey), 2) - 1] <@ f.conkey)`,
  },
  {
    says: 'a tenant’s row never changes its company',
    query: `
      select t.relname as broken_by from (${tenant}) t
      where not exists (
        select from pg_trigger g join pg_proc p on p.oid = g.tgfoid
        where g.tgrelid = t.oid and g.tgenabled in ('O', 'A') and g.tgtype & 19 = 19
          and p.proname in ('keep_company', 'keep_trail', 'refuse_change'))`,
  },
  {
    says: 'every policy names its role, and never everybody',
    query: `
      select tablename || ': ' || policyname as broken_by from pg_policies
      where schemaname in ('public', 'private', 'storage') and not roles <@ ${callers}::name[]`,
  },
  {
    says: 'visitors reach tables through functions alone',
    query: `
      select tablename || ': ' || policyname as broken_by from pg_policies where 'anon' = any (roles)
      union all
      select c.oid::regclass::text from pg_class c
      where ${ours} and c.relkind in ('r', 'p', 'v', 'm', 'S') and (
        has_table_privilege('anon', c.oid, 'select, insert, update, delete, truncate, references, trigger')
        or c.relkind <> 'S' and has_any_column_privilege('anon', c.oid, 'select, insert, update, references'))`,
  },
  {
    says: 'a policy that writes checks what it writes',
    query: `
      select tablename || ': ' || policyname as broken_by from pg_policies
      where schemaname = 'public' and cmd in ('INSERT', 'UPDATE', 'ALL') and with_check is null`,
  },
  {
    says: 'a policy on a tenant’s table asks for the company',
    query: `
      select tablename || ': ' || policyname as broken_by from pg_policies
      where schemaname = 'public' and tablename in (select relname from (${tenant}) t)
        and (coalesce(qual, 'company_id()') !~ 'company_id()' or coalesce(with_check, 'company_id()') !~ 'company_id()')`,
  },
  {
    says: 'policies ask once per statement, not once per row',
    query: `
      select tablename || ': ' || policyname as broken_by from pg_policies
      where schemaname in ('public', 'storage')
        and regexp_replace(coalesce(qual, '') || coalesce(with_check, ''), 'SELECT (private|auth)\\.', '', 'g') ~ '(private|auth)\\.[a-z_]+\\('`,
  },
  {
    says: 'nobody who calls may truncate, reference, add triggers, or write whole tables',
    query: `
      select r || ' on ' || c.oid::regclass as broken_by from pg_class c, unnest(array['anon', 'authenticated', 'service_role']) as r
      where ${ours} and c.relkind in ('r', 'p', 'v', 'm') and has_table_privilege(r, c.oid, 'insert, update, delete, truncate, references, trigger, maintain')`,
  },
  {
    says: 'no one who calls may write company_id or the secrets of a row',
    query: `
      select c.oid::regclass || '.' || a.attname as broken_by from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
      where ${ours} and c.relkind in ('r', 'p') and (
        (a.attname in ('company_id', 'id', 'user_id') and has_column_privilege('authenticated', c.oid, a.attnum, 'update'))
        or (a.attname in ('token_hash', 'selected_company_id') and has_column_privilege('authenticated', c.oid, a.attnum, 'select') and c.relname <> 'companies'))`,
  },
  {
    says: 'functions pin their search path to nothing',
    query: `
      select p.oid::regprocedure::text as broken_by from pg_proc p
      where p.pronamespace in ('public'::regnamespace, 'private'::regnamespace)
        and not coalesce(p.proconfig, '{}') && array['search_path=""', 'search_path=']`,
  },
  {
    says: 'functions are callable by those who are named, never by the public',
    query: `
      select p.oid::regprocedure::text as broken_by from pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) as g
      where p.pronamespace in ('public'::regnamespace, 'private'::regnamespace) and g.grantee = 0 and g.privilege_type = 'EXECUTE'`,
  },
  {
    says: 'visitors call nothing but the booking site and private links',
    query: `
      select p.oid::regprocedure::text as broken_by from pg_proc p
      where p.pronamespace = 'public'::regnamespace and has_function_privilege('anon', p.oid, 'execute')
        and p.proname not in (${list(VISITORS_MAY_CALL)})`,
  },
  {
    says: 'a function that acts with our rights asks who calls, before anything else',
    query: `
      select p.oid::regprocedure::text as broken_by from pg_proc p
      where p.pronamespace = 'public'::regnamespace and p.prosecdef and has_function_privilege('authenticated', p.oid, 'execute')
        and p.proname not in (${list(VISITORS_MAY_CALL)}) and p.prosrc !~ 'private\\.authorize\\(|auth\\.uid\\('`,
  },
  {
    says: 'what takes a company as an argument is for our own worker',
    query: `
      select p.oid::regprocedure::text as broken_by from pg_proc p
      where p.pronamespace = 'public'::regnamespace and p.proname <> 'switch_company' and 'p_company_id' = any (p.proargnames)
        and (has_function_privilege('authenticated', p.oid, 'execute') or has_function_privilege('anon', p.oid, 'execute'))`,
  },
  {
    says: 'views look with the rights of who asks',
    query: `
      select c.oid::regclass::text as broken_by from pg_class c
      where ${ours} and (c.relkind = 'm' or c.relkind = 'v' and not coalesce(c.reloptions, '{}') && array['security_invoker=true', 'security_invoker=on', 'security_invoker=1'])`,
  },
  {
    says: 'nothing trusts what users write about themselves',
    query: `
      select tablename || ': ' || policyname as broken_by from pg_policies where coalesce(qual, '') || coalesce(with_check, '') ~ 'user_metadata'
      union all
      select p.oid::regprocedure::text from pg_proc p
      where p.pronamespace in ('public'::regnamespace, 'private'::regnamespace) and p.prosrc ~ 'user_metadata|user_role'' *\\)? *='`,
  },
  {
    says: 'the helpers stay where the Data API cannot reach them, and its schema grows by us alone',
    query: `
      select n.nspname || ' for ' || r as broken_by from pg_namespace n, unnest(array['anon', 'authenticated', 'service_role']) as r
      where n.nspname in ('public', 'private') and has_schema_privilege(r, n.oid, 'create')`,
  },
  {
    says: 'nobody who calls owns anything or passes row-level security',
    query: `
      select rolname::text as broken_by from pg_roles where rolname in ('anon', 'authenticated') and (rolbypassrls or rolsuper)
      union all
      select c.oid::regclass::text from pg_class c where ${ours} and pg_get_userbyid(c.relowner) in ('anon', 'authenticated', 'service_role')`,
  },
  {
    says: 'text that people may write has a limit',
    query: `
      select c.oid::regclass || '.' || a.attname as broken_by from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.atttypid in ('text'::regtype, 'jsonb'::regtype, 'text[]'::regtype)
        and (has_column_privilege('authenticated', c.oid, a.attnum, 'update') or has_column_privilege('authenticated', c.oid, a.attnum, 'insert'))
        and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and a.attnum = any (k.conkey))`,
  },
  {
    says: 'buckets are private',
    query: `select id as broken_by from storage.buckets where public`,
  },
]

/** Everything in the catalogue that breaks a rule, as sentences. */
export async function auditCatalogue(sql: Sql): Promise<string[]> {
  const findings: string[] = []
  for (const { says, query } of RULES) {
    const rows = await sql.unsafe(query)
    findings.push(...rows.map(({ broken_by }) => `${says}: ${broken_by}`))
  }
  return findings
}
