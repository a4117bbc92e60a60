import { expect, test, vi } from 'vitest'
import { onPaymentIntent } from '@/lib/integrations/stripe/events/payment-intent'
import { toMetadata } from '@/lib/integrations/stripe/transform'
import { cardDeposits, type Rental } from './support/card-deposits.ts'
import { addMember } from './support/companies.ts'
import { refusalOf } from './support/refusals.ts'
import { takeBack } from './support/rentals.ts'
import type { EmulatedStripe } from './support/stripe-emulator.ts'

const emulated = vi.hoisted(() => ({}) as Partial<EmulatedStripe>)
vi.mock('@/lib/integrations/stripe/client', () => ({ actingAs: () => ({}), stripe: () => emulated.stripe }))

/** Deposits in cash, in place of a card that did not hold them. */
const { world, database, stripe, work, pickUp, stateOf, sweep, statusAtStripe, changeCard, close } =
  cardDeposits(emulated)

/** The desk takes the deposit in cash where the card did not hold it; what the card still might hold is let go. */
const inCash = ({ depositId }: Rental) =>
  database.as(world.company.owner, (sql) => sql`select public.take_deposit_in_cash(${depositId})`)
const money = ({ depositId }: Rental) =>
  database.asPostgres(async (sql) => {
    const [row] = await sql`
      select coalesce(sum(amount_rappen) filter (where account = 'cash'), 0)::int as cash, coalesce(sum(amount_rappen) filter (where account = 'deposits_held'), 0)::int as held
      from public.ledger_entries where source_id = ${depositId}`
    return row
  })
const amountOf = ({ depositId }: Rental) =>
  database.asPostgres(async (sql) => {
    const [row] =
      await sql`select amount_rappen::int as rappen, method from public.deposits where id = ${depositId}`
    return row as { rappen: number; method: string }
  })

test('a refused card is replaced by cash, once, however often the button is pressed; at the end it is given back from the till', async () => {
  const rental = await pickUp('pm_card_chargeCustomerFail')
  await work()
  await Promise.all([inCash(rental), inCash(rental), inCash(rental)])
  const { rappen } = await amountOf(rental)
  expect(await amountOf(rental)).toEqual({ rappen, method: 'cash' })
  expect(await stateOf(rental)).toMatchObject({
    status: 'held',
    failure: null,
    intent: null,
    expiresAt: null,
  })
  expect(await money(rental)).toEqual({ cash: rappen, held: -rappen })
  await takeBack(database, world.company.owner, rental)
  await database.as(world.company.owner, (sql) => sql`select public.resolve_deposit(${rental.depositId}, 0)`)
  expect(await money(rental)).toEqual({ cash: 0, held: 0 })
  await close(rental)
})

test('a hold that stands but cannot be renewed is let go at Stripe when cash takes its place', async () => {
  const rental = await pickUp('pm_card_visa')
  await work()
  const { intent } = await stateOf(rental)
  await changeCard(rental, 'pm_card_authenticationRequired')
  await sweep(6)
  await work()
  await inCash(rental)
  await work({ twice: true })
  expect(await statusAtStripe(intent)).toBe('canceled')
  expect(await stateOf(rental)).toMatchObject({ status: 'held', intent: null, holds: ['released', 'failed'] })
  await sweep(7)
  await onPaymentIntent(world.db, intent, world.company.stripeAccount)
  expect(await stateOf(rental)).toMatchObject({ status: 'held', holds: ['released', 'failed'] })
})

test.each(['the desk tried the card once more', 'the customer had the page open'])(
  '%s: a hold that comes through after the cash is let go',
  async (what) => {
    const rental = await pickUp('pm_card_chargeCustomerFail')
    await work()
    await changeCard(rental, 'pm_card_visa')
    if (what.startsWith('the desk'))
      await database.as(
        world.company.owner,
        (sql) => sql`select public.retry_deposit_hold(${rental.depositId})`,
      )
    else {
      const [row] = await database.asAnon(
        (sql) => sql`select public.begin_deposit_hold(${world.company.slug}, ${rental.token}) as it`,
      )
      await inCash(rental)
      const intent = await stripe.stripe.paymentIntents.create({
        amount: row?.it.amount_rappen,
        currency: 'chf',
        capture_method: 'manual',
        payment_method: 'pm_card_visa',
        confirm: true,
        metadata: toMetadata({
          companyId: world.company.companyId,
          depositId: rental.depositId,
          holdId: row?.it.hold_id,
        }),
      })
      await onPaymentIntent(world.db, intent.id, world.company.stripeAccount)
    }
    await inCash(rental)
    await work({ twice: true })
    const end = await stateOf(rental)
    expect(end).toMatchObject({ status: 'held', intent: null, holds: ['failed', 'released'] })
    expect(await statusAtStripe(end.intents[1] as string)).toBe('canceled')
    await takeBack(database, world.company.owner, rental)
    await database.as(
      world.company.owner,
      (sql) => sql`select public.resolve_deposit(${rental.depositId}, 0)`,
    )
    await close(rental)
  },
)

test('a hold that stands and needs nobody is not exchanged, and only who takes payments may', async () => {
  const rental = await pickUp('pm_card_visa')
  await work()
  expect(await refusalOf(inCash(rental))).toMatchObject({ status: 409, code: 'deposit_needs_nothing' })
  const viewer = await addMember(database, world.company.companyId, 'viewer')
  expect(
    await refusalOf(
      database.as(viewer, (sql) => sql`select public.take_deposit_in_cash(${rental.depositId})`),
    ),
  ).toMatchObject({ code: 'forbidden' })
})
