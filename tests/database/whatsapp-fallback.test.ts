import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from './support/database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany } from './support/fleet.ts'
import { refusalOf } from './support/refusals.ts'
import { bookAndPay } from './support/rentals.ts'

/** What was told by WhatsApp and did not arrive is told by SMS: once, and only then. */
const database = freshDatabase()
let company: RentalCompany
const slot = freeSlots(() => company)

beforeAll(async () => {
  company = await foundRentalCompany(database, 'fallback')
})

/** Notes that a booking was told of on a channel, as the worker would. */
async function note(id: string, channel: string, ref: string) {
  const [job] = await database.asPostgres(
    (sql) => sql`
      select id from public.outbox where company_id = ${company.companyId} and topic = 'sms.reservation_confirmed' and key = ${id}`,
  )
  await database.asService(
    (sql) => sql`
      select public.record_message(${company.companyId}, ${job?.id}, ${channel}, 'sms.reservation_confirmed', '+41791234567', null, 'Bestätigt', ${ref}, null, ${id})`,
  )
}
async function told(channel: string) {
  const { id } = await bookAndPay(database, company, slot())
  const ref = `SM${randomUUID()}`
  await note(id, channel, ref)
  return { id, ref }
}
const report = (ref: string, status: string) =>
  database.asService((sql) => sql`select public.update_message_status(${ref}, ${status}, 'Twilio 63024')`)
const jobsOf = (id: string) =>
  database.asPostgres(async (sql) => {
    const rows = await sql`
      select payload ->> 'channel' as channel from public.outbox
      where company_id = ${company.companyId} and topic = 'sms.reservation_confirmed' and payload ->> 'reservation_id' = ${id} order by created_at, channel nulls first`
    return rows.map(({ channel }) => channel as string | null)
  })

test('a failed delivery brings one job for SMS, however often and at once it is reported', async () => {
  const { id, ref } = await told('whatsapp')
  await report(ref, 'sent')
  expect(await jobsOf(id)).toEqual([null])
  await Promise.all(Array.from({ length: 6 }, () => report(ref, 'failed')))
  await report(ref, 'failed')
  expect(await jobsOf(id)).toEqual([null, 'sms'])
})

test('what arrived, and an SMS that did not, are not told again', async () => {
  const arrived = await told('whatsapp')
  await report(arrived.ref, 'delivered')
  await report(arrived.ref, 'failed')
  expect(await jobsOf(arrived.id)).toEqual([null])
  const sms = await told('sms')
  await report(sms.ref, 'failed')
  expect(await jobsOf(sms.id)).toEqual([null])
})

test('a report that overtook our own note of the message counts all the same', async () => {
  const { id } = await bookAndPay(database, company, slot())
  const ref = `SM${randomUUID()}`
  await report(ref, 'failed')
  await note(id, 'whatsapp', ref)
  expect(await jobsOf(id)).toEqual([null, 'sms'])
})

test('a WhatsApp template needs the id it was approved under, and says whose it is', async () => {
  const save = (texts: Record<string, string>) =>
    database.as(
      company.owner,
      (sql) => sql`select public.save_message_template('day_before', 'whatsapp', 'de', ${sql.json(texts)})`,
    )
  const contentSid = `HX${'0a'.repeat(16)}`
  const body = '{{company}}:\nAbholung {{pickup_time}}'
  for (const [texts, problem] of [
    [
      { contentSid: `HX${'Z'.repeat(32)}`, body },
      { field: 'contentSid', rule: 'content_sid' },
    ],
    [
      { contentSid: 'HX1', body },
      { field: 'contentSid', rule: 'length' },
    ],
    [
      { contentSid, body: 'Abholung {{pickup_time}}' },
      { field: 'body', rule: 'required' },
    ],
    [
      { contentSid, body: `${body} {{constructor}}` },
      { field: 'body', rule: 'variable' },
    ],
  ] as const)
    expect(await refusalOf(save(texts))).toMatchObject({ code: 'template_invalid', details: problem })
  await save({ contentSid, body })
})
