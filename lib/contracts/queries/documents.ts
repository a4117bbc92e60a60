import {
  type PaperTools,
  sealAddendum,
  sealContract,
  sealSettlement,
} from '@/lib/contracts/documents/handler'
import type { CompanyContext } from '@/lib/core/context'
import { documentUrl } from '@/lib/core/documents/url'
import { AppError, fromPostgres } from '@/lib/core/errors'
import { serviceContext } from '@/lib/core/service-context'

/** A contract and its settlement by the contract's id, an addendum by that of its change. */
type Paper = 'contract' | 'settlement' | 'addendum'

/** Whether the contract's PDF has been written and sealed. */
export async function isContractSealed(ctx: CompanyContext, contractId: string): Promise<boolean> {
  return (await sealedPaper(ctx, 'contract', contractId)) !== null
}

/**
 * Where a contract's PDF can be fetched for the next minutes. Whoever opens it before its job has come has it written
 * there and then; the job finds it done.
 * @throws AppError `not_found` also for what nobody has signed
 */
export async function contractPaperUrl(
  ctx: CompanyContext,
  kind: Paper,
  id: string,
  tools: PaperTools,
): Promise<string> {
  const sealed = (await sealedPaper(ctx, kind, id)) ?? (await sealNow(ctx, kind, id, tools))
  return documentUrl(ctx, sealed.storage_path)
}

/** The member's own rights decide whether there is something signed; only then our machine writes. */
async function sealNow(ctx: CompanyContext, kind: Paper, id: string, tools: PaperTools) {
  if (!(await isSigned(ctx, kind, id))) throw new AppError('not_found')
  const machine = serviceContext(ctx.companyId, `document.${kind}`, ctx.requestId)
  if (kind === 'addendum') await sealAddendum(machine, id)
  else if (kind === 'contract') await sealContract(machine, id, tools)
  else await sealSettlement(machine, id, tools)
  const sealed = await sealedPaper(ctx, kind, id)
  if (!sealed) throw new AppError('not_sealed_yet')
  return sealed
}

async function isSigned(ctx: CompanyContext, kind: Paper, id: string): Promise<boolean> {
  const asked =
    kind === 'addendum'
      ? ctx.db.from('addenda').select('id').eq('company_id', ctx.companyId).eq('change_id', id)
      : ctx.db
          .from('handovers')
          .select('id, signatures!inner(id)')
          .eq('company_id', ctx.companyId)
          .eq('contract_id', id)
          .eq('kind', kind === 'contract' ? 'pickup' : 'return')
          .not('completed_at', 'is', null)
  const { data, error } = await asked.limit(1)
  if (error) throw fromPostgres(error)
  return data.length > 0
}

async function sealedPaper(ctx: CompanyContext, kind: Paper, recordId: string) {
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
