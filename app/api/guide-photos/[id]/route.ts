import { z } from 'zod'
import { apiRoute } from '@/lib/core/route'
import { parseInput } from '@/lib/core/validation'
import { guidePhotoUrl } from '@/lib/guide/queries'

/** Leads to a picture of a guide by an address that lasts minutes. */
export const GET = apiRoute({ permission: 'settings.edit' }, async ({ ctx, params }) => {
  const url = await guidePhotoUrl(ctx, parseInput(z.uuid(), params.id))
  return new Response(null, { status: 302, headers: { Location: url } })
})
