import { readFile } from 'node:fs/promises'
import path from 'node:path'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDemoCompanies } from '../../infrastructure/local/demo-data/load.ts'
import { freshDatabase } from './support/database.ts'
import { startPickup } from './support/rentals.ts'

const demoData = path.join(import.meta.dirname, '../../infrastructure/local/demo-data')

/** Whoever starts the demo, at whatever hour, sees a company at work: things done, things to come, something of everything to deal with. */
const database = freshDatabase()
const now = '2026-11-28 23:40+01'
let sql: postgres.Sql
let caller: { userId: string; companyId: string }

interface Task {
  kind: string
  at: string
  is_late: boolean
  is_vehicle_ready: boolean
  reservation_id: string
}

/** From here on it is always this moment, for the loader and for every function it calls. */
const stopTheClock = (moment: string) =>
  sql.unsafe(`create or replace function pg_catalog.now() returns timestamptz language sql stable
    as $$ select timestamptz '${moment}' $$`)

beforeAll(async () => {
  sql = postgres(database.url, { max: 1, onnotice: () => undefined })
  await stopTheClock(now)
  await openDemoCompanies(sql, (email) => database.createUser(email), 45)
  const [row] = await sql`
    select m.company_id, m.user_id from public.memberships m join public.companies c on c.id = m.company_id
    where c.slug = 'alpenmobil' and m.role = 'staff'`
  caller = { userId: row?.user_id, companyId: row?.company_id }
}, 120_000)
afterAll(() => sql?.end())

async function day(): Promise<{ tasks: Task[]; done: Pick<Task, 'kind' | 'at'>[] }> {
  const [row] = await database.as(caller, (asked) => asked`select public.list_day() as day`)
  return row?.day
}

test('late in the evening, pickups and returns are done and still to come, within half a day', async () => {
  const { tasks, done } = await day()
  const hours = ({ at }: { at: string }) => (Date.parse(at) - Date.parse(now)) / 3_600_000
  for (const kind of ['pickup', 'return']) {
    const ahead = tasks.filter((task) => task.kind === kind && !task.is_late)
    expect(ahead.length, `${kind} to come`).toBeGreaterThanOrEqual(2)
    for (const task of ahead) expect(hours(task)).toBeLessThan(12)
    const behind = done.filter((entry) => entry.kind === kind)
    expect(behind.length, `${kind} done`).toBeGreaterThanOrEqual(1)
    for (const entry of behind) expect(hours(entry)).toBeLessThanOrEqual(0)
  }
})

test('who paid lately was told so, in their conversation', async () => {
  const [row] = await database.asPostgres(
    (asked) =>
      asked`select count(*)::int as told, count(reservation_id)::int as about from public.messages where template = 'mail.payment_received' and company_id = ${caller.companyId}`,
  )
  expect(row?.told).toBeGreaterThan(2)
  expect(row?.about).toBeGreaterThan(0)
})

test('there is something of everything to deal with', async () => {
  const { tasks } = await day()
  const kinds = new Set(tasks.map(({ kind }) => kind))
  expect([...kinds].sort()).toEqual(['cleaning', 'hold', 'maintenance', 'pickup', 'return', 'unpaid'])
  expect(tasks.filter(({ kind, is_late }) => kind === 'return' && is_late).length).toBe(1)
})

test('a form asks, a guide tells the way to the key when it is time, and customers have written', async () => {
  const [row] = await database.as(
    caller,
    (asked) => asked`
      select (select count(*)::int from public.forms) as forms, (select count(*)::int from public.guides) as guides,
        (select count(*)::int from public.guides g, jsonb_array_elements(g.sections) as s where s -> 'hours_before' is not null) as timed,
        (select count(*)::int from public.form_versions where titles ?& array['de', 'fr', 'it', 'en']) as titled,
        (select count(*)::int from public.messages where direction = 'in' and read_at is null) as unread`,
  )
  expect(row).toMatchObject({ forms: 1, titled: 1, guides: 1, timed: 1, unread: 2 })
})

test('money has something to show: vouchers, a firm’s month, payouts and where they arrived, what does not match, deposits', async () => {
  const [row] = await sql`
    select (select count(*)::int from public.vouchers) as vouchers, (select count(*)::int from public.vouchers where balance_rappen < amount_rappen) as used,
      (select count(*)::int from public.payouts) as payouts, (select count(*)::int from public.payouts where bank_entry_id is not null) as arrived,
      (select count(*)::int from public.bank_entries where status = 'open') as waiting,
      (select count(*)::int from public.stripe_findings where settled_at is null) as findings,
      (select array_agg(status::text order by status) from public.deposits) as deposits`
  expect(row).toMatchObject({ vouchers: 4, used: 2, payouts: 6, arrived: 4, waiting: 2, findings: 2 })
  expect(row?.deposits).toEqual(['held', 'failed'])
  const owner = {
    ...caller,
    userId: String(
      (
        await sql`select user_id from public.memberships where role = 'owner' and company_id = ${caller.companyId}`
      )[0]?.user_id,
    ),
  }
  const [month] = await database.as(
    owner,
    (asked) =>
      asked`select public.preview_monthly_invoices((date_trunc('month', now()) - interval '1 month')::date) as it`,
  )
  expect(JSON.stringify(month?.it)).toContain('Planwerk Architektur AG')
  const [balance] = await database.as(
    owner,
    (asked) => asked`select public.trial_balance() -> 'sum_rappen' as it`,
  )
  expect(balance?.it).toBe(0)
})

test('what is overdue is a figure in francs', async () => {
  const [row] = await database.as(caller, (asked) => asked`select public.dashboard_figures() as figures`)
  expect(row?.figures.overdue_rappen).toBeGreaterThan(0)
  expect(row?.figures.revenue_rappen).toBeGreaterThan(0)
})

test('the pickups to come can begin on the phone', async () => {
  const { tasks } = await day()
  const ready = tasks.filter((task) => task.kind === 'pickup' && task.is_vehicle_ready)
  expect(ready.length).toBeGreaterThanOrEqual(3)
  for (const { reservation_id } of ready) {
    const pickup = await database.as(caller, (asked) => startPickup(asked, reservation_id))
    expect(pickup.handoverId).toEqual(expect.any(String))
  }
})

test('at any other hour, on any day and when the clock changes, the day is as full', async () => {
  const plan = await readFile(path.join(demoData, 'day.sql'), 'utf8')
  for (const noon of ['2026-11-29 12:00+01', '2027-03-28 12:00+02', '2026-10-25 12:00+01']) {
    for (let minutes = -720; minutes < 720; minutes += 25) {
      const moment = new Date(Date.parse(noon) + minutes * 60_000).toISOString()
      await stopTheClock(moment)
      const [row] = await sql.begin(async (transaction) => {
        await transaction`select set_config('crms.demo_company', ${caller.companyId}, true)`
        await transaction.unsafe(plan)
        return transaction`
          select count(*) filter (where role = 'pickup' and starts between now() and now() + interval '12 hours')::int as pickups,
            count(*) filter (where role = 'return' and ends between now() and now() + interval '12 hours')::int as returns,
            count(*) filter (where role = 'picked_up' and starts between now() - interval '12 hours' and now())::int as left,
            count(*) filter (where role in ('wash', 'returned') and ends between now() - interval '12 hours' and now())::int as back,
            count(*) filter (where role = 'overdue' and ends < now())::int as overdue,
            bool_and(starts < ends) as ordered from demo_day`
      })
      expect(row, moment).toEqual({ pickups: 4, returns: 3, left: 2, back: 2, overdue: 1, ordered: true })
    }
  }
})

test('what is found by its number is the record of that number', async () => {
  const wrong = await sql`
    select s.kind, s.title, n.number from private.search_index s
    join (select id, number from public.reservations union all select id, number from public.contracts union all select id, number from public.invoices)
      as n on n.id = s.record_id
    where s.title <> n.number limit 3`
  expect([...wrong]).toEqual([])
  const [known] =
    await sql`select count(*)::int as count from private.search_index where kind in ('reservation', 'contract', 'invoice')`
  expect(known?.count).toBeGreaterThan(100)
})
