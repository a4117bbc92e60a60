import { randomUUID } from 'node:crypto'
import type { JSONValue } from 'postgres'
import type { FoundedCompany } from './companies.ts'
import type { Caller, Sql, TestDatabase } from './database.ts'

const DAY = 86_400_000

/** From pickup to return. */
export interface Period {
  startsAt: string
  endsAt: string
}

/** What `book_on_site` answers, as far as tests look at it. */
export interface Booking {
  id: string
  number: string
  status: string
  token: string
  total_rappen: number
  booking_deposit_rappen: number
  payment: { id: string; status: string; amount_rappen: number } | null
}

/** Three days, or as many as given, starting that many days from now. */
export function periodIn(daysAhead: number, days = 3): Period {
  const start = Math.ceil(Date.now() / DAY + daysAhead) * DAY + 9 * 3_600_000
  return { startsAt: new Date(start).toISOString(), endsAt: new Date(start + days * DAY).toISOString() }
}

/** Somebody nobody knows yet. */
export function newCustomer(fields: Record<string, JSONValue> = {}): Record<string, JSONValue> {
  return {
    first_name: 'Anna',
    last_name: 'Muster',
    email: `anna-${randomUUID()}@example.ch`,
    phone: '+41791234567',
    birth_date: '1990-05-01',
    ...fields,
  }
}

interface Wish extends Period {
  vehicleId?: string | null
  categoryId?: string | null
  customer?: Record<string, JSONValue> | null
  extras?: JSONValue
  key?: string | null
  locale?: string
  orAlike?: boolean
  licence?: JSONValue
  voucherCode?: string
}

/** Books on the company's site inside the given transaction. */
export async function bookOnSite(sql: Sql, slug: string, wish: Wish): Promise<Booking> {
  const [row] = await sql`
    select public.book_on_site(${slug}, ${wish.startsAt}::text::timestamptz, ${wish.endsAt}::text::timestamptz,
      ${sql.json(wish.customer === undefined ? newCustomer() : wish.customer)}, ${wish.vehicleId ?? null}, ${wish.categoryId ?? null},
      ${sql.json(wish.extras ?? [])}, p_locale => ${wish.locale ?? 'de'}, p_idempotency_key => ${wish.key ?? null},
      p_accepts_terms => true, p_or_alike => ${wish.orAlike ?? false}, p_licence => ${sql.json(wish.licence ?? null)},
      p_voucher_code => ${wish.voucherCode ?? null}) as booking`
  return row?.booking as Booking
}

/** Reserves at the desk: confirmed at once, and at any minute, where the site offers half hours only. */
export async function bookAtDesk(database: TestDatabase, caller: Caller, wish: Wish): Promise<Booking> {
  return database.as(caller, async (sql) => {
    const [row] = await sql`
      select public.create_reservation(${wish.startsAt}::text::timestamptz, ${wish.endsAt}::text::timestamptz, ${wish.vehicleId ?? null},
        ${wish.categoryId ?? null}, p_customer => ${sql.json(newCustomer())}) as booking`
    return row?.booking as Booking
  })
}

/** Tells the database what Stripe would: the deposit of a booking was paid. */
export async function settle(
  database: TestDatabase,
  { companyId }: FoundedCompany,
  { payment }: Pick<Booking, 'payment'>,
  fields: { amount?: number | null; currency?: string | null } = {},
): Promise<string> {
  if (!payment) throw new Error('The booking asks for no deposit.')
  const { amount = payment.amount_rappen, currency = 'chf' } = fields
  return database.asService(async (sql) => {
    const [row] = await sql`
      select public.settle_payment(${companyId}, ${payment.id}, 'cs_1', ${`pi_${payment.id}`}, ${amount}, ${currency}, 'cus_1', 'pm_1') as outcome`
    return row?.outcome as string
  })
}

/** A booking whose deposit is paid. */
export async function bookAndPay(
  database: TestDatabase,
  company: FoundedCompany,
  wish: Wish,
): Promise<Booking> {
  const booking = await database.asAnon((sql) => bookOnSite(sql, company.slug, wish))
  if (booking.payment) await settle(database, company, booking)
  return booking
}

/** Who drives, as the pickup form sends it. */
export const driver = {
  first_name: 'Anna',
  last_name: 'Muster',
  birth_date: '1990-05-01',
  licence_number: '123456789001',
  licence_categories: ['B'],
  licence_expires_on: '2040-01-01',
}

/** The customer's signature, with an image in the company's folder. */
export function signatures(companyId: string): JSONValue[] {
  return [
    {
      signer: 'customer',
      name: 'Anna Muster',
      image_path: `${companyId}/handovers/${randomUUID()}.png`,
      image_sha256: 'a'.repeat(64),
    },
  ]
}

/** A step as a phone sends it, done a while ago; its clock is right unless an offset says otherwise. */
export function step(fields: Record<string, JSONValue> = {}): Record<string, JSONValue> {
  const now = new Date().toISOString()
  return { id: randomUUID(), nth: 1, device_id: randomUUID(), device_at: now, sent_at: now, ...fields }
}

export interface Pickup {
  handoverId: string
  contractId: string
  odometerKm: number
}

/** Opens the pickup of a reservation. */
export async function startPickup(sql: Sql, reservationId: string): Promise<Pickup> {
  const [row] = await sql`select public.start_pickup(${reservationId}) as opened`
  const [vehicle] = await sql`
    select v.odometer_km from public.vehicles v join public.reservations r on r.vehicle_id = v.id where r.id = ${reservationId}`
  return {
    handoverId: row?.opened.handover_id,
    contractId: row?.opened.contract_id,
    odometerKm: vehicle?.odometer_km,
  }
}

/** Hands a reserved vehicle over, full tank; the security deposit in cash unless said. */
export async function handOver(
  database: TestDatabase,
  caller: Required<Pick<Caller, 'companyId'>> & Caller,
  reservationId: string,
  deposit: 'cash' | 'card' = 'cash',
): Promise<Pickup> {
  return database.as(caller, async (sql) => {
    const pickup = await startPickup(sql, reservationId)
    await sql`
      select public.complete_pickup(${pickup.handoverId}, ${sql.json({ odometer_km: pickup.odometerKm, fuel_percent: 100 })},
        ${sql.json(driver)}, ${sql.json(signatures(caller.companyId))}, ${deposit})`
    return pickup
  })
}

/** Takes a vehicle back after so many kilometres and with so much fuel. */
export async function takeBack(
  database: TestDatabase,
  caller: Required<Pick<Caller, 'companyId'>> & Caller,
  { contractId, odometerKm }: Pickup,
  { drivenKm = 10, fuelPercent = 100 } = {},
): Promise<string> {
  return database.as(caller, async (sql) => {
    const [row] = await sql`select public.start_return(${contractId}) ->> 'handover_id' as id`
    await sql`
      select public.complete_return(${row?.id}, ${sql.json({ odometer_km: odometerKm + drivenKm, fuel_percent: fuelPercent })},
        ${sql.json(signatures(caller.companyId))})`
    return row?.id as string
  })
}

/** The open records of an exchange: of the vehicle left behind and of the one that goes on. */
export async function exchangeOf(
  database: TestDatabase,
  contractId: string,
): Promise<{ back: string; out: string }> {
  const rows = await database.asPostgres(
    (sql) => sql`
      select kind, id from public.handovers where contract_id = ${contractId} and change_id is not null and completed_at is null`,
  )
  const id = (kind: string) => String(rows.find((row) => row.kind === kind)?.id)
  return { back: id('exchange_back'), out: id('exchange_out') }
}

/** Records an exchanged vehicle with its customer's signature. */
export async function recordExchange(
  database: TestDatabase,
  caller: Required<Pick<Caller, 'companyId'>> & Caller,
  handoverId: string,
  readings: { odometer_km: number; fuel_percent: number },
): Promise<void> {
  await database.as(
    caller,
    (sql) => sql`
      select public.complete_exchange(${handoverId}, ${sql.json(readings)}, ${sql.json(signatures(caller.companyId))})`,
  )
}

/** An invoice as it stands after issue. */
export interface IssuedInvoice {
  id: string
  contractId: string
  openRappen: number
}

/** The invoice of a whole rental without anything on top of its price. */
export async function issueInvoice(
  database: TestDatabase,
  company: FoundedCompany,
  caller: Required<Pick<Caller, 'companyId'>> & Caller,
  wish: Wish,
): Promise<IssuedInvoice> {
  const booking = await bookAndPay(database, company, wish)
  const pickup = await handOver(database, caller, booking.id)
  await takeBack(database, caller, pickup)
  return database.as(caller, async (sql) => {
    const [issued] = await sql`select public.issue_invoice(${pickup.contractId}) as id`
    const [row] = await sql`
      select (total_rappen - paid_rappen)::int as open from public.invoices where id = ${issued?.id}`
    return { id: issued?.id, contractId: pickup.contractId, openRappen: row?.open }
  })
}
