import type Stripe from 'stripe'
import { beforeEach, expect, test, vi } from 'vitest'
import { invalidate } from '@/lib/core/cache'
import { createConnectedAccount, onboardingUrl, syncAccount } from '@/lib/integrations/stripe/connect'
import { onAccount } from '@/lib/integrations/stripe/events/account'
import type { Db } from '@/lib/supabase/client'
import { freshDatabase } from './support/database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany } from './support/fleet.ts'
import { gatewayOn } from './support/gateway.ts'
import { refusalOf } from './support/refusals.ts'
import { bookOnSite, issueInvoice } from './support/rentals.ts'
import { type EmulatedStripe, emulateStripe } from './support/stripe-emulator.ts'

const emulated = vi.hoisted(() => ({}) as Partial<EmulatedStripe>)
vi.mock('@/lib/core/cache', () => ({ invalidate: vi.fn() }))
vi.mock('@/lib/integrations/stripe/client', () => ({
  actingAs: (account: string | null) => (account ? { stripeAccount: account } : {}),
  stripe: () => emulated.stripe,
}))

/** A company connects its own account at Stripe: until Stripe says that it is ready, nobody takes its cards, and nothing runs through the platform's. */
const stripe = emulateStripe(emulated)
const database = freshDatabase()
const gateway = gatewayOn(database)
let company: RentalCompany
let db: Db
const slot = freeSlots(() => company)

beforeEach(async () => {
  company = await foundRentalCompany(database)
  await database.asPostgres(
    (sql) =>
      sql`update public.companies set takes_cards = false, stripe_account_id = null, stripe_standing = '{}' where id = ${company.companyId}`,
  )
  db = gateway.client(gateway.secretKey) as unknown as Db
})

const keep = async (account: string) => {
  const { data } = await db.rpc('keep_stripe_account', {
    p_company_id: company.companyId,
    p_account: account,
  })
  return data as unknown as string
}
const begin = async () => {
  const account = await createConnectedAccount({ id: company.companyId, name: 'Test AG', email: null })
  await keep(account)
  await syncAccount(db, account)
  return account
}
const finish = async (account: string) => {
  const pages = { returnUrl: 'https://crms.example/back', refreshUrl: 'https://crms.example/again' }
  const url = await onboardingUrl(account, pages)
  const body = new URLSearchParams({ name: 'Test AG', iban: 'CH93 0076 2011 6238 5295 7' })
  const answer = await fetch(url, { method: 'POST', body, redirect: 'manual' })
  expect(answer.headers.get('location')).toBe(pages.returnUrl)
}
const standing = () =>
  database.as(company.owner, async (sql) => {
    const [row] = await sql`
      select stripe_account_id as account, takes_cards as takes, stripe_standing as standing from public.companies where id = ${company.companyId}`
    return row as {
      account: string | null
      takes: boolean
      standing: { currently_due?: string[]; payouts_enabled?: boolean }
    }
  })
const book = () => database.asAnon((sql) => bookOnSite(sql, company.slug, slot()))

test('not begun or not finished, no card is asked for; finished, the deposit is', async () => {
  expect(await standing()).toMatchObject({ account: null, takes: false })
  expect(await book()).toMatchObject({ status: 'confirmed', payment: null, booking_deposit_rappen: 0 })
  const account = await begin()
  expect(await standing()).toMatchObject({ account, takes: false })
  expect((await standing()).standing.currently_due).toContain('external_account')
  expect(await book()).toMatchObject({ status: 'confirmed', payment: null, booking_deposit_rappen: 0 })

  await finish(account)
  vi.mocked(invalidate).mockClear()
  expect(await onAccount(db, account)).toEqual({ status: 'processed', companyId: company.companyId })
  // Its site shows at once what it asks for now.
  expect(invalidate).toHaveBeenCalledWith(company.companyId, 'settings')
  expect(await standing()).toMatchObject({
    takes: true,
    standing: { currently_due: [], payouts_enabled: true },
  })
  expect(await book()).toMatchObject({ status: 'pending' })
})

test('an answer of Stripe that arrives late does not undo a newer one', async () => {
  const account = await begin()
  const answered = Promise.withResolvers<void>()
  const mayWrite = Promise.withResolvers<void>()
  const rpc: Db['rpc'] = (async (...parameters: Parameters<Db['rpc']>) => {
    answered.resolve()
    await mayWrite.promise
    return db.rpc(...parameters)
  }) as never
  await database.asPostgres(
    (sql) => sql`update public.companies set stripe_standing = '{}' where id = ${company.companyId}`,
  )
  const late = syncAccount({ rpc } as Db, account)
  await answered.promise
  await finish(account)
  await syncAccount(db, account)
  mayWrite.resolve()
  await late
  expect(await standing()).toMatchObject({ takes: true })
})

test('an invoice offers no card until the account is ready', async () => {
  const invoice = await issueInvoice(database, company, company.owner as never, slot())
  const account = await begin()
  const [row] = await database.as(
    company.owner,
    (sql) => sql`select public.invoice_pay_token(${invoice.id}) as token`,
  )
  const pay = () =>
    database.asAnon((sql) => sql`select public.begin_card_payment(${company.slug}, ${row?.token}) as it`)
  const offered = () =>
    database.asAnon(async (sql) => {
      const [shown] =
        await sql`select public.invoice_by_token(${company.slug}, ${row?.token}) -> 'takes_cards' as it`
      return shown?.it as boolean
    })
  expect(await refusalOf(pay())).toMatchObject({ status: 409, code: 'cards_not_ready' })
  expect(await offered()).toBe(false)
  const charge = () =>
    database.as(company.owner, (sql) => sql`select public.charge_card_on_file(${invoice.id})`)
  expect(await refusalOf(charge())).toMatchObject({ code: 'cards_not_ready' })
  await finish(account)
  await onAccount(db, account)
  expect(await offered()).toBe(true)
  await pay()
})

test('without an account the database opens no charge and no hold, by whatever way', async () => {
  const invoice = await issueInvoice(database, company, company.owner as never, slot())
  const asked = (method: string) =>
    database.asPostgres(
      (sql) => sql`
        insert into public.payments (company_id, customer_id, invoice_id, purpose, method, amount_rappen, currency)
        select company_id, customer_id, id, 'invoice', ${method}::public.payment_method, 100, currency from public.invoices where id = ${invoice.id}`,
    )
  for (const method of ['card', 'twint'])
    expect(await refusalOf(asked(method))).toMatchObject({ code: 'cards_not_ready' })
  const held = database.asPostgres(
    (sql) => sql`
      insert into public.deposits (company_id, contract_id, method, status, amount_rappen, currency)
      values (${company.companyId}, ${invoice.contractId}, 'card', 'requested', 100, 'CHF')`,
  )
  expect(await refusalOf(held)).toMatchObject({ code: 'cards_not_ready' })
  const taken = database.asPostgres(
    (sql) => sql`update public.companies set takes_cards = true where id = ${company.companyId}`,
  )
  await expect(taken).rejects.toThrow('check constraint')
})

test('pressed twice it is one account, and the first one stays', async () => {
  const [one, two] = await Promise.all([begin(), begin()])
  expect(two).toBe(one)
  expect(await keep('acct_other')).toBe(one)
  expect((await standing()).account).toBe(one)
})

test('an account of nobody here is left alone; nobody but our machine connects one', async () => {
  const stranger: Stripe.Account = await stripe.stripe.accounts.create({ country: 'CH' })
  expect(await onAccount(db, stranger.id)).toMatchObject({ status: 'ignored' })
  const steal = database.as(
    company.owner,
    (sql) => sql`select public.keep_stripe_account(${company.companyId}, 'acct_mine')`,
  )
  expect(await refusalOf(steal)).toMatchObject({ status: 403 })
  const force = database.as(
    company.owner,
    (sql) => sql`update public.companies set takes_cards = true where id = ${company.companyId}`,
  )
  expect(await refusalOf(force)).toMatchObject({ status: 403 })
})
