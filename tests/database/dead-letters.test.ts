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
  kind: 'job' | 'message'
  id: string
  topic: string
  channel: string
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
  const whatsapp = await deadJob('sms.vehicle_late', { reservation_id: booking.id, channel: 'whatsapp' })
  const hint = await deadJob('mail.customer_message', { reservation_id: booking.id })
  const test = await deadJob('message.test', { to: 'nora@unlucky.test' })
  const gone = await deadJob('mail.day_before', { reservation_id: randomUUID() })
  const letters = new Map((await list()).map((letter) => [letter.id, letter]))
  expect(letters.get(sms)).toMatchObject({
    topic: 'sms.day_before',
    channel: 'sms',
    error: 'Twilio refused: 21614',
    record: { kind: 'reservation', id: booking.id, label: booking.number },
  })
  expect(letters.get(whatsapp)?.channel).toBe('whatsapp')
  expect(letters.get(mail)?.channel).toBe('email')
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
  expect((await list(staff)).map((letter) => letter.id)).not.toContain(id)
  expect((await refusalOf(settle(id, true, staff))).status).toBe(403)
  await settle(id, false)
  expect(await refusalOf(settle(id, true))).toMatchObject({ status: 409, code: 'invalid_transition' })
})

/** A message a machine sent about a booking, and what was reported of it. */
async function failedMail(): Promise<{ id: string; jobId: string; booking: string }> {
  const booking = await bookAndPay(database, company, slot())
  const ref = randomUUID()
  return database.asPostgres(async (sql) => {
    const [job] =
      await sql`select id, payload from public.outbox where company_id = ${company.companyId} and topic = 'mail.reservation_confirmed' and key = ${booking.id}`
    const [row] = await sql`select customer_id from public.reservations where id = ${booking.id}`
    await sql`update public.outbox set status = 'done' where id = ${job?.id}`
    await sql`select public.record_message(${company.companyId}, ${job?.id}, 'email', 'mail.reservation_confirmed', 'anna@example.ch', 'Bestätigt', 'Bestätigt', ${ref}, ${row?.customer_id}, ${booking.id})`
    await sql`select public.update_message_status(${ref}, 'failed', 'bounced')`
    const [message] = await sql`select id from public.messages where provider_ref = ${ref}`
    return { id: String(message?.id), jobId: String(job?.id), booking: booking.id }
  })
}
const settleMessage = (id: string, again: boolean, by = company.owner) =>
  database.as(by, (sql) => sql`select public.settle_failed_message(${id}, ${again})`)
const count = (by = company.owner) =>
  database.as(by, async (sql) => (await sql`select public.count_dead_letters() as it`)[0]?.it as number)
const jobsFor = (booking: string) =>
  database.asPostgres(
    (sql) =>
      sql`select id, status from public.outbox where topic = 'mail.reservation_confirmed' and payload ->> 'reservation_id' = ${booking}`,
  )

test('what did not arrive stands beside what could not leave, for staff as well, and is sent again once', async () => {
  const staff = await addMember(database, company.companyId, 'staff')
  const before = await count(staff)
  const { id, booking } = await failedMail()
  expect(await count(staff)).toBe(before + 1)
  expect((await list(staff)).find((letter) => letter.id === id)).toMatchObject({
    kind: 'message',
    topic: 'mail.reservation_confirmed',
    error: 'bounced',
    recipient: 'anna@example.ch',
    record: { kind: 'reservation', id: booking },
  })
  const done = await Promise.allSettled([
    settleMessage(id, true, staff),
    settleMessage(id, true),
    settleMessage(id, false),
  ])
  expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect((await list()).map((letter) => letter.id)).not.toContain(id)
  expect(await refusalOf(settleMessage(id, true))).toMatchObject({ status: 409, code: 'invalid_transition' })
})

test('a message is told again by a job of its own; one put aside is not', async () => {
  const [again, aside] = [await failedMail(), await failedMail()]
  await settleMessage(again.id, true)
  await settleMessage(aside.id, false)
  expect((await jobsFor(again.booking)).map(({ status }) => status).toSorted()).toEqual(['done', 'pending'])
  expect(await jobsFor(aside.booking)).toHaveLength(1)
  expect(await refusalOf(settleMessage(again.id, true, other.owner))).toMatchObject({ status: 404 })
  const viewer = await addMember(database, company.companyId, 'viewer')
  expect((await refusalOf(settleMessage(again.id, true, viewer))).status).toBe(403)
})

test('what a person wrote and could not leave says so itself, and the same job tries again', async () => {
  const booking = await bookAndPay(database, company, slot())
  const [row] = await database.asPostgres(
    (sql) => sql`select customer_id from public.reservations where id = ${booking.id}`,
  )
  const write = () =>
    database.as(
      company.owner,
      async (sql) =>
        (await sql`select public.write_to_customer(${row?.customer_id}, 'email', 'Hallo') as id`)[0]
          ?.id as string,
    )
  const id = await write()
  const message = async () => {
    const it = await database.as(
      company.owner,
      async (sql) => (await sql`select public.customer_conversation(${row?.customer_id}) as it`)[0]?.it,
    )
    return it.messages.find((one: { id: string }) => one.id === id)
  }
  const [sending] = await database.asPostgres(
    (sql) =>
      sql`update public.outbox set attempts = 12 where topic = 'message.send' and key = ${id} returning id`,
  )
  await database.asService(
    (sql) =>
      sql`select public.fail_outbox(${company.companyId}, ${sending?.id}, 'Resend refused: no answer')`,
  )
  expect(await message()).toMatchObject({ status: 'failed', error: 'Resend refused: no answer' })
  expect((await list()).filter((letter) => letter.id === id)).toMatchObject([
    { kind: 'message', topic: 'message.send' },
  ])
  await settleMessage(id, true)
  expect(await message()).toMatchObject({ status: 'queued', error: null })
  expect(await job(String(sending?.id))).toMatchObject({ status: 'pending', attempts: 1 })
  // Refused for good: its job is done, and another one brings it.
  await database.asService(async (sql) => {
    await sql`select public.mark_message(${company.companyId}, ${id}, 'sent', 'first')`
    await sql`select public.complete_outbox(${company.companyId}, ${sending?.id})`
    await sql`select public.update_message_status('first', 'failed', 'bounced')`
  })
  await database.asPostgres(
    (sql) => sql`update public.customers set email = 'new@example.ch' where id = ${row?.customer_id}`,
  )
  await settleMessage(id, true)
  const [jobs] = await database.asPostgres(
    (sql) =>
      sql`select count(*)::int as pending from public.outbox where topic = 'message.send' and payload ->> 'message_id' = ${id} and status = 'pending'`,
  )
  expect(jobs?.pending).toBe(1)
  await database.asService(
    (sql) => sql`select public.mark_message(${company.companyId}, ${id}, 'sent', 'second')`,
  )
  await database.asService((sql) => sql`select public.update_message_status('second', 'delivered')`)
  expect(await message()).toMatchObject({ status: 'delivered' })
})

test('what another way took over is no failure to look after', async () => {
  const { id } = await failedMail()
  const before = await count()
  await settleMessage(id, false)
  await database.asPostgres(async (sql) => {
    const [made] =
      await sql`insert into public.outbox (company_id, topic, key, payload, status) values (${company.companyId}, 'sms.day_before', ${randomUUID()}, '{"channel": "whatsapp", "chain": ["sms"]}', 'done') returning id`
    const ref = randomUUID()
    await sql`select public.record_message(${company.companyId}, ${made?.id}, 'whatsapp', 'sms.day_before', '+41790000000', null, 'Morgen', ${ref})`
    await sql`select public.update_message_status(${ref}, 'failed', 'Twilio 63016')`
  })
  expect(await count()).toBe(before - 1)
})
