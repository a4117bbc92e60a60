import { z } from 'zod'
import { apiRoute } from '@/lib/core/route'
import { parseInput } from '@/lib/core/validation'
import { memberFileUrl } from '@/lib/messages/files'

const Query = z.object({ thumbnail: z.stringbool().default(false) })

/** Leads to a file of a conversation by an address that lasts minutes; the look is noted. */
export const GET = apiRoute(
  { permission: 'reservations.edit', query: Query },
  async ({ ctx, params, query }) => {
    const url = await memberFileUrl(ctx, { id: parseInput(z.uuid(), params.id), ...query })
    return new Response(null, { status: 302, headers: { Location: url } })
  },
)
