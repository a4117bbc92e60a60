import { csvFile } from '@/app/api/csv-file'
import { contractsCsv } from '@/lib/contracts/export'
import { ContractFilters } from '@/lib/contracts/schema'
import { apiRoute } from '@/lib/core/route'

/** Contracts as CSV, as the list shows them. */
export const GET = apiRoute({ query: ContractFilters, permission: 'data.export' }, async ({ ctx, query }) =>
  csvFile('contracts', await contractsCsv(ctx, query)),
)

/** The same for rows that are named one by one: a selection. */
export const POST = apiRoute({ body: ContractFilters, permission: 'data.export' }, async ({ ctx, body }) =>
  csvFile('contracts', await contractsCsv(ctx, body)),
)
