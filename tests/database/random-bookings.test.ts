import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { BookingOracle, type Command } from './support/booking-oracle.ts'
import { freshDatabase } from './support/database.ts'
import { foundRentalCompany, type RentalCompany, vehicleOf } from './support/fleet.ts'
import { readRefusal } from './support/refusals.ts'
import { type Booking, bookOnSite, settle } from './support/rentals.ts'

const database = freshDatabase()
const DAY = 86_400_000
const seed = Number(process.env.FC_SEED ?? Math.floor(Math.random() * 2 ** 31))
let company: RentalCompany
/** Every run has two vehicles and ten days of its own. */
let run = 0

beforeAll(async () => {
  company = await foundRentalCompany(database)
})

const nth = fc.nat({ max: 8 })
const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('book' as const),
      vehicle: fc.nat(1),
      day: fc.nat(5),
      days: fc.integer({ min: 1, max: 3 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('pay' as const), nth }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('lapse' as const), nth }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('cancel' as const), nth }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('sweep' as const) }) },
)

/** Does to the database what the oracle only thinks. */
class Calendar {
  readonly made: Booking[] = []
  private readonly run = run++
  private readonly base = Math.ceil(Date.now() / DAY + 2 + 10 * Math.floor(this.run / 20)) * DAY

  async apply(command: Command): Promise<string> {
    if (command.does === 'sweep') {
      await database.asService((sql) => sql`select public.expire_holds()`)
      return 'ok'
    }
    if (command.does === 'book') return this.book(command)
    const booking = this.made[command.nth]
    if (!booking) return 'nobody'
    if (command.does === 'pay') return settle(database, company, booking)
    if (command.does === 'cancel') {
      await database.as(company.owner, (sql) => sql`select public.cancel_reservation(${booking.id})`)
      return 'ok'
    }
    await database.asPostgres(
      (sql) => sql`
      update public.allocations set expires_at = now() - interval '1 second' where source_id = ${booking.id} and active and expires_at is not null`,
    )
    return 'ok'
  }

  private async book({ vehicle, day, days }: Extract<Command, { does: 'book' }>): Promise<string> {
    const at = (offset: number) => new Date(this.base + offset * DAY).toISOString()
    const wish = {
      vehicleId: vehicleOf(company, 2 * (this.run % 20) + vehicle).id,
      startsAt: at(day),
      endsAt: at(day + days),
    }
    this.made.push(await database.asAnon((sql) => bookOnSite(sql, company.slug, wish)))
    return 'ok'
  }
}

test(`any sequence of booking, paying, lapsing and cancelling ends as the oracle says (seed ${seed})`, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 5, maxLength: 30 }), async (commands) => {
      const oracle = new BookingOracle()
      const calendar = new Calendar()
      for (const command of commands) {
        const answer = await calendar
          .apply(command)
          .catch((error) => readRefusal(error)?.code ?? Promise.reject(error))
        expect([command, answer]).toEqual([command, oracle.apply(command)])
      }
      const rows = await database.asPostgres(
        (sql) => sql`
        select r.status, exists (select from public.allocations a where a.source_id = r.id and a.active) as active
        from unnest(${calendar.made.map(({ id }) => id)}::uuid[]) with ordinality as made (id, place) join public.reservations r using (id) order by place`,
      )
      expect([...rows]).toEqual(oracle.bookings.map(({ status, active }) => ({ status, active })))
      // What runs leave unpaid together would be half the fleet, which the site refuses to hold.
      await database.asPostgres(
        (sql) =>
          sql`update public.allocations set expires_at = now() - interval '1 second' where active and expires_at is not null`,
      )
    }),
    { seed, numRuns: 40 },
  )
})

test('and after all of it the books balance: what is prepaid was paid and not given back', async () => {
  const [row] = await database.asPostgres(
    (sql) => sql`
    select (select coalesce(sum(amount_rappen), 0)::int from public.ledger_entries) as balance,
      (select coalesce(sum(amount_rappen), 0)::int from public.ledger_entries where account = 'customer_prepayments') as prepaid,
      (select coalesce(sum(amount_rappen - refunded_rappen), 0)::int from public.payments where status in ('succeeded', 'partially_refunded')) as kept`,
  )
  expect(row?.balance).toBe(0)
  expect(row?.prepaid).toBe(-row?.kept)
})
