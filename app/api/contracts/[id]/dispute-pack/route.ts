import { z } from 'zod'
import { makeDisputePack } from '@/lib/contracts/dispute/make-pack'
import { DOCUMENT_LANGUAGES } from '@/lib/core/documents/language'
import { apiRoute } from '@/lib/core/route'
import { parseInput } from '@/lib/core/validation'

const Query = z.object({ language: z.enum(DOCUMENT_LANGUAGES).optional() })

/** Everything that speaks for the company in a dispute, as one PDF; `?language=` where the bank reads another one. */
export const GET = apiRoute({ query: Query, permission: 'data.export' }, async ({ ctx, query, params }) => {
  const { name, bytes } = await makeDisputePack(ctx, { id: parseInput(z.uuid(), params.id), ...query })
  return new Response(Uint8Array.from(bytes), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename="dispute-${name}"`,
      'X-Content-Type-Options': 'nosniff',
    },
  })
})
