import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test, vi } from 'vitest'
import { listContractDrivers } from '@/lib/contracts/drivers'
import { getContract } from '@/lib/contracts/queries/detail'
import { legsOf } from '@/lib/contracts/rules'
import type { CompanyContext, SiteContext } from '@/lib/core/context'
import { performStep } from '@/lib/handover/commands'
import { getHandover, loadHandovers } from '@/lib/handover/queries/handovers'
import { type EnteredWork, Step } from '@/lib/handover/schema'
import { signAddendumByLink } from '@/lib/handover/sign-addendum'
import { getPortal } from '@/lib/portal/queries'
import { listChanges } from '@/lib/reservations/queries/changes'
import { freshDatabase } from '../support/database.ts'
import { freeSlots, type RentalCompany } from '../support/fleet.ts'
import { gatewayOn } from '../support/gateway.ts'
import { bookAndPay, driver, exchangeOf, handOver, type Pickup } from '../support/rentals.ts'
import { contextOf, roomyCompany, someSignature } from './phone-world.ts'

/** An exchange on the phone: what it is told, what it sends, and what the customer then signs in the portal. */
const database = freshDatabase()
let company: RentalCompany
const gateway = gatewayOn(database, async () => {
  company = await roomyCompany(database)
})
vi.mock('@/lib/supabase/admin', () => ({ createAdminClient: () => gateway.client(gateway.secretKey) }))
const slot = freeSlots(() => company)
const DAY = 86_400_000

let ctx: CompanyContext
let rental: Pickup & { id: string; token: string; vehicleId: string; targetId: string }
let open: { back: string; out: string }

beforeAll(async () => {
  ctx = await contextOf(gateway, company, company.owner.userId)
  const startsAt = new Date(Math.ceil(Date.now() / 1_800_000) * 1_800_000)
  const { vehicleId } = slot()
  const targetId = slot().vehicleId
  const booking = await bookAndPay(database, company, {
    vehicleId,
    startsAt: startsAt.toISOString(),
    endsAt: new Date(startsAt.getTime() + 3 * DAY).toISOString(),
  })
  rental = {
    ...(await handOver(database, company.owner, booking.id)),
    id: booking.id,
    token: booking.token,
    vehicleId,
    targetId,
  }
  await database.asService(
    (sql) => sql`
      select public.seal_document(${company.companyId}, 'contract', ${rental.contractId}, 'de',
        ${`${company.companyId}/contracts/${rental.contractId}.pdf`}, ${'c'.repeat(64)}, 1000)`,
  )
  const wanted = { vehicle_id: targetId, keep_price: true }
  await database.as(
    company.owner,
    (sql) => sql`select public.change_rental(${rental.contractId}, ${sql.json(wanted)})`,
  )
  open = await exchangeOf(database, rental.contractId)
})

function perform(handoverId: string, vehicleId: string, work: EnteredWork) {
  const now = new Date().toISOString()
  const step = {
    id: randomUUID(),
    owner: `${company.companyId}:${company.owner.userId}`,
    nth: 1,
    deviceId: randomUUID(),
    deviceAt: now,
    sentAt: now,
    clockOffsetMs: null,
  }
  const whole = Step.parse({ ...step, vehicleId, handoverId, work })
  return performStep(ctx, whole, { ip: '192.0.2.7', userAgent: 'Phone' })
}
const complete = async (handoverId: string, vehicleId: string, odometerKm: number) =>
  perform(handoverId, vehicleId, {
    kind: 'complete_exchange',
    end: {
      readings: { odometerKm, fuelPercent: 60, clean: true },
      signatures: [{ signer: 'customer', name: 'Anna Muster', image: await someSignature() }],
    },
  })

test('the phone is told of both vehicles: one comes back beside its pickup, one goes out', async () => {
  const told = await loadHandovers(ctx, {
    reservationIds: [],
    contractIds: [],
    exchangeIds: [open.back, open.out],
  })
  const of = (id: string) => told.find(({ key }) => key === `exchange:${id}`)
  expect(of(open.back)).toMatchObject({
    kind: 'return',
    isExchange: true,
    record: { id: open.back, isCompleted: false },
    vehicle: { id: rental.vehicleId },
    pickup: { handoverId: rental.handoverId },
  })
  expect(of(open.out)).toMatchObject({
    kind: 'pickup',
    isExchange: true,
    vehicle: { id: rental.targetId },
    pickup: null,
    stillOut: null,
  })
  expect(await getHandover(ctx, { handoverId: open.back })).toMatchObject({ key: `exchange:${open.back}` })
})

test('what the phone records ends the exchange; the return is then held against the vehicle that went on', async () => {
  const known = { out: (await getHandover(ctx, { handoverId: open.out })).vehicle.odometerKm }
  await complete(open.back, rental.vehicleId, rental.odometerKm + 80)
  await complete(open.out, rental.targetId, known.out)
  expect(await getHandover(ctx, { handoverId: open.out })).toMatchObject({ record: { isCompleted: true } })
  const back = await getHandover(ctx, { contractId: rental.contractId })
  expect(back).toMatchObject({
    isExchange: false,
    vehicle: { id: rental.targetId },
    pickup: { handoverId: open.out },
  })
})

test('the customer finds the addendum in the portal and signs it with a picture of their own', async () => {
  const site = {
    ...ctx,
    db: gateway.client(),
    company: { slug: company.slug },
  } as unknown as SiteContext
  const [addendum] = (await getPortal(site, rental.token)).addenda
  expect(addendum?.before.vehicle).not.toBe(addendum?.after.vehicle)
  const given = { changeId: addendum?.changeId ?? '', name: 'Anna Muster', image: await someSignature() }
  await signAddendumByLink(site, rental, given, { ip: '192.0.2.9', userAgent: 'Phone' })
  expect((await getPortal(site, rental.token)).addenda).toEqual([])
  const [signed] = await database.asPostgres(
    (sql) => sql`select image_path, image_sha256 from public.addenda where change_id = ${given.changeId}`,
  )
  const stored = await gateway.client(gateway.secretKey).storage.from('evidence').download(signed?.image_path)
  expect(stored.error).toBeNull()
  const dot = { ...given, image: `data:image/png;base64,${'A'.repeat(40)}` }
  await expect(signAddendumByLink(site, rental, dot, { ip: null, userAgent: null })).rejects.toMatchObject({
    code: 'signature_missing',
  })
})

test('the desk sees each vehicle with its own handovers, who signed online, and whose licence was photographed', async () => {
  const contract = await getContract(ctx, rental.contractId)
  const legs = legsOf(contract.handovers)
  expect(legs.map(({ out, back }) => [out.kind, back?.kind])).toEqual([
    ['pickup', 'exchange_back'],
    ['exchange_out', undefined],
  ])
  expect(new Set(legs.map(({ out }) => out.vehicle?.plate)).size).toBe(2)
  expect(contract.addenda).toMatchObject([{ name: 'Anna Muster', witnessed_by: null }])
  await database.as(
    company.owner,
    (sql) => sql`
      select public.add_contract_driver(${rental.contractId}, ${sql.json({ ...driver, first_name: 'Zoé', licence_number: '987654321001' })})`,
  )
  const [change] = await listChanges(ctx, rental.id)
  expect(change).toMatchObject({ driver: 'Zoé Muster', canUndo: true })
  const drivers = await listContractDrivers(ctx, { id: rental.contractId, driverId: contract.driverId })
  expect(drivers.map(({ isMain, pictures }) => [isMain, pictures.length])).toEqual([
    [true, 0],
    [false, 0],
  ])
  const { handoverId } = await perform(rental.handoverId, rental.targetId, {
    kind: 'begin_return',
    contractId: rental.contractId,
  })
  const path = `${company.companyId}/handovers/${randomUUID()}.jpg`
  await database.as(
    company.owner,
    (sql) => sql`
      select public.add_handover_photo(${handoverId}, ${randomUUID()}, 'licence_back', ${path}, ${path}, ${'b'.repeat(64)}, 16, 12, 300, now(),
        p_driver_id => ${drivers[1]?.id ?? null})`,
  )
  const pictured = await listContractDrivers(ctx, { id: rental.contractId, driverId: contract.driverId })
  expect(pictured[1]?.pictures).toMatchObject([{ position: 'licence_back', handover_id: handoverId }])
  expect((await getHandover(ctx, { contractId: rental.contractId })).furtherDrivers).toMatchObject([
    { id: drivers[1]?.id, name: 'Zoé Muster', addedRappen: 0 },
  ])
})
