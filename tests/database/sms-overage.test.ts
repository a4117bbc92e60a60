import '../unit/support/environment.ts'
import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test, vi } from 'vitest'
import type { ServiceContext } from '@/lib/core/context'
import { billSmsOverage } from '@/lib/integrations/stripe/billing/sms-overage'
import { addMember, type FoundedCompany, foundCompany } from './support/companies.ts'
import { freshDatabase } from './support/database.ts'
import { refusalOf } from './support/refusals.ts'

/** Short messages past the plan: refused, or as many as the owner allows, billed once. */
const items = vi.hoisted(() => ({ create: vi.fn(), kept: [] as { metadata: Record<string, string> }[] }))
vi.mock('@/lib/integrations/stripe/client', () => ({
  stripe: () => ({
    invoiceItems: {
      create: items.create,
      list: async function* () {
        yield* items.kept
      },
    },
  }),
}))
vi.mock('@/lib/integrations/stripe/billing/prices', () => ({ planPrices: async () => [{ currency: 'CHF' }] }))

const database = freshDatabase()
let company: FoundedCompany

beforeEach(async () => {
  company = await foundCompany(database)
  await database.asPostgres(async (sql) => {
    await sql`update public.companies set plan = 'starter', status = 'active', stripe_customer_id = ${`cus_${randomUUID()}`} where id = ${company.companyId}`
    await sql`update public.plan_limits set limit_amount = 5 where plan = 'starter' and resource = 'sms_per_month'`
    await sql`insert into private.sms_claims (company_id, outbox_id) select ${company.companyId}, gen_random_uuid() from generate_series(1, 5)`
  })
  items.create.mockReset()
  items.kept.length = 0
})

const claim = async (job: string, segments = 1) =>
  database.asService(
    async (sql) =>
      (
        await sql`select public.claim_text(${company.companyId}, ${job}, 'sms', '+41791230000', ${segments}) as it`
      )[0]?.it as string,
  )
const settle = (job: string, segments: number) =>
  database.asService((sql) => sql`select public.settle_text(${company.companyId}, ${job}, ${segments})`)
const used = async () =>
  (
    await database.asPostgres(
      (sql) => sql`select private.plan_used(${company.companyId}, 'sms_per_month')::int as it`,
    )
  )[0]?.it
const allow = (most: number, by = company.owner) =>
  database.as(by, (sql) => sql`select public.set_sms_overage(${most})`)
const standing = async () =>
  (await database.as(company.owner, (sql) => sql`select public.sms_overage() as it`))[0]?.it

test('none goes past the plan until the owner allows it; then so many, however many ask at once', async () => {
  expect(await claim(randomUUID())).toBe('used_up')
  await allow(3)
  const jobs = Array.from({ length: 12 }, () => randomUUID())
  const answers = await Promise.all(jobs.map((job) => claim(job)))
  expect(answers.filter((answer) => answer === 'ok')).toHaveLength(3)
  // A retry takes no second one.
  expect(await claim(jobs[answers.indexOf('ok')] ?? '')).toBe('ok')
  expect(await standing()).toEqual({ most: 3, used: 3, rate_rappen: 5, open: true })
})

test('a long message takes as many as it has parts: what the plan has left first, and none where all together find no room', async () => {
  await database.asPostgres(
    (sql) => sql`delete from private.sms_claims where company_id = ${company.companyId}`,
  )
  expect(await claim(randomUUID(), 3)).toBe('ok')
  expect(await claim(randomUUID(), 3)).toBe('used_up')
  expect(await used()).toBe(3)
  await allow(2)
  const job = randomUUID()
  expect(await claim(job, 3)).toBe('ok')
  expect(await standing()).toMatchObject({ used: 1 })
  expect(await claim(randomUUID(), 2)).toBe('used_up')
  expect(await used()).toBe(6)
})

test('what the carrier counted holds, in the plan and past it, but never more is billed than the owner allows', async () => {
  await allow(2)
  await database.asPostgres(
    (sql) =>
      sql`delete from private.sms_claims where (company_id, outbox_id) in (select company_id, outbox_id from private.sms_claims where company_id = ${company.companyId} limit 2)`,
  )
  const [first, second] = [randomUUID(), randomUUID()]
  await claim(first)
  await settle(first, 2)
  expect([await used(), (await standing()).used]).toEqual([5, 0])
  await claim(second)
  for (const _ of [1, 2]) await settle(second, 4)
  expect([await used(), (await standing()).used]).toEqual([9, 2])
  await settle(second, 1)
  expect([await used(), (await standing()).used]).toEqual([6, 0])
  // What was never claimed is not counted.
  await settle(randomUUID(), 3)
  expect(await used()).toBe(6)
})

test('on trial and without a way to pay none goes; only the owner allows, and no nonsense', async () => {
  await allow(3)
  await database.asPostgres(
    (sql) => sql`update public.companies set status = 'trial' where id = ${company.companyId}`,
  )
  expect(await claim(randomUUID())).toBe('used_up')
  await database.asPostgres(
    (sql) =>
      sql`update public.companies set status = 'active', stripe_customer_id = null where id = ${company.companyId}`,
  )
  expect(await claim(randomUUID())).toBe('used_up')
  for (const most of [-1, 20_001]) expect((await refusalOf(allow(most))).code).toBe('invalid_input')
  const manager = await addMember(database, company.companyId, 'manager')
  expect((await refusalOf(allow(4, manager))).code).toBe('forbidden')
  expect(await standing()).toMatchObject({ most: 3, used: 0 })
})

test('a month that is over is billed once with what has left, at five rappen each', async () => {
  await allow(10)
  const jobs = Array.from({ length: 4 }, () => randomUUID())
  for (const [nth, job] of jobs.entries()) await claim(job, nth === 0 ? 3 : 1)
  await database.asPostgres(async (sql) => {
    for (const [nth, id] of jobs.entries())
      await sql`
        insert into public.outbox (company_id, id, topic, key, status) values (${company.companyId}, ${id}, 'sms.day_before', ${id}, ${nth < 3 ? 'done' : 'dead'})`
  })
  const queue = () =>
    database.asService(async (sql) => (await sql`select public.queue_sms_overage() as it`)[0]?.it as number)
  expect(await queue()).toBe(0)
  await database.asPostgres(
    (sql) => sql`
      update private.sms_claims set claimed_at = private.month_start(company_id) - interval '1 hour' where company_id = ${company.companyId}`,
  )
  await Promise.all([queue(), queue(), queue()])
  const due = await database.asPostgres(
    (sql) => sql`
      select id, payload from public.outbox where company_id = ${company.companyId} and topic = 'stripe.sms_overage'`,
  )
  expect(due).toHaveLength(1)
  expect(due[0]?.payload).toMatchObject({ count: 5, amount_rappen: 25, locale: 'de' })
  const job = { id: String(due[0]?.id), topic: 'stripe.sms_overage', payload: due[0]?.payload }
  await billSmsOverage({} as ServiceContext, { ...job, attempts: 1 })
  expect(items.create).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({
      amount: 25,
      currency: 'chf',
      description: expect.stringMatching(/^5 SMS über den Plan hinaus, \w+ \d{4}$/u),
    }),
    { idempotencyKey: job.id },
  )
  // Tried again after its answer was lost, it finds what it has billed.
  items.kept.push({ metadata: { outbox_id: job.id } })
  await billSmsOverage({} as ServiceContext, { ...job, attempts: 2 })
  expect(items.create).toHaveBeenCalledTimes(1)
})

test('half of a month’s messages is the most for one day, fifty at least', async () => {
  await database.asPostgres(async (sql) => {
    await sql`update public.plan_limits set limit_amount = 120 where plan = 'starter' and resource = 'sms_per_month'`
    await sql`insert into private.sms_claims (company_id, outbox_id) select ${company.companyId}, gen_random_uuid() from generate_series(1, 53)`
  })
  expect([await claim(randomUUID()), await claim(randomUUID())]).toEqual(['ok', 'ok'])
  expect(await claim(randomUUID())).toBe('day_full')
})
