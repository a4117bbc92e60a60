import { beforeAll, expect, test } from 'vitest'
import { type FoundedCompany, foundCompany } from '../support/companies.ts'
import { freshDatabase } from '../support/database.ts'
import { gatewayOn } from '../support/gateway.ts'
import { tokenFor } from '../support/tokens.ts'

/** Files over HTTP: a member reaches the company's own folder, and nothing beside it. */
const database = freshDatabase()
const gateway = gatewayOn(database)
const jpeg = new Blob([new Uint8Array([0xff, 0xd8, 0xff, 1, 2, 3])], { type: 'image/jpeg' })
let ours: FoundedCompany
let theirs: FoundedCompany

beforeAll(async () => {
  ours = await foundCompany(database)
  theirs = await foundCompany(database)
  for (const { companyId } of [ours, theirs]) {
    await gateway
      .client(gateway.secretKey)
      .storage.from('evidence')
      .upload(`${companyId}/handovers/kept.jpg`, jpeg)
  }
})

const evidence = async ({ owner }: FoundedCompany) => {
  const token = await tokenFor(gateway, { sub: owner.userId, company_id: owner.companyId })
  return gateway.client(token).storage.from('evidence')
}
const file = ({ companyId }: FoundedCompany, name = 'kept') => `${companyId}/handovers/${name}.jpg`

test('members store, list and read their company’s files', async () => {
  const storage = await evidence(ours)
  expect((await storage.upload(file(ours, 'new'), jpeg)).error).toBeNull()
  const listed = (await storage.list(`${ours.companyId}/handovers`)).data ?? []
  expect(listed.map(({ name }) => name.split('/').pop()).sort()).toEqual(['kept.jpg', 'new.jpg'])
  expect((await storage.download(file(ours))).error).toBeNull()
  expect((await storage.createSignedUrl(file(ours), 60)).error).toBeNull()
})

test('another company’s file is like one that does not exist', async () => {
  const storage = await evidence(ours)
  const missing = file(theirs, 'missing')
  expect((await storage.list(`${theirs.companyId}/handovers`)).data).toEqual([])
  expect((await storage.list(theirs.companyId)).data).toEqual([])
  for (const attempt of [
    (path: string) => storage.download(path),
    (path: string) => storage.createSignedUrl(path, 60),
    (path: string) => storage.info(path),
    (path: string) => storage.copy(path, file(ours, 'copied')),
    (path: string) => storage.move(path, file(ours, 'moved')),
  ]) {
    const [foreign, none] = [await attempt(file(theirs)), await attempt(missing)]
    expect(foreign.error).not.toBeNull()
    expect(foreign.error?.message).toBe(none.error?.message)
  }
})

test('nobody writes into another company’s folder, by whatever way', async () => {
  const storage = await evidence(ours)
  const attempts = [
    await storage.upload(file(theirs, 'planted'), jpeg),
    await storage.upload(file(theirs), jpeg, { upsert: true }),
    await storage.update(file(theirs), jpeg),
    await storage.copy(file(ours), file(theirs, 'planted')),
    await storage.move(file(ours), file(theirs, 'planted')),
    await storage.createSignedUploadUrl(file(theirs, 'planted')),
    await storage.upload(`${ours.companyId}/../${theirs.companyId}/handovers/planted.jpg`, jpeg),
  ]
  expect(attempts.map(({ error }) => error === null)).toEqual(attempts.map(() => false))
  await storage.remove([file(theirs)])
  const [left] = await database.asPostgres(
    (sql) => sql`
    select count(*)::int as files from storage.objects where name like ${`%${theirs.companyId}%`}`,
  )
  expect(left?.files).toBe(1)
})

test('evidence stays as it was taken: not replaced, not removed', async () => {
  const storage = await evidence(ours)
  expect((await storage.upload(file(ours), jpeg, { upsert: true })).error).not.toBeNull()
  await storage.remove([file(ours)])
  expect((await storage.download(file(ours))).error).toBeNull()
})

test('a sealed document is read by the company, and neither written, replaced, moved nor removed by anybody of it', async () => {
  const documents = (client: ReturnType<typeof gateway.client>) => client.storage.from('documents')
  const path = `${ours.companyId}/contracts/sealed.pdf`
  const pdf = new Blob(['%PDF-1.7 sealed'], { type: 'application/pdf' })
  await documents(gateway.client(gateway.secretKey)).upload(path, pdf)
  const token = await tokenFor(gateway, { sub: ours.owner.userId, company_id: ours.companyId })
  const owner = documents(gateway.client(token))
  const other = new Blob(['%PDF-1.7 other'], { type: 'application/pdf' })
  const attempts = [
    await owner.upload(path, other, { upsert: true }),
    await owner.update(path, other),
    await owner.move(path, `${ours.companyId}/contracts/away.pdf`),
    await owner.upload(`${ours.companyId}/contracts/own.pdf`, other),
    await owner.createSignedUploadUrl(`${ours.companyId}/contracts/own.pdf`),
  ]
  expect(attempts.map(({ error }) => error === null)).toEqual(attempts.map(() => false))
  await owner.remove([path])
  expect(await (await owner.download(path)).data?.text()).toBe('%PDF-1.7 sealed')
})

test('a visitor has no files at all', async () => {
  const storage = gateway.client().storage.from('evidence')
  expect((await storage.download(file(ours))).error).not.toBeNull()
  expect((await storage.upload(file(ours, 'planted'), jpeg)).error).not.toBeNull()
  expect((await storage.list(ours.companyId)).data ?? []).toEqual([])
})
