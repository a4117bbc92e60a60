import { z } from 'zod'
import { MOST_PHOTO_BYTES } from '@/lib/core/picture'
import { readBytes } from '@/lib/core/request-body'
import { apiRoute } from '@/lib/core/route'
import { parseInput } from '@/lib/core/validation'
import { addPhoto } from '@/lib/handover/photos/add'
import { NewPhoto } from '@/lib/handover/schema'

/** Takes one photo as the request's bare bytes. */
export const POST = apiRoute(
  { permission: 'handover.perform', query: NewPhoto, status: 201 },
  async ({ ctx, params, query, request }) => {
    const handoverId = parseInput(z.uuid(), params.id)
    return addPhoto(ctx, handoverId, query, await readBytes(request, MOST_PHOTO_BYTES))
  },
)
