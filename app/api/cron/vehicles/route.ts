import { cronRoute } from '@/lib/core/cron-route'
import { keepLateVehicles } from '@/lib/core/sweeps'

/** Keeps vehicles that are late, at the wash or with their customer, and warns who waits for them. */
export const GET = cronRoute((requestId) => keepLateVehicles(requestId))
export const POST = GET
