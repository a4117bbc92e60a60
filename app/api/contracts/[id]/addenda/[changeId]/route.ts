import { z } from 'zod'
import { addendumPdfUrl } from '@/lib/contracts/queries/documents'
import { apiRoute } from '@/lib/core/route'
import { parseInput } from '@/lib/core/validation'

/** Leads to the sealed PDF of an addendum by an address that lasts minutes. */
export const GET = apiRoute({ permission: 'contracts.see' }, async ({ ctx, params }) => {
  const url = await addendumPdfUrl(ctx, parseInput(z.uuid(), params.changeId))
  return new Response(null, { status: 302, headers: { Location: url } })
})
