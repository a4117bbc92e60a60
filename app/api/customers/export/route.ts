import { csvFile } from '@/app/api/csv-file'
import { apiRoute } from '@/lib/core/route'
import { customersCsv } from '@/lib/customers/export'
import { CustomerFilters } from '@/lib/customers/schema'

/** Customers as CSV, narrowed as the list is. */
export const GET = apiRoute({ query: CustomerFilters, permission: 'data.export' }, async ({ ctx, query }) =>
  csvFile('customers', await customersCsv(ctx, query)),
)
