import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from './support/database.ts'
import { foundRentalCompany, type RentalCompany, vehicleOf } from './support/fleet.ts'
import { type MoneyCommand, MoneySequence } from './support/money-sequence.ts'
import { bookAndPay, handOver, newCustomer, periodIn, takeBack } from './support/rentals.ts'

const database = freshDatabase()
const seed = Number(process.env.FC_SEED ?? Math.floor(Math.random() * 2 ** 31))
const SEQUENCES = Number(process.env.CRMS_SEQUENCES ?? 40)
let company: RentalCompany
let customers: string[]

beforeAll(async () => {
  company = await foundRentalCompany(database)
  customers = await database.as(company.owner, async (sql) => {
    const made = []
    for (let nth = 0; nth < 2; nth += 1) {
      const [row] =
        await sql`select public.create_customer(${sql.json({ kind: 'person', ...newCustomer() })}) as id`
      made.push(String(row?.id))
    }
    return made
  })
  await database.as(company.owner, (sql) => sql`update public.companies set accepts_tips = true`)
  await returnedRental('cash', 40)
  await returnedRental('card', 50)
})

/** A rental that came back and is invoiced, its deposit still held. */
async function returnedRental(method: 'cash' | 'card', daysAhead: number): Promise<void> {
  const wish = { ...periodIn(daysAhead), vehicleId: vehicleOf(company, 0).id }
  const booking = await bookAndPay(database, company, wish)
  const pickup = await handOver(database, company.owner, booking.id, method)
  await database.asPostgres(async (sql) => {
    const holds = await sql`select id from public.deposit_holds where status = 'requested'`
    for (const { id } of holds)
      await sql`select public.settle_deposit_hold(${company.companyId}, ${id}, ${`pi_${id}`}, now() + interval '7 days')`
  })
  await takeBack(database, company.owner, pickup)
  await database.as(company.owner, (sql) => sql`select public.issue_invoice(${pickup.contractId})`)
}

const rappen = fc.oneof(
  fc.integer({ min: 1, max: 30_000 }),
  fc.integer({ min: 1, max: 4_000 }).map((coins) => coins * 5),
)
const nth = fc.nat(4)
const command: fc.Arbitrary<MoneyCommand> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constant('invoice' as const),
      nth: fc.nat(1),
      lines: fc.array(fc.record({ rappen, vatBp: fc.constantFrom(810, 380, 260, 0) }), {
        minLength: 1,
        maxLength: 3,
      }),
    }),
  },
  ...(
    [
      ['pay', 4],
      ['charge', 2],
      ['refund', 3],
      ['bounce', 1],
      ['credit', 2],
      ['void', 1],
      ['fee', 1],
      ['import', 3],
      ['assign', 1],
      ['keep', 2],
      ['spend', 2],
      ['payOut', 1],
      ['cash', 1],
      ['capture', 2],
      ['contest', 2],
      ['tip', 2],
    ] as const
  ).map(([does, weight]) => ({ weight, arbitrary: fc.record({ does: fc.constant(does), nth, rappen }) })),
  { weight: 1, arbitrary: fc.record({ does: fc.constant('creditLine' as const), nth, rappen }) },
)

/** Comes first, so that few sequences, too, do every kind of step at least once. */
const EACH_KIND: [MoneyCommand[]][] = (
  [
    ['pay', 'refund'],
    ['charge', 'contest'],
    ['credit', 'void'],
    ['fee', 'import', 'capture'],
  ] as const
).map((steps) => [
  [
    { does: 'invoice', nth: 0, lines: [{ rappen: 20_000, vatBp: 810 }] },
    ...steps.map((does) => ({ does, nth: 0, rappen: 1_000 })),
  ],
])

class RollBack extends Error {}

test(`${SEQUENCES} random sequences of charges, captures, refunds, tips, disputes, fees, credits, imports and cash leave the books right (seed ${seed})`, async () => {
  const done = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 4, maxLength: 16 }), async (commands) => {
      await database
        .as(company.owner, async (sql) => {
          const sequence = new MoneySequence(sql, company, customers, randomUUID())
          for (const one of commands)
            if (await sequence.apply(one)) done.set(one.does, (done.get(one.does) ?? 0) + 1)
          expect(await sequence.faults()).toEqual([])
          throw new RollBack()
        })
        .catch((thrown: unknown) => {
          if (!(thrown instanceof RollBack)) throw thrown
        })
    }),
    { seed, numRuns: SEQUENCES, endOnFailure: SEQUENCES > 100, examples: EACH_KIND },
  )
  // Refusals alone would leave any books right.
  expect([...done.keys()].sort()).toEqual(
    expect.arrayContaining([
      'capture',
      'charge',
      'contest',
      'credit',
      'fee',
      'import',
      'invoice',
      'pay',
      'refund',
      'void',
    ]),
  )
}, 3_600_000)
