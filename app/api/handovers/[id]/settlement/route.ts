import { z } from 'zod'
import { apiRoute } from '@/lib/core/route'
import { parseInput } from '@/lib/core/validation'
import { previewSettlement } from '@/lib/handover/queries/settlement'
import { PreviewReadings } from '@/lib/handover/schema'

/** What a return would cost with these readings; nothing is written. */
export const GET = apiRoute(
  { permission: 'handover.perform', query: PreviewReadings },
  async ({ ctx, params, query }) =>
    previewSettlement(ctx, { handoverId: parseInput(z.uuid(), params.id), ...query }),
)
