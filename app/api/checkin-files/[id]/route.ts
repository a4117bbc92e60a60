import { z } from 'zod'
import { memberFileUrl } from '@/lib/checkin/queries'
import { apiRoute } from '@/lib/core/route'
import { parseInput } from '@/lib/core/validation'

/** Leads to a file of a check-in by an address that lasts minutes; the look is noted. */
export const GET = apiRoute({ permission: 'contracts.see' }, async ({ ctx, params }) => {
  const url = await memberFileUrl(ctx, parseInput(z.uuid(), params.id))
  return new Response(null, { status: 302, headers: { Location: url } })
})
