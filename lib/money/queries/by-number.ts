import type { CompanyContext } from '@/lib/core/context'
import { AppError, fromPostgres } from '@/lib/core/errors'

/** The id of the invoice a person names by its number. @throws AppError `invoice_unknown` */
export async function invoiceByNumber(ctx: CompanyContext, number: string): Promise<string> {
  const { data, error } = await ctx.db
    .from('invoices')
    .select('id')
    .eq('company_id', ctx.companyId)
    .eq('number', number.toUpperCase())
    .maybeSingle()
  if (error) throw fromPostgres(error)
  if (!data) throw new AppError('invoice_unknown')
  return data.id
}
