import { cronRoute } from '@/lib/core/cron-route'
import { announceKeyBoxes, keepLateVehicles } from '@/lib/core/sweeps'

/**
 * Keeps vehicles that are late, at the wash or with their customer, and warns who waits for them; tells who picks up
 * unattended where the key is.
 */
export const GET = cronRoute(async (requestId) => ({
  ...(await keepLateVehicles(requestId)),
  keyBoxes: await announceKeyBoxes(requestId),
}))
export const POST = GET
