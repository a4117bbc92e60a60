import { randomInt, randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from './support/database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany } from './support/fleet.ts'
import { refusalOf } from './support/refusals.ts'
import { type Booking, bookAndPay, newCustomer } from './support/rentals.ts'

/** What customers answer by SMS, WhatsApp and e-mail: whose it is, once, and what STOP does. */
const database = freshDatabase()
let company: RentalCompany
let other: RentalCompany
const slots = { company: freeSlots(() => company), other: freeSlots(() => other) }

beforeAll(async () => {
  company = await foundRentalCompany(database, 'listens')
  other = await foundRentalCompany(database, 'neighbour')
})

const newPhone = () => `+4179${randomInt(1_000_000, 9_999_999)}`
const book = (by: 'company' | 'other', phone: string) =>
  bookAndPay(database, by === 'company' ? company : other, {
    ...slots[by](),
    customer: newCustomer({ phone, email: `${randomUUID()}@example.ch` }),
  })
const customerOf = ({ id }: Booking) =>
  database.asPostgres(
    async (sql) =>
      (await sql`select customer_id from public.reservations where id = ${id}`)[0]?.customer_id as string,
  )
/** What our worker notes once a text has left. */
const texted = async ({ companyId }: RentalCompany, booking: Booking, phone: string, channel = 'sms') => {
  const customerId = await customerOf(booking)
  await database.asService(
    (
      sql,
    ) => sql`select public.record_message(${companyId}, ${randomUUID()}, ${channel}, 'sms.reservation_confirmed', ${phone}, null, 'Bestätigt',
      ${`SM${randomUUID()}`}, ${customerId}, ${booking.id})`,
  )
}
const receive = (
  sender: string,
  body: string,
  fields: { ref?: string; channel?: string; to?: string; subject?: string; at?: string } = {},
) =>
  database.asService(
    async (sql) =>
      (
        await sql`select public.receive_message(${fields.channel ?? 'sms'}, ${sender}, ${fields.to ?? '+41440000000'}, ${fields.ref ?? randomUUID()},
          ${fields.subject ?? null}, ${body}, p_received_at => ${fields.at ?? null}) as it`
      )[0]?.it as { company_id: string; message_id: string } | null,
  )
const thread = ({ owner }: RentalCompany, customerId: string) =>
  database.as(
    owner,
    async (sql) => (await sql`select public.customer_conversation(${customerId}) as it`)[0]?.it,
  )
const claim = ({ companyId }: RentalCompany, phone: string, channel = 'sms') =>
  database.asService(
    async (sql) =>
      (await sql`select public.claim_text(${companyId}, ${randomUUID()}, ${channel}, ${phone}, 1) as it`)[0]
        ?.it as string,
  )

test('an SMS goes to whoever wrote last to its number, and tells the company once', async () => {
  const phone = newPhone()
  const [here, there] = [await book('company', phone), await book('other', phone)]
  await texted(other, there, phone)
  await texted(company, here, phone)
  const ref = randomUUID()
  const answers = await Promise.all(Array.from({ length: 10 }, () => receive(phone, 'Komme später', { ref })))
  expect(new Set(answers.map((one) => one?.message_id)).size).toBe(1)
  expect(answers[0]?.company_id).toBe(company.companyId)
  const { messages, channels } = await thread(company, await customerOf(here))
  expect(messages.at(-1)).toMatchObject({
    direction: 'in',
    channel: 'sms',
    body: 'Komme später',
    read_at: null,
  })
  expect(channels[0]).toBe('sms')
  expect((await thread(other, await customerOf(there))).messages.at(-1)).toMatchObject({ direction: 'out' })
  const [mails] = await database.asPostgres(
    (sql) =>
      sql`select count(*)::int as count from public.outbox where topic = 'mail.customer_message' and key = ${answers[0]?.message_id ?? ''}`,
  )
  expect(mails?.count).toBe(1)
})

test('a number nobody has written to is the customer’s who has it, of the one company that knows it, else nobody’s', async () => {
  const phone = newPhone()
  const booking = await book('company', phone)
  expect(await receive(phone, 'Hallo')).toMatchObject({ company_id: company.companyId })
  expect(await receive(newPhone(), 'Hallo')).toBeNull()
  const shared = newPhone()
  await book('company', shared)
  await book('other', shared)
  expect(await receive(shared, 'Hallo')).toBeNull()
  expect((await thread(company, await customerOf(booking))).messages).toHaveLength(1)
})

test('of two customers of a company with one number the one who booked last gets the answer, and it says whose number it is as well', async () => {
  const phone = newPhone()
  const first = await customerOf(await book('company', phone))
  const last = await customerOf(await book('company', phone))
  expect(await receive(phone, 'Wir kommen')).toMatchObject({ company_id: company.companyId })
  const { messages, sharers } = await thread(company, last)
  expect(messages).toMatchObject([{ body: 'Wir kommen' }])
  expect(sharers).toMatchObject([{ id: first }])
  expect((await thread(company, first)).messages).toEqual([])
})

test('an answer by mail is known by its address alone; a guessed or foreign one opens nothing', async () => {
  const booking = await book('company', newPhone())
  const customerId = await customerOf(booking)
  const name = await database.asService(
    async (sql) =>
      (await sql`select public.reply_name(${company.companyId}, ${customerId}) as it`)[0]?.it as string,
  )
  expect(name).toMatch(/^[0-9a-f]{64}$/)
  const to = `${name.toUpperCase()}@answers.example`
  const mail = { channel: 'email', to, subject: 'Re: Reservation' }
  expect(await receive('anna@example.ch', 'Gerne', mail)).toMatchObject({ company_id: company.companyId })
  expect((await thread(company, customerId)).messages.at(-1)).toMatchObject({
    channel: 'email',
    subject: 'Re: Reservation',
  })
  for (const wrong of [
    `${name.slice(0, 32)}${'0'.repeat(32)}@answers.example`,
    `${randomUUID().replaceAll('-', '')}${name.slice(32)}@answers.example`,
    'info@answers.example',
    `${name.slice(0, 32)}@answers.example`,
    `${'z'.repeat(64)}@answers.example`,
    '',
  ])
    expect(await receive('anna@example.ch', 'x', { channel: 'email', to: wrong }), wrong).toBeNull()
})

test('a mail from none of the customer’s addresses says from which, on screen and to the desk; from theirs it says nothing', async () => {
  const booking = await book('company', newPhone())
  const customerId = await customerOf(booking)
  const [row] = await database.asPostgres(
    (sql) =>
      sql`select public.reply_name(${company.companyId}, ${customerId}) as name, (select email from public.customers where id = ${customerId}) as email`,
  )
  const mail = { channel: 'email', to: `${row?.name}@answers.example` }
  const senderOf = async (from: string) => {
    const received = await receive(from, 'Gerne', mail)
    const [facts] = await database.asService(
      (sql) => sql`select public.message_facts(${company.companyId}, ${received?.message_id ?? null}) as it`,
    )
    const shown = (await thread(company, customerId)).messages.at(-1)
    expect(shown.sender).toBe(facts?.it.sender)
    return shown.sender
  }
  expect(await senderOf('mallory@example.net')).toBe('mallory@example.net')
  expect(await senderOf(String(row?.email).toUpperCase())).toBeNull()
  await database.asPostgres(async (sql) => {
    await sql`insert into public.messages (company_id, customer_id, channel, template, recipient, body, outbox_id)
      values (${company.companyId}, ${customerId}, 'email', 'mail.day_before', 'before@example.ch', 'x', gen_random_uuid())`
  })
  expect(await senderOf('before@example.ch')).toBeNull()
})

test('STOP and START count for every company that has a customer of the number, written to or not', async () => {
  const phone = newPhone()
  await book('company', phone)
  await book('other', phone)
  await receive(phone, 'STOP')
  expect(await claim(company, phone)).toBe('stopped')
  expect(await claim(other, phone)).toBe('stopped')
  await receive(phone, 'START')
  expect(await claim(company, phone)).toBe('ok')
  expect(await claim(other, phone)).toBe('ok')
})

test('STOP of a customer nobody has written to is noted, and is nothing unread', async () => {
  const phone = newPhone()
  const customerId = await customerOf(await book('company', phone))
  await receive(phone, 'Stop bitte 🙏')
  const { choices, messages } = await thread(company, customerId)
  expect(choices).toMatchObject([{ choice: 'stop', source: 'keyword' }])
  expect(messages.at(-1).read_at).not.toBeNull()
})

test('STOP silences every company on our number until START; what it says is noted and needs no answer', async () => {
  const phone = newPhone()
  const [here, there] = [await book('company', phone), await book('other', phone)]
  await texted(company, here, phone)
  await texted(other, there, phone)
  expect(await claim(company, phone)).toBe('ok')
  await receive(phone, ' Stop. ')
  expect(await claim(company, phone)).toBe('stopped')
  expect(await claim(other, phone)).toBe('stopped')
  // WhatsApp is another way, with a word of its own.
  expect(await claim(company, phone, 'whatsapp')).toBe('ok')
  const { stopped, channels } = await thread(company, await customerOf(here))
  expect(stopped).toEqual(['sms'])
  expect(channels).not.toContain('sms')
  const refused = database.as(company.owner, async (sql) => {
    await sql`select public.write_to_customer(${await customerOf(here)}, 'sms', 'Doch?')`
  })
  expect(await refusalOf(refused)).toMatchObject({ status: 409, code: 'channel_closed' })
  await receive(phone, 'STOP')
  await receive(phone, 'start')
  expect(await claim(company, phone)).toBe('ok')
  const [ledger] = await database.as(
    company.owner,
    (sql) =>
      sql`select array_agg(choice order by created_at) as choices from public.channel_choices where address = ${phone}`,
  )
  expect(ledger?.choices).toEqual(['stop', 'start'])
  const { choices } = await thread(company, await customerOf(here))
  expect(choices.map(({ choice, source }: Record<string, string>) => `${choice} ${source}`)).toEqual([
    'start keyword',
    'stop keyword',
  ])
  const counted = await database.as(
    other.owner,
    async (sql) => (await sql`select public.count_unread_conversations() as it`)[0]?.it,
  )
  expect(counted).toBe(0)
})

test('STOP and START count in the order in which they came, in whichever order they are worked on', async () => {
  const phone = newPhone()
  const booking = await book('company', phone)
  await texted(company, booking, phone)
  const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()
  await receive(phone, 'START', { at: ago(1) })
  await receive(phone, 'STOP', { at: ago(2) })
  expect(await claim(company, phone)).toBe('ok')
  await receive(phone, 'STOP', { at: ago(0.5) })
  await receive(phone, 'START', { at: ago(0.8) })
  expect(await claim(company, phone)).toBe('stopped')
  const { messages } = await thread(company, await customerOf(booking))
  const said = messages.filter(({ direction }: Record<string, string>) => direction === 'in')
  expect(said.map(({ body }: Record<string, string>) => body)).toEqual(['STOP', 'START', 'START', 'STOP'])
})

const keywordOf = (body: string) =>
  database.asPostgres(async (sql) => (await sql`select private.keyword_of(${body}) as it`)[0]?.it)

test.each([
  'STOP!',
  'Stop\u00a0',
  '"stop"',
  'Optout',
  'ARRE\u0302T',
  'Stoppen',
  'abbestellen',
  'FERMA',
  'Fermare',
  'basta',
  'Cancella',
  'cancellami.',
  'Annulla',
  'ARRÊTER',
  'arreter',
  'Désabonner',
  'DESINSCRIRE',
  'stop bitte',
  'Bitte STOP',
  'Stop, please!',
  'STOP svp',
  'Stop s’il vous plaît',
  "stop s'il vous plait",
  'basta per favore',
  'Stop grazie',
  'Stop danke',
  'STOP, merci.',
  'STOP 🛑🙏',
  '🛑 stop',
])('%j says stop', async (body) => {
  expect(await keywordOf(body)).toBe('stop')
})

test.each(['start', 'Start bitte', 'UNSTOP!'])('%j says start', async (body) => {
  expect(await keywordOf(body)).toBe('start')
})

test.each(['bitte', 'stop 1', 'Nicht stop', 'ne stop pas', 'не stop', 'لا stop', 'Danke', ''])(
  '%j says neither',
  async (body) => {
    expect(await keywordOf(body)).toBeNull()
  },
)

test('of the same words to the same number only those no other message has may be of an earlier attempt', async () => {
  const phone = newPhone()
  const booking = await book('company', phone)
  const [job, ours, others] = [randomUUID(), randomUUID(), randomUUID()]
  const record = (id: string, ref: string) =>
    database.asService(
      (sql) =>
        sql`select public.record_message(${company.companyId}, ${id}, 'sms', 'sms.day_before', ${phone}, null, 'Ja', ${ref}, null, ${booking.id})`,
    )
  await record(job, ours)
  await record(randomUUID(), others)
  const [row] = await database.asService(
    (sql) => sql`select public.sent_before(${company.companyId}, ${job}, ${[others, 'unknown', ours]}) as it`,
  )
  expect(row?.it).toEqual(['unknown', ours])
})

test('a sentence with the word stop in it stops nothing', async () => {
  const phone = newPhone()
  await texted(company, await book('company', phone), phone)
  for (const body of ['Bitte stop an der Post', 'stop 1', 'ende gut', 'STOPSTOP']) await receive(phone, body)
  expect(await claim(company, phone)).toBe('ok')
})

test('WhatsApp is open for a day after the customer wrote there', async () => {
  const phone = newPhone()
  const booking = await book('company', phone)
  const customerId = await customerOf(booking)
  expect((await thread(company, customerId)).channels).not.toContain('whatsapp')
  await receive(phone, 'Hallo', { channel: 'whatsapp' })
  expect((await thread(company, customerId)).channels[0]).toBe('whatsapp')
  await database.asPostgres(
    (sql) =>
      sql`update public.messages set created_at = now() - interval '25 hours' where customer_id = ${customerId} and channel = 'whatsapp'`,
  )
  expect((await thread(company, customerId)).channels).not.toContain('whatsapp')
})

test('whatever comes is kept as text: nothing, too much, NUL-like signs and other scripts', async () => {
  const phone = newPhone()
  const booking = await book('company', phone)
  await texted(company, booking, phone)
  for (const body of [
    '',
    '   ',
    'x'.repeat(9_000),
    '👩‍👩‍👧 مرحبا',
    '{{constructor}}',
    '=cmd()',
    'a\r\nBcc: b@c.ch',
  ])
    expect(await receive(phone, body)).not.toBeNull()
  const { messages } = await thread(company, await customerOf(booking))
  expect(messages.filter((one: { direction: string }) => one.direction === 'in')).toHaveLength(7)
})

test('nobody but our machine takes in messages or learns addresses for answers', async () => {
  const customerId = await customerOf(await book('company', newPhone()))
  const calls = [
    (sql: Parameters<Parameters<typeof database.as>[1]>[0]) =>
      sql`select public.receive_message('sms', '+41790000000', '', 'x', null, 'x')`,
    (sql: Parameters<Parameters<typeof database.as>[1]>[0]) =>
      sql`select public.reply_name(${company.companyId}, ${customerId})`,
    (sql: Parameters<Parameters<typeof database.as>[1]>[0]) =>
      sql`select public.note_stopped(${company.companyId}, 'sms', '+41790000000')`,
  ]
  for (const call of calls) {
    expect(await refusalOf(database.as(company.owner, call))).toMatchObject({ status: 403 })
    expect(await refusalOf(database.asAnon(call))).toMatchObject({ status: 403 })
  }
})
