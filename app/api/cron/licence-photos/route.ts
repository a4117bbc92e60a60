import { cronRoute } from '@/lib/core/cron-route'
import { purgeLicencePhotos } from '@/lib/core/sweeps'

/** Deletes pictures of licences ninety days after their contract was closed. */
export const GET = cronRoute(async (requestId) => ({ purged: await purgeLicencePhotos(requestId) }))
export const POST = GET
