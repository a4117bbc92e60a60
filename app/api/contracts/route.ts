import { listContracts } from '@/lib/contracts/queries/list'
import { ContractFilters } from '@/lib/contracts/schema'
import { apiRoute } from '@/lib/core/route'

/** Contracts, a page at a time: `?q=&status=&sort=-total&after=`. */
export const GET = apiRoute({ query: ContractFilters, permission: 'contracts.see' }, ({ ctx, query }) =>
  listContracts(ctx, query),
)
