import type { JSONValue } from 'postgres'
import { beforeAll, expect, test } from 'vitest'
import {
  channelsOf,
  EVENT_NAMES,
  factsOfEvent,
  requiredIn,
  type TemplateChannel,
  type TemplateEvent,
} from '@/lib/messages/templates/events'
import { problemsOf } from '@/lib/messages/templates/fill'
import { addMember } from './support/companies.ts'
import { freshDatabase } from './support/database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany } from './support/fleet.ts'
import { refusalOf } from './support/refusals.ts'
import { bookAndPay } from './support/rentals.ts'

/** Templates: what may stand in them, whose they are, and that what is kept can be filled. */
const database = freshDatabase()
let company: RentalCompany
let other: RentalCompany
const slot = freeSlots(() => company)

beforeAll(async () => {
  company = await foundRentalCompany(database, 'own-words')
  other = await foundRentalCompany(database, 'built-in-words')
})

const mail = (change: Record<string, JSONValue> = {}) => ({
  subject: 'Reservation {{number}}',
  heading: 'Bis bald',
  body: 'Hoi {{customer}}\n\nWir freuen uns.',
  closing: '',
  button: 'Ansehen',
  ...change,
})

const save = (
  texts: JSONValue,
  event = 'day_before',
  channel = 'email',
  by = company.owner,
  language = 'de',
) =>
  database.as(
    by,
    (sql) => sql`select public.save_message_template(${event}, ${channel}, ${language}, ${sql.json(texts)})`,
  )
const kept = (of = company, event = 'day_before', channel = 'email', language = 'de') =>
  database.asService(
    async (sql) =>
      (await sql`select public.message_template(${of.companyId}, ${event}, ${channel}, ${language}) as it`)[0]
        ?.it,
  )
const reset = (by = company.owner) =>
  database.as(by, (sql) => sql`select public.reset_message_template('day_before', 'email', 'de')`)
const sendTest = (
  by: RentalCompany['owner'],
  channel: string,
  texts: JSONValue,
  more: { id?: string; phone?: string } = {},
) =>
  database.as(
    by,
    (sql) =>
      sql`select public.send_test_message('day_before', ${channel}, 'de', ${sql.json(texts)}, ${more.id ?? null}, ${more.phone ?? null})`,
  )

test('the application and the database know the same events, variables and rules', async () => {
  const rows = await database.asPostgres(
    (sql) => sql`select event, channel, variables, required from private.message_events`,
  )
  const theirs = rows.map(({ event, channel, variables, required }) => ({
    event: event as string,
    channel: channel as string,
    variables: [...(variables as string[])].sort(),
    required: [...(required as string[])].sort(),
  }))
  const ours = EVENT_NAMES.flatMap((event) =>
    channelsOf(event).map((channel) => ({
      event: event as string,
      channel: channel as string,
      variables: [...factsOfEvent(event).variables].sort() as string[],
      required: [...requiredIn(event, channel)].sort() as string[],
    })),
  )
  const byName = (one: { event: string; channel: string }) => `${one.event} ${one.channel}`
  expect(theirs.sort((a, b) => byName(a).localeCompare(byName(b)))).toEqual(
    ours.sort((a, b) => byName(a).localeCompare(byName(b))),
  )
})

test('a company’s own words hold for its language and channel, and go back to the built-in ones', async () => {
  await save(mail())
  expect(await kept()).toEqual(mail())
  expect(await kept(company, 'day_before', 'email', 'fr')).toBeNull()
  expect(await kept(company, 'day_before', 'sms')).toBeNull()
  expect(await kept(other)).toBeNull()
  await save(mail({ heading: 'Bis morgen' }))
  expect(await kept()).toMatchObject({ heading: 'Bis morgen' })
  await reset(other.owner)
  expect(await kept()).not.toBeNull()
  await reset()
  await reset()
  expect(await kept()).toBeNull()
})

const WRONG: [string, TemplateEvent, TemplateChannel, Record<string, JSONValue>][] = [
  ['an unknown variable', 'day_before', 'email', mail({ body: 'Hoi {{vorname}}' })],
  ['what no variable is', 'day_before', 'email', mail({ body: '{{constructor}}' })],
  ['a prototype', 'day_before', 'email', mail({ subject: '{{__proto__}}' })],
  ['an expression', 'day_before', 'email', mail({ closing: '{{customer.email}}' })],
  ['a variable of another event', 'day_before', 'email', mail({ body: 'Code {{code}}' })],
  ['braces that do not close', 'day_before', 'email', mail({ heading: '{{customer}' })],
  ['braces within braces', 'day_before', 'email', mail({ heading: '{{{{customer}}}}' })],
  ['a second header', 'day_before', 'email', mail({ subject: 'Hoi\r\nBcc: x@example.com' })],
  ['a line separator', 'day_before', 'email', mail({ subject: 'Hoi\u2028Bcc: x@example.com' })],
  ['no subject', 'day_before', 'email', mail({ subject: '   ' })],
  ['a text that is too long', 'day_before', 'email', mail({ body: 'x'.repeat(4_001) })],
  ['a short message of two lines', 'day_before', 'sms', { body: '{{company}}\n{{pickup_time}}' }],
  [
    'a short message of 2,000 signs',
    'day_before',
    'sms',
    { body: `{{company}} {{pickup_time}}${'x'.repeat(2_000)}` },
  ],
  ['a short message of nobody', 'day_before', 'sms', { body: '{{pickup_time}}' }],
  ['a key box message without its code', 'key_box', 'sms', { body: '{{company}}: {{place}}' }],
]

test.each(WRONG)(
  'no template is kept with %s, and the screen says the same',
  async (_, event, channel, texts) => {
    const [problem] = problemsOf(event, channel, texts as Record<string, string>)
    expect(await refusalOf(save(texts, event, channel))).toMatchObject({
      status: 422,
      code: 'template_invalid',
      details: { ...problem },
    })
  },
)

test.each([
  ['a field that is none', mail({ html: '<script>' })],
  ['a field that is no text', mail({ button: 1 })],
  ['a list', []],
  ['nothing', null],
])('no template is kept with %s', async (_, texts) => {
  expect((await refusalOf(save(texts))).status).toBe(422)
})

test('nor for an event, a channel or a language that there is not', async () => {
  for (const [event, channel, language] of [
    ['constructor', 'email', 'de'],
    ['reservation_changed', 'sms', 'de'],
    ['day_before', 'fax', 'de'],
    ['day_before', 'email', 'es'],
  ] as const)
    expect((await refusalOf(save(mail(), event, channel, company.owner, language))).status).toBe(422)
})

test('emoji and Arabic are text like any other', async () => {
  await save(mail({ heading: 'مرحبا 🚗 {{customer}}' }))
  expect(await kept()).toMatchObject({ heading: 'مرحبا 🚗 {{customer}}' })
})

test('staff write no templates and test none; nor does anybody see those of another company', async () => {
  const staff = await addMember(database, company.companyId, 'staff')
  expect((await refusalOf(save(mail(), 'day_before', 'email', staff))).status).toBe(403)
  expect((await refusalOf(sendTest(staff, 'email', mail()))).status).toBe(403)
  const seen = await database.as(other.owner, (sql) => sql`select from public.message_templates`)
  expect(seen).toHaveLength(0)
})

test('a preview shows a reservation as it is, without its private link, and none of another company', async () => {
  const { id } = await bookAndPay(database, company, slot())
  const facts = (by: RentalCompany) =>
    database.as(by.owner, async (sql) => (await sql`select public.template_facts(${id}) as it`)[0]?.it)
  const seen = await facts(company)
  expect(seen.reservation).toMatchObject({ id })
  expect(JSON.stringify(seen)).not.toContain('token')
  expect((await refusalOf(facts(other))).status).toBe(404)
})

test('a test goes to whoever asks, as mail to their own address and nowhere else, ten times an hour', async () => {
  const { id } = await bookAndPay(database, company, slot())
  const boss = await foundRentalCompany(database, 'curious')
  expect((await refusalOf(sendTest(boss.owner, 'email', mail(), { id }))).status).toBe(404)
  expect((await refusalOf(sendTest(boss.owner, 'email', mail({ body: '{{x}}' })))).code).toBe(
    'template_invalid',
  )
  expect((await refusalOf(sendTest(boss.owner, 'email', mail(), { phone: '+41791234567' }))).status).toBe(422)
  const sms = { body: '{{company}} {{pickup_time}}' }
  expect((await refusalOf(sendTest(boss.owner, 'sms', sms))).status).toBe(422)
  expect((await refusalOf(sendTest(boss.owner, 'sms', sms, { phone: '079 123' }))).status).toBe(422)
  await sendTest(boss.owner, 'sms', sms, { phone: '+41791234567' })
  const asked = await Promise.allSettled(
    Array.from({ length: 14 }, () => sendTest(boss.owner, 'email', mail())),
  )
  expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(9)
  const jobs = await database.asPostgres(
    (sql) => sql`
      select payload ->> 'to' as it, (select email from public.profiles where user_id = ${boss.owner.userId}) as own from public.outbox
      where company_id = ${boss.companyId} and topic = 'message.test' and payload ->> 'channel' = 'email'`,
  )
  expect(jobs.every(({ it, own }) => it === own)).toBe(true)
})
