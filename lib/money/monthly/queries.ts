import { z } from 'zod'
import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'

const Answer = z.array(
  z
    .object({
      customer_id: z.uuid(),
      customer: z.string(),
      collective: z.boolean(),
      total_rappen: z.number(),
      contracts: z.array(
        z
          .object({
            contract_id: z.uuid(),
            number: z.string(),
            vehicle: z.string(),
            cost_centre: z.string().nullable(),
            driver: z.string().nullable(),
            service_from: z.iso.date(),
            service_to: z.iso.date(),
            is_final: z.boolean(),
            amount_rappen: z.number(),
          })
          .transform((contract) => ({
            contractId: contract.contract_id,
            number: contract.number,
            vehicle: contract.vehicle,
            costCentre: contract.cost_centre,
            driver: contract.driver,
            serviceFrom: contract.service_from,
            serviceTo: contract.service_to,
            isFinal: contract.is_final,
            amountRappen: contract.amount_rappen,
          })),
      ),
    })
    .transform(({ customer_id, total_rappen, ...bill }) => ({
      ...bill,
      customerId: customer_id,
      totalRappen: total_rappen,
    })),
)

/** An invoice of a month as it would be issued now. */
export type MonthlyBill = z.output<typeof Answer>[number]

/** What the invoices of a month would be: one for each firm on a monthly invoice, one for each long rental. */
export async function previewMonthlyInvoices(ctx: CompanyContext, month: string): Promise<MonthlyBill[]> {
  const { data, error } = await ctx.db.rpc('preview_monthly_invoices', { p_month: month })
  if (error) throw fromPostgres(error)
  return Answer.parse(data)
}
