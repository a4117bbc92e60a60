import { z } from 'zod'
import { CONTRACT_STATUSES, type ContractFilters } from '@/lib/contracts/schema'
import type { CompanyContext } from '@/lib/core/context'
import type { Page } from '@/lib/core/cursor'
import { type List, readPage } from '@/lib/supabase/lists'

const Row = z
  .object({
    id: z.string(),
    number: z.string(),
    status: z.enum(CONTRACT_STATUSES),
    starts_at: z.string(),
    ends_at: z.string(),
    out_at: z.string(),
    over_at: z.string(),
    returned_at: z.string().nullable(),
    created_at: z.string(),
    currency: z.string(),
    total_rappen: z.number(),
    customer_id: z.string(),
    customer_name: z.string(),
    vehicle_id: z.string(),
    plate: z.string(),
    make: z.string(),
    model: z.string(),
  })
  .transform((row) => ({
    id: row.id,
    number: row.number,
    status: row.status,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    /** When the vehicle left and came back, else when it is to. */
    outAt: row.out_at,
    overAt: row.over_at,
    returnedAt: row.returned_at,
    createdAt: row.created_at,
    currency: row.currency,
    totalRappen: row.total_rappen,
    customer: { id: row.customer_id, name: row.customer_name },
    vehicle: { id: row.vehicle_id, plate: row.plate, make: row.make, model: row.model },
  }))

/** A row of the list of contracts. */
export type ContractRow = z.output<typeof Row>

const COLUMNS = ['number', 'status', 'customer', 'vehicle', 'from', 'to', 'total', 'made'] as const
export type ContractColumn = (typeof COLUMNS)[number]

/** Contracts, the latest first. */
export const contractList: List<ContractFilters, ContractRow, ContractColumn> = {
  name: 'contracts',
  columns: COLUMNS,
  shown: ['number', 'status', 'customer', 'vehicle', 'from', 'to', 'total'],
  sorts: {
    number: 'number',
    status: 'status',
    customer: 'customer_name',
    vehicle: 'plate',
    from: 'out_at',
    to: 'over_at',
    total: 'total_rappen',
    made: 'created_at',
  },
  usualOrder: () => '-made',
  row: Row,
  select: (ctx, filters) => selectMatching(ctx, filters),
}

export function listContracts(
  ctx: CompanyContext,
  filters: ContractFilters,
  limit?: number,
): Promise<Page<ContractRow>> {
  return readPage(contractList, ctx, filters, limit)
}

function selectMatching(ctx: CompanyContext, filters: ContractFilters) {
  let query = ctx.db.from('contract_list').select('*').eq('company_id', ctx.companyId)
  if (filters.id.length > 0) query = query.in('id', filters.id)
  const statuses = filters.status.filter((status) => status !== 'overdue')
  if (filters.status.includes('overdue')) {
    query = query.eq('status', 'active').lt('ends_at', ctx.now().toISOString())
  } else if (statuses.length > 0) query = query.in('status', statuses)
  return query
}
