import { z } from 'zod'
import { paperTools } from '@/app/api/paper-tools'
import { contractPaperUrl } from '@/lib/contracts/queries/documents'
import { apiRoute } from '@/lib/core/route'
import { parseInput } from '@/lib/core/validation'

/** Leads to the sealed PDF of an addendum by an address that lasts minutes. */
export const GET = apiRoute({ permission: 'contracts.see' }, async ({ ctx, params }) => {
  const url = await contractPaperUrl(ctx, 'addendum', parseInput(z.uuid(), params.changeId), paperTools)
  return new Response(null, { status: 302, headers: { Location: url } })
})
