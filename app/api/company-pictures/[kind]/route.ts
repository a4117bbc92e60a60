import { putPicture } from '@/lib/companies/commands/change-pictures'
import { SitePicture } from '@/lib/companies/settings-schema'
import { MOST_PHOTO_BYTES } from '@/lib/core/picture'
import { readBytes } from '@/lib/core/request-body'
import { apiRoute } from '@/lib/core/route'
import { parseInput } from '@/lib/core/validation'

/** Takes the logo or the photo of the site as the request's bare bytes. */
export const PUT = apiRoute({ permission: 'settings.edit' }, async ({ ctx, params, request }) => {
  const { kind } = parseInput(SitePicture, params)
  return putPicture(ctx, kind, await readBytes(request, MOST_PHOTO_BYTES))
})
