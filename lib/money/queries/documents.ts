import type { CompanyContext } from '@/lib/core/context'
import { documentUrl } from '@/lib/core/documents/url'
import { AppError, fromPostgres } from '@/lib/core/errors'
import { serviceContext } from '@/lib/core/service-context'
import { sealCreditNote, sealInvoice } from '@/lib/money/documents/handler'

export type SealedDocument = { sha256: string; bytes: number; sealedAt: string }

const PAPERS = {
  invoice: { table: 'invoices', seal: sealInvoice },
  credit_note: { table: 'credit_notes', seal: sealCreditNote },
} as const
type Paper = keyof typeof PAPERS

/** The invoice's sealed PDF; null while it is being written. */
export async function getInvoiceDocument(
  ctx: CompanyContext,
  invoiceId: string,
): Promise<SealedDocument | null> {
  const sealed = await sealedPaper(ctx, 'invoice', invoiceId)
  return sealed && { sha256: sealed.sha256, bytes: sealed.bytes, sealedAt: sealed.created_at }
}

/**
 * Where the PDF of an invoice or credit note can be fetched for the next minutes. Whoever opens it before its job has
 * come has it written there and then; the job finds it done.
 * @throws AppError `not_found`
 */
export async function paperUrl(ctx: CompanyContext, kind: Paper, id: string): Promise<string> {
  const sealed = (await sealedPaper(ctx, kind, id)) ?? (await sealNow(ctx, kind, id))
  return documentUrl(ctx, sealed.storage_path)
}

/** The member's own rights decide whether there is such a paper; only then our machine writes. */
async function sealNow(ctx: CompanyContext, kind: Paper, id: string) {
  const { table, seal } = PAPERS[kind]
  const { data, error } = await ctx.db
    .from(table)
    .select('number')
    .eq('company_id', ctx.companyId)
    .eq('id', id)
    .maybeSingle()
  if (error) throw fromPostgres(error)
  // A draft has no number, and no paper.
  if (!data?.number) throw new AppError('not_found')
  await seal(serviceContext(ctx.companyId, `document.${kind}`, ctx.requestId), id)
  const sealed = await sealedPaper(ctx, kind, id)
  if (!sealed) throw new AppError('not_sealed_yet')
  return sealed
}

async function sealedPaper(ctx: CompanyContext, kind: Paper, id: string) {
  const { data, error } = await ctx.db
    .from('documents')
    .select('storage_path, sha256, bytes, created_at')
    .eq('company_id', ctx.companyId)
    .eq('kind', kind)
    .eq('record_id', id)
    .maybeSingle()
  if (error) throw fromPostgres(error)
  return data
}
