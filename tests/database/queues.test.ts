import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { type FoundedCompany, foundCompany } from './support/companies.ts'
import { freshDatabase } from './support/database.ts'

/** What leaves by the outbox and enters by the inbox: once, in turn, and never lost. */
const database = freshDatabase()
let company: FoundedCompany

beforeEach(async () => {
  await database.asPostgres((sql) => sql`delete from public.outbox`)
  company = await foundCompany(database)
})

const enqueue = (companyId: string, count: number) =>
  database.asPostgres(
    (sql) => sql`
    select private.enqueue(${companyId}, 'mail.test', nth::text, jsonb_build_object('nth', nth)) from generate_series(1, ${count}) as nth`,
  )
const claim = (limit: number) =>
  database.asService(
    (sql) =>
      sql<
        { company_id: string; id: string; attempts: number }[]
      >`select * from public.claim_outbox(${limit})`,
  )
const job = async (id: string) =>
  (await database.asPostgres((sql) => sql`select * from public.outbox where id = ${id}`))[0]

test('ten workers at once never take the same job', async () => {
  await enqueue(company.companyId, 60)
  const taken = (await Promise.all(Array.from({ length: 10 }, () => claim(10)))).flat()
  expect(new Set(taken.map(({ id }) => id)).size).toBe(taken.length)
  const rest = await claim(200)
  expect(taken.length + rest.length).toBe(60)
})

test('however much a company has waiting, another’s single message is among the next', async () => {
  const companies = [company, await foundCompany(database), await foundCompany(database)].sort((a, b) =>
    a.companyId.localeCompare(b.companyId),
  )
  const [first, , last] = companies
  await enqueue(first?.companyId ?? '', 7_000)
  await claim(100)
  await enqueue(last?.companyId ?? '', 1)
  const taken = await claim(5)
  expect(taken).toHaveLength(5)
  expect(taken.map(({ company_id }) => company_id)).toContain(last?.companyId)
})

test('the same effect is queued once', async () => {
  await enqueue(company.companyId, 3)
  await enqueue(company.companyId, 3)
  expect(await claim(10)).toHaveLength(3)
})

test('a company with much to do does not keep the others waiting', async () => {
  const small = await foundCompany(database)
  await enqueue(company.companyId, 100)
  await enqueue(small.companyId, 2)
  const first = await claim(6)
  expect(first.filter(({ company_id }) => company_id === small.companyId)).toHaveLength(2)
})

test('a failed job waits longer each time and is put aside after the twelfth', async () => {
  await enqueue(company.companyId, 1)
  const waits: number[] = []
  for (let attempt = 1; attempt <= 12; attempt++) {
    const [taken] = await claim(1)
    expect(taken?.attempts).toBe(attempt)
    await database.asService(
      (sql) => sql`select public.fail_outbox(${company.companyId}, ${taken?.id ?? ''}, 'no answer')`,
    )
    const row = await job(taken?.id ?? '')
    waits.push(row?.run_at.getTime() - Date.now())
    if (attempt === 12) expect(row).toMatchObject({ status: 'dead', last_error: 'no answer' })
    await database.asPostgres((sql) => sql`update public.outbox set run_at = now()`)
  }
  expect(waits.slice(1, 11)).toEqual([...waits.slice(1, 11)].sort((a, b) => a - b))
  expect(await claim(1)).toHaveLength(0)
})

test('a job whose worker died is taken again after its lease, a finished one never', async () => {
  await enqueue(company.companyId, 1)
  const [taken] = await claim(1)
  expect(await claim(1)).toHaveLength(0)
  await database.asPostgres((sql) => sql`update public.outbox set locked_until = now() - interval '1 second'`)
  expect(await claim(1)).toHaveLength(1)
  await database.asService(
    (sql) => sql`select public.complete_outbox(${company.companyId}, ${taken?.id ?? ''})`,
  )
  await database.asPostgres((sql) => sql`update public.outbox set locked_until = null, run_at = now()`)
  expect(await claim(1)).toHaveLength(0)
})

test('a webhook event delivered a hundred times is stored once and worked on once', async () => {
  const event = `evt_${randomUUID()}`
  const store = () =>
    database.asService(async (sql) => {
      const [row] =
        await sql`select public.store_webhook_event('stripe', ${event}, 'checkout.session.completed', null, false, '{}') as fresh`
      return row?.fresh as boolean
    })
  const fresh = await Promise.all(Array.from({ length: 100 }, store))
  expect(fresh.filter(Boolean)).toHaveLength(1)
  const claims = await Promise.all(
    Array.from({ length: 10 }, () =>
      database.asService((sql) => sql`select * from public.claim_webhook_events(10, ${event})`),
    ),
  )
  expect(claims.flat()).toHaveLength(1)
  await database.asService(
    (sql) => sql`select public.finish_webhook_event('stripe', ${event}, 'processed', ${company.companyId})`,
  )
  expect(await store()).toBe(false)
})

test('who signs in neither takes jobs nor sees their contents', async () => {
  await enqueue(company.companyId, 1)
  await expect(
    database.as(company.owner, (sql) => sql`select * from public.claim_outbox(1)`),
  ).rejects.toMatchObject({ code: '42501' })
  await expect(
    database.as(company.owner, (sql) => sql`select payload from public.outbox`),
  ).rejects.toMatchObject({ code: '42501' })
  expect(
    await database.as(company.owner, (sql) => sql`select topic, status from public.outbox`),
  ).toHaveLength(1)
})
