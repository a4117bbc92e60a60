import { describe, expect, test, vi } from 'vitest'
import { onPaymentIntent } from '@/lib/integrations/stripe/events/payment-intent'
import { cardDeposits } from './support/card-deposits.ts'
import { addMember } from './support/companies.ts'
import { refusalOf } from './support/refusals.ts'
import { takeBack } from './support/rentals.ts'
import type { EmulatedStripe } from './support/stripe-emulator.ts'

const emulated = vi.hoisted(() => ({}) as Partial<EmulatedStripe>)
vi.mock('@/lib/integrations/stripe/client', () => ({ actingAs: () => ({}), stripe: () => emulated.stripe }))

/** Deposits held on cards, against an emulated Stripe whose clock runs as fast as the test wants. */
const { world, database, stripe, work, pickUp, stateOf, sweep, release, statusAtStripe, changeCard, close } =
  cardDeposits(emulated)

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
    await onPaymentIntent(world.db, first.intent, world.company.stripeAccount)
    expect(await stateOf(rental)).toEqual(second)
  })

  test('a worker that died with Stripe’s answer finds its hold days later, when the key is forgotten there', async () => {
    const rental = await pickUp('pm_card_visa')
    await expect(work({ dies: true })).rejects.toThrow('killed')
    await stripe.advance(2)
    await work({ days: 2 })
    const { status, holds, intent } = await stateOf(rental)
    expect({ status, holds }).toEqual({ status: 'held', holds: ['held'] })
    const { customer } = await stripe.stripe.paymentIntents.retrieve(intent)
    const { data } = await stripe.stripe.paymentIntents.list({ customer: String(customer) })
    expect(data.map(({ id }) => id)).toEqual([intent])
  })

  test('a part is captured of the hold that stands; given back whole, it is let go at Stripe', async () => {
    for (const kept of [5_000, 0]) {
      const rental = await pickUp('pm_card_visa')
      await work()
      await sweep(6)
      await work()
      await takeBack(database, world.company.owner, rental, { drivenKm: 3_000 })
      await database.as(world.company.owner, async (sql) => {
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
      await database.as(world.company.owner, (sql) => sql`select public.close_contract(${rental.contractId})`)
    }
  })

  test('a hold that comes through only after the deposit was given back is let go', async () => {
    const rental = await pickUp('pm_card_visa')
    await work()
    await sweep(6)
    await takeBack(database, world.company.owner, rental)
    await database.as(
      world.company.owner,
      (sql) => sql`select public.resolve_deposit(${rental.depositId}, 0)`,
    )
    expect(await refusalOf(close(rental))).toMatchObject({ code: 'deposit_unresolved' })
    await work()
    const end = await stateOf(rental)
    expect(end).toMatchObject({ status: 'released', holds: ['released', 'released'] })
    expect(await Promise.all(end.intents.map(statusAtStripe))).toEqual(['canceled', 'canceled'])
    await close(rental)
  })
})

describe('let go by itself', () => {
  const wish = (days: number | null) =>
    database.as(world.company.owner, (sql) => sql`update public.companies set deposit_release_days = ${days}`)

  /** Back and invoiced; what is open is paid unless said. */
  async function settled({ isPaid = true } = {}) {
    const rental = await pickUp('pm_card_visa')
    await work()
    await takeBack(database, world.company.owner, rental)
    await database.as(world.company.owner, async (sql) => {
      const [invoice] = await sql`select public.issue_invoice(${rental.contractId}) as id`
      if (!isPaid) return
      await sql`
        select public.record_payment(i.id, 'bank_transfer', i.due_rappen - i.paid_rappen, p_idempotency_key => gen_random_uuid()::text)
        from public.invoices i where i.id = ${invoice?.id} and i.due_rappen > i.paid_rappen`
    })
    return rental
  }

  test('is a card of a rental that is paid, once, so many days after the return; not where the company wants to do it by hand', async () => {
    const rental = await settled()
    await wish(null)
    expect(await release(60)).toBe(0)
    await wish(2)
    expect(await release(1)).toBe(0)
    expect((await stateOf(rental)).status).toBe('held')
    expect(await release(2)).toBe(1)
    expect(await release(2)).toBe(0)
    await work({ twice: true })
    const end = await stateOf(rental)
    expect(end).toMatchObject({ status: 'released', captured: 0, holds: ['released'] })
    expect(await statusAtStripe(end.intent)).toBe('canceled')
    await close(rental)
  })

  test('is none while something is open, and none of a damage of which nobody has said who pays', async () => {
    await wish(0)
    const unpaid = await settled({ isPaid: false })
    const damaged = await settled()
    const decide = (fields: Record<string, string | number>) =>
      database.asPostgres(
        (sql) => sql`update public.damage_cases set ${sql(fields)} where contract_id = ${damaged.contractId}`,
      )
    await database.asPostgres(
      (sql) => sql`
        insert into public.damage_cases (company_id, number, vehicle_id, contract_id, estimate_rappen)
        select company_id, 'S-1', vehicle_id, id, 20000 from public.contracts where id = ${damaged.contractId}`,
    )
    expect(await release(10)).toBe(0)
    await decide({ charged_rappen: 10_000 })
    expect(await release(10)).toBe(1)
    expect((await stateOf(unpaid)).status).toBe('held')
    expect((await stateOf(damaged)).status).toBe('released')
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
      await takeBack(database, world.company.owner, rental)
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
    await Promise.all(
      [1, 2, 3].map(() => onPaymentIntent(world.db, before.intent, world.company.stripeAccount)),
    )
    expect(await stateOf(rental)).toMatchObject({
      status: 'lapsed',
      holds: ['lapsed', 'failed'],
      mails: ['mail.deposit_alert', 'mail.deposit_alert', 'mail.deposit_request'],
    })
    expect(
      await refusalOf(
        database.as(world.company.owner, (sql) => sql`select public.resolve_deposit(${rental.depositId}, 0)`),
      ),
    ).toMatchObject({ code: 'deposit_not_held' })
    await takeBack(database, world.company.owner, rental)
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
    await takeBack(database, world.company.owner, rental)
    await changeCard(rental, 'pm_card_visa')
    const retry = () =>
      database.as(world.company.owner, (sql) => sql`select public.retry_deposit_hold(${rental.depositId})`)
    await Promise.all([retry(), retry()])
    expect((await stateOf(rental)).holds).toEqual(['failed', 'requested'])
    expect(await refusalOf(close(rental))).toMatchObject({ code: 'deposit_unresolved' })
    await work({ twice: true })
    expect(await stateOf(rental)).toMatchObject({ status: 'held', failure: null, holds: ['failed', 'held'] })
    expect(await refusalOf(retry())).toMatchObject({ code: 'deposit_needs_nothing' })
    const staff = await addMember(database, world.company.companyId, 'viewer')
    expect(
      await refusalOf(
        database.as(staff, (sql) => sql`select public.retry_deposit_hold(${rental.depositId})`),
      ),
    ).toMatchObject({ code: 'forbidden' })
  })
})
