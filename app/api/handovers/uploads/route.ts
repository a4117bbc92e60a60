import { apiRoute } from '@/lib/core/route'
import { openUpload } from '@/lib/handover/photos/uploads'
import { PhotoUpload } from '@/lib/handover/schema'

/** Answers where a phone may put the bytes of one photo. */
export const POST = apiRoute(
  { permission: 'handover.perform', recent: true, body: PhotoUpload },
  ({ ctx, body }) => openUpload(ctx, body),
)
