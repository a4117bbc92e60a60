import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from './support/database.ts'
import { foundRentalCompany, type RentalCompany, vehicleOf } from './support/fleet.ts'
import { readRefusal } from './support/refusals.ts'
import { bookAndPay, handOver, newCustomer, periodIn } from './support/rentals.ts'

/** From which state to which a record may go at all, whoever asks: every pair is tried, also as the database's owner. */
const database = freshDatabase()
let company: RentalCompany

beforeAll(async () => {
  company = await foundRentalCompany(database)
  const booked = (nth: number, days: number) =>
    bookAndPay(database, company, {
      ...periodIn(days),
      vehicleId: vehicleOf(company, nth).id,
      customer: newCustomer(),
    })
  await booked(0, 30)
  const { id } = await booked(1, 0)
  await handOver(database, company.owner, id)
})

const WAYS: Record<string, { states: string[]; allowed: string[] }> = {
  reservations: {
    states: ['pending', 'confirmed', 'converted', 'cancelled', 'no_show', 'expired'],
    allowed: [
      'pending>confirmed',
      'pending>cancelled',
      'pending>expired',
      // A payment that came late takes the vehicle again while it is free.
      'expired>confirmed',
      'confirmed>converted',
      'confirmed>cancelled',
      'confirmed>no_show',
      // A contract that is given up before the keys went out gives its reservation back.
      'converted>confirmed',
    ],
  },
  contracts: {
    states: ['draft', 'signed', 'active', 'returned', 'closed', 'cancelled'],
    allowed: [
      'draft>signed',
      'signed>active',
      'active>returned',
      'returned>closed',
      'draft>cancelled',
      'signed>cancelled',
    ],
  },
}

test.each(Object.entries(WAYS))(
  '%s go the ways they may, and no other',
  async (table, { states, allowed }) => {
    const known = await database.asPostgres(
      (sql) => sql`
      select enumlabel as state from pg_enum e join pg_attribute a on a.atttypid = e.enumtypid
      where a.attrelid = ${`public.${table}`}::regclass and a.attname = 'status'`,
    )
    expect(known.map(({ state }) => state).sort()).toEqual([...states].sort())
    const gone: string[] = []
    for (const from of states)
      for (const to of states.filter((state) => state !== from)) {
        const way = `${from}>${to}`
        const refusal = await database
          .asPostgres(async (sql) => {
            await sql.unsafe(`set local session_replication_role = replica`)
            await sql.unsafe(
              `update public.${table} set status = '${from}' where id = (select id from public.${table} order by id limit 1)`,
            )
            await sql.unsafe(`set local session_replication_role = origin`)
            await sql.unsafe(
              `update public.${table} set status = '${to}' where id = (select id from public.${table} order by id limit 1)`,
            )
            throw new Error('undone')
          })
          .then(
            () => undefined,
            (error) => readRefusal(error),
          )
        if (refusal?.code !== 'invalid_transition') gone.push(way)
      }
    expect(gone.sort()).toEqual([...allowed].sort())
  },
)
