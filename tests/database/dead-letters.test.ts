import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { addMember } from './support/companies.ts'
import { freshDatabase } from './support/database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany } from './support/fleet.ts'
import { refusalOf } from './support/refusals.ts'
import { bookAndPay } from './support/rentals.ts'

/** What could not leave: seen by those who run the company, tried again or put aside once, with a trace of who did. */
const database = freshDatabase()
let company: RentalCompany
let other: RentalCompany
const slot = freeSlots(() => company)

beforeAll(async () => {
  company = await foundRentalCompany(database, 'unlucky')
  other = await foundRentalCompany(database, 'lucky')
})

/** A job of ours that has been given up. */
async function deadJob(
  topic: string,
  payload: Record<string, string>,
  error = 'Twilio refused: 21614',
): Promise<string> {
  return database.asPostgres(async (sql) => {
    const [row] = await sql`
      insert into public.outbox (company_id, topic, key, payload, status, attempts, last_error)
      values (${company.companyId}, ${topic}, ${randomUUID()}, ${sql.json(payload)}, 'dead', 12, ${error}) returning id`
    return String(row?.id)
  })
}

type Letter = {
  id: string
  topic: string
  error: string
  recipient: string | null
  record: Record<string, string> | null
}
const list = (by = company.owner) =>
  database.as(by, async (sql) => (await sql`select public.list_dead_letters() as it`)[0]?.it as Letter[])
const settle = (id: string, again: boolean, by = company.owner) =>
  database.as(by, (sql) => sql`select public.settle_dead_letter(${id}, ${again})`)
const job = async (id: string) =>
  (
    await database.asPostgres(
      (sql) => sql`select status, attempts, run_at <= now() as is_due from public.outbox where id = ${id}`,
    )
  )[0]

test('each says what it was, to whom, about which record, and why', async () => {
  const booking = await bookAndPay(database, company, slot())
  const sms = await deadJob('sms.day_before', { reservation_id: booking.id })
  const mail = await deadJob(
    'mail.day_before',
    { reservation_id: booking.id },
    'Resend refused: validation_error',
  )
  const hint = await deadJob('mail.customer_message', { reservation_id: booking.id })
  const test = await deadJob('message.test', { to: 'nora@unlucky.test' })
  const gone = await deadJob('mail.day_before', { reservation_id: randomUUID() })
  const letters = new Map((await list()).map((letter) => [letter.id, letter]))
  expect(letters.get(sms)).toMatchObject({
    topic: 'sms.day_before',
    error: 'Twilio refused: 21614',
    record: { kind: 'reservation', id: booking.id, label: booking.number },
  })
  expect(letters.get(sms)?.recipient).toMatch(/^\+41/)
  expect(letters.get(mail)?.recipient).toContain('@')
  // What tells the company of its customer goes to the company.
  const [own] = await database.asPostgres(
    (sql) => sql`select email from public.companies where id = ${company.companyId}`,
  )
  expect(letters.get(hint)?.recipient).toBe(own?.email)
  expect(letters.get(hint)?.record).toMatchObject({ id: booking.id })
  expect(letters.get(test)).toMatchObject({ recipient: 'nora@unlucky.test', record: null })
  expect(letters.get(gone)).toMatchObject({ record: null })
})

test('what is tried again is due at once, as a second attempt, which looks for the first; what is put aside is not', async () => {
  const [again, aside] = [await deadJob('sms.day_before', {}), await deadJob('sms.day_before', {})]
  await settle(again, true)
  await settle(aside, false)
  expect(await job(again)).toMatchObject({ status: 'pending', attempts: 1, is_due: true })
  expect(await job(aside)).toMatchObject({ status: 'dismissed' })
  expect((await list()).map(({ id }) => id)).not.toEqual(expect.arrayContaining([again, aside]))
  const trail = await database.as(
    company.owner,
    (sql) =>
      sql`select record_id, actor_user_id, after from public.audit_log where table_name = 'outbox' and record_id in (${again}, ${aside})`,
  )
  expect(trail).toHaveLength(2)
  expect(trail.every(({ actor_user_id }) => actor_user_id === company.owner.userId)).toBe(true)
})

test('two who press at the same moment do it once', async () => {
  const id = await deadJob('mail.day_before', {})
  const done = await Promise.allSettled([settle(id, true), settle(id, false), settle(id, true)])
  expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('nothing of another company, nothing that is not dead, and nothing for staff', async () => {
  const id = await deadJob('mail.day_before', {})
  expect((await list(other.owner)).map((letter) => letter.id)).not.toContain(id)
  expect(await refusalOf(settle(id, true, other.owner))).toMatchObject({ status: 404, code: 'not_found' })
  expect(await refusalOf(settle(randomUUID(), true))).toMatchObject({ status: 404, code: 'not_found' })
  const staff = await addMember(database, company.companyId, 'staff')
  expect((await refusalOf(list(staff))).status).toBe(403)
  expect((await refusalOf(settle(id, true, staff))).status).toBe(403)
  await settle(id, false)
  expect(await refusalOf(settle(id, true))).toMatchObject({ status: 409, code: 'invalid_transition' })
})
