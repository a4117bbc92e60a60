import { cronRoute } from '@/lib/core/cron-route'
import { purgeFormFiles, purgeLicencePhotos } from '@/lib/core/sweeps'

/** Deletes pictures of licences, and of identity from the check-in, ninety days after their rental was closed. */
export const GET = cronRoute(async (requestId) => ({
  purged: await purgeLicencePhotos(requestId),
  purgedFromCheckin: await purgeFormFiles(requestId),
}))
export const POST = GET
