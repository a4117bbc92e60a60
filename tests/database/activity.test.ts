import { beforeAll, expect, test } from 'vitest'
import { listActivity, listHistory } from '@/lib/activity/queries'
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

test('who looked at a file of a check-in stands in the trail, under the booking it is of', async () => {
  const hour = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
  const wish = { startsAt: hour(48), endsAt: hour(72), vehicleId: vehicleOf(company, 2).id }
  const booking = await bookAtDesk(database, company.owner, wish)
  const field = { key: 'licence', kind: 'identity', labels: { de: 'Ausweis' }, required: true }
  await database.as(
    company.owner,
    (sql) =>
      sql`select public.save_form(${sql.json({ de: 'Check-in' })}, ${sql.json([field])}, ${[]}::uuid[], true, null)`,
  )
  const file = await database.asService(async (sql) => {
    const path = `${company.companyId}/checkin/a.jpg`
    const [row] = await sql`
      select public.add_form_file(${company.companyId}, ${booking.id}, 'licence', ${path}, 'image/jpeg', 1000, ${'a'.repeat(64)}) as it`
    return String(row?.it.id)
  })
  await database.as(company.owner, (sql) => sql`select public.note_form_file_view(${file})`)
  const look = {
    table: 'form_files',
    action: 'read',
    actor: { kind: 'user', name: 'Olivia Owner' },
    record: {
      name: expect.stringMatching(/^Anna Muster, R-/),
      href: `/dashboard/reservations/${booking.id}`,
    },
  }
  const { entries } = await listActivity(ctx, ActivityFilters.parse({ area: 'reservations' }))
  expect(entries[0]).toMatchObject(look)
  expect(await listHistory(ctx, [{ table: 'form_files', ids: [file] }])).toMatchObject([look])
})

test('of the photos of a handover it is told who looked at a licence, not that each was taken', async () => {
  const { entries } = await listActivity(ctx, ActivityFilters.parse({ area: 'contracts' }))
  expect(entries.filter(({ table }) => table === 'handovers')).not.toEqual([])
  expect(entries.filter(({ table }) => table === 'handover_photos')).toEqual([])
})
