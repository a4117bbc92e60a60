import { apiRoute } from '@/lib/core/route'
import { countUnread } from '@/lib/messages/conversation'

/** How many conversations wait to be read; the navigation asks. */
export const GET = apiRoute({ permission: 'reservations.see', recent: true }, ({ ctx }) => countUnread(ctx))
