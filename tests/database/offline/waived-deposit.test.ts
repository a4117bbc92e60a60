import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test, vi } from 'vitest'
import { getContract } from '@/lib/contracts/queries/detail'
import type { CompanyContext } from '@/lib/core/context'
import { performStep } from '@/lib/handover/commands'
import { Step } from '@/lib/handover/schema'
import { freshDatabase } from '../support/database.ts'
import { freeSlots, type RentalCompany } from '../support/fleet.ts'
import { gatewayOn } from '../support/gateway.ts'
import { bookAndPay, startPickup } from '../support/rentals.ts'
import { contextOf, roomyCompany, someSignature } from './phone-world.ts'

/** A vehicle that goes out without the deposit its price asks for: why, by whom and when. */
const database = freshDatabase()
let company: RentalCompany
const gateway = gatewayOn(database, async () => {
  company = await roomyCompany(database)
})
vi.mock('@/lib/supabase/admin', () => ({ createAdminClient: () => gateway.client(gateway.secretKey) }))
const slot = freeSlots(() => company)
let ctx: CompanyContext

beforeAll(async () => {
  ctx = { ...(await contextOf(gateway, company, company.owner.userId)), locale: 'de' }
})

/** Ends a pickup without a deposit as a phone sends it; one from before the reason was asked has none. */
async function goOut(reason: { depositWaivedReason?: string }) {
  const wish = slot()
  const { id } = await bookAndPay(database, company, wish)
  const { handoverId, contractId, odometerKm } = await database.as(company.owner, (sql) =>
    startPickup(sql, id),
  )
  const now = new Date().toISOString()
  const step = Step.parse({
    id: randomUUID(),
    owner: `${company.companyId}:${company.owner.userId}`,
    nth: 1,
    deviceId: randomUUID(),
    deviceAt: now,
    sentAt: now,
    clockOffsetMs: null,
    vehicleId: wish.vehicleId,
    handoverId,
    work: {
      kind: 'complete_pickup',
      end: {
        readings: { odometerKm, fuelPercent: 100, clean: true },
        driver: {
          firstName: 'Anna',
          lastName: 'Muster',
          birthDate: '1990-04-12',
          licenceNumber: '001234567890',
          licenceCategories: ['B'],
          licenceExpiresOn: '2040-01-01',
        },
        depositMethod: null,
        ...reason,
        signatures: [{ signer: 'customer', name: 'Anna Muster', image: await someSignature() }],
      },
    },
  })
  await performStep(ctx, step, { ip: '192.0.2.7', userAgent: 'Phone' })
  return getContract(ctx, contractId)
}

test('a vehicle goes out without its deposit for a reason, which the contract tells with who and when', async () => {
  const contract = await goOut({ depositWaivedReason: '  Stammkundin ' })
  expect(contract).toMatchObject({ status: 'active', deposit: null, depositWaivedReason: 'Stammkundin' })
  const [noted] = await database.asPostgres(
    (sql) => sql`
      select a.actor_user_id as actor, h.performed_by, h.completed_at is not null as dated from public.audit_log a
      join public.handovers h on h.contract_id::text = a.record_id and h.kind = 'pickup'
      where a.record_id = ${contract.id} and a.after ->> 'deposit_waived_reason' = 'Stammkundin'`,
  )
  expect(noted).toEqual({ actor: company.owner.userId, performed_by: company.owner.userId, dated: true })
})

test('without a reason the deposit is not waived, and nothing of the pickup stays', async () => {
  await expect(goOut({ depositWaivedReason: '  ' })).rejects.toMatchObject({ code: 'reason_missing' })
  const [kept] = await database.asPostgres(
    (sql) => sql`select count(*)::int as active from public.contracts
      where company_id = ${company.companyId} and status = 'active' and deposit_waived_reason is null`,
  )
  expect(kept?.active).toBe(0)
})

test('what a phone wrote down before it asked for the reason arrives, and says so', async () => {
  const contract = await goOut({})
  expect(contract.depositWaivedReason).toBe('Auf dem Gerät abgeschlossen, bevor nach dem Grund gefragt wurde')
})
