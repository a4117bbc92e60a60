import { z } from 'zod'
import { paperTools } from '@/app/api/paper-tools'
import { contractPaperUrl } from '@/lib/contracts/queries/documents'
import { apiRoute } from '@/lib/core/route'
import { parseInput } from '@/lib/core/validation'

/** Leads to the sealed PDF of a contract by an address that lasts minutes. */
export const GET = apiRoute({ permission: 'contracts.see' }, async ({ ctx, params }) => {
  const url = await contractPaperUrl(ctx, 'contract', parseInput(z.uuid(), params.id), paperTools)
  return new Response(null, { status: 302, headers: { Location: url } })
})
