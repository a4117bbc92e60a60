import { beforeAll, expect, test } from 'vitest'
import { freshDatabase, type Sql } from '../support/database.ts'
import { ownerOf } from './actors.ts'
import { type Attempt, type Outcome, tryAll } from './attempts.ts'
import { isTenantRelation, relationsOf } from './catalogue.ts'
import { callableFunctions, callOf } from './functions.ts'
import { idOf } from './identities.ts'
import { type LivedInCompany, makeTwoCompanies } from './world.ts'

/** A company on hold reads and changes nothing, whichever table or function somebody comes by; generated from the catalogue. */
const database = freshDatabase()
let ours: LivedInCompany
let before: Outcome[]
let after: Outcome[]
let volatile: Set<string>

beforeAll(async () => {
  ours = (await makeTwoCompanies(database)).ours
  volatile = new Set(
    await database.asPostgres(async (sql) => {
      const rows =
        await sql`select proname from pg_proc where pronamespace = 'public'::regnamespace and provolatile = 'v'`
      return rows.map(({ proname }) => proname as string)
    }),
  )
  // In one transaction, so that the clock stands still between the two: only the hold makes a difference.
  await database.asPostgres(async (sql) => {
    before = await callEverything(sql)
    await sql`update public.companies set status = 'suspended' where id = ${ours.companyId}`
    after = await callEverything(sql)
  })
})

/** Every function that somebody without our secret key may call, by the owner and by visitors, with ids of ours. */
async function callEverything(sql: Sql): Promise<Outcome[]> {
  const owner = ownerOf(ours)
  const attempts: Attempt[] = []
  for (const called of await callableFunctions(sql, ours)) {
    const ids = called.parameters.filter(({ type }) => type === 'uuid')
    const values: Record<string, string> = {}
    for (const { name } of ids) values[name] = `'${await idOf(sql, ours.companyId, called.name, name)}'`
    const statement = callOf(called, values)
    attempts.push({ actor: owner, describes: called.name, statement })
    if (called.forVisitors)
      attempts.push({
        actor: { ...owner, name: 'visitor', role: 'anon', claims: { role: 'anon' } },
        describes: called.name,
        statement,
      })
  }
  return tryAll(sql, attempts)
}

const ON_HOLD = 'PT403 company_on_hold'

test('every table of a company has the guard, for every verb', async () => {
  const unguarded = await database.asPostgres(async (sql) => {
    const guarded = await sql`
      select c.relname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
      where t.tgfoid = 'private.refuse_on_hold'::regproc and t.tgenabled = 'O' and t.tgtype & 1 = 1 and t.tgtype & 2 = 2
        and (t.tgtype & 28 = 28 or c.relname in ('companies', 'ledger_entries'))`
    const names = new Set(guarded.map(({ name }) => name as string))
    const tables = (await relationsOf(sql)).filter(
      (relation) => !relation.isView && (isTenantRelation(relation) || relation.name === 'companies'),
    )
    return tables.map(({ name }) => name).filter((name) => !names.has(name))
  })
  // The trail of who looked goes on; what senders tell us is stored by our own machine.
  expect(unguarded).toEqual(['audit_log', 'webhook_events'])
})

test('what a function changed before, it refuses on hold, with the reason', () => {
  const changed = before
    .map((outcome, index) => ({ ...outcome, later: after[index] }))
    .filter(({ refused, describes }) => refused === undefined && volatile.has(describes))
  const through = changed.filter(({ later }) => later?.refused !== ON_HOLD)
  expect(changed.length).toBeGreaterThan(50)
  expect([...new Set(through.map(({ describes }) => describes))].sort()).toEqual([
    // Asked of what is so already, or dry: nothing to change.
    'confirm_reservation',
    // A pack of evidence and looks at licences leave a trace of who looked.
    'dispute_facts',
    'import_customers',
    'import_fleet',
    'issue_monthly_invoices',
    // The site says in its own words that it takes no bookings.
    'join_waiting_list_on_site',
    'note_form_file_view',
    'note_licence_view',
    'open_message_file',
    'read_conversation',
    'set_reservation_account',
    // Of the person, not of the company.
    'sign_up_company',
    'switch_company',
    // In cash already: nothing to change.
    'take_deposit_in_cash',
    // Offer nothing on hold.
    'undoable_change',
    'upsells_by_token',
  ])
})

test('reading answers as before', () => {
  const told = before
    .map((outcome, index) => ({ ...outcome, later: after[index] }))
    .filter(({ describes }) => !volatile.has(describes))
    .filter(({ refused, value, later }) => refused !== later?.refused || value !== later?.value)
  // The hold itself shows: in who I am and may do, and on the site, which takes no bookings.
  expect([...new Set(told.map(({ describes }) => describes))]).toEqual([
    'company_version',
    'my_context',
    'site_company',
    // On hold nothing more may be ordered on the bill.
    'sms_overage',
  ])
})

test('tables are read and exported, and not changed through the Data API', async () => {
  const { rows, refused } = await database.asPostgres(async (sql) => {
    const actor = ownerOf(ours)
    const [read, write] = await tryAll(sql, [
      { actor, describes: 'reads', statement: 'select id from public.vehicles' },
      { actor, describes: 'writes', statement: `update public.vehicles set color = 'Rot'` },
    ])
    return { rows: read?.rows, refused: write?.refused }
  })
  expect({ rows, refused }).toEqual({ rows: 40, refused: ON_HOLD })
})

test('our own machines go on: a payment that arrives is booked', async () => {
  const [payment] = await database.asPostgres(
    (sql) =>
      sql`select id, amount_rappen, currency from public.payments where company_id = ${ours.companyId} and status = 'pending' and method = 'card' limit 1`,
  )
  const settled = await database.asService(
    (sql) =>
      sql`select public.settle_payment(${ours.companyId}, ${payment?.id}, 'cs_late', 'pi_late', ${payment?.amount_rappen}, ${payment?.currency}) as outcome`,
  )
  expect(['settled', 'refunded']).toContain(settled[0]?.outcome)
})
