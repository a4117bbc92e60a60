import { beforeAll, expect, test } from 'vitest'
import { addMember } from './support/companies.ts'
import { type Caller, freshDatabase } from './support/database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany } from './support/fleet.ts'
import { refusalOf } from './support/refusals.ts'
import { bookOnSite, newCustomer, periodIn } from './support/rentals.ts'

/** Looking for somebody on the timeline leads to what is booked earlier and later than what is shown. */
const database = freshDatabase()
let company: RentalCompany
let other: RentalCompany
const slot = freeSlots(() => company)

beforeAll(async () => {
  company = await foundRentalCompany(database)
  other = await foundRentalCompany(database)
})

const DAY = 86_400_000
const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString()

async function book(last_name: string, daysAhead: number) {
  const { vehicleId } = slot()
  const booking = await database.asAnon((sql) =>
    bookOnSite(sql, company.slug, {
      vehicleId,
      ...periodIn(daysAhead),
      customer: newCustomer({ first_name: 'Jürg', last_name }),
    }),
  )
  return booking
}

interface Beyond {
  count: number
  nearest: { number: string; customer: string; starts_at: string }[]
}

/** Asks while `from` to `to` days from now are shown. */
const find = (text: string, from: number, to: number, caller: Caller = company.owner) =>
  database.as(caller, async (sql) => {
    const [row] = await sql`select public.find_beyond(${text}, ${inDays(from)}, ${inDays(to)}) as it`
    return row?.it as Beyond
  })
const numbers = async (...asked: Parameters<typeof find>) =>
  (await find(...asked)).nearest.map(({ number }) => number)

test('what is booked before and after the shown days is found, the nearest first, and what is shown is not', async () => {
  const [early, shown, soon, late] = [
    await book('Zeller', 3),
    await book('Zeller', 40),
    await book('Zeller', 60),
    await book('Zeller', 300),
  ]
  const found = await find('zeller', 35, 50)
  expect(found.count).toBe(3)
  expect(found.nearest.map(({ number }) => number)).toEqual([soon?.number, early?.number, late?.number])
  expect(found.nearest[0]?.customer).toBe('Jürg Zeller')
  expect(await numbers('zeller', 0, 365)).toEqual([])
  expect(await numbers(shown?.number ?? '', 100, 110)).toEqual([shown?.number])
})

test('it is found as the timeline narrows its lines: without accents and case, a part of the name, in its order', async () => {
  const { number } = await book('Äschbacher', 20)
  expect(await numbers('aschb', 60, 90)).toEqual([number])
  expect(await numbers('JURG ÄSCH', 60, 90)).toEqual([number])
  expect(await numbers('äschbacher jürg', 60, 90)).toEqual([])
  expect(await numbers('ä', 60, 90)).toEqual([])
})

test('of many the nearest five are named, and how many there are', async () => {
  for (const days of [100, 110, 120, 130, 140, 150]) await book('Oftmals', days)
  const found = await find('oftmals', 0, 30)
  expect([found.count, found.nearest.length]).toEqual([6, 5])
})

test('what was cancelled or has lapsed leads nowhere', async () => {
  const { id } = await book('Verfallen', 25)
  expect(await numbers('verfallen', 60, 90)).toHaveLength(1)
  await database.asPostgres(
    (sql) =>
      sql`update public.allocations set expires_at = now() - interval '1 minute' where source_id = ${id}`,
  )
  expect(await numbers('verfallen', 60, 90)).toEqual([])
})

test('a viewer looks too; another company finds nothing, a visitor may not ask, and no period has no outside', async () => {
  const viewer = await addMember(database, company.companyId, 'viewer')
  expect(await numbers('oftmals', 0, 30, viewer)).toHaveLength(5)
  expect(await numbers('oftmals', 0, 30, other.owner)).toEqual([])
  await expect(
    database.asAnon((sql) => sql`select public.find_beyond('oftmals', now(), now() + interval '1 day')`),
  ).rejects.toThrow(/permission denied/)
  expect(await refusalOf(find('oftmals', 30, 0))).toMatchObject({ status: 422, code: 'invalid_period' })
})
