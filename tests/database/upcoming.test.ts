import { beforeAll, expect, test } from 'vitest'
import type { CompanyContext } from '@/lib/core/context'
import { listUpcomingReservations } from '@/lib/reservations/queries/list'
import { freshDatabase } from './support/database.ts'
import { foundRentalCompany, type RentalCompany, vehicleOf } from './support/fleet.ts'
import { gatewayOn } from './support/gateway.ts'
import { bookAtDesk, handOver, takeBack } from './support/rentals.ts'
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
  ctx = { companyId, db: gateway.client(undefined, token), now: () => new Date() } as never
})

test('a vehicle that came back early has no more of that reservation before it', async () => {
  const vehicleId = vehicleOf(company, 0).id
  const hours = (count: number) => new Date(Date.now() + count * 3_600_000).toISOString()
  const out = await bookAtDesk(database, company.owner, { vehicleId, startsAt: hours(-1), endsAt: hours(71) })
  const next = await bookAtDesk(database, company.owner, {
    vehicleId,
    startsAt: hours(120),
    endsAt: hours(144),
  })
  const shown = async () => (await listUpcomingReservations(ctx, { vehicleId })).map(({ id }) => id)
  const pickup = await handOver(database, company.owner, out.id)
  expect(await shown()).toEqual([out.id, next.id])
  await takeBack(database, company.owner, pickup)
  expect(await shown()).toEqual([next.id])
})
