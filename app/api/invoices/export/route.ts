import { csvFile } from '@/app/api/csv-file'
import { apiRoute } from '@/lib/core/route'
import { invoicesCsv } from '@/lib/money/export'
import { InvoiceFilters } from '@/lib/money/schema'

/** Invoices as CSV, as the list shows them. */
export const GET = apiRoute({ query: InvoiceFilters, permission: 'data.export' }, async ({ ctx, query }) =>
  csvFile('invoices', await invoicesCsv(ctx, query)),
)

/** The same for rows that are named one by one: a selection. */
export const POST = apiRoute({ body: InvoiceFilters, permission: 'data.export' }, async ({ ctx, body }) =>
  csvFile('invoices', await invoicesCsv(ctx, body)),
)
