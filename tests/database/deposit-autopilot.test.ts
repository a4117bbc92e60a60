import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import type { ServiceContext } from '@/lib/core/context'
import type { OutboxHandler } from '@/lib/core/outbox'
import { authoriseDeposit, checkDeposit, dropHold, resolveDeposit } from '@/lib/integrations/stripe/deposit'
import { onPaymentIntent } from '@/lib/integrations/stripe/events/payment-intent'
import { toMetadata } from '@/lib/integrations/stripe/transform'
import type { Db } from '@/lib/supabase/client'
import { addMember } from './support/companies.ts'
import { freshDatabase } from './support/database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany } from './support/fleet.ts'
import { gatewayOn } from './support/gateway.ts'
import { refusalOf } from './support/refusals.ts'
import { bookAndPay, driver, signatures, startPickup, takeBack } from './support/rentals.ts'
import { type EmulatedStripe, emulateStripe } from './support/stripe-emulator.ts'

const emulated = vi.hoisted(() => ({}) as Partial<EmulatedStripe>)
vi.mock('@/lib/integrations/stripe/client', () => ({ actingAs: () => ({}), stripe: () => emulated.stripe }))

/** Deposits held on cards, against an emulated Stripe whose clock runs as fast as the test wants. */
const stripe = emulateStripe(emulated)
const database = freshDatabase()
const gateway = gatewayOn(database)
let company: RentalCompany
let db: Db

beforeAll(async () => {
  company = await foundRentalCompany(database)
  db = gateway.client(gateway.secretKey) as unknown as Db
})

const slot = freeSlots(() => company)
const HANDLERS: Record<string, OutboxHandler> = {
  'stripe.deposit_authorise': authoriseDeposit,
  'stripe.deposit_check': checkDeposit,
  'stripe.deposit_drop': dropHold,
  'stripe.deposit_resolve': resolveDeposit,
}

/** Works on what waits in the outbox for Stripe; `twice` as a worker that died before it could say so. */
async function work({ twice = false } = {}): Promise<void> {
  for (;;) {
    const jobs = await database.asPostgres(
      (sql) =>
        sql`select id, topic, payload from public.outbox where status = 'pending' and topic like 'stripe.deposit%' order by created_at`,
    )
    if (jobs.length === 0) return
    for (const { id, topic, payload } of jobs) {
      const run = () =>
        HANDLERS[topic]?.({ db, companyId: company.companyId } as ServiceContext, {
          id,
          topic,
          payload,
          attempts: 1,
        })
      await run()
      if (twice) await run()
      await database.asPostgres((sql) => sql`update public.outbox set status = 'done' where id = ${id}`)
    }
  }
}

interface Rental {
  handoverId: string
  contractId: string
  depositId: string
  token: string
  odometerKm: number
}

/** A vehicle handed over, its deposit asked for on such a card. */
async function pickUp(alias: string): Promise<Rental> {
  const booking = await bookAndPay(database, company, slot())
  const card = await stripe.cardOnFile(alias)
  await database.asPostgres(
    (sql) =>
      sql`update public.customers set stripe_customer_id = ${card.customer}, payment_method_id = ${card.method}
        where id = (select customer_id from public.reservations where id = ${booking.id})`,
  )
  return database.as(company.owner, async (sql) => {
    const pickup = await startPickup(sql, booking.id)
    await sql`
      select public.complete_pickup(${pickup.handoverId}, ${sql.json({ odometer_km: pickup.odometerKm, fuel_percent: 100 })},
        ${sql.json(driver)}, ${sql.json(signatures(company.companyId))}, 'card')`
    const [deposit] = await sql`select id from public.deposits where contract_id = ${pickup.contractId}`
    return { ...pickup, depositId: deposit?.id as string, token: booking.token }
  })
}

/** The deposit, its holds as they came, and whom it made write. */
async function stateOf({ depositId }: Rental) {
  return database.asPostgres(async (sql) => {
    const [deposit] = await sql`
      select status, failure, provider_intent as intent, expires_at as "expiresAt", captured_rappen::int as captured from public.deposits where id = ${depositId}`
    const holds = await sql`
      select status, provider_intent as intent from public.deposit_holds where deposit_id = ${depositId} order by created_at, id`
    const mails = await sql`
      select topic from public.outbox where topic like 'mail.deposit%' and payload ->> 'deposit_id' = ${depositId} order by topic, created_at`
    return {
      ...(deposit as {
        status: string
        failure: string | null
        intent: string
        expiresAt: Date
        captured: number
      }),
      holds: holds.map(({ status }) => status),
      intents: holds.map(({ intent }) => intent as string),
      mails: mails.map(({ topic }) => topic as string),
    }
  })
}

/** The scheduler, when it is so many days later than now. */
const sweep = (days: number) =>
  database.asService(
    (sql) => sql`select public.sweep_deposits(now() + make_interval(mins => ${Math.round(days * 1440)}))`,
  )
const statusAtStripe = async (intent: string) => (await stripe.stripe.paymentIntents.retrieve(intent)).status
const changeCard = async ({ contractId }: Rental, alias: string) => {
  const card = await stripe.cardOnFile(alias)
  await database.asPostgres(
    (sql) =>
      sql`update public.customers set stripe_customer_id = ${card.customer}, payment_method_id = ${card.method}
        where id = (select customer_id from public.contracts where id = ${contractId})`,
  )
}
const close = ({ contractId }: Rental) =>
  database.as(company.owner, async (sql) => {
    await sql`select public.issue_invoice(${contractId})`
    await sql`select public.close_contract(${contractId})`
  })

describe('while the card goes on holding', () => {
  test('the next hold stands before the present one lapses, which is then let go; a worker that dies holds nothing twice', async () => {
    const rental = await pickUp('pm_card_visa')
    await work({ twice: true })
    const first = await stateOf(rental)
    expect(first).toMatchObject({ status: 'held', holds: ['held'], mails: [] })
    await sweep(5)
    expect((await stateOf(rental)).holds).toEqual(['held'])
    // The scheduler may come several times before the worker.
    await sweep(6)
    await sweep(6)
    expect((await stateOf(rental)).holds).toEqual(['held', 'requested'])
    await work({ twice: true })
    const second = await stateOf(rental)
    expect(second).toMatchObject({ status: 'held', holds: ['released', 'held'], mails: [] })
    expect(second.intent).not.toBe(first.intent)
    expect(await statusAtStripe(first.intent)).toBe('canceled')
    expect(await statusAtStripe(second.intent)).toBe('requires_capture')
    // What Stripe tells of the one before changes nothing any more.
    await onPaymentIntent(db, first.intent, null)
    expect(await stateOf(rental)).toEqual(second)
  })

  test('a part is captured of the hold that stands; given back whole, it is let go at Stripe', async () => {
    for (const kept of [5_000, 0]) {
      const rental = await pickUp('pm_card_visa')
      await work()
      await sweep(6)
      await work()
      await takeBack(database, company.owner, rental, { drivenKm: 3_000 })
      await database.as(company.owner, async (sql) => {
        await sql`select public.issue_invoice(${rental.contractId})`
        await sql`select public.resolve_deposit(${rental.depositId}, ${kept})`
      })
      await work({ twice: true })
      const end = await stateOf(rental)
      expect(end).toMatchObject(
        kept > 0
          ? { status: 'captured', captured: kept, holds: ['released', 'captured'] }
          : { status: 'released', captured: 0, holds: ['released', 'released'] },
      )
      expect(await statusAtStripe(end.intent)).toBe(kept > 0 ? 'succeeded' : 'canceled')
      await database.as(company.owner, (sql) => sql`select public.close_contract(${rental.contractId})`)
    }
  })

  test('a hold that comes through only after the deposit was given back is let go', async () => {
    const rental = await pickUp('pm_card_visa')
    await work()
    await sweep(6)
    await takeBack(database, company.owner, rental)
    await database.as(company.owner, (sql) => sql`select public.resolve_deposit(${rental.depositId}, 0)`)
    expect(await refusalOf(close(rental))).toMatchObject({ code: 'deposit_unresolved' })
    await work()
    const end = await stateOf(rental)
    expect(end).toMatchObject({ status: 'released', holds: ['released', 'released'] })
    expect(await Promise.all(end.intents.map(statusAtStripe))).toEqual(['canceled', 'canceled'])
    await close(rental)
  })
})

describe('when the card does not hold', () => {
  test.each([
    ['pm_card_authenticationRequired', 'authentication_required'],
    ['pm_card_chargeCustomerFail', 'card_declined'],
  ])(
    'a first hold on %s fails, desk and customer are told once, and the contract closes',
    async (alias, failure) => {
      const rental = await pickUp(alias)
      expect((await stateOf(rental)).status).toBe('requested')
      await work({ twice: true })
      expect(await stateOf(rental)).toMatchObject({
        status: 'failed',
        failure,
        holds: ['failed'],
        mails: ['mail.deposit_alert', 'mail.deposit_request'],
      })
      await takeBack(database, company.owner, rental)
      await close(rental)
    },
  )

  test('a renewal that wants the customer leaves the present hold, asks them once, and lapses with Stripe’s own clock', async () => {
    const rental = await pickUp('pm_card_visa')
    await work()
    const before = await stateOf(rental)
    await changeCard(rental, 'pm_card_authenticationRequired')
    await sweep(6)
    await work({ twice: true })
    const waiting = await stateOf(rental)
    expect(waiting).toMatchObject({
      status: 'held',
      failure: 'authentication_required',
      holds: ['held', 'failed'],
      mails: ['mail.deposit_alert', 'mail.deposit_request'],
    })
    expect(waiting.intent).toBe(before.intent)
    await sweep(6.5)
    expect((await stateOf(rental)).holds).toHaveLength(2)
    await stripe.advance(7.01)
    await Promise.all([1, 2, 3].map(() => onPaymentIntent(db, before.intent, null)))
    expect(await stateOf(rental)).toMatchObject({
      status: 'lapsed',
      holds: ['lapsed', 'failed'],
      mails: ['mail.deposit_alert', 'mail.deposit_alert', 'mail.deposit_request'],
    })
    expect(
      await refusalOf(
        database.as(company.owner, (sql) => sql`select public.resolve_deposit(${rental.depositId}, 0)`),
      ),
    ).toMatchObject({ code: 'deposit_not_held' })
    await takeBack(database, company.owner, rental)
    await close(rental)
  })

  test('a hold that lapsed while its event was lost is found by the scheduler', async () => {
    const rental = await pickUp('pm_card_visa')
    await work()
    await stripe.advance(7.01)
    expect((await stateOf(rental)).status).toBe('held')
    await sweep(7.1)
    await work({ twice: true })
    expect(await stateOf(rental)).toMatchObject({
      status: 'lapsed',
      failure: 'automatic',
      holds: ['lapsed'],
      mails: ['mail.deposit_alert', 'mail.deposit_request'],
    })
  })

  test('the desk tries the card again, which blocks closing until Stripe has said', async () => {
    const rental = await pickUp('pm_card_chargeCustomerFail')
    await work()
    await takeBack(database, company.owner, rental)
    await changeCard(rental, 'pm_card_visa')
    const retry = () =>
      database.as(company.owner, (sql) => sql`select public.retry_deposit_hold(${rental.depositId})`)
    await Promise.all([retry(), retry()])
    expect((await stateOf(rental)).holds).toEqual(['failed', 'requested'])
    expect(await refusalOf(close(rental))).toMatchObject({ code: 'deposit_unresolved' })
    await work({ twice: true })
    expect(await stateOf(rental)).toMatchObject({ status: 'held', failure: null, holds: ['failed', 'held'] })
    expect(await refusalOf(retry())).toMatchObject({ code: 'deposit_needs_nothing' })
    const staff = await addMember(database, company.companyId, 'viewer')
    expect(
      await refusalOf(
        database.as(staff, (sql) => sql`select public.retry_deposit_hold(${rental.depositId})`),
      ),
    ).toMatchObject({ code: 'forbidden' })
  })
})

describe('when the customer confirms by the private link', () => {
  const begin = (token: string) =>
    database.asAnon(async (sql) => {
      const [row] = await sql`select public.begin_deposit_hold(${company.slug}, ${token}) as it`
      return row?.it as { hold_id: string; amount_rappen: number }
    })
  const portalDeposit = (token: string) =>
    database.asAnon(async (sql) => {
      const [row] = await sql`select public.portal_by_token(${company.slug}, ${token}) -> 'deposit' as it`
      return row?.it as { status: string; needs_customer: boolean }
    })

  test('the hold they confirm becomes the deposit and their card the card on file; the page is the same until then', async () => {
    const rental = await pickUp('pm_card_authenticationRequired')
    expect(await refusalOf(begin(rental.token))).toMatchObject({ code: 'deposit_needs_nothing' })
    await work()
    expect(await portalDeposit(rental.token)).toMatchObject({ status: 'failed', needs_customer: true })
    const begun = await begin(rental.token)
    expect(await begin(rental.token)).toEqual(begun)
    const { customer, method } = await stripe.cardOnFile('pm_card_visa')
    const intent = await stripe.stripe.paymentIntents.create({
      amount: begun.amount_rappen,
      currency: 'chf',
      capture_method: 'manual',
      customer,
      payment_method: method,
      confirm: true,
      metadata: toMetadata({
        companyId: company.companyId,
        depositId: rental.depositId,
        holdId: begun.hold_id,
      }),
    })
    await Promise.all([1, 2, 3].map(() => onPaymentIntent(db, intent.id, null)))
    expect(await stateOf(rental)).toMatchObject({
      status: 'held',
      failure: null,
      intent: intent.id,
      holds: ['failed', 'held'],
    })
    expect(await portalDeposit(rental.token)).toMatchObject({ status: 'held', needs_customer: false })
    const [card] = await database.asPostgres(
      (sql) =>
        sql`select payment_method_id as method from public.customers where id = (select customer_id from public.contracts where id = ${rental.contractId})`,
    )
    expect(card?.method).toBe(method)
  })

  test('a page that is left open keeps no contract open, and what is confirmed after closing is let go', async () => {
    const rental = await pickUp('pm_card_chargeCustomerFail')
    await work()
    const begun = await begin(rental.token)
    await takeBack(database, company.owner, rental)
    await close(rental)
    const intent = await stripe.stripe.paymentIntents.create({
      amount: begun.amount_rappen,
      currency: 'chf',
      capture_method: 'manual',
      payment_method: 'pm_card_visa',
      confirm: true,
      metadata: toMetadata({
        companyId: company.companyId,
        depositId: rental.depositId,
        holdId: begun.hold_id,
      }),
    })
    await onPaymentIntent(db, intent.id, null)
    await work()
    expect(await statusAtStripe(intent.id)).toBe('canceled')
    expect(await stateOf(rental)).toMatchObject({ status: 'failed', holds: ['failed', 'released'] })
    expect(await refusalOf(begin(rental.token))).toMatchObject({ code: 'deposit_needs_nothing' })
  })

  test('a link that opens nothing holds nothing, and a hold of another company is not theirs to settle', async () => {
    expect(await refusalOf(begin('f'.repeat(64)))).toMatchObject({ code: 'link_expired' })
    const rental = await pickUp('pm_card_visa')
    await work()
    const { intent } = await stateOf(rental)
    await database.asPostgres(
      (sql) =>
        sql`update public.companies set stripe_account_id = ${`acct_${randomUUID()}`} where id = ${company.companyId}`,
    )
    expect(await onPaymentIntent(db, intent, 'acct_other')).toMatchObject({ status: 'quarantined' })
    await database.asPostgres(
      (sql) => sql`update public.companies set stripe_account_id = null where id = ${company.companyId}`,
    )
  })
})
