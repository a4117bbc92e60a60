import '../unit/support/environment.ts'
import { beforeAll, expect, test } from 'vitest'
import type { CompanyContext } from '@/lib/core/context'
import { createCustomer } from '@/lib/customers/commands'
import { listCustomers } from '@/lib/customers/list'
import { CustomerFilters, NewCustomer } from '@/lib/customers/schema'
import { tagRecords } from '@/lib/lists/commands'
import { Tagging } from '@/lib/lists/schema'
import { freshDatabase } from './support/database.ts'
import { foundRentalCompany, type RentalCompany } from './support/fleet.ts'
import { gatewayOn } from './support/gateway.ts'
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
  ctx = { companyId, locale: 'de', db: gateway.client(undefined, token), log: { info: () => {} } } as never
})

test.each(['Hund', '{VIP', '"Ja"', 'a\\b', 'Nacht & Tag', 'zu 50 %'])(
  'who carries the tag %j is found by it, and nobody else',
  async (tag) => {
    const { id } = await createCustomer(ctx, NewCustomer.parse({ lastName: 'Frei' }))
    expect(await tagRecords(ctx, Tagging.parse({ list: 'customers', ids: [id], add: [tag] }))).toEqual([
      { id },
    ])
    const { rows } = await listCustomers(ctx, CustomerFilters.parse({ tag }))
    expect(rows.map((row) => row.id)).toEqual([id])
  },
)
