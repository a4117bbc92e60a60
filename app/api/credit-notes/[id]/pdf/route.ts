import { z } from 'zod'
import { apiRoute } from '@/lib/core/route'
import { parseInput } from '@/lib/core/validation'
import { paperUrl } from '@/lib/money/queries/documents'

/** Leads to the sealed PDF of a credit note by an address that lasts minutes. */
export const GET = apiRoute({ permission: 'contracts.see' }, async ({ ctx, params }) => {
  const url = await paperUrl(ctx, 'credit_note', parseInput(z.uuid(), params.id))
  return new Response(null, { status: 302, headers: { Location: url } })
})
