import { z } from 'zod'
import { documentLogo } from '@/lib/core/company-logo'
import type { ServiceContext } from '@/lib/core/context'
import { isSealed, sealDocument } from '@/lib/core/documents/seal'
import { fromPostgres } from '@/lib/core/errors'
import type { OutboxHandler } from '@/lib/core/outbox'
import { storagePath } from '@/lib/core/storage-paths'
import { CreditNoteFacts, creditNotePdf } from '@/lib/money/documents/credit-note'
import { InvoiceFacts } from '@/lib/money/documents/invoice-facts'
import { invoicePdf } from '@/lib/money/documents/invoice-pdf'

const Payload = z.object({ invoice_id: z.uuid() })
const CreditPayload = z.object({ credit_note_id: z.uuid() })

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
  await sealDocument(
    ctx,
    { kind: 'invoice', recordId, locale, path },
    await invoicePdf(facts, await documentLogo(ctx)),
  )
}

/** `document.credit_note`: writes the PDF of a credit note and seals it. */
export const writeCreditNote: OutboxHandler = (ctx, job) =>
  sealCreditNote(ctx, CreditPayload.parse(job.payload).credit_note_id)

/** Writes and seals a credit note's PDF, once. */
export async function sealCreditNote(ctx: ServiceContext, recordId: string): Promise<void> {
  if (await isSealed(ctx, { kind: 'credit_note', recordId })) return
  const names = { p_company_id: ctx.companyId, p_credit_note_id: recordId }
  const { data, error } = await ctx.db.rpc('credit_note_facts', names)
  if (error) throw fromPostgres(error)
  const facts = CreditNoteFacts.parse(data)
  const path = storagePath(ctx.companyId, 'credit-notes', recordId, 'pdf')
  const { locale } = facts.invoice
  await sealDocument(
    ctx,
    { kind: 'credit_note', recordId, locale, path },
    await creditNotePdf(facts, await documentLogo(ctx)),
  )
}
