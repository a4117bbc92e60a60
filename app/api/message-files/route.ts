import { z } from 'zod'
import { MOST_FILE_BYTES } from '@/lib/core/kept-file'
import { limitRate, RATE_LIMITS } from '@/lib/core/rate-limit'
import { readBytes } from '@/lib/core/request-body'
import { apiRoute } from '@/lib/core/route'
import { addFileForCustomer } from '@/lib/messages/files'

const Query = z.object({ customerId: z.uuid(), name: z.string().max(300).default('') })

/** Takes one photo or PDF for the next message to a customer as the request's bare bytes. */
export const POST = apiRoute(
  { permission: 'reservations.edit', query: Query, status: 201 },
  async ({ ctx, query, request }) => {
    await limitRate(RATE_LIMITS.upload, query.customerId)
    return addFileForCustomer(ctx, query, await readBytes(request, MOST_FILE_BYTES))
  },
)
