import { cronRoute } from '@/lib/core/cron-route'
import { announceKeyBoxes, keepLateVehicles, markOverdueContracts } from '@/lib/core/sweeps'

/**
 * Keeps vehicles that are late, at the wash or with their customer, warns who waits for them and reminds who has them;
 * tells who picks up unattended where the key is.
 */
export const GET = cronRoute(async (requestId) => ({
  overdue: await markOverdueContracts(requestId),
  ...(await keepLateVehicles(requestId)),
  keyBoxes: await announceKeyBoxes(requestId),
}))
export const POST = GET
