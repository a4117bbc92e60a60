import { z } from 'zod'
import { contractPdfUrl } from '@/lib/contracts/queries/documents'
import { apiRoute } from '@/lib/core/route'
import { parseInput } from '@/lib/core/validation'

/** Leads to the sealed PDF of a contract's settlement by an address that lasts minutes. */
export const GET = apiRoute({ permission: 'contracts.see' }, async ({ ctx, params }) => {
  const url = await contractPdfUrl(ctx, parseInput(z.uuid(), params.id), 'settlement')
  return new Response(null, { status: 302, headers: { Location: url } })
})
