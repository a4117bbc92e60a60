import { createHash, randomBytes } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from './support/database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany } from './support/fleet.ts'
import { bookAndPay, handOver, takeBack } from './support/rentals.ts'

/** Whether a paper is genuine: asked by anybody, answered with what stands on it and nothing else. */
const database = freshDatabase()
let company: RentalCompany
let other: RentalCompany
let contractId: string
let content: string
const file = randomBytes(400)
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

beforeAll(async () => {
  company = await foundRentalCompany(database, 'alpenmobil')
  other = await foundRentalCompany(database, 'glanzwerk')
  const slot = freeSlots(() => company)
  const { id } = await bookAndPay(database, company, slot())
  const pickup = await handOver(database, company.owner, id)
  contractId = pickup.contractId
  await seal('contract', contractId, sha256(file))
  await takeBack(database, company.owner, pickup)
  const [row] = await database.as(
    company.owner,
    (sql) => sql`select content_sha256 as hash from public.contracts where id = ${contractId}`,
  )
  content = row?.hash
})

const seal = (kind: string, recordId: string, hash: string) =>
  database.asService(
    (sql) => sql`
      select public.seal_document(${company.companyId}, ${kind}, ${recordId}, 'de', ${`${company.companyId}/contracts/${recordId}.pdf`}, ${hash}, 400)`,
  )
const ask = (hash: string, slug: string | null = null) =>
  database.asAnon(async (sql) => (await sql`select public.verify_document(${hash}, ${slug}) as it`)[0]?.it)

test('the file that was sealed is genuine, and says who signed it by initials alone', async () => {
  const answer = await ask(sha256(file))
  expect(answer).toEqual({
    match: 'file',
    kind: 'contract',
    number: expect.stringMatching(/^M-\d{4}-00001$/),
    company: 'alpenmobil',
    time_zone: 'Europe/Zurich',
    sealed_at: expect.any(String),
    signatures: [{ signer: 'customer', initials: 'A. M.', signed_at: expect.any(String) }],
  })
  expect(JSON.stringify(answer)).not.toMatch(/Anna|Muster/)
})

test('a single bit more or less, and it is unknown', async () => {
  for (const place of [0, 17, 399]) {
    const tampered = Uint8Array.from(file)
    tampered[place] = (tampered[place] ?? 0) ^ 1
    expect(await ask(sha256(tampered))).toBeNull()
  }
  expect(await ask(sha256(Buffer.concat([file, Buffer.from('\n')])))).toBeNull()
})

test('the checksum printed on the paper names what was signed, not the file', async () => {
  expect(await ask(content)).toMatchObject({ match: 'content', kind: 'contract' })
})

test('the return that was signed has a checksum of its own', async () => {
  const [row] = await database.as(
    company.owner,
    (sql) => sql`
      select s.document_sha256 as hash from public.signatures s join public.handovers h on h.id = s.handover_id where h.kind = 'return'`,
  )
  expect(row?.hash).not.toBe(content)
  expect(await ask(row?.hash)).toMatchObject({ match: 'content', kind: 'return' })
})

test('on a company’s site its own documents are known, and no others', async () => {
  expect(await ask(sha256(file), 'alpenmobil')).toMatchObject({ match: 'file' })
  expect(await ask(sha256(file), 'glanzwerk')).toBeNull()
  expect(await ask(content, other.slug)).toBeNull()
})

test.each(['', '%', 'a', 'A'.repeat(64), `${'a'.repeat(63)}%`, `${'a'.repeat(64)}\n`, "' or true --"])(
  'nothing but a whole hash finds anything: %j',
  async (hash) => {
    expect(await ask(hash)).toBeNull()
  },
)

test('a document put in another’s place behind the guards is not genuine', async () => {
  const planted = sha256(randomBytes(10))
  await database.asPostgres(async (sql) => {
    await sql`set local session_replication_role = replica`
    await sql`update public.documents set sha256 = ${planted} where record_id = ${contractId}`
  })
  expect(await ask(planted)).toBeNull()
  await database.asPostgres(async (sql) => {
    await sql`set local session_replication_role = replica`
    await sql`update public.documents set sha256 = ${sha256(file)} where record_id = ${contractId}`
  })
  expect(await ask(sha256(file))).not.toBeNull()
})

test.each([
  ['Anna Muster', 'A. M.'],
  ['  Đorđe   Škrtić-Łukasz ', 'Đ. Š.'],
  ['a b c d e f', 'A. B. C. D.'],
  ['李小龍', '李.'],
])('of %j stays %s', async (name, initials) => {
  const [row] = await database.asPostgres((sql) => sql`select private.initials(${name}) as it`)
  expect(row?.it).toBe(initials)
})
