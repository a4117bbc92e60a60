import { z } from 'zod'
import type { CompanyContext } from '@/lib/core/context'
import { VatGroup } from '@/lib/core/documents/charges'
import { AppError, fromPostgres } from '@/lib/core/errors'
import { labelOf } from '@/lib/core/labels'
import { toRows } from '@/lib/money/drafts/commands'
import type { DraftQuestion } from '@/lib/money/drafts/schema'

const Answer = z
  .object({
    amounts: z.array(z.number()),
    total_rappen: z.number(),
    vat: z.array(VatGroup),
    rates_bp: z.array(z.number()),
  })
  .transform(({ total_rappen, rates_bp, ...rest }) => ({
    ...rest,
    totalRappen: total_rappen,
    ratesBp: rates_bp,
  }))

/** What an invoice comes to while it is written; the rates are those of the day of its service. */
export type DraftPrice = z.output<typeof Answer>

/** The database's price of an invoice's lines. @throws AppError `vat_rate_unknown` */
export async function priceDraft(
  ctx: CompanyContext,
  { lines, serviceTo }: DraftQuestion,
): Promise<DraftPrice> {
  const { data, error } = await ctx.db.rpc('price_invoice_lines', {
    p_lines: toRows(lines),
    p_service_to: serviceTo,
  })
  if (error) throw fromPostgres(error)
  return Answer.parse(data)
}

export type Draft = Awaited<ReturnType<typeof getDraft>>

/** An invoice that is still being written. @throws AppError `not_found`, also for what is issued */
export async function getDraft(ctx: CompanyContext, id: string) {
  const { data, error } = await ctx.db
    .from('invoices')
    .select(
      `id, service_from, service_to, due_on, locale, customer:customers(id, name),
      lines:invoice_lines(id, position, names, quantity, unit_rappen, vat_bp)`,
    )
    .eq('company_id', ctx.companyId)
    .eq('id', id)
    .eq('status', 'draft')
    .order('position', { referencedTable: 'invoice_lines' })
    .maybeSingle()
  if (error) throw fromPostgres(error)
  if (!data) throw new AppError('not_found')
  return {
    id: data.id,
    customer: data.customer,
    serviceFrom: data.service_from,
    serviceTo: data.service_to,
    dueOn: data.due_on,
    lines: data.lines.map((line) => ({
      text: labelOf(line.names, data.locale),
      quantity: Number(line.quantity),
      unitRappen: line.unit_rappen,
      vatBp: line.vat_bp,
    })),
  }
}

export type DraftRow = Awaited<ReturnType<typeof listDrafts>>[number]

const MOST = 50

/** The invoices somebody is writing, the latest first. */
export async function listDrafts(ctx: CompanyContext) {
  const { data, error } = await ctx.db
    .from('invoices')
    .select('id, total_rappen, currency, updated_at, customer:customers(name)')
    .eq('company_id', ctx.companyId)
    .eq('status', 'draft')
    .order('updated_at', { ascending: false })
    .limit(MOST)
  if (error) throw fromPostgres(error)
  return data.map((draft) => ({
    id: draft.id,
    customer: draft.customer.name,
    totalRappen: draft.total_rappen,
    currency: draft.currency,
    changedAt: draft.updated_at,
  }))
}
