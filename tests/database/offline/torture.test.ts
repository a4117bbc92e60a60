import 'fake-indexeddb/auto'
import { beforeAll, expect, test } from 'vitest'
import { listSteps } from '@/lib/handover/offline/log'
import { addMember } from '../support/companies.ts'
import { freshDatabase } from '../support/database.ts'
import { type RentalCompany, vehicleOf } from '../support/fleet.ts'
import { gatewayOn } from '../support/gateway.ts'
import { bookAtDesk, periodIn } from '../support/rentals.ts'
import { contextOf, roomyCompany, serverOf } from './phone-world.ts'
import { actsOf, diceOf, type Expected, GaragePhone, live, type Rental } from './schedule.ts'

/**
 * Random handovers on a phone whose network, answers and page come and go: nothing lost, nothing doubled, order kept.
 * `TORTURE_RUNS=200 TORTURE_SEED=…` runs as many as one likes, or one again.
 */
const RUNS = Number(process.env.TORTURE_RUNS ?? 3)
const SEED = Number(process.env.TORTURE_SEED ?? Math.floor(Math.random() * 1e9))
/** Each of these vehicles leaves and comes back: ten handovers a run. */
const VEHICLES = 5
/** So many phones at a time, each with vehicles of its own: a schedule waits for the database more than it computes. */
const PHONES = 6

const database = freshDatabase()
let company: RentalCompany
const gateway = gatewayOn(database, async () => {
  company = await roomyCompany(database)
})
let staff: { userId: string; companyId: string }
beforeAll(async () => {
  staff = await addMember(database, company.companyId, 'staff')
})

async function rentOut(place: number): Promise<Rental> {
  const vehicleId = vehicleOf(company, place).id
  const { id } = await bookAtDesk(database, company.owner, { ...periodIn(5), vehicleId })
  const [row] = await database.asPostgres(
    (sql) => sql`select odometer_km from public.vehicles where id = ${vehicleId}`,
  )
  return { reservationId: id, vehicleId, odometerKm: row?.odometer_km }
}

async function contractOf({ reservationId }: Rental): Promise<string> {
  const [row] = await database.asPostgres(
    (sql) => sql`select id from public.contracts where reservation_id = ${reservationId}`,
  )
  return row?.id
}

/** What the server has of a handover, and how often. */
async function found(kind: 'pickup' | 'return', contractId: string) {
  return database.asPostgres(async (sql) => {
    const [handover] = await sql`
      select id, completed_at is not null as done from public.handovers where contract_id = ${contractId} and kind = ${kind}`
    const id = handover?.id
    const photos = await sql`select id from public.handover_photos where handover_id = ${id}`
    const damages = await sql`select id, kind from public.damages where handover_id = ${id}`
    const drivers = await sql`
      select id from public.contract_drivers where contract_id = ${contractId} and ${kind} = 'pickup'`
    const steps =
      await sql`select id, nth from public.handover_steps where handover_id = ${id} order by received`
    const [count] = await sql`
      select (select count(*)::int from public.signatures where handover_id = ${id}) as signatures,
        (select count(*)::int from public.deposits where contract_id = ${contractId}) as deposits,
        (select count(*)::int from public.outbox where topic = 'document.contract' and payload ->> 'contract_id' = ${contractId}) as sealings`
    return {
      isDone: handover?.done,
      photos: new Set(photos.map((row) => row.id)),
      damages: new Map(damages.map((row) => [row.id, row.kind])),
      drivers: new Set(drivers.map((row) => row.id)),
      steps: steps.map((row) => ({ id: row.id, nth: row.nth })),
      ...count,
    }
  })
}

async function expectArrived(
  phone: GaragePhone,
  kind: 'pickup' | 'return',
  rental: Rental,
  expected: Expected,
) {
  const there = await found(kind, await contractOf(rental))
  const kept = (await listSteps(phone.phone)).filter(({ key }) => key === expected.key)
  expect(kept.map(({ state }) => state)).toEqual(kept.map(() => 'sent'))
  expect(there).toEqual({
    isDone: true,
    photos: expected.photos,
    damages: expected.damages,
    drivers: expected.drivers,
    steps: kept.map(({ id, nth }) => ({ id, nth })),
    signatures: 1,
    deposits: 1,
    sealings: 1,
  })
}

/** One schedule on one phone: its vehicles leave and come back, and everything has arrived once. */
async function torture(seed: number, places: number[]): Promise<{ kills: number; steps: number }> {
  const dice = diceOf(seed)
  const server = serverOf(gateway, await contextOf(gateway, company, staff.userId))
  const phone = await GaragePhone.open(`${company.companyId}:${staff.userId}`, server, dice)
  const rentals = await Promise.all(places.map(rentOut))
  try {
    for (const kind of ['pickup', 'return'] as const) {
      for (const rental of rentals) if (kind === 'return') rental.contractId = await contractOf(rental)
      const handovers = rentals.map((rental) => ({ rental, ...actsOf(kind, rental, dice) }))
      await live(
        phone,
        handovers.map(({ acts }) => acts),
        dice,
      )
      for (const { rental, expected } of handovers) await expectArrived(phone, kind, rental, expected)
    }
  } catch (thrown) {
    throw new Error(`Seed ${seed}: TORTURE_RUNS=1 TORTURE_SEED=${seed} repeats it.`, { cause: thrown })
  }
  return { kills: phone.kills, steps: (await listSteps(phone.phone)).length }
}

test(
  `${RUNS} schedules from seed ${SEED}`,
  async () => {
    let kills = 0
    let steps = 0
    const seeds = Array.from({ length: RUNS }, (_, run) => SEED + run)
    await Promise.all(
      Array.from({ length: Math.min(PHONES, RUNS) }, async (_, nth) => {
        const places = Array.from({ length: VEHICLES }, (__, place) => nth * VEHICLES + place)
        for (let seed = seeds.shift(); seed !== undefined; seed = seeds.shift()) {
          const done = await torture(seed, places)
          kills += done.kills
          steps += done.steps
        }
      }),
    )
    console.log(
      `${RUNS} schedules, ${RUNS * VEHICLES * 2} handovers, ${steps} steps, ${kills} kills, seed ${SEED}`,
    )
  },
  60_000 + RUNS * 20_000,
)
