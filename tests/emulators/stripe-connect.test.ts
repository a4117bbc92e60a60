import { expect, test } from 'vitest'
import {
  bookingCheckout,
  CONNECT_WEBHOOK_SECRET,
  payOnPage,
  startStripeWorld,
  submitForm,
  WEBHOOK_SECRET,
} from './support/stripe-world.ts'

const world = startStripeWorld()
const acting = { stripeAccount: 'acct_demo' }

test('a payment on a connected account belongs to it, and its events say so', async () => {
  const session = await world.stripe.checkout.sessions.create(
    bookingCheckout({ payment_intent_data: { application_fee_amount: 180 } }),
    acting,
  )
  expect(await (await fetch(session.url ?? '')).text()).toContain('Alpenmobil AG')
  await payOnPage(session.url ?? '', '4242424242424242')

  const event = await world.inbox.waitFor('checkout.session.completed')
  expect(event.account).toBe('acct_demo')
  const delivery = world.inbox.deliveries.find(({ event: { id } }) => id === event.id)
  const verify = (secret: string) =>
    world.stripe.webhooks.constructEvent(delivery?.body ?? '', delivery?.signature ?? '', secret)
  expect(verify(CONNECT_WEBHOOK_SECRET).id).toBe(event.id)
  expect(() => verify(WEBHOOK_SECRET)).toThrow()
  await expect(world.stripe.checkout.sessions.retrieve(session.id)).rejects.toMatchObject({
    code: 'resource_missing',
  })

  const [charge] = (await world.stripe.charges.list({ expand: ['data.balance_transaction'] }, acting)).data
  expect(charge).toMatchObject({ application_fee_amount: 180, balance_transaction: { fee: 378 + 180 } })
  expect((await world.stripe.applicationFees.list()).data).toMatchObject([
    { amount: 180, account: 'acct_demo' },
  ])
})

test('the platform fee stays unless the refund asks for it', async () => {
  const pay = () =>
    world.stripe.paymentIntents.create(
      {
        amount: 10_000,
        currency: 'chf',
        payment_method: 'pm_card_visa',
        confirm: true,
        application_fee_amount: 150,
      },
      acting,
    )
  await world.stripe.refunds.create({ payment_intent: (await pay()).id }, acting)
  expect((await world.stripe.applicationFees.list()).data[0]?.amount_refunded).toBe(0)
  await world.stripe.refunds.create(
    { payment_intent: (await pay()).id, refund_application_fee: true },
    acting,
  )
  expect((await world.stripe.applicationFees.list()).data[0]?.amount_refunded).toBe(150)
})

test('an account that is not known is refused', async () => {
  const call = world.stripe.customers.create({}, { stripeAccount: 'acct_nobody' })
  await expect(call).rejects.toMatchObject({ statusCode: 403, code: 'account_invalid' })
})

test('a company onboards on the hosted page and may then take payments', async () => {
  const account = await world.stripe.accounts.create({
    type: 'standard',
    country: 'CH',
    email: 'owner@glanzwerk.test',
    business_profile: { name: 'Glanzwerk' },
    metadata: { company_id: 'c2' },
  })
  expect(account.charges_enabled).toBe(false)
  const early = world.stripe.paymentIntents.create(
    { amount: 1_000, currency: 'chf' },
    { stripeAccount: account.id },
  )
  await expect(early).rejects.toThrow('cannot currently make charges')

  const link = await world.stripe.accountLinks.create({
    account: account.id,
    type: 'account_onboarding',
    refresh_url: 'https://crms.example/again',
    return_url: 'https://crms.example/back',
  })
  expect(await (await fetch(link.url)).text()).toContain('Glanzwerk')
  const finished = await submitForm(link.url, { name: 'Glanzwerk GmbH', iban: 'CH93 0076 2011 6238 5295 7' })
  expect(finished.headers.get('location')).toBe('https://crms.example/back')

  const event = await world.inbox.waitFor('account.updated')
  expect(event).toMatchObject({
    account: account.id,
    data: { object: { charges_enabled: true, id: account.id } },
  })
  const again = await submitForm(link.url, {})
  expect(again.headers.get('location')).toBe('https://crms.example/again')
})
