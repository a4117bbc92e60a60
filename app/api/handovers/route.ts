import { prepare } from '@/app/api/handovers/prepared'
import { isContractSealed } from '@/lib/contracts/queries/documents'
import { apiRoute } from '@/lib/core/route'
import { getHandover } from '@/lib/handover/queries/handovers'
import { HandoverRef } from '@/lib/handover/schema'

/** One handover with all that is needed to do it without network, and whether its contract is sealed. */
export const GET = apiRoute(
  { permission: 'handover.perform', query: HandoverRef },
  async ({ ctx, query }) => {
    const handover = await getHandover(ctx, query)
    const { id } = handover.contract
    return {
      handover: await prepare(ctx, handover),
      isSealed: id !== null && (await isContractSealed(ctx, id)),
    }
  },
)
