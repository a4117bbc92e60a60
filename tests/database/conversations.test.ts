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
const answer = (
  id: string,
  body: string,
  { by = company.owner as Caller, key = null as string | null } = {},
) => database.as(by, (sql) => sql`select public.answer_customer(${id}, ${body}, ${key})`)
const seenBy = (token: string) =>
  database.asAnon(async (sql) => {
    const [row] = await sql`select public.conversation_by_token(${company.slug}, ${token}) as it`
    return row?.it
  })
const list = (by: Caller) =>
  database.as(by, async (sql) => {
    const [row] = await sql`select public.list_conversations() as it`
    return row?.it as { reservation_id: string; unread: number; body: string }[]
  })
const mails = (topic: string, id: string) =>
  database.asPostgres(async (sql) => {
    const [row] = await sql`
      select count(*)::int as mails from public.outbox o join public.messages m on m.id::text = o.key where o.topic = ${topic} and m.reservation_id = ${id}`
    return row?.mails
  })

test('what the customer writes is told to the company, and the answer to the customer', async () => {
  const booking = await booked()
  await write(booking.token, '  Darf der Hund mit?\nEr ist klein.  ')
  expect((await list(company.owner))[0]).toMatchObject({ reservation_id: booking.id, unread: 1 })
  await answer(booking.id, 'Ja, gerne.')
  expect(await seenBy(booking.token)).toMatchObject([
    { direction: 'in', body: 'Darf der Hund mit?\nEr ist klein.' },
    { direction: 'out', body: 'Ja, gerne.' },
  ])
  const conversation = (await list(company.owner)).find(({ reservation_id }) => reservation_id === booking.id)
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
})
