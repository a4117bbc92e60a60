import { z } from 'zod'
import { invalidate } from '@/lib/core/cache'
import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import type { DraftLine, InvoiceDraft } from '@/lib/money/drafts/schema'
import type { InvoiceRef } from '@/lib/money/schema'

/** Lines as the database's functions take them. */
export function toRows(lines: DraftLine[]) {
  return lines.map(({ text, quantity, unitRappen, vatBp }) => ({
    text,
    quantity,
    unit_rappen: unitRappen,
    vat_bp: vatBp,
  }))
}

/** Writes a new draft or changes one; nobody owes anything yet. @throws AppError `invalid_transition` · `vat_rate_unknown` */
export async function saveDraft(ctx: CompanyContext, draft: InvoiceDraft): Promise<{ id: string }> {
  const { data, error } = await ctx.db.rpc('save_invoice_draft', {
    p_customer_id: draft.customerId,
    p_draft: {
      service_from: draft.serviceFrom,
      service_to: draft.serviceTo,
      due_on: draft.dueOn ?? null,
      lines: toRows(draft.lines),
    },
    ...(draft.id && { p_invoice_id: draft.id }),
    p_idempotency_key: draft.idempotencyKey,
  })
  if (error) throw fromPostgres(error)
  await invalidate(ctx.companyId, 'money')
  return { id: z.uuid().parse(data) }
}

/** Gives a draft its number; from then on it never changes. @throws AppError `invoice_empty` · `due_in_past` */
export async function issueDraft(ctx: CompanyContext, { id }: InvoiceRef): Promise<{ number: string }> {
  const { data, error } = await ctx.db.rpc('issue_invoice_draft', { p_invoice_id: id })
  if (error) throw fromPostgres(error)
  await invalidate(ctx.companyId, 'money')
  ctx.log.info({ event: 'invoice.issued', invoiceId: id })
  return { number: z.string().parse(data) }
}

/** Throws a draft away. @throws AppError `invalid_transition` */
export async function deleteDraft(ctx: CompanyContext, { id }: InvoiceRef): Promise<void> {
  const { error } = await ctx.db.rpc('delete_invoice_draft', { p_invoice_id: id })
  if (error) throw fromPostgres(error)
  await invalidate(ctx.companyId, 'money')
}
