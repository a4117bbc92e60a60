import { cronRoute } from '@/lib/core/cron-route'
import { purgeFormFiles, purgeLicencePhotos, purgeStaleUploads } from '@/lib/core/sweeps'

/** Deletes pictures of licences, and of identity from the check-in, ninety days after their rental was closed, and uploads that nobody waits for. */
export const GET = cronRoute(async (requestId) => ({
  purged: await purgeLicencePhotos(requestId),
  purgedFromCheckin: await purgeFormFiles(requestId),
  purgedUploads: await purgeStaleUploads(requestId),
}))
export const POST = GET
