import { randomUUID } from 'node:crypto'
import type { JSONValue } from 'postgres'
import { beforeAll, expect, test } from 'vitest'
import { addMember } from './support/companies.ts'
import { type Caller, freshDatabase } from './support/database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany } from './support/fleet.ts'
import { refusalOf } from './support/refusals.ts'
import { type Booking, bookAndPay, bookOnSite, handOver } from './support/rentals.ts'

/** Online check-in: forms by version, answers by the private link, files that only our machine reads. */
const database = freshDatabase()
let company: RentalCompany
let other: RentalCompany
let viewer: RentalCompany['owner']
const slot = freeSlots(() => company)

const question = (key: string, kind: string, more: Record<string, JSONValue> = {}) => ({
  key,
  kind,
  labels: { de: key },
  required: false,
  ...more,
})
const yesNo = [
  { key: 'yes', labels: { de: 'Ja' } },
  { key: 'no', labels: { de: 'Nein' } },
]
const FIELDS: JSONValue[] = [
  question('licence', 'identity', { required: true }),
  question('second', 'choice', { options: yesNo, required: true }),
  question('second_name', 'text', { required: true, when: { field: 'second', is: 'yes' } }),
  question('wishes', 'long_text'),
  question('persons', 'number'),
  question('arrival', 'date'),
  question('needs', 'multi_choice', { options: yesNo }),
  question('rules', 'consent', { required: true }),
  question('sign', 'signature'),
]

beforeAll(async () => {
  company = await foundRentalCompany(database, 'checkin')
  other = await foundRentalCompany(database, 'checkout')
  viewer = await addMember(database, company.companyId, 'viewer')
  await saveForm(FIELDS)
})

let formId: string | null = null
async function saveForm(
  fields: JSONValue,
  {
    by = company.owner,
    id = formId,
    names = { de: 'Check-in' } as JSONValue,
    categories = [] as string[],
    titles = {} as JSONValue,
  } = {},
): Promise<string> {
  const saved = await database.as(by, async (sql) => {
    const [row] = await sql`
      select public.save_form(${sql.json(names)}, ${sql.json(fields)}, ${categories}::uuid[], true, ${id}, p_titles => ${sql.json(titles)}) as id`
    return String(row?.id)
  })
  if (by === company.owner && categories.length === 0) formId = saved
  return saved
}

const checkin = (token: string, slug = company.slug) =>
  database.asAnon(async (sql) => {
    const [row] = await sql`select public.checkin_by_token(${slug}, ${token}) as it`
    return row?.it
  })

const answer = (token: string, answers: JSONValue, submit = false) =>
  database.asAnon(async (sql) => {
    const [row] = await sql`
      select public.save_checkin_by_token(${company.slug}, ${token}, ${sql.json(answers)}, ${submit}) as it`
    return row?.it
  })

const addFile = (
  booking: Booking,
  field: string,
  { companyId = company.companyId, type = 'image/jpeg' } = {},
) =>
  database.asService(async (sql) => {
    const path = `${companyId}/checkin/${randomUUID()}.jpg`
    const [row] = await sql`
      select public.add_form_file(${companyId}, ${booking.id}, ${field}, ${path}, ${type}, 1000, ${'a'.repeat(64)}) as it`
    return { id: String(row?.it.id), replaced: row?.it.replaced as string[], path }
  })

const atDesk = (booking: Booking, by: Caller = company.owner) =>
  database.as(by, async (sql) => {
    const [row] = await sql`select public.reservation_checkin(${booking.id}) as it`
    return row?.it
  })

const booked = () => bookAndPay(database, company, slot())
const complete = { second: 'no', rules: true }

test('answers are kept as far as they are, and done when what must be answered is', async () => {
  const booking = await booked()
  expect(await checkin(booking.token)).toMatchObject({
    answers: {},
    submitted_at: null,
    standing: 'open',
    changed: false,
    version: 1,
  })
  await answer(booking.token, { wishes: 'Kinderlied\nlaut' })
  expect((await checkin(booking.token)).answers).toEqual({ wishes: 'Kinderlied\nlaut' })
  expect(await refusalOf(answer(booking.token, complete, true))).toMatchObject({
    code: 'form_incomplete',
    details: { missing: ['licence'] },
  })
  await addFile(booking, 'licence')
  expect(await refusalOf(answer(booking.token, { second: 'yes', rules: true }, true))).toMatchObject({
    details: { missing: ['second_name'] },
  })
  expect((await answer(booking.token, complete, true)).submitted_at).not.toBeNull()
})

test('what was submitted stands, with its files, until the changes are submitted', async () => {
  const booking = await booked()
  const licence = await addFile(booking, 'licence')
  await answer(booking.token, { ...complete, persons: 2 }, true)
  const gone = await database.asService(async (sql) => {
    const [row] =
      await sql`select public.remove_form_file(${company.companyId}, ${booking.id}, ${licence.id}) as paths`
    return row?.paths
  })
  expect(gone).toEqual([])
  await answer(booking.token, { rules: null, persons: null })
  const own = await checkin(booking.token)
  expect(own).toMatchObject({ answers: { second: 'no' }, files: [], changed: true })
  const desk = { answers: { ...complete, persons: 2 }, files: [{ id: licence.id }], changed: true }
  expect(await atDesk(booking)).toMatchObject({ ...desk, submitted_at: own.submitted_at })
  expect(await refusalOf(answer(booking.token, {}, true))).toMatchObject({
    details: { missing: ['licence', 'rules'] },
  })
  expect(await atDesk(booking)).toMatchObject(desk)
  const anew = await addFile(booking, 'licence')
  await answer(booking.token, { rules: true }, true)
  expect(await atDesk(booking)).toMatchObject({ answers: complete, files: [{ id: anew.id }], changed: false })
  // What nobody refers to any more goes with the next sweep.
  const due = await database.asService((sql) => sql`select id from public.due_form_files(500)`)
  expect(due.map(({ id }) => id)).toContain(licence.id)
  expect(due.map(({ id }) => id)).not.toContain(anew.id)
})

test('a change that was not submitted is not what stands after the pickup', async () => {
  const booking = await booked()
  await addFile(booking, 'licence')
  await answer(booking.token, complete, true)
  await answer(booking.token, { second: null })
  await handOver(database, company.owner, booking.id)
  expect(await checkin(booking.token)).toMatchObject({ answers: complete, standing: 'handed_over' })
})

test('two who write at the same time lose nothing they did not touch', async () => {
  const booking = await booked()
  await answer(booking.token, { wishes: 'von beiden', persons: 2 })
  await Promise.all([
    answer(booking.token, { wishes: 'vom Telefon' }),
    answer(booking.token, { second_name: 'Vom Computer' }),
    answer(booking.token, { arrival: '2027-05-01' }),
  ])
  await answer(booking.token, { persons: null })
  expect((await checkin(booking.token)).answers).toEqual({
    wishes: 'vom Telefon',
    second_name: 'Vom Computer',
    arrival: '2027-05-01',
  })
})

test('what is hidden by its condition is let go at the end, files and what hangs on it too', async () => {
  const booking = await booked()
  const [row] = await database.asPostgres(
    (sql) => sql`select category_id from public.reservations where id = ${booking.id}`,
  )
  const chain = [
    question('second', 'choice', { options: yesNo }),
    question('also', 'choice', { options: yesNo, when: { field: 'second', is: 'yes' } }),
    question('second_name', 'text', { required: true, when: { field: 'also', is: 'yes' } }),
    question('second_licence', 'identity', { when: { field: 'second', is: 'yes' } }),
  ]
  const form = await saveForm(chain, { id: null, categories: [row?.category_id] })
  await answer(booking.token, { second: 'yes', also: 'yes', second_name: 'Dritte Person' })
  await addFile(booking, 'second_licence')
  await answer(booking.token, { second: 'no' }, true)
  expect(await checkin(booking.token)).toMatchObject({ answers: { second: 'no' }, files: [] })
  expect(await atDesk(booking)).toMatchObject({ answers: { second: 'no' }, files: [], changed: false })
  const [kept] = await database.asPostgres(
    (sql) => sql`select draft, answers from public.form_submissions where reservation_id = ${booking.id}`,
  )
  expect(kept).toEqual({ draft: { second: 'no' }, answers: { second: 'no' } })
  await database.asPostgres((sql) => sql`update public.forms set active = false where id = ${form}`)
})

test('a number is counted from zero unless the form says otherwise, and a day lies in our times', async () => {
  const booking = await booked()
  const [row] = await database.asPostgres(
    (sql) => sql`select category_id from public.reservations where id = ${booking.id}`,
  )
  const bounds = [
    question('persons', 'number', { most: 9 }),
    question('degrees', 'number', { least: -20 }),
    question('arrival', 'date'),
  ]
  const form = await saveForm(bounds, { id: null, categories: [row?.category_id] })
  const refusal = (answers: JSONValue) => refusalOf(answer(booking.token, answers))
  expect(await refusal({ persons: -5 })).toMatchObject({
    code: 'below_least',
    details: { field: 'persons', least: 0 },
  })
  expect(await refusal({ persons: 10 })).toMatchObject({ code: 'above_most', details: { most: 9 } })
  expect(await refusal({ degrees: -21 })).toMatchObject({ code: 'below_least' })
  expect(await refusal({ arrival: '0001-01-01' })).toMatchObject({ code: 'below_least' })
  expect(await refusal({ arrival: '2201-01-01' })).toMatchObject({ code: 'above_most' })
  const fine = { persons: 9, degrees: -20, arrival: '1900-01-01' }
  expect((await answer(booking.token, fine)).answers).toEqual(fine)
  await database.asPostgres((sql) => sql`update public.forms set active = false where id = ${form}`)
})

test('the portal tells what is true of the check-in of a booking that is changed or cancelled', async () => {
  const booking = await booked()
  const portal = () =>
    database.asAnon(async (sql) => {
      const [row] = await sql`select public.portal_by_token(${company.slug}, ${booking.token}) as it`
      return row?.it.checkin
    })
  expect(await portal()).toBe('open')
  await addFile(booking, 'licence')
  expect(await portal()).toBe('begun')
  await answer(booking.token, complete, true)
  expect(await portal()).toBe('done')
  await answer(booking.token, { persons: 3 })
  expect(await portal()).toBe('changed')
  await database.asAnon((sql) => sql`select public.cancel_by_token(${company.slug}, ${booking.token})`)
  expect(await portal()).toBeNull()
  expect((await checkin(booking.token)).standing).toBe('over')
})

test('a booking that is only held has its check-in once it is paid', async () => {
  const held = await database.asAnon((sql) => bookOnSite(sql, company.slug, slot()))
  expect((await checkin(held.token)).standing).toBe('held')
  expect(await refusalOf(answer(held.token, { wishes: 'x' }))).toMatchObject({ code: 'checkin_closed' })
})

test('customers read the title of the version they began, never what the desk calls the form', async () => {
  const begun = await booked()
  await answer(begun.token, { wishes: 'x' })
  const before = (await checkin(begun.token)).version
  const titles = { de: 'Vor der Abholung', fr: 'Avant le retrait' }
  const names = { de: 'Winter, intern' }
  await saveForm(FIELDS, { names, titles })
  const fresh = await checkin((await booked()).token)
  expect(fresh).toMatchObject({ version: before + 1, titles })
  expect(JSON.stringify(fresh)).not.toContain('intern')
  expect(await checkin(begun.token)).toMatchObject({ version: before, titles: {} })
  await saveForm(FIELDS, { names, titles })
  expect((await checkin((await booked()).token)).version).toBe(before + 1)
  expect(await refusalOf(saveForm(FIELDS, { titles: { de: 'x'.repeat(121) } }))).toMatchObject({
    code: 'invalid_input',
  })
  await saveForm(FIELDS)
})

test('other questions make a new version; whoever has begun keeps theirs', async () => {
  const begun = await booked()
  await answer(begun.token, { wishes: 'x' })
  const before = (await checkin(begun.token)).version
  const renamed = await saveForm(FIELDS, { names: { de: 'Vor der Abholung' } })
  expect((await checkin((await booked()).token)).version).toBe(before)
  await saveForm([...FIELDS, question('flight', 'text')], {
    id: renamed,
    names: { de: 'Vor der Abholung' },
  })
  const fresh = await checkin((await booked()).token)
  expect(fresh).toMatchObject({ version: before + 1, titles: {} })
  expect(fresh.fields).toHaveLength(FIELDS.length + 1)
  expect(await checkin(begun.token)).toMatchObject({ version: before, answers: { wishes: 'x' } })
  expect(await refusalOf(answer(begun.token, { flight: 'LX 1' }))).toMatchObject({ code: 'invalid_input' })
  expect(
    await refusalOf(
      database.asPostgres(
        (sql) => sql`update public.form_versions set fields = '[]' where company_id = ${company.companyId}`,
      ),
    ),
  ).toMatchObject({ code: 'append_only' })
})

test('a form for the booked category comes before the one for all', async () => {
  const booking = await booked()
  const [row] = await database.asPostgres(
    (sql) => sql`select category_id from public.reservations where id = ${booking.id}`,
  )
  const special = await saveForm([question('trailer', 'text')], { id: null, categories: [row?.category_id] })
  expect((await checkin(booking.token)).form_id).toBe(special)
  await database.asPostgres((sql) => sql`update public.forms set active = false where id = ${special}`)
  expect((await checkin(booking.token)).form_id).toBe(formId)
})

test('a form may be for bookings of one way or one language; the most exact one is asked', async () => {
  const booking = await booked()
  const add = (name: string, sources: string[], languages: string[]) =>
    database.as(company.owner, async (sql) => {
      const [row] = await sql`
        select public.save_form(${sql.json({ de: name })}, ${sql.json([question(name, 'text')])},
          p_sources => ${sources}::public.reservation_source[], p_languages => ${languages}) as id`
      return String(row?.id)
    })
  const desk = await add('desk', ['phone', 'walk_in'], [])
  const french = await add('french', [], ['fr'])
  expect((await checkin(booking.token)).form_id).toBe(formId)
  const german = await add('german', [], ['de', 'it'])
  expect((await checkin(booking.token)).form_id).toBe(german)
  const online = await add('online', ['site'], [])
  expect((await checkin(booking.token)).form_id).toBe(online)
  await database.asPostgres(
    (sql) => sql`update public.forms set active = false where id = any (${[desk, french, german, online]})`,
  )
})

test.each([
  ['an unknown field', { hobby: 'x' }],
  ['a list for a text', { second_name: ['x'] }],
  ['a line break in a line', { second_name: 'a\nb' }],
  ['a text for a number', { persons: '3' }],
  ['a number beyond all', { persons: 1e300 }],
  ['no date', { arrival: '2026-02-30' }],
  ['an option nobody offered', { second: 'maybe' }],
  ['an option nobody offered among others', { needs: ['yes', 'constructor'] }],
  ['a consent that is none', { rules: 'true' }],
  ['an answer in place of a file', { licence: 'x' }],
  ['a megabyte', { wishes: 'x'.repeat(1_000_000) }],
  ['a megabyte in a line', { second_name: 'x'.repeat(1_000_000) }],
  ['an object for a text', { second_name: { toString: 'x' } }],
  ['a truth for an option', { second: true }],
  ['a list in a list', { needs: [['yes']] }],
  ['a list of answers', [1]],
])('%s is refused and nothing kept', async (_, answers) => {
  const booking = await booked()
  expect(await refusalOf(answer(booking.token, answers as JSONValue))).toMatchObject({
    code: 'invalid_input',
  })
  expect((await checkin(booking.token)).answers).toEqual({})
})

test.each([
  ['no questions', []],
  ['a key twice', [question('a', 'text'), question('a', 'text')]],
  ['a kind nobody knows', [question('a', 'html')]],
  ['a question without words', [{ ...question('a', 'text'), labels: {} }]],
  ['a language nobody speaks', [{ ...question('a', 'text'), labels: { xx: 'a' } }]],
  ['a choice of nothing', [question('a', 'choice', { options: [] })]],
  [
    'an answer twice',
    [question('a', 'choice', { options: [...yesNo, { key: 'ja', labels: { de: ' ja', fr: 'Oui' } }] })],
  ],
  ['bounds that are none', [question('a', 'number', { least: '0' })]],
  ['bounds nothing fits between', [question('a', 'number', { most: -1 })]],
  ['bounds for a text', [question('a', 'text', { most: 3 })]],
  ['options where there is nothing to choose', [question('a', 'text', { options: yesNo })]],
  [
    'a condition on what comes later',
    [question('a', 'text', { when: { field: 'b', is: 'yes' } }), question('b', 'choice', { options: yesNo })],
  ],
  [
    'a condition on no option',
    [question('b', 'choice', { options: yesNo }), question('a', 'text', { when: { field: 'b', is: 'x' } })],
  ],
  ['more than it may carry', [{ ...question('a', 'text'), onclick: 'x' }]],
  ['no list', { a: 1 }],
])('a form with %s is refused', async (_, fields) => {
  expect(await refusalOf(saveForm(fields as JSONValue))).toMatchObject({ code: 'invalid_input' })
})

test('forms are written by those who may, for their own categories only', async () => {
  expect(await refusalOf(saveForm(FIELDS, { by: viewer }))).toMatchObject({ code: 'forbidden' })
  expect(await refusalOf(saveForm(FIELDS, { by: other.owner }))).toMatchObject({ code: 'not_found' })
  expect(await refusalOf(saveForm(FIELDS, { id: null, categories: [randomUUID()] }))).toMatchObject({
    code: 'not_found',
  })
})

test('files belong to their booking and field, a signature once, and others six times', async () => {
  const booking = await booked()
  const first = await addFile(booking, 'sign')
  expect((await addFile(booking, 'sign')).replaced).toEqual([first.path])
  expect(await refusalOf(addFile(booking, 'wishes'))).toMatchObject({ code: 'invalid_input' })
  expect(await refusalOf(addFile(booking, 'licence', { type: 'application/pdf' }))).toMatchObject({
    code: 'photo_only',
  })
  expect(await refusalOf(addFile(booking, 'licence', { companyId: other.companyId }))).toMatchObject({
    code: 'not_found',
  })
  for (let nth = 0; nth < 6; nth++) await addFile(booking, 'licence')
  expect(await refusalOf(addFile(booking, 'licence'))).toMatchObject({ code: 'too_many_files' })
})

test('who looks at a file is noted, and another company, an anonymous visitor and the raw path see none', async () => {
  const booking = await booked()
  const { id, path } = await addFile(booking, 'licence')
  const look = (by: Caller) =>
    database.as(by, async (sql) => {
      const [row] = await sql`select public.note_form_file_view(${id}) as path`
      return row?.path
    })
  expect(await look(company.owner)).toBe(path)
  expect(await refusalOf(look(other.owner))).toMatchObject({ code: 'not_found' })
  expect(
    await refusalOf(database.asAnon((sql) => sql`select public.note_form_file_view(${id})`)),
  ).toMatchObject({ status: 403 })
  expect(
    await refusalOf(
      database.as(company.owner, (sql) => sql`select storage_path from public.form_files where id = ${id}`),
    ),
  ).toMatchObject({ status: 403 })
  const [trail] = await database.asPostgres(
    (sql) =>
      sql`select count(*)::int as looks from public.audit_log where table_name = 'form_files' and action = 'read' and record_id = ${id}`,
  )
  expect(trail?.looks).toBe(1)
})

test('after the pickup answers stand, and the handover reads them', async () => {
  const booking = await booked()
  await addFile(booking, 'licence')
  await answer(booking.token, { ...complete, persons: 2 }, true)
  await handOver(database, company.owner, booking.id)
  expect(await refusalOf(answer(booking.token, complete))).toMatchObject({ code: 'checkin_closed' })
  expect(await refusalOf(addFile(booking, 'licence'))).toMatchObject({ code: 'checkin_closed' })
  expect(await atDesk(booking, viewer)).toMatchObject({
    answers: { persons: 2 },
    standing: 'handed_over',
  })
  expect(await refusalOf(atDesk(booking, other.owner))).toMatchObject({ code: 'not_found' })
})

test('a wrong token answers nothing and writes nothing', async () => {
  const booking = await booked()
  expect(await checkin('f'.repeat(64))).toBeNull()
  expect(await checkin(booking.token, other.slug)).toBeNull()
  expect(await refusalOf(answer('f'.repeat(64), {}))).toMatchObject({ code: 'link_expired' })
})

test('pictures of identity go ninety days after a booking that fell through, everything when the customer is forgotten', async () => {
  const cancelled = await booked()
  const { id } = await addFile(cancelled, 'licence')
  const signature = await addFile(cancelled, 'sign')
  await answer(cancelled.token, { wishes: 'Geheim' })
  const due = () =>
    database.asService(async (sql) =>
      (await sql`select id from public.due_form_files(500)`).map((row) => row.id),
    )
  expect(await due()).not.toContain(id)
  await database.asAnon((sql) => sql`select public.cancel_by_token(${company.slug}, ${cancelled.token})`)
  await database.asPostgres(async (sql) => {
    await sql`set local session_replication_role = replica`
    await sql`update public.reservations set updated_at = now() - interval '91 days' where id = ${cancelled.id}`
  })
  expect(await due()).toContain(id)
  expect(await due()).not.toContain(signature.id)
  await database.asService((sql) => sql`select public.mark_form_file_purged(${company.companyId}, ${id})`)
  await database.asService(
    (sql) => sql`select public.mark_form_file_purged(${company.companyId}, ${signature.id})`,
  )
  expect(await due()).not.toContain(id)

  const [row] = await database.asPostgres(
    (sql) => sql`select customer_id from public.reservations where id = ${cancelled.id}`,
  )
  await database.as(company.owner, (sql) => sql`select public.anonymize_customer(${row?.customer_id})`)
  expect(await due()).toContain(signature.id)
  const [left] = await database.asPostgres(
    (sql) => sql`select draft, answers from public.form_submissions where reservation_id = ${cancelled.id}`,
  )
  expect(left).toEqual({ draft: {}, answers: {} })
})
