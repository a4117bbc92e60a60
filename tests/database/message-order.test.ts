import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from './support/database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany } from './support/fleet.ts'
import { bookAndPay } from './support/rentals.ts'

/** One way after the other, as the company orders them: the next begins where one cannot, or did not, arrive. */
const database = freshDatabase()
let company: RentalCompany
const slot = freeSlots(() => company)

beforeAll(async () => {
  company = await foundRentalCompany(database, 'in-order')
})

const order = (value: string) =>
  database.as(
    company.owner,
    (sql) => sql`update public.companies set message_order = ${value} where id = ${company.companyId}`,
  )
/** Tells a booking's customer of something; gives the booking. */
async function tell(event = 'vehicle_late') {
  const { id } = await bookAndPay(database, company, slot())
  await database.asPostgres(
    (sql) => sql`
      select private.tell(${company.companyId}, ${event}, ${id}, ${sql.json({ reservation_id: id })})`,
  )
  return id
}
const jobs = (id: string) =>
  database.asPostgres(
    async (sql) =>
      (await sql`
        select id, topic, status, payload ->> 'channel' as channel from public.outbox
        where company_id = ${company.companyId} and topic like '%.vehicle_late' and payload ->> 'reservation_id' = ${id} order by created_at, topic`) as unknown as {
        id: string
        topic: string
        status: string
        channel: string | null
      }[],
  )
const ways = async (id: string) =>
  (await jobs(id)).map(({ topic, channel }) => channel ?? topic.split('.')[0])
const last = async (id: string) => (await jobs(id)).at(-1)?.id ?? ''
/** What our worker does once a message has left on the present way. */
async function leaves(id: string, channel: string) {
  const [job, ref] = [await last(id), randomUUID()]
  await database.asService(async (sql) => {
    await sql`select public.record_message(${company.companyId}, ${job}, ${channel}, 'sms.vehicle_late', '+41791234567', null, 'Später', ${ref}, null, ${id})`
    await sql`select public.complete_outbox(${company.companyId}, ${job})`
  })
  return ref
}
const report = (ref: string, status: string) =>
  database.asService((sql) => sql`select public.update_message_status(${ref}, ${status})`)
const finds = async (id: string) => {
  const job = await last(id)
  await database.asService((sql) => sql`select public.complete_outbox(${company.companyId}, ${job})`)
}

test('without an order both go at once', async () => {
  await order('both')
  expect(await ways(await tell())).toEqual(['mail', 'sms'])
})

test('WhatsApp is followed by SMS and SMS by mail, each once, however often a failure is reported', async () => {
  await order('whatsapp,sms,email')
  const id = await tell()
  expect(await ways(id)).toEqual(['whatsapp'])
  const first = await leaves(id, 'whatsapp')
  await report(first, 'sent')
  expect(await ways(id)).toEqual(['whatsapp'])
  await Promise.all(Array.from({ length: 5 }, () => report(first, 'failed')))
  expect(await ways(id)).toEqual(['whatsapp', 'sms'])
  await report(await leaves(id, 'sms'), 'failed')
  expect(await ways(id)).toEqual(['whatsapp', 'sms', 'mail'])
  await report(await leaves(id, 'email'), 'failed')
  expect(await ways(id)).toEqual(['whatsapp', 'sms', 'mail'])
})

const shown = (id: string) =>
  database.as(
    company.owner,
    async (sql) =>
      (await sql`select public.reservation_messages(${id}) as it`)[0]?.it as {
        topic: string
        channel: string
        state: string
        instead: string | null
      }[],
  )
const told = async (id: string) =>
  (await shown(id))
    .filter(({ topic }) => topic.endsWith('.vehicle_late'))
    .map(({ channel, state, instead }) => [channel, state, instead])

test('a reservation names the way each message went, and how it went on', async () => {
  await order('whatsapp,sms,email')
  const id = await tell()
  expect(await told(id)).toEqual([['whatsapp', 'pending', null]])
  await report(await leaves(id, 'whatsapp'), 'failed')
  await report(await leaves(id, 'sms'), 'failed')
  expect(await told(id)).toEqual([
    ['whatsapp', 'failed', 'sms'],
    ['sms', 'failed', 'email'],
    ['email', 'pending', null],
  ])
  const passedOver = await tell()
  await finds(passedOver)
  expect(await told(passedOver)).toEqual([
    ['whatsapp', 'dismissed', 'sms'],
    ['sms', 'pending', null],
  ])
})

test('without an order, what failed on WhatsApp stands as such beside the SMS that took its place', async () => {
  await order('both')
  const id = await tell()
  const waiting = async () => (await told(id)).filter(([channel]) => channel !== 'email')
  expect(await waiting()).toEqual([['sms', 'pending', null]])
  await database.as(company.owner, async (sql) => {
    const texts = sql.json({ contentSid: `HX${'0a'.repeat(16)}`, body: '{{company}}: Später' })
    await sql`select public.save_message_template('vehicle_late', 'whatsapp', 'de', ${texts})`
  })
  expect(await waiting()).toEqual([['whatsapp', 'pending', null]])
  const [job] = (await jobs(id)).filter(({ topic }) => topic.startsWith('sms.'))
  const ref = randomUUID()
  await database.asService(
    (sql) =>
      sql`select public.record_message(${company.companyId}, ${job?.id ?? ''}, 'whatsapp', 'sms.vehicle_late', '+41791234567', null, 'Später', ${ref}, null, ${id})`,
  )
  expect(await waiting()).toEqual([['whatsapp', 'sent', null]])
  await report(ref, 'failed')
  expect(await waiting()).toEqual([
    ['whatsapp', 'failed', 'sms'],
    ['sms', 'pending', null],
  ])
})

test('what arrived is told once', async () => {
  await order('whatsapp,sms,email')
  const id = await tell()
  await report(await leaves(id, 'whatsapp'), 'delivered')
  expect(await ways(id)).toEqual(['whatsapp'])
})

test('a way that is not there, or refuses for good, is passed over and leaves no dead letter', async () => {
  await order('email,whatsapp,sms')
  const id = await tell()
  await finds(id)
  expect(await ways(id)).toEqual(['mail', 'whatsapp'])
  const job = await last(id)
  await database.asService(async (sql) => {
    await sql`select public.fail_outbox(${company.companyId}, ${job}, 'Twilio refused: 63024', true)`
  })
  expect((await jobs(id)).map(({ status }) => status)).toEqual(['done', 'dismissed', 'pending'])
  const end = await last(id)
  await database.asService(
    (sql) => sql`select public.fail_outbox(${company.companyId}, ${end}, 'Twilio refused: 21614', true)`,
  )
  expect((await jobs(id)).at(-1)?.status).toBe('dead')
})

test('a reminder that goes on at night waits for the morning, a delay does not', async () => {
  await order('sms,email')
  await database.asPostgres(
    (sql) => sql`
      update public.companies set quiet_from = (now() at time zone time_zone - interval '1 hour')::time, quiet_until = (now() at time zone time_zone + interval '1 hour')::time
      where id = ${company.companyId}`,
  )
  const waits = async (event: string) => {
    const id = await tell(event)
    const first = await database.asPostgres(
      (sql) =>
        sql`select id from public.outbox where company_id = ${company.companyId} and topic = ${`sms.${event}`} and key = ${id}`,
    )
    await database.asService(
      (sql) => sql`select public.complete_outbox(${company.companyId}, ${String(first[0]?.id)})`,
    )
    const [next] = await database.asPostgres(
      (sql) => sql`
        select run_at > now() + interval '30 minutes' as later from public.outbox
        where company_id = ${company.companyId} and topic = ${`mail.${event}`} and payload ->> 'reservation_id' = ${id}`,
    )
    return next?.later
  }
  expect([await waits('day_before'), await waits('vehicle_late')]).toEqual([true, false])
  await database.asPostgres(
    (sql) =>
      sql`update public.companies set quiet_from = '21:00', quiet_until = '08:00' where id = ${company.companyId}`,
  )
})

test('what nobody has confirmed after an hour goes on, once', async () => {
  await order('sms,email')
  const id = await tell()
  const ref = await leaves(id, 'sms')
  const sweep = () => database.asService((sql) => sql`select public.pass_on_undelivered()`)
  await sweep()
  expect(await ways(id)).toEqual(['sms'])
  await database.asPostgres(
    (sql) =>
      sql`update public.messages set created_at = now() - interval '2 hours' where provider_ref = ${ref}`,
  )
  await Promise.all([sweep(), sweep()])
  expect(await ways(id)).toEqual(['sms', 'mail'])
})
