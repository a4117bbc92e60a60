import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { addMember, type FoundedCompany, foundCompany } from './support/companies.ts'
import { freshDatabase, type Sql } from './support/database.ts'
import { refusalOf } from './support/refusals.ts'
import { newCustomer } from './support/rentals.ts'

/** The company's own subscription: what Stripe says of it, in any order, and what the company may do then. */
const database = freshDatabase()
let company: FoundedCompany

beforeEach(async () => {
  company = await foundCompany(database)
})

type Listed = {
  ref: string
  plan: string | null
  state: string
  period_ends_at?: string
  ends_at?: string
  asked_by?: string
  asked_plan?: string
}

const DAY_MS = 24 * 3_600_000
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString()
const one = (state: string, extra: Partial<Listed> = {}): Listed => ({
  ref: 'sub_1',
  plan: 'business',
  state,
  ...extra,
})

/** Stripe's answer as it was at the given day, today unless told. */
async function apply(listed: Listed[], day = 0, { companyId } = company): Promise<string> {
  const entries = listed.map((entry) => ({ period_ends_at: inDays(30), ...entry }))
  const [row] = await database.asService(
    (sql) =>
      sql`select public.apply_subscriptions(${companyId}, ${sql.json(entries)}, ${inDays(day)}) as outcome`,
  )
  return row?.outcome as string
}

async function standing({ companyId } = company) {
  const [row] = await database.asPostgres(
    (sql) => sql`select status, plan from public.companies where id = ${companyId}`,
  )
  return `${row?.status} ${row?.plan}`
}

/** What the owners were told, in turn. */
const notices = () =>
  database.asPostgres(async (sql) => {
    const rows = await sql`
      select payload ->> 'notice' as notice from public.outbox where company_id = ${company.companyId} and topic = 'mail.plan_notice' order by created_at, key`
    return rows.map(({ notice }) => notice as string)
  })
const factsOf = (notice: string) =>
  database.asService(async (sql) => {
    const [row] = await sql`
      select public.plan_notice_facts(${company.companyId}, ${sql.json({ notice, user_id: company.owner.userId })}) as facts`
    return row?.facts as Record<string, unknown> | null
  })
const endTrial = (days: number) =>
  database.asPostgres(
    (sql) => sql`update public.companies set trial_ends_at = ${inDays(days)} where id = ${company.companyId}`,
  )
const sweep = () => database.asService((sql) => sql`select public.restate_plans()`)
const addCustomer = () =>
  database.as(company.owner, (sql) => sql`select public.create_customer(${sql.json(newCustomer())})`)
const terms = (plan: string | null, caller = company.owner) =>
  database.as(caller, async (sql) => {
    const [row] = await sql`select public.billing_terms(${plan}::public.plan_name) as terms`
    return row?.terms as Record<string, unknown>
  })

test('a subscription makes the company active on its plan; the trail says who chose it', async () => {
  const { userId } = company.owner
  expect(await apply([one('active', { asked_by: userId, asked_plan: 'business' })])).toBe('applied')
  expect(await standing()).toBe('active business')
  // A renewal, and a plan that somebody changed at Stripe itself, are nobody's of the company.
  await apply([one('active', { asked_by: userId, asked_plan: 'business', plan: 'starter' })])
  const trail = await database.asPostgres(
    (sql) => sql`
      select actor_user_id, actor_kind, after ->> 'plan' as plan from public.audit_log
      where company_id = ${company.companyId} and table_name = 'companies' and action = 'update' order by id`,
  )
  expect(trail).toMatchObject([
    { actor_user_id: userId, actor_kind: 'user', plan: 'business' },
    { actor_user_id: null, actor_kind: 'system', plan: 'starter' },
  ])
})

test('nobody acts in the name of a person who does not belong to the company', async () => {
  const stranger = await foundCompany(database)
  await apply([one('active', { asked_by: stranger.owner.userId, asked_plan: 'business' })])
  const [last] = await database.asPostgres(
    (sql) =>
      sql`select actor_kind from public.audit_log where company_id = ${company.companyId} order by id desc limit 1`,
  )
  expect(last?.actor_kind).toBe('system')
})

test('what was seen earlier never overwrites what was seen later, and twice is once', async () => {
  await apply([one('active', { plan: 'business' })], 0)
  await apply([one('past_due', { plan: 'starter' })], -1)
  expect(await standing()).toBe('active business')
  await apply([one('active', { plan: 'business' })], 0)
  const [row] = await database.asPostgres(
    (sql) =>
      sql`select count(*)::int as count from public.audit_log where company_id = ${company.companyId} and table_name = 'companies' and action = 'update'`,
  )
  expect(row?.count).toBe(1)
  expect(await notices()).toEqual([])
})

test('any order of what was seen, with repetitions, ends where the newest is', async () => {
  const life: Listed[][] = [
    [one('trialing', { plan: 'starter' })],
    [one('active', { plan: 'starter' })],
    [one('active')],
    [one('past_due')],
    [one('active')],
    [one('canceled'), { ...one('active'), ref: 'sub_2', plan: 'professional' }],
  ]
  const turns = life.map((_, nth) => nth)
  await fc.assert(
    fc.asyncProperty(
      fc
        .shuffledSubarray([...turns, ...turns], { minLength: turns.length })
        .filter((order) => order.includes(5)),
      async (order) => {
        const founded = await foundCompany(database)
        for (const nth of order) await apply(life[nth] ?? [], nth - 6, founded)
        expect(await standing(founded)).toBe('active professional')
      },
    ),
    { numRuns: 12 },
  )
})

test('twenty workers with different news at once end where the newest is', async () => {
  const states = ['active', 'past_due', 'unpaid', 'active']
  await Promise.all(
    Array.from({ length: 20 }, (_, nth) =>
      apply([one(nth === 19 ? 'active' : (states[nth % 4] ?? ''))], nth / 100),
    ),
  )
  expect(await standing()).toBe('active business')
})

test('after a failed payment the company works on for fourteen days, then only reads, until it pays', async () => {
  await endTrial(-1)
  await apply([one('active')], -20)
  await apply([one('past_due')], -13)
  expect(await standing()).toBe('past_due business')
  await addCustomer()
  expect(await notices()).toEqual(['payment_failed'])
  // A further failure of the same arrears does not begin the days anew.
  await apply([one('past_due')], -1)
  await sweep()
  expect(await standing()).toBe('past_due business')
  await database.asPostgres(
    (sql) =>
      sql`update public.subscriptions set grace_ends_at = now() where company_id = ${company.companyId}`,
  )
  await sweep()
  await sweep()
  expect(await standing()).toBe('suspended business')
  expect(await refusalOf(addCustomer())).toMatchObject({ status: 403, code: 'company_on_hold' })
  expect(await notices()).toEqual(['payment_failed', 'suspended'])
  // Only the living subscription can be put in order: no second one is offered.
  expect(await refusalOf(terms('business'))).toMatchObject({ status: 409, code: 'subscription_unpaid' })
  expect(await terms(null)).toMatchObject({ subscription: 'sub_1' })
  await apply([one('active')])
  expect(await standing()).toBe('active business')
  await addCustomer()
})

test('an ended subscription leaves the company to read and export, and to subscribe again', async () => {
  await endTrial(-1)
  await apply([one('active')], -2)
  await apply([one('canceled', { ends_at: inDays(-1) })], -1)
  expect(await standing()).toBe('canceled business')
  expect(await refusalOf(addCustomer())).toMatchObject({ code: 'company_on_hold' })
  await database.as(company.owner, (sql) => sql`select id, name from public.customers`)
  expect(await terms('starter')).toMatchObject({ subscription: null })
  await apply([one('canceled'), { ...one('active'), ref: 'sub_2', plan: 'starter' }])
  expect(await standing()).toBe('active starter')
})

test('whoever ends it within the trial has the rest of the trial', async () => {
  await apply([one('active')], -2)
  await apply([one('canceled')], -1)
  expect(await standing()).toBe('trial business')
})

test('a trial without a subscription ends read-only; its owners heard of it three days before, once', async () => {
  await endTrial(4)
  await sweep()
  expect(await notices()).toEqual([])
  await endTrial(2)
  await sweep()
  await sweep()
  expect(await notices()).toEqual(['trial_ending'])
  expect(await factsOf('trial_ending')).toMatchObject({
    company: company.slug,
    language: 'de',
    subscribed: false,
  })
  await endTrial(0)
  await sweep()
  expect(await standing()).toBe('suspended professional')
  expect(await notices()).toEqual(['trial_ending', 'suspended'])
  expect(await factsOf('trial_ending')).toBeNull()
})

test('a company whose plan was agreed by hand is left alone', async () => {
  await endTrial(-1)
  await database.asPostgres(
    (sql) => sql`update public.companies set status = 'active' where id = ${company.companyId}`,
  )
  await sweep()
  await apply([])
  expect(await standing()).toBe('active professional')
})

test('of two checkouts paid at once one is the company’s, the other is ended and given back, and the owners are told', async () => {
  const first = one('active', { plan: 'starter' })
  const second = { ...one('active'), ref: 'sub_2' }
  await Promise.all([apply([first]), apply([second]), apply([first, second]), apply([first, second])])
  const rows = await database.asPostgres(
    (sql) =>
      sql`select provider_ref, plan, is_second from public.subscriptions where company_id = ${company.companyId} order by is_second`,
  )
  expect(rows.map(({ is_second }) => is_second)).toEqual([false, true])
  expect(await standing()).toBe(`active ${rows[0]?.plan}`)
  const queued = await database.asPostgres(
    (sql) =>
      sql`select payload from public.outbox where company_id = ${company.companyId} and topic = 'stripe.end_second_subscription'`,
  )
  expect(queued).toEqual([{ payload: { ref: rows[1]?.provider_ref } }])
  expect(await notices()).toEqual(['second_subscription'])
  // Its end changes nothing for the company, and it never becomes the company's own.
  await apply(
    [first, { ...second, state: 'canceled' }].filter(({ ref }) => ref === rows[1]?.provider_ref),
    1,
  )
  expect(await standing()).toBe(`active ${rows[0]?.plan}`)
})

test('a price nobody knows is told, and nothing is done', async () => {
  expect(await apply([one('active', { plan: null })])).toBe('unknown_price')
  expect(await standing()).toBe('trial professional')
  expect(await apply([one('canceled', { plan: null })])).toBe('applied')
})

test('a customer at Stripe belongs to one company', async () => {
  const other = await foundCompany(database)
  const keep = (companyId: string, ref: string) =>
    database.asService(
      async (sql) => (await sql`select public.keep_stripe_customer(${companyId}, ${ref}) as ref`)[0]?.ref,
    )
  const ref = `cus_${company.slug}`
  expect(await keep(company.companyId, ref)).toBe(ref)
  expect(await keep(company.companyId, 'cus_other')).toBe(ref)
  expect(await refusalOf(keep(other.companyId, ref))).not.toBeNull()
  const [known] = await database.asService(
    (sql) =>
      sql`select public.billed_company(${ref}) ->> 'company_id' as id, public.billed_company('cus_none') as none`,
  )
  expect(known).toEqual({ id: company.companyId, none: null })
})

test('a plan that is too small for what there is says what exceeds it', async () => {
  await addMember(database, company.companyId, 'staff')
  await addMember(database, company.companyId, 'staff')
  expect(await refusalOf(terms('starter'))).toEqual({
    status: 409,
    code: 'plan_too_small',
    details: { exceeds: [{ resource: 'staff', used: 2, limit: 1 }] },
  })
  expect(await terms('professional')).toMatchObject({ subscription: null, customer: null })
})

test('only owners choose the plan, and nobody but our machine writes what Stripe said', async () => {
  const manager = await addMember(database, company.companyId, 'manager')
  expect(await refusalOf(terms('business', manager))).toMatchObject({ status: 403, code: 'forbidden' })
  await apply([one('active')])
  const seen = await database.as(manager, (sql) => sql`select plan, state from public.subscriptions`)
  expect(seen).toEqual([{ plan: 'business', state: 'active' }])
  const viewer = await addMember(database, company.companyId, 'viewer')
  expect(await database.as(viewer, (sql) => sql`select plan from public.subscriptions`)).toEqual([])
  for (const caller of [company.owner, manager]) {
    const writes: ((sql: Sql) => Promise<unknown>)[] = [
      (sql) => sql`update public.subscriptions set plan = 'business'`,
      (sql) => sql`update public.companies set plan = 'business', status = 'active'`,
      (sql) => sql`select public.apply_subscriptions(${company.companyId}, '[]', now())`,
    ]
    for (const write of writes)
      expect(await refusalOf(database.as(caller, write))).toMatchObject({ status: 403 })
  }
  expect(await refusalOf(terms('business'))).toMatchObject({ code: 'plan_unchanged' })
})
