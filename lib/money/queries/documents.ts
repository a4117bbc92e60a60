import type { CompanyContext } from '@/lib/core/context'
import { documentUrl } from '@/lib/core/documents/url'
import { AppError, fromPostgres } from '@/lib/core/errors'

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
 * Where the invoice's PDF can be fetched for the next minutes.
 * @throws AppError `not_sealed_yet` while it is being written
 */
export async function invoicePdfUrl(ctx: CompanyContext, invoiceId: string): Promise<string> {
  const sealed = await sealedInvoice(ctx, invoiceId)
  if (!sealed) throw new AppError('not_sealed_yet')
  return documentUrl(ctx, sealed.storage_path)
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
