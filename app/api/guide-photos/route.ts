import { MOST_PHOTO_BYTES } from '@/lib/core/picture'
import { readBytes } from '@/lib/core/request-body'
import { apiRoute } from '@/lib/core/route'
import { addGuidePhoto } from '@/lib/guide/commands'

/** Takes one picture for a guide as the request's bare bytes. */
export const POST = apiRoute({ permission: 'settings.edit', status: 201 }, async ({ ctx, request }) =>
  addGuidePhoto(ctx, await readBytes(request, MOST_PHOTO_BYTES)),
)
