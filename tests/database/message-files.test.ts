import { randomInt, randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { beforeAll, expect, test, vi } from 'vitest'
import type { CompanyContext, SiteContext } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { PermanentFailure } from '@/lib/core/outbox'
import { serviceContext } from '@/lib/core/service-context'
import { purgeMessageFiles } from '@/lib/core/sweeps'
import { fetchTwilioMedia } from '@/lib/integrations/twilio/media'
import { addFileForCustomer, addOwnFile, filesToSend, memberFileUrl, ownFileUrl } from '@/lib/messages/files'
import { fetchMessageFile } from '@/lib/messages/handlers/fetch-file'
import { addMember } from './support/companies.ts'
import { freshDatabase } from './support/database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany } from './support/fleet.ts'
import { gatewayOn } from './support/gateway.ts'
import { refusalOf } from './support/refusals.ts'
import { type Booking, bookAndPay, newCustomer } from './support/rentals.ts'
import { tokenFor } from './support/tokens.ts'

/** Photos and PDFs that come and go with messages: fetched, drawn anew, opened only by who may, and gone when their time is over. */
const database = freshDatabase()
const gateway = gatewayOn(database)
vi.mock('@/lib/supabase/admin', () => ({ createAdminClient: () => gateway.client(gateway.secretKey) }))
vi.mock('@/lib/core/service-context', () => ({
  serviceContext: (companyId: string) => ({ db: gateway.client(gateway.secretKey), companyId, log }),
}))
vi.mock('@/lib/integrations/twilio/media', () => ({ fetchTwilioMedia: vi.fn() }))

let company: RentalCompany
let other: RentalCompany
const slot = freeSlots(() => company)
const log = { info: () => {}, error: () => {} }
const MEDIUM = '/2010-04-01/Accounts/AC/Messages/MM/Media/ME'

beforeAll(async () => {
  company = await foundRentalCompany(database, 'attaches')
  other = await foundRentalCompany(database, 'looks-on')
})

/** A photo with what a camera writes into it. */
const photo = () =>
  sharp({ create: { width: 900, height: 600, channels: 3, background: '#48c' } })
    .withExif({ IFD3: { GPSLatitude: '47/1 22/1 0/1' } })
    .jpeg()
    .toBuffer()
const pdf = Buffer.from('%PDF-1.7\nArrival')

async function book() {
  const phone = `+4179${randomInt(1_000_000, 9_999_999)}`
  const booking = await bookAndPay(database, company, {
    ...slot(),
    customer: newCustomer({ phone, email: `${randomUUID()}@example.ch` }),
  })
  const [row] = await database.asPostgres(
    (sql) => sql`select customer_id from public.reservations where id = ${booking.id}`,
  )
  return { booking, phone, customerId: row?.customer_id as string }
}
/** A message by WhatsApp with so many files; the ids of what our worker has to fetch. */
async function receive(phone: string, count: number, body = '') {
  const files = Array.from({ length: count }, () => ({
    name: null,
    source: { provider: 'twilio', path: MEDIUM },
  }))
  await database.asService(
    (sql) => sql`
      select public.receive_message('whatsapp', ${phone}, '+41440000000', ${randomUUID()}, null, ${body}, ${sql.json(files)})`,
  )
  return database.asPostgres(async (sql) =>
    (
      await sql`
        select o.payload ->> 'file_id' as id from public.outbox o join public.message_files f on f.id::text = o.payload ->> 'file_id'
        join public.customers c on c.id = f.customer_id where o.topic = 'message.fetch_file' and c.phone = ${phone} order by f.created_at`
    ).map(({ id }) => id as string),
  )
}
const work = (id: string) =>
  fetchMessageFile(serviceContext(company.companyId, 'message.fetch_file', 'test'), {
    id: randomUUID(),
    topic: 'message.fetch_file',
    payload: { file_id: id },
    attempts: 1,
  })
const brings = (bytes: Buffer | Error) =>
  vi.mocked(fetchTwilioMedia).mockImplementationOnce(async () => {
    if (bytes instanceof Error) throw bytes
    return bytes
  })
const row = async (id: string) =>
  (await database.asPostgres((sql) => sql`select * from public.message_files where id = ${id}`))[0]
const member = async (who: { userId: string; companyId: string }) =>
  ({
    db: gateway.client(
      gateway.publishableKey,
      await tokenFor(gateway, { sub: who.userId, company_id: who.companyId }),
    ),
    companyId: who.companyId,
    actor: { kind: 'user', id: who.userId },
    requestId: 'r',
    log,
  }) as unknown as CompanyContext
const visitor = () =>
  ({
    companyId: company.companyId,
    actor: { kind: 'customer' },
    requestId: 'r',
    log,
  }) as unknown as SiteContext
const thread = (customerId: string) =>
  database.as(
    company.owner,
    async (sql) => (await sql`select public.customer_conversation(${customerId}) as it`)[0]?.it,
  )
const write = (customerId: string, channel: string, files: string[], by = company.owner) =>
  database.as(
    by,
    (sql) => sql`
      select public.write_to_customer(p_customer_id => ${customerId}, p_channel => ${channel}, p_body => 'Anbei', p_files => ${files})`,
  )
const writeBack = ({ token }: Booking, files: string[], body = '', key = randomUUID()) =>
  database.asAnon(
    (sql) => sql`
      select public.write_by_token(${company.slug}, ${token}, ${body}, ${key}, ${files})`,
  )
const stored = async (path: string) => {
  const { data } = await gateway.client(gateway.secretKey).storage.from('messages').download(path)
  return data && Buffer.from(await data.arrayBuffer())
}

test('a photo by WhatsApp is fetched once, drawn anew without its place, and stands in the conversation', async () => {
  const { phone, customerId } = await book()
  const [id = ''] = await receive(phone, 1)
  expect((await thread(customerId)).messages.at(-1)).toMatchObject({
    body: '',
    files: [{ id, status: 'awaited', name: null }],
  })
  brings(await photo())
  await work(id)
  await work(id)
  expect(fetchTwilioMedia).toHaveBeenCalledTimes(1)
  const { storage_path: path, thumbnail_path: small, source } = (await row(id)) ?? {}
  expect(path).toMatch(new RegExp(`^${company.companyId}/messages/[0-9a-f-]{36}\\.jpg$`))
  const kept = await sharp((await stored(path)) as Buffer).metadata()
  expect({ ...kept, exif: kept.exif }).toMatchObject({ format: 'jpeg', width: 900, exif: undefined })
  expect((await sharp((await stored(small)) as Buffer).metadata()).width).toBe(480)
  expect(source).toBeNull()
  expect((await thread(customerId)).messages.at(-1).files[0]).toMatchObject({
    status: 'kept',
    content_type: 'image/jpeg',
  })
})

test('what cannot be kept is given up and the conversation says why; what was not reached is tried again', async () => {
  const { phone, customerId } = await book()
  const ids = await receive(phone, 12, 'Sehen Sie')
  expect(ids).toHaveLength(10)
  for (const failure of [
    Buffer.from('<svg onload="alert(1)"/>'),
    new AppError('too_large'),
    new PermanentFailure('gone'),
    (await photo()).subarray(0, 400),
  ])
    brings(failure)
  for (const id of ids.slice(0, 4)) await work(id)
  brings(new Error('no answer'))
  await expect(work(ids[4] ?? '')).rejects.toThrow('no answer')
  const { files, body } = (await thread(customerId)).messages.at(-1)
  expect(body).toBe('Sehen Sie')
  expect(files.map((file: { refusal: string | null }) => file.refusal).slice(0, 5)).toEqual([
    'kind',
    'size',
    'gone',
    'kind',
    null,
  ])
})

test('a plan that is full keeps no file that came in, and lets nobody add one', async () => {
  const { phone, customerId } = await book()
  const [id = ''] = await receive(phone, 1)
  await database.asPostgres(
    (sql) => sql`
      insert into public.message_files (company_id, customer_id, status, content_type, bytes, storage_path)
      select ${company.companyId}, ${customerId}, 'kept', 'application/pdf', 15728640, ${`${company.companyId}/messages/`} || n
      from generate_series(1, 19) as n`,
  )
  const limit = (to: number) =>
    database.asPostgres(
      (sql) => sql`
        update public.plan_limits set limit_amount = ${to} where resource = 'storage_bytes' and plan = (select plan from public.companies where id = ${company.companyId})`,
    )
  await limit(15728640)
  brings(await photo())
  await work(id)
  expect(await row(id)).toMatchObject({ status: 'refused', refusal: 'storage', storage_path: null })
  await expect(
    addFileForCustomer(await member(company.owner), { customerId, name: 'a' }, pdf),
  ).rejects.toMatchObject({ code: 'quota_reached' })
  await limit(10737418240)
  await database.asPostgres(
    (sql) => sql`delete from public.message_files where customer_id = ${customerId} and message_id is null`,
  )
})

test('a member sends a PDF by mail and a photo by WhatsApp; by SMS nothing goes, on WhatsApp one', async () => {
  const { phone, customerId } = await book()
  await receive(phone, 0, 'Hallo')
  const ctx = await member(company.owner)
  const add = async (name: string, bytes: Buffer) => addFileForCustomer(ctx, { customerId, name }, bytes)
  const [paper, picture, second] = [
    await add('C:\\x\\Anfahrt\u202efdp.exe', pdf),
    await add('foto.png', await photo()),
    await add('zwei.pdf', pdf),
  ]
  expect([paper.name, picture.name]).toEqual(['Anfahrt fdp.pdf', 'foto.jpg'])
  for (const [channel, files] of [
    ['sms', [paper.id]],
    ['whatsapp', [picture.id, second.id]],
    ['email', [randomUUID()]],
    ['email', [paper.id, paper.id]],
  ] as const)
    expect((await refusalOf(write(customerId, channel, [...files]))).code).toBe('invalid_input')
  await write(customerId, 'email', [paper.id, second.id])
  await write(customerId, 'whatsapp', [picture.id])
  const { messages } = await thread(customerId)
  expect(
    messages.slice(-2).map(({ files }: { files: { name: string }[] }) => files.map(({ name }) => name)),
  ).toEqual([['Anfahrt fdp.pdf', 'zwei.pdf'], ['foto.jpg']])
  const sent = await filesToSend(serviceContext(company.companyId, 'message.send', 'r'), messages.at(-2).id)
  expect(sent.map(({ contentType }) => contentType)).toEqual(['application/pdf', 'application/pdf'])
  // Sent once, they belong to that message.
  expect((await refusalOf(write(customerId, 'email', [paper.id]))).code).toBe('invalid_input')
})

test('a customer sends a photo without words from the portal, once however often it is pressed', async () => {
  const { booking, customerId } = await book()
  const key = randomUUID()
  const once = async () => {
    const { id } = await addOwnFile(visitor(), booking, 'schaden.jpg', await photo())
    await writeBack(booking, [id], '', key)
    return id
  }
  const [first] = [await once(), await once()]
  const { messages } = await thread(customerId)
  expect(messages.filter(({ direction }: { direction: string }) => direction === 'in')).toHaveLength(1)
  expect(messages.at(-1).files).toMatchObject([{ id: first, name: 'schaden.jpg', status: 'kept' }])
  expect((await refusalOf(writeBack(booking, []))).code).toBe('invalid_input')
  const url = await ownFileUrl(visitor(), booking, { id: first, thumbnail: true })
  expect(url).toContain(`/object/sign/messages/${(await row(first))?.thumbnail_path}?`)
  const stranger = (await book()).booking
  await expect(ownFileUrl(visitor(), stranger, { id: first, thumbnail: false })).rejects.toMatchObject({
    code: 'not_found',
  })
  // Nor does a stranger's message carry it away.
  const { id } = await addOwnFile(visitor(), booking, null, pdf)
  expect((await refusalOf(writeBack(stranger, [id]))).code).toBe('invalid_input')
})

test('files are opened by those who may answer, each look noted; viewers, other companies and the storage itself say no', async () => {
  const { booking } = await book()
  const { id } = await addOwnFile(visitor(), booking, 'ausweis.jpg', await photo())
  await writeBack(booking, [id])
  const staff = await member(await addMember(database, company.companyId, 'staff'))
  const path = (await row(id))?.storage_path as string
  expect(await memberFileUrl(staff, { id, thumbnail: false })).toContain(`/object/sign/messages/${path}?`)
  await memberFileUrl(staff, { id, thumbnail: true })
  const [looks] = await database.asPostgres(
    (sql) =>
      sql`select count(*)::int as count from public.audit_log where table_name = 'message_files' and record_id = ${id}`,
  )
  expect(looks?.count).toBe(1)
  const viewer = await member(await addMember(database, company.companyId, 'viewer'))
  await expect(memberFileUrl(viewer, { id, thumbnail: true })).rejects.toMatchObject({ code: 'forbidden' })
  const stranger = await member(other.owner)
  await expect(memberFileUrl(stranger, { id, thumbnail: false })).rejects.toMatchObject({ code: 'not_found' })
  await expect(memberFileUrl(stranger, { id: randomUUID(), thumbnail: false })).rejects.toMatchObject({
    code: 'not_found',
  })
  for (const { db } of [staff, stranger]) {
    expect((await db.storage.from('messages').download(path)).error).not.toBeNull()
    expect((await db.storage.from('messages').createSignedUrl(path, 60)).error).not.toBeNull()
    expect(
      (await db.storage.from('messages').upload(`${company.companyId}/messages/x.jpg`, pdf)).error,
    ).not.toBeNull()
  }
})

test('what was never sent goes after a day, the rest after a year while nothing is open, and all of who is forgotten', async () => {
  const { booking, customerId } = await book()
  const unsent = await addOwnFile(visitor(), booking, null, await photo())
  const sent = await addOwnFile(visitor(), booking, null, await photo())
  await writeBack(booking, [sent.id])
  const paths = async (id: string) => {
    const { storage_path: path, thumbnail_path: small } = (await row(id)) ?? {}
    return [path, small] as string[]
  }
  const [unsentPaths, sentPaths] = [await paths(unsent.id), await paths(sent.id)]
  const present = async (list: string[]) => (await Promise.all(list.map(stored))).map(Boolean)
  const age = (days: number) =>
    database.asPostgres(async (sql) => {
      await sql`update public.message_files set created_at = now() - make_interval(days => ${days}) where customer_id = ${customerId}`
      await sql`update storage.objects set created_at = now() - make_interval(days => ${days}) where bucket_id = 'messages'`
    })
  await age(2)
  await purgeMessageFiles('test')
  expect([await present(unsentPaths), await present(sentPaths)]).toEqual([
    [false, false],
    [true, true],
  ])
  await age(400)
  await purgeMessageFiles('test')
  expect(await present(sentPaths)).toEqual([true, true])
  await database.asPostgres(
    (sql) => sql`update public.reservations set status = 'cancelled' where id = ${booking.id}`,
  )
  await Promise.all([purgeMessageFiles('one'), purgeMessageFiles('two')])
  expect(await present(sentPaths)).toEqual([false, false])
  expect((await thread(customerId)).messages.at(-1).files[0].status).toBe('deleted')

  const again = await addFileForCustomer(
    await member(company.owner),
    { customerId, name: null },
    await photo(),
  )
  const againPaths = await paths(again.id)
  await database.as(company.owner, (sql) => sql`select public.anonymize_customer(${customerId})`)
  expect(await row(again.id)).toBeUndefined()
  await age(1)
  await purgeMessageFiles('test')
  expect(await present(againPaths)).toEqual([false, false])
})
