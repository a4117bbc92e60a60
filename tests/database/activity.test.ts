import { beforeAll, expect, test } from 'vitest'
import { listActivity } from '@/lib/activity/queries'
import { ActivityFilters } from '@/lib/activity/schema'
import type { CompanyContext } from '@/lib/core/context'
import { freshDatabase } from './support/database.ts'
import { foundRentalCompany, type RentalCompany, vehicleOf } from './support/fleet.ts'
import { gatewayOn } from './support/gateway.ts'
import { bookOnSite, newCustomer, periodIn } from './support/rentals.ts'
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
