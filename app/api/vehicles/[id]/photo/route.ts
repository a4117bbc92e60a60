import { z } from 'zod'
import { MOST_PHOTO_BYTES } from '@/lib/core/picture'
import { readBytes } from '@/lib/core/request-body'
import { apiRoute } from '@/lib/core/route'
import { parseInput } from '@/lib/core/validation'
import { putModelPhoto } from '@/lib/fleet/commands/model-photo'

/** Takes the photo of a vehicle's model as the request's bare bytes. */
export const PUT = apiRoute({ permission: 'fleet.edit' }, async ({ ctx, params, request }) => {
  const vehicleId = parseInput(z.uuid(), params.id)
  await putModelPhoto(ctx, vehicleId, await readBytes(request, MOST_PHOTO_BYTES))
  return {}
})
