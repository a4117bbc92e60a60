import { z } from 'zod'
import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import { INVOICE_STATUSES } from '@/lib/money/schema'

const Answer = z
  .object({
    waits_for_month: z.boolean(),
    is_invoiced: z.boolean(),
    shares: z.array(
      z
        .object({
          payer: z.enum(['customer', 'driver']),
          name: z.string().nullable(),
          total_rappen: z.number(),
          left_rappen: z.number(),
        })
        .transform(({ total_rappen, left_rappen, ...share }) => ({
          ...share,
          totalRappen: total_rappen,
          leftRappen: left_rappen,
        })),
    ),
    invoices: z.array(
      z
        .object({
          id: z.uuid(),
          number: z.string(),
          status: z.enum(INVOICE_STATUSES),
          open_rappen: z.number(),
          fees_rappen: z.number(),
          credited_rappen: z.number(),
          paid_rappen: z.number(),
          due_on: z.iso.date(),
          payer: z.enum(['customer', 'driver']),
          name: z.string(),
          service_from: z.iso.date(),
          service_to: z.iso.date(),
          is_final: z.boolean(),
          is_collective: z.boolean(),
          amount_rappen: z.number(),
        })
        .transform((invoice) => ({
          id: invoice.id,
          number: invoice.number,
          status: invoice.status,
          openRappen: invoice.open_rappen,
          feesRappen: invoice.fees_rappen,
          creditedRappen: invoice.credited_rappen,
          paidRappen: invoice.paid_rappen,
          dueOn: invoice.due_on,
          payer: invoice.payer,
          name: invoice.name,
          serviceFrom: invoice.service_from,
          serviceTo: invoice.service_to,
          isFinal: invoice.is_final,
          /** It is for other contracts too, so that what is open of it is not this one's. */
          isCollective: invoice.is_collective,
          amountRappen: invoice.amount_rappen,
        })),
    ),
  })
  .transform(({ waits_for_month, is_invoiced, ...billing }) => ({
    ...billing,
    waitsForMonth: waits_for_month,
    isInvoiced: is_invoiced,
  }))

export type ContractBilling = z.output<typeof Answer>

/** Who pays what of a contract, and the invoices it stands on; the one a security deposit goes to comes first. @throws AppError `not_found` */
export async function getContractBilling(ctx: CompanyContext, contractId: string): Promise<ContractBilling> {
  const { data, error } = await ctx.db.rpc('contract_billing', { p_contract_id: contractId })
  if (error) throw fromPostgres(error)
  return Answer.parse(data)
}
