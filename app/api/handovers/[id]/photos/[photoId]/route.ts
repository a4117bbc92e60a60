import { apiRoute } from '@/lib/core/route'
import { parseInput } from '@/lib/core/validation'
import { photoUrl } from '@/lib/handover/photos/link'
import { PhotoRef, PhotoSize } from '@/lib/handover/schema'

/** Leads to the picture itself by an address that lasts minutes. */
export const GET = apiRoute(
  { permission: 'contracts.see', query: PhotoSize },
  async ({ ctx, params, query }) => {
    const photo = parseInput(PhotoRef, { handoverId: params.id, photoId: params.photoId })
    return new Response(null, { status: 302, headers: { Location: await photoUrl(ctx, photo, query.size) } })
  },
)
