import { z } from 'zod'
import { paperTools } from '@/app/api/paper-tools'
import { contractPaperUrl } from '@/lib/contracts/queries/documents'
import { apiRoute } from '@/lib/core/route'
import { parseInput } from '@/lib/core/validation'

/** Leads to the sealed PDF of a contract's settlement by an address that lasts minutes. */
export const GET = apiRoute({ permission: 'contracts.see' }, async ({ ctx, params }) => {
  const url = await contractPaperUrl(ctx, 'settlement', parseInput(z.uuid(), params.id), paperTools)
  return new Response(null, { status: 302, headers: { Location: url } })
})
