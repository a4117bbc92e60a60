import { z } from 'zod'
import { contractPdfUrl } from '@/lib/contracts/queries/documents'
import { apiRoute } from '@/lib/core/route'
import { parseInput } from '@/lib/core/validation'

/** Leads to the sealed PDF of a contract by an address that lasts minutes. */
export const GET = apiRoute({ permission: 'contracts.see' }, async ({ ctx, params }) => {
  const url = await contractPdfUrl(ctx, parseInput(z.uuid(), params.id))
  return new Response(null, { status: 302, headers: { Location: url } })
})
