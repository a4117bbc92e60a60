import { apiRoute } from '@/lib/core/route'
import { listInvoices } from '@/lib/money/queries/list'
import { InvoiceFilters } from '@/lib/money/schema'

/** Invoices, a page at a time: `?q=&status=&sort=-total&after=`. */
export const GET = apiRoute({ query: InvoiceFilters, permission: 'contracts.see' }, ({ ctx, query }) =>
  listInvoices(ctx, query),
)
