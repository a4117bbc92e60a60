import { cronRoute } from '@/lib/core/cron-route'
import { purgeFormFiles, purgeLicencePhotos, purgeMessageFiles, purgeStaleUploads } from '@/lib/core/sweeps'

/** Deletes pictures of licences, and of identity from the check-in, ninety days after their rental was closed, uploads that nobody waits for, and old files of messages. */
export const GET = cronRoute(async (requestId) => ({
  purged: await purgeLicencePhotos(requestId),
  purgedFromCheckin: await purgeFormFiles(requestId),
  purgedUploads: await purgeStaleUploads(requestId),
  purgedFromMessages: await purgeMessageFiles(requestId),
}))
export const POST = GET
