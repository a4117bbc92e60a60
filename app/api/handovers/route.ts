import { contractLink } from '@/app/api/handovers/contract-link'
import { prepare } from '@/app/api/handovers/prepared'
import { isContractSealed } from '@/lib/contracts/queries/documents'
import { apiRoute } from '@/lib/core/route'
import { getHandover } from '@/lib/handover/queries/handovers'
import { HandoverRef } from '@/lib/handover/schema'

/** One handover with all that is needed to do it without network, whether its contract is sealed, and where the customer opens it. */
export const GET = apiRoute(
  { permission: 'handover.perform', query: HandoverRef },
  async ({ ctx, query }) => {
    const handover = await getHandover(ctx, query)
    const { id } = handover.contract
    const isSealed = id !== null && (await isContractSealed(ctx, id))
    return {
      handover: await prepare(ctx, handover),
      isSealed,
      contractUrl: isSealed ? await contractLink(ctx, handover) : null,
    }
  },
)
