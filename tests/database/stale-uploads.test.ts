import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test, vi } from 'vitest'
import { purgeStaleUploads } from '@/lib/core/sweeps'
import { foundCompany } from './support/companies.ts'
import { freshDatabase } from './support/database.ts'
import { gatewayOn } from './support/gateway.ts'
import { refusalOf } from './support/refusals.ts'

/** A photo that was uploaded and whose step never came does not stay, with what the camera wrote into it. */
const database = freshDatabase()
const gateway = gatewayOn(database)
vi.mock('@/lib/supabase/admin', () => ({ createAdminClient: () => gateway.client(gateway.secretKey) }))

let companyId: string
beforeAll(async () => {
  companyId = (await foundCompany(database)).companyId
})

const storage = () => gateway.client(gateway.secretKey).storage.from('uploads')

/** An upload that came so many days ago. */
async function uploadedSince(days: number): Promise<string> {
  const path = `${companyId}/handovers/${randomUUID()}`
  const stored = await storage().upload(path, new Blob(['GPS'], { type: 'image/jpeg' }))
  expect(stored.error).toBeNull()
  await database.asPostgres(
    (sql) => sql`
      update storage.objects set created_at = now() - make_interval(days => ${days}) where bucket_id = 'uploads' and name = ${path}`,
  )
  return path
}
const isStored = async (path: string) => (await storage().download(path)).error === null

test('an upload goes when no phone may send its step any more, and not before', async () => {
  const [old, young] = [await uploadedSince(17), await uploadedSince(15)]
  expect(await purgeStaleUploads('test')).toBe(1)
  expect(await purgeStaleUploads('test')).toBe(0)
  expect([await isStored(old), await isStored(young)]).toEqual([false, true])
})

test('two sweeps at once end the same', async () => {
  const paths = [await uploadedSince(20), await uploadedSince(30)]
  await Promise.all([purgeStaleUploads('one'), purgeStaleUploads('two')])
  expect(await Promise.all(paths.map(isStored))).toEqual([false, false])
})

test('nobody but our own machines sees what lies there', async () => {
  const { owner } = await foundCompany(database)
  const ask = database.as(owner, (sql) => sql`select * from public.stale_uploads()`)
  expect((await refusalOf(ask)).status).toBe(403)
})
