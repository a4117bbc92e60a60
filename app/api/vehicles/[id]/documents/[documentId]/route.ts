import { z } from 'zod'
import { apiRoute } from '@/lib/core/route'
import { parseInput } from '@/lib/core/validation'
import { documentUrl } from '@/lib/fleet/documents'

/** Leads to the paper itself by an address that lasts minutes. */
export const GET = apiRoute({ permission: 'fleet.see' }, async ({ ctx, params }) => {
  const vehicleId = parseInput(z.uuid(), params.id)
  const documentId = parseInput(z.uuid(), params.documentId)
  return new Response(null, {
    status: 302,
    headers: { Location: await documentUrl(ctx, { vehicleId, documentId }) },
  })
})
