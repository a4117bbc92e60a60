import { beforeAll, expect, test } from 'vitest'
import { listActivity } from '@/lib/activity/queries'
import { ActivityFilters } from '@/lib/activity/schema'
import type { CompanyContext } from '@/lib/core/context'
import { freshDatabase } from './support/database.ts'
import { foundRentalCompany, type RentalCompany, vehicleOf } from './support/fleet.ts'
import { gatewayOn } from './support/gateway.ts'
import { bookAtDesk, bookOnSite, handOver, newCustomer, periodIn } from './support/rentals.ts'
import { tokenFor } from './support/tokens.ts'

const database = freshDatabase()
let company: RentalCompany
const gateway = gatewayOn(database, async () => {
  company = await foundRentalCompany(database)
})
let ctx: CompanyContext

beforeAll(async () => {
  const { companyId, userId } = company.owner
  const token = await tokenFor(gateway, { sub: userId, company_id: companyId })
  ctx = { companyId, db: gateway.client(undefined, token), locale: 'de' } as never
})

test('a customer who books is named in the trail, the owner of the company by their own name', async () => {
  const customer = newCustomer({ first_name: 'Selina', last_name: 'Bühler' })
  const wish = { ...periodIn(20), vehicleId: vehicleOf(company, 0).id, customer }
  await database.asAnon((sql) => bookOnSite(sql, company.slug, wish))
  const { entries } = await listActivity(ctx, ActivityFilters.parse({}))
  const booked = entries.find(({ table, action }) => table === 'reservations' && action === 'insert')
  expect(booked?.actor).toEqual({ kind: 'customer', name: 'Selina Bühler' })
  expect(entries.find(({ actor }) => actor.kind === 'user')?.actor.name).toBe('Olivia Owner')
})

test('what belongs to a booking or a contract is called by its amount and number', async () => {
  const hour = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
  const wish = { startsAt: hour(0.02), endsAt: hour(4), vehicleId: vehicleOf(company, 1).id }
  const booking = await bookAtDesk(database, company.owner, wish)
  const { contractId } = await handOver(database, company.owner, booking.id)
  await database.asService(
    (sql) =>
      sql`select public.seal_document(${company.companyId}, 'contract', ${contractId}, 'de', ${`${company.companyId}/contracts/a.pdf`}, ${'c'.repeat(64)}, 1000)`,
  )
  const { entries } = await listActivity(ctx, ActivityFilters.parse({}))
  const nameOf = (table: string) => entries.find((entry) => entry.table === table)?.record?.name
  expect(nameOf('payments')).toMatch(/^CHF\u00a0[\d'.]+, R-/)
  expect(nameOf('deposits')).toMatch(/^CHF\u00a0[\d'.]+, M-/)
  expect(nameOf('handovers')).toMatch(/^M-/)
  expect(nameOf('drivers')).toBe('Anna Muster')
  expect(nameOf('signatures')).toMatch(/^.+, M-/)
  expect(nameOf('documents')).toMatch(/^M-/)
})
