import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { addMember } from './support/companies.ts'
import { type Caller, freshDatabase } from './support/database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany } from './support/fleet.ts'
import { refusalOf } from './support/refusals.ts'
import { bookAndPay } from './support/rentals.ts'

/** The conversation of a booking: written by the private link, answered by the desk, told by mail to the other side. */
const database = freshDatabase()
let company: RentalCompany
let other: RentalCompany
const slot = freeSlots(() => company)

beforeAll(async () => {
  company = await foundRentalCompany(database, 'talks')
  other = await foundRentalCompany(database, 'silent')
})

const booked = () => bookAndPay(database, company, slot())
const write = (token: string, body: string, key: string | null = null, slug = company.slug) =>
  database.asAnon((sql) => sql`select public.write_by_token(${slug}, ${token}, ${body}, ${key})`)
const customerOf = (reservationId: string) =>
  database.asPostgres(async (sql) => {
    const [row] = await sql`select customer_id from public.reservations where id = ${reservationId}`
    return row?.customer_id as string
  })
const answer = async (
  id: string,
  body: string,
  { by = company.owner as Caller, key = null as string | null, channel = 'portal' } = {},
) => {
  const customerId = await customerOf(id)
  return database.as(
    by,
    async (sql) =>
      (await sql`select public.write_to_customer(${customerId}, ${channel}, ${body}, ${id}, ${key}) as id`)[0]
        ?.id as string,
  )
}
const seenBy = (token: string) =>
  database.asAnon(async (sql) => {
    const [row] = await sql`select public.conversation_by_token(${company.slug}, ${token}) as it`
    return row?.it
  })
const list = (by: Caller, filter = 'all') =>
  database.as(by, async (sql) => {
    const [row] = await sql`select public.list_conversations(${filter}) as it`
    return row?.it as { customer_id: string; unread: number; body: string; assignee_id: string | null }[]
  })
const unread = (by: Caller) =>
  database.as(
    by,
    async (sql) => (await sql`select public.count_unread_conversations() as it`)[0]?.it as number,
  )
const thread = (by: Caller, customerId: string) =>
  database.as(by, async (sql) => (await sql`select public.customer_conversation(${customerId}) as it`)[0]?.it)
const mails = (topic: string, id: string) =>
  database.asPostgres(async (sql) => {
    const [row] = await sql`
      select count(*)::int as mails from public.outbox o join public.messages m on m.id::text = o.key where o.topic = ${topic} and m.reservation_id = ${id}`
    return row?.mails
  })

test('what the customer writes is told to the company, and the answer to the customer', async () => {
  const booking = await booked()
  await write(booking.token, '  Darf der Hund mit?\nEr ist klein.  ')
  const customerId = await customerOf(booking.id)
  expect((await list(company.owner))[0]).toMatchObject({ customer_id: customerId, unread: 1 })
  await answer(booking.id, 'Ja, gerne.')
  expect(await seenBy(booking.token)).toMatchObject([
    { direction: 'in', body: 'Darf der Hund mit?\nEr ist klein.' },
    { direction: 'out', body: 'Ja, gerne.' },
  ])
  const conversation = (await list(company.owner)).find(({ customer_id }) => customer_id === customerId)
  expect(conversation).toMatchObject({ unread: 0, body: 'Ja, gerne.' })
  expect(await mails('mail.customer_message', booking.id)).toBe(1)
  expect(await mails('mail.portal_message', booking.id)).toBe(1)
})

test('pressed twice it is written once, another text with the same key is refused', async () => {
  const booking = await booked()
  const key = randomUUID()
  await write(booking.token, 'Hallo', key)
  await write(booking.token, 'Hallo', key)
  expect(await refusalOf(write(booking.token, 'Anderes', key))).toMatchObject({
    code: 'idempotency_key_reused',
  })
  await answer(booking.id, 'Guten Tag', { key })
  await answer(booking.id, 'Guten Tag', { key })
  expect(await seenBy(booking.token)).toHaveLength(2)
})

test('nothing, too much and too many are refused', async () => {
  const booking = await booked()
  expect(await refusalOf(write(booking.token, '   '))).toMatchObject({ code: 'invalid_input' })
  expect(await refusalOf(write(booking.token, 'x'.repeat(4_001)))).toMatchObject({ code: 'invalid_input' })
  for (let nth = 0; nth < 20; nth++) await write(booking.token, `Nachricht ${nth}`)
  expect(await refusalOf(write(booking.token, 'noch eine'))).toMatchObject({
    status: 429,
    code: 'rate_limited',
  })
})

test('a wrong token, a viewer and another company neither write nor read', async () => {
  const booking = await booked()
  await write(booking.token, 'Geheim')
  const viewer = await addMember(database, company.companyId, 'viewer')
  expect(await refusalOf(write('f'.repeat(64), 'x'))).toMatchObject({ code: 'link_expired' })
  expect(await refusalOf(write(booking.token, 'x', null, other.slug))).toMatchObject({ code: 'link_expired' })
  expect(await seenBy('f'.repeat(64))).toBeNull()
  expect(await refusalOf(answer(booking.id, 'x', { by: viewer }))).toMatchObject({ code: 'forbidden' })
  expect(await refusalOf(answer(booking.id, 'x', { by: other.owner }))).toMatchObject({ code: 'not_found' })
  expect(
    await refusalOf(database.as(other.owner, (sql) => sql`select public.conversation(${booking.id})`)),
  ).toMatchObject({ code: 'not_found' })
  expect(await list(other.owner)).toEqual([])
  const customerId = await customerOf(booking.id)
  for (const call of ['customer_conversation', 'read_conversation', 'assign_conversation'])
    expect(
      await refusalOf(
        database.as(other.owner, (sql) => sql.unsafe(`select public.${call}($1)`, [customerId])),
      ),
      call,
    ).toMatchObject({ code: 'not_found' })
})

test('a conversation belongs to a member, who alone is told of it, and is found by what is unread', async () => {
  const booking = await booked()
  const customerId = await customerOf(booking.id)
  const staff = await addMember(database, company.companyId, 'staff')
  await write(booking.token, 'Guten Tag')
  const before = { owner: await unread(company.owner), staff: await unread(staff) }
  await database.as(
    company.owner,
    (sql) => sql`select public.assign_conversation(${customerId}, ${staff.userId})`,
  )
  expect(await unread(company.owner)).toBe(before.owner - 1)
  expect(await unread(staff)).toBe(before.staff)
  expect(await list(staff, 'mine')).toMatchObject([{ customer_id: customerId, assignee_id: staff.userId }])
  expect((await list(staff, 'unassigned')).map((one) => one.customer_id)).not.toContain(customerId)
  expect((await list(staff, 'unread')).map((one) => one.customer_id)).toContain(customerId)
  await database.as(staff, (sql) => sql`select public.read_conversation(${customerId})`)
  expect((await list(staff, 'unread')).map((one) => one.customer_id)).not.toContain(customerId)
  expect(
    await refusalOf(
      database.as(
        company.owner,
        (sql) => sql`select public.assign_conversation(${customerId}, ${other.owner.userId})`,
      ),
    ),
  ).toMatchObject({ code: 'not_found' })
})

test('an e-mail or SMS of the company waits until it has left, and follows what is reported of it, in any order', async () => {
  const booking = await booked()
  const id = await answer(booking.id, 'Wir sind ab acht Uhr da.', { channel: 'sms' })
  const state = async () => (await thread(company.owner, await customerOf(booking.id))).messages.at(-1)
  expect(await state()).toMatchObject({ id, channel: 'sms', status: 'queued' })
  const ref = `SM${randomUUID()}`
  const report = (status: string, error: string | null = null) =>
    database.asService((sql) => sql`select public.update_message_status(${ref}, ${status}, ${error})`)
  await database.asService(
    (sql) => sql`select public.mark_message(${company.companyId}, ${id}, 'sent', ${ref})`,
  )
  await report('delivered')
  await report('sent')
  await report('failed', 'Twilio 30003')
  expect(await state()).toMatchObject({ status: 'delivered', error: null })
})

test('a report that comes before our own note of a message is not lost, whoever is quicker', async () => {
  const booking = await booked()
  const customer = await customerOf(booking.id)
  const report = (ref: string, status: string, error: string | null = null) =>
    database.asService(
      async (sql) =>
        (await sql`select public.update_message_status(${ref}, ${status}, ${error}) as it`)[0]?.it,
    )
  const note = (ref: string) =>
    database.asService(
      (sql) => sql`
        select public.record_message(${company.companyId}, ${randomUUID()}, 'email', 'mail.day_before', 'anna@example.ch', 'Bald', ${ref}, ${ref}, ${customer}, ${booking.id})`,
    )
  const stateOf = async (ref: string) =>
    (await thread(company.owner, customer)).messages.find(({ body }: { body: string }) => body === ref)
  const [early, bounced] = [`mail-${randomUUID()}`, `mail-${randomUUID()}`]
  expect(await report(early, 'delivered')).toBe(false)
  expect(await report(early, 'sent')).toBe(false)
  await note(early)
  expect(await stateOf(early)).toMatchObject({ status: 'delivered' })
  await report(bounced, 'failed', 'bounced')
  await note(bounced)
  expect(await stateOf(bounced)).toMatchObject({ status: 'failed', error: 'bounced' })
  for (const ref of Array.from({ length: 12 }, () => `mail-${randomUUID()}`)) {
    await Promise.all([note(ref), report(ref, 'delivered')])
    expect(await stateOf(ref)).toMatchObject({ status: 'delivered' })
  }
})

test('a written message too learns what was reported before it was noted as sent', async () => {
  const booking = await booked()
  const id = await answer(booking.id, 'Bis gleich.', { channel: 'sms' })
  const ref = `SM${randomUUID()}`
  await database.asService(
    (sql) => sql`select public.update_message_status(${ref}, 'failed', 'Twilio 30003')`,
  )
  await database.asService(
    (sql) => sql`select public.mark_message(${company.companyId}, ${id}, 'sent', ${ref})`,
  )
  const { messages } = await thread(company.owner, await customerOf(booking.id))
  expect(messages.at(-1)).toMatchObject({ id, status: 'failed', error: 'Twilio 30003' })
})

const secret = 'f'.repeat(64)
const link = `https://talks.crms.example/portal/${secret}`

test('no private link stands in what machines sent or customers quoted; of what a member wrote no screen shows it', async () => {
  const booking = await booked()
  const customerId = await customerOf(booking.id)
  await database.asService(
    (
      sql,
    ) => sql`select public.record_message(${company.companyId}, ${randomUUID()}, 'email', 'mail.reservation_confirmed', 'anna@example.ch', ${link},
      ${`Ihre Buchung:\n${link}/checkin\n\nPrüfsumme ${secret}`}, ${randomUUID()}, ${customerId}, ${booking.id})`,
  )
  await write(booking.token, `Ich komme nicht hinein: ${link}`)
  await answer(booking.id, `Hier: ${link}`)
  const rows = await database.asPostgres(
    (sql) =>
      sql`select template, direction, subject, body from public.messages where customer_id = ${customerId} order by created_at`,
  )
  expect(rows.map(({ body }) => body)).toEqual([
    `Ihre Buchung:\nhttps://talks.crms.example/portal/…/checkin\n\nPrüfsumme ${secret}`,
    'Ich komme nicht hinein: https://talks.crms.example/portal/…',
    // It is sent as it was written.
    `Hier: ${link}`,
  ])
  expect(rows[0]?.subject).toBe('https://talks.crms.example/portal/…')
  const viewer = await addMember(database, company.companyId, 'viewer')
  for (const reader of [viewer, company.owner]) {
    const [timeline] = await database.as(
      reader,
      (sql) => sql`select public.customer_timeline(${customerId}) as it`,
    )
    const shown = JSON.stringify([(await thread(reader, customerId)).messages, await list(reader), timeline])
    expect(shown).toContain('Hier: https://talks.crms.example/portal/…')
    expect(shown).not.toContain(`/${secret}`)
    for (const column of ['body', 'subject', '*'])
      expect(
        await refusalOf(database.as(reader, (sql) => sql.unsafe(`select ${column} from public.messages`))),
      ).toMatchObject({ status: 403 })
  }
})

test('only what was shown counts as read', async () => {
  const booking = await booked()
  const customerId = await customerOf(booking.id)
  await write(booking.token, 'Erstens')
  const [shown] = (await thread(company.owner, customerId)).messages
  await write(booking.token, 'Zweitens')
  await database.as(
    company.owner,
    (sql) => sql`select public.read_conversation(${customerId}, ${[shown.id]})`,
  )
  expect((await list(company.owner)).find(({ customer_id }) => customer_id === customerId)?.unread).toBe(1)
  await database.as(
    company.owner,
    (sql) => sql`select public.write_to_customer(${customerId}, 'portal', 'Ja', p_read => ${[shown.id]})`,
  )
  expect((await list(company.owner)).find(({ customer_id }) => customer_id === customerId)?.unread).toBe(1)
  await database.as(company.owner, (sql) => sql`select public.read_conversation(${customerId})`)
  expect((await list(company.owner)).find(({ customer_id }) => customer_id === customerId)?.unread).toBe(0)
})

test('a reservation says what became of each message: delivered, bounced, no number, stopped', async () => {
  const booking = await booked()
  const customerId = await customerOf(booking.id)
  const states = () =>
    database.as(company.owner, async (sql) => {
      const rows = (await sql`select public.reservation_messages(${booking.id}) as it`)[0]?.it as {
        topic: string
        state: string
        error: string | null
      }[]
      return Object.fromEntries(
        rows.map(({ topic, state, error }) => [topic, error ? `${state}: ${error}` : state]),
      )
    })
  expect(await states()).toEqual({
    'mail.reservation_confirmed': 'pending',
    'sms.reservation_confirmed': 'pending',
  })
  const ref = randomUUID()
  await database.asPostgres(async (sql) => {
    await sql`update public.customers set phone = null where id = ${customerId}`
    const jobs =
      await sql`update public.outbox set status = 'done', done_at = now() where payload ->> 'reservation_id' = ${booking.id} returning id, topic`
    const mail = jobs.find(({ topic }) => topic === 'mail.reservation_confirmed')
    await sql`select public.record_message(${company.companyId}, ${mail?.id}, 'email', 'mail.reservation_confirmed', 'anna@example.ch', null, 'x', ${ref}, ${customerId}, ${booking.id})`
  })
  expect(await states()).toEqual({
    'mail.reservation_confirmed': 'sent',
    'sms.reservation_confirmed': 'no_number',
  })
  await database.asService((sql) => sql`select public.update_message_status(${ref}, 'failed', 'bounced')`)
  expect(await states()).toMatchObject({ 'mail.reservation_confirmed': 'failed: bounced' })
  await database.asPostgres(async (sql) => {
    await sql`update public.customers set phone = '+41790000017' where id = ${customerId}`
    await sql`select private.note_choice(${company.companyId}, ${customerId}, 'sms', '+41790000017', 'stop', 'keyword')`
  })
  expect(await states()).toMatchObject({ 'sms.reservation_confirmed': 'stopped' })
  expect(
    await refusalOf(
      database.as(other.owner, (sql) => sql`select public.reservation_messages(${booking.id})`),
    ),
  ).toMatchObject({ status: 404 })
})
