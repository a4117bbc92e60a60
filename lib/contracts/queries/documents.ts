import type { CompanyContext } from '@/lib/core/context'
import { documentUrl } from '@/lib/core/documents/url'
import { AppError, fromPostgres } from '@/lib/core/errors'

/** Whether the contract's PDF has been written and sealed. */
export async function isContractSealed(ctx: CompanyContext, contractId: string): Promise<boolean> {
  return (await sealedContract(ctx, contractId)) !== null
}

/**
 * Where the contract's PDF can be fetched for the next minutes.
 * @throws AppError `not_found` · `not_sealed_yet` while it is being written
 */
export async function contractPdfUrl(ctx: CompanyContext, contractId: string): Promise<string> {
  const sealed = await sealedContract(ctx, contractId)
  if (!sealed) throw new AppError((await contractExists(ctx, contractId)) ? 'not_sealed_yet' : 'not_found')
  return documentUrl(ctx, sealed.storage_path)
}

async function sealedContract(ctx: CompanyContext, contractId: string) {
  const { data, error } = await ctx.db
    .from('documents')
    .select('storage_path')
    .eq('company_id', ctx.companyId)
    .eq('kind', 'contract')
    .eq('record_id', contractId)
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
