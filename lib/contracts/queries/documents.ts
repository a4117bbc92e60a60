import type { CompanyContext } from '@/lib/core/context'
import { documentUrl } from '@/lib/core/documents/url'
import { AppError, fromPostgres } from '@/lib/core/errors'

/** Whether the contract's PDF has been written and sealed. */
export async function isContractSealed(ctx: CompanyContext, contractId: string): Promise<boolean> {
  return (await sealedDocument(ctx, 'contract', contractId)) !== null
}

/**
 * Where the PDF of a contract or of its settlement can be fetched for the next minutes.
 * @throws AppError `not_found` · `not_sealed_yet` while it is being written
 */
export async function contractPdfUrl(
  ctx: CompanyContext,
  contractId: string,
  kind: 'contract' | 'settlement' = 'contract',
): Promise<string> {
  const sealed = await sealedDocument(ctx, kind, contractId)
  if (!sealed) throw new AppError((await contractExists(ctx, contractId)) ? 'not_sealed_yet' : 'not_found')
  return documentUrl(ctx, sealed.storage_path)
}

/**
 * Where the PDF of an addendum can be fetched for the next minutes, by the change it is about.
 * @throws AppError `not_found` · `not_sealed_yet` while it is being written
 */
export async function addendumPdfUrl(ctx: CompanyContext, changeId: string): Promise<string> {
  const sealed = await sealedDocument(ctx, 'addendum', changeId)
  if (sealed) return documentUrl(ctx, sealed.storage_path)
  const { data, error } = await ctx.db
    .from('addenda')
    .select('id')
    .eq('company_id', ctx.companyId)
    .eq('change_id', changeId)
    .maybeSingle()
  if (error) throw fromPostgres(error)
  throw new AppError(data ? 'not_sealed_yet' : 'not_found')
}

async function sealedDocument(
  ctx: CompanyContext,
  kind: 'contract' | 'settlement' | 'addendum',
  recordId: string,
) {
  const { data, error } = await ctx.db
    .from('documents')
    .select('storage_path')
    .eq('company_id', ctx.companyId)
    .eq('kind', kind)
    .eq('record_id', recordId)
    .maybeSingle()
  if (error) throw fromPostgres(error)
  return data
}

async function contractExists(ctx: CompanyContext, contractId: string): Promise<boolean> {
  const { data, error } = await ctx.db
    .from('contracts')
    .select('id')
    .eq('company_id', ctx.companyId)
    .eq('id', contractId)
    .maybeSingle()
  if (error) throw fromPostgres(error)
  return data !== null
}
