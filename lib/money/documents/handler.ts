import { z } from 'zod'
import type { ServiceContext } from '@/lib/core/context'
import { isSealed, sealDocument } from '@/lib/core/documents/seal'
import { fromPostgres } from '@/lib/core/errors'
import type { OutboxHandler } from '@/lib/core/outbox'
import { storagePath } from '@/lib/core/storage-paths'
import { InvoiceFacts } from '@/lib/money/documents/invoice-facts'
import { invoicePdf } from '@/lib/money/documents/invoice-pdf'

const Payload = z.object({ invoice_id: z.uuid() })

/** `document.invoice`: writes the PDF of an issued invoice and seals it. */
export const writeInvoice: OutboxHandler = (ctx, job) =>
  sealInvoice(ctx, Payload.parse(job.payload).invoice_id)

/** Writes and seals an invoice's PDF, once; whoever comes second finds it there. */
export async function sealInvoice(ctx: ServiceContext, recordId: string): Promise<void> {
  if (await isSealed(ctx, { kind: 'invoice', recordId })) return
  const names = { p_company_id: ctx.companyId, p_invoice_id: recordId }
  const { data, error } = await ctx.db.rpc('invoice_facts', names)
  if (error) throw fromPostgres(error)
  const facts = InvoiceFacts.parse(data)
  const path = storagePath(ctx.companyId, 'invoices', recordId, 'pdf')
  const { locale } = facts.invoice
  await sealDocument(ctx, { kind: 'invoice', recordId, locale, path }, await invoicePdf(facts))
}
