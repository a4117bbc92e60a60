import { prepareTasks } from '@/app/api/handovers/prepared'
import { apiRoute } from '@/lib/core/route'
import { getComingHandovers } from '@/lib/dashboard/day'

/** The pickups and returns of the days to come, with all that is needed to do them without network. */
export const GET = apiRoute({ permission: 'handover.perform' }, async ({ ctx }) => ({
  handovers: await prepareTasks(ctx, await getComingHandovers(ctx)),
}))
