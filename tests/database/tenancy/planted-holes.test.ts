import { beforeAll, expect, test } from 'vitest'
import { freshDatabase, type Sql } from '../support/database.ts'
import { type Actor, gatherActors } from './actors.ts'
import { auditCatalogue } from './catalogue-audit.ts'
import { attackFunctions } from './function-attacks.ts'
import { attackTables } from './table-attacks.ts'
import { makeTwoCompanies, type TwoCompanies } from './world.ts'

/**
 * Proof that the attacks and the audit are not blind: each hole is what a hurried migration could leave behind, is dug in a
 * transaction, and must be found before it is filled again.
 */
const database = freshDatabase()
let world: TwoCompanies
let actors: Actor[]

beforeAll(async () => {
  world = await makeTwoCompanies(database)
  actors = await gatherActors(database, world)
})

type Finder = 'audit' | `calls of ${string}` | `rows of ${string}`

const policy = (table: string, verb: string, clause: string) =>
  `create policy hole on public.${table} for ${verb} to authenticated ${clause}`
const definer = (name: string, body: string, options = `security definer set search_path = ''`) =>
  `create function public.${name} language sql ${options} as $$ ${body} $$; grant execute on function public.${name.replace(/ returns.*/, '').replace(/p_\w+ /g, '')} to authenticated`

const HOLES: [hole: string, dig: string, finders: Finder[]][] = [
  [
    'a policy that is always true',
    policy('customers', 'select', 'using (true)'),
    ['audit', 'rows of customers'],
  ],
  [
    'row-level security off',
    'alter table public.payments disable row level security',
    ['audit', 'rows of payments'],
  ],
  ['a table granted to visitors', 'grant select on public.customers to anon', ['audit']],
  [
    'a table opened to visitors',
    'grant select on public.locations to anon; create policy hole on public.locations for select to anon using (true)',
    ['audit', 'rows of locations'],
  ],
  [
    'a policy for everybody',
    `create policy hole on public.extras using (company_id = (select private.company_id()))`,
    ['audit'],
  ],
  [
    'a policy that trusts the claim',
    policy('reservations', 'select', `using (company_id::text = (select auth.jwt() ->> 'company_id'))`),
    ['audit', 'rows of reservations'],
  ],
  [
    'a policy that trusts user metadata',
    policy(
      'invoices',
      'select',
      `using (company_id::text = (select auth.jwt() -> 'user_metadata' ->> 'company_id'))`,
    ),
    ['audit', 'rows of invoices'],
  ],
  [
    'a policy that asks who belongs to any company',
    policy('messages', 'select', 'using ((select private.company_id()) is not null)'),
    ['rows of messages'],
  ],
  [
    'an update without check',
    `drop policy "vehicles are edited by those who may" on public.vehicles; grant update on public.vehicles to authenticated;
     drop trigger vehicles_keep_company on public.vehicles; ${policy('vehicles', 'update', 'using (company_id = (select private.company_id())) with check (true)')}`,
    ['audit', 'rows of vehicles'],
  ],
  [
    'an update for whoever belongs there',
    `drop policy "customers are edited by those who may" on public.customers; ${policy('customers', 'update', 'using (company_id = (select private.company_id())) with check (company_id = (select private.company_id()))')}`,
    ['rows of customers'],
  ],
  [
    'an insert without check',
    `grant insert on public.locations to authenticated; ${policy('locations', 'insert', 'with check (true)')}`,
    ['audit', 'rows of locations'],
  ],
  [
    'a delete that anybody may',
    `grant delete on public.rates to authenticated; ${policy('rates', 'delete', 'using (true)')}`,
    ['audit', 'rows of rates'],
  ],
  [
    'a company that can be changed',
    'drop trigger contracts_keep_company on public.contracts',
    ['audit', 'rows of contracts'],
  ],
  [
    'a guard that is switched off',
    'alter table public.drivers disable trigger drivers_keep_company',
    ['audit', 'rows of drivers'],
  ],
  [
    'a reference without the company',
    `alter table public.reservations drop constraint reservations_company_id_customer_id_fkey;
     create unique index hole on public.customers (id);
     alter table public.reservations add foreign key (customer_id) references public.customers (id)`,
    ['audit', 'rows of reservations'],
  ],
  ['a key without the company', 'create unique index hole on public.vehicles (id)', ['audit']],
  [
    'a table without any guard',
    `create table public.hole (id uuid primary key default gen_random_uuid(), company_id uuid, note text);
     insert into public.hole (company_id) select id from public.companies; grant all on public.hole to authenticated`,
    ['audit', 'rows of hole'],
  ],
  [
    'a view that looks with our rights',
    'create view public.hole as select * from public.customers; grant select on public.hole to authenticated',
    ['audit', 'rows of hole'],
  ],
  [
    'a materialised view',
    'create materialized view public.hole as select * from public.invoices; grant select on public.hole to authenticated',
    ['audit', 'rows of hole'],
  ],
  [
    'a function that does not ask who calls',
    definer(
      'hole(p_customer_id uuid) returns text',
      'select email from public.customers where id = p_customer_id',
    ),
    ['audit', 'calls of hole'],
  ],
  [
    'a function that asks who calls and forgets the company',
    definer(
      'hole(p_reservation_id uuid) returns text',
      `select r.number from public.reservations r where r.id = p_reservation_id and private.authorize('reservations.see') is not null`,
    ),
    ['calls of hole'],
  ],
  [
    'a function that tells a foreign id from a missing one',
    `create function public.hole(p_vehicle_id uuid) returns void language plpgsql security definer set search_path = '' as $$ begin
       perform private.authorize('fleet.see');
       if exists (select from public.vehicles where id = p_vehicle_id) then perform private.fail(403, 'forbidden'); end if;
       perform private.fail(404, 'not_found'); end $$; grant execute on function public.hole(uuid) to authenticated`,
    ['calls of hole'],
  ],
  [
    'a function that takes the company as an argument',
    definer(
      'hole(p_company_id uuid) returns bigint',
      `select count(*) from public.customers where company_id = p_company_id and auth.uid() is not null`,
    ),
    ['audit', 'calls of hole'],
  ],
  [
    'a function with an open search path',
    definer('hole() returns uuid', `select private.authorize('fleet.see')`, 'security definer'),
    ['audit'],
  ],
  [
    'a function for the public',
    `create function public.hole() returns int language sql set search_path = '' as 'select 1'; grant execute on function public.hole() to public`,
    ['audit'],
  ],
  [
    'a worker’s function for everybody',
    'grant execute on function public.invoice_facts(uuid, uuid) to authenticated',
    ['audit', 'calls of invoice_facts'],
  ],
  ['truncate for members', 'grant truncate on public.ledger_entries to authenticated', ['audit']],
  ['a whole table for writing', 'grant update on public.companies to authenticated', ['audit']],
  ['the hash of a link for reading', 'grant select on public.invitations to authenticated', ['audit']],
  [
    'a role that passes row-level security',
    'alter role authenticated bypassrls',
    ['audit', 'rows of customers'],
  ],
  ['a public bucket', `update storage.buckets set public = true`, ['audit']],
  [
    'files for every member of any company',
    `create policy hole on storage.objects for select to public using (true)`,
    ['audit'],
  ],
]

async function look(sql: Sql, finder: Finder): Promise<string[]> {
  if (finder === 'audit') return auditCatalogue(sql)
  const name = finder.replace(/^(calls|rows) of /, '')
  if (finder.startsWith('calls')) return attackFunctions(sql, world, actors, name)
  return (await attackTables(sql, world, actors, name)).leaks
}

class Filled extends Error {}

test.each(HOLES)('%s is found', async (_, dig, expected) => {
  const found: Finder[] = []
  const digging = database.asPostgres(async (sql) => {
    await sql.unsafe(dig)
    for (const finder of expected) {
      if ((await look(sql, finder)).length > 0) found.push(finder)
    }
    throw new Filled()
  })
  await expect(digging).rejects.toThrow(Filled)
  expect(found).toEqual(expected)
})
