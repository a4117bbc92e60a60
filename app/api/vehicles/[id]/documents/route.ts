import { z } from 'zod'
import { readBytes } from '@/lib/core/request-body'
import { apiRoute } from '@/lib/core/route'
import { parseInput } from '@/lib/core/validation'
import { addDocument, MOST_DOCUMENT_BYTES } from '@/lib/fleet/documents'
import { NewDocument } from '@/lib/fleet/schema'

/** Takes one paper of a vehicle as the request's bare bytes. */
export const POST = apiRoute(
  { permission: 'fleet.edit', query: NewDocument, status: 201 },
  async ({ ctx, params, query, request }) => {
    const vehicleId = parseInput(z.uuid(), params.id)
    return addDocument(ctx, vehicleId, query, await readBytes(request, MOST_DOCUMENT_BYTES))
  },
)
