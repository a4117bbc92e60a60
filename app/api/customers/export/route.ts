import { csvFile } from '@/app/api/csv-file'
import { apiRoute } from '@/lib/core/route'
import { customersCsv } from '@/lib/customers/export'
import { CustomerFilters } from '@/lib/customers/schema'

/** Customers as CSV, narrowed as the list is. */
export const GET = apiRoute({ query: CustomerFilters, permission: 'data.export' }, async ({ ctx, query }) =>
  csvFile('customers', await customersCsv(ctx, query)),
)

/** The same for rows that are named one by one: a selection. */
export const POST = apiRoute({ body: CustomerFilters, permission: 'data.export' }, async ({ ctx, body }) =>
  csvFile('customers', await customersCsv(ctx, body)),
)
