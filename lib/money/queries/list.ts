import { z } from 'zod'
import type { CompanyContext } from '@/lib/core/context'
import type { Page } from '@/lib/core/cursor'
import { localDateOf } from '@/lib/core/dates'
import { dueDatesOf } from '@/lib/money/queries/ageing'
import { INVOICE_STATUSES, type InvoiceFilters } from '@/lib/money/schema'
import { type List, readPage } from '@/lib/supabase/lists'

const Row = z
  .object({
    id: z.string(),
    number: z.string(),
    status: z.enum(['draft', ...INVOICE_STATUSES]),
    issued_on: z.string(),
    due_on: z.string(),
    total_rappen: z.number(),
    open_rappen: z.number(),
    currency: z.string(),
    customer_id: z.string(),
    customer_name: z.string(),
    contract_number: z.string(),
  })
  .transform((row) => ({
    id: row.id,
    number: row.number,
    status: row.status,
    issuedOn: row.issued_on,
    dueOn: row.due_on,
    totalRappen: row.total_rappen,
    openRappen: row.open_rappen,
    currency: row.currency,
    customer: { id: row.customer_id, name: row.customer_name },
    contractNumber: row.contract_number,
  }))

/** A row of the list of invoices. */
export type InvoiceRow = z.output<typeof Row>

const COLUMNS = ['number', 'status', 'customer', 'issued', 'due', 'total', 'open', 'contract'] as const
export type InvoiceColumn = (typeof COLUMNS)[number]

/** Invoices, the latest first. */
export const invoiceList: List<InvoiceFilters, InvoiceRow, InvoiceColumn> = {
  name: 'invoices',
  columns: COLUMNS,
  shown: ['number', 'status', 'customer', 'issued', 'due', 'total', 'open'],
  sorts: {
    number: 'number',
    status: 'status',
    customer: 'customer_name',
    issued: 'issued_on',
    due: 'due_on',
    total: 'total_rappen',
    open: 'open_rappen',
    contract: 'contract_number',
  },
  usualOrder: () => '-number',
  row: Row,
  select: (ctx, filters) => selectMatching(ctx, filters),
}

export function listInvoices(
  ctx: CompanyContext,
  filters: InvoiceFilters,
  limit?: number,
): Promise<Page<InvoiceRow>> {
  return readPage(invoiceList, ctx, filters, limit)
}

function selectMatching(ctx: CompanyContext, filters: InvoiceFilters) {
  let query = ctx.db.from('invoice_list').select('*').eq('company_id', ctx.companyId)
  if (filters.id.length > 0) query = query.in('id', filters.id)
  if (filters.status.length > 0) query = query.in('status', filters.status)
  if (filters.age.length > 0) {
    const today = localDateOf(ctx.now(), ctx.timeZone)
    query = query
      .in('status', ['open', 'partially_paid', 'overdue'])
      .or(filters.age.map((age) => dueDatesOf(age, today)).join(','))
  }
  return query
}
