import { expect, test, vi } from 'vitest'
import { onPaymentIntent } from '@/lib/integrations/stripe/events/payment-intent'
import { toMetadata } from '@/lib/integrations/stripe/transform'
import { cardDeposits } from './support/card-deposits.ts'
import { refusalOf } from './support/refusals.ts'
import { takeBack } from './support/rentals.ts'
import type { EmulatedStripe } from './support/stripe-emulator.ts'

const emulated = vi.hoisted(() => ({}) as Partial<EmulatedStripe>)
vi.mock('@/lib/integrations/stripe/client', () => ({ actingAs: () => ({}), stripe: () => emulated.stripe }))

/** Deposits whose card was refused, confirmed by the customer on their private link. */
const { world, database, stripe, work, pickUp, stateOf, statusAtStripe, close } = cardDeposits(emulated)

const begin = (token: string) =>
  database.asAnon(async (sql) => {
    const [row] = await sql`select public.begin_deposit_hold(${world.company.slug}, ${token}) as it`
    return row?.it as { hold_id: string; amount_rappen: number }
  })
const portalDeposit = (token: string) =>
  database.asAnon(async (sql) => {
    const [row] = await sql`select public.portal_by_token(${world.company.slug}, ${token}) -> 'deposit' as it`
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
      companyId: world.company.companyId,
      depositId: rental.depositId,
      holdId: begun.hold_id,
    }),
  })
  await Promise.all([1, 2, 3].map(() => onPaymentIntent(world.db, intent.id, world.company.stripeAccount)))
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
  await takeBack(database, world.company.owner, rental)
  await close(rental)
  const intent = await stripe.stripe.paymentIntents.create({
    amount: begun.amount_rappen,
    currency: 'chf',
    capture_method: 'manual',
    payment_method: 'pm_card_visa',
    confirm: true,
    metadata: toMetadata({
      companyId: world.company.companyId,
      depositId: rental.depositId,
      holdId: begun.hold_id,
    }),
  })
  await onPaymentIntent(world.db, intent.id, world.company.stripeAccount)
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
  for (const stranger of ['acct_other', null])
    expect(await onPaymentIntent(world.db, intent, stranger)).toMatchObject({ status: 'quarantined' })
})
