import type { CompanyContext } from '@/lib/core/context'
import { documentUrl } from '@/lib/core/documents/url'
import { AppError, fromPostgres } from '@/lib/core/errors'
import { serviceContext } from '@/lib/core/service-context'
import { sealInvoice } from '@/lib/money/documents/handler'

export type SealedDocument = { sha256: string; bytes: number; sealedAt: string }

/** The invoice's sealed PDF; null while it is being written. */
export async function getInvoiceDocument(
  ctx: CompanyContext,
  invoiceId: string,
): Promise<SealedDocument | null> {
  const sealed = await sealedInvoice(ctx, invoiceId)
  return sealed && { sha256: sealed.sha256, bytes: sealed.bytes, sealedAt: sealed.created_at }
}

/**
 * Where the invoice's PDF can be fetched for the next minutes. Whoever opens it before its job has come has it written
 * there and then; the job finds it done.
 * @throws AppError `not_found`
 */
export async function invoicePdfUrl(ctx: CompanyContext, invoiceId: string): Promise<string> {
  const sealed = (await sealedInvoice(ctx, invoiceId)) ?? (await sealNow(ctx, invoiceId))
  return documentUrl(ctx, sealed.storage_path)
}

/** The member's own rights decide whether there is such an invoice; only then our machine writes. */
async function sealNow(ctx: CompanyContext, invoiceId: string) {
  const { data, error } = await ctx.db
    .from('invoices')
    .select('id')
    .eq('company_id', ctx.companyId)
    .eq('id', invoiceId)
    .maybeSingle()
  if (error) throw fromPostgres(error)
  if (!data) throw new AppError('not_found')
  await sealInvoice(serviceContext(ctx.companyId, 'document.invoice', ctx.requestId), invoiceId)
  const sealed = await sealedInvoice(ctx, invoiceId)
  if (!sealed) throw new AppError('not_sealed_yet')
  return sealed
}

async function sealedInvoice(ctx: CompanyContext, invoiceId: string) {
  const { data, error } = await ctx.db
    .from('documents')
    .select('storage_path, sha256, bytes, created_at')
    .eq('company_id', ctx.companyId)
    .eq('kind', 'invoice')
    .eq('record_id', invoiceId)
    .maybeSingle()
  if (error) throw fromPostgres(error)
  return data
}
