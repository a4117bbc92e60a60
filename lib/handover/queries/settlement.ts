import { z } from 'zod'
import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import type { PreviewRequest } from '@/lib/handover/schema'

const KINDS = ['extra_km', 'fuel', 'lateness', 'damage'] as const

const Answer = z.object({
  lines: z.array(
    z.object({
      kind: z.enum(KINDS),
      code: z.string(),
      quantity: z.coerce.number(),
      unit_rappen: z.number(),
      amount_rappen: z.number(),
      trace: z.looseObject({
        list_rappen: z.number().nullish(),
        charge_reason: z.string().nullish(),
        full_rappen: z.number().nullish(),
        excess_rappen: z.number().nullish(),
      }),
    }),
  ),
  additional_rappen: z.number(),
  rental_rappen: z.number(),
  paid_rappen: z.number(),
  due_rappen: z.number(),
})

/** What the return costs on top, and what is left to pay. */
export type Settlement = {
  lines: {
    kind: (typeof KINDS)[number]
    code: string
    quantity: number
    unitRappen: number
    amountRappen: number
    /** Where damage is charged otherwise than the price list says: what it says, and why. */
    deviation: { listRappen: number; reason: string } | null
    /** Where the excess limits what is charged: the whole, and the excess. */
    capped: { fullRappen: number; excessRappen: number } | null
  }[]
  additionalRappen: number
  rentalRappen: number
  paidRappen: number
  dueRappen: number
}

/** What would be charged if the vehicle came back like this now; nothing is written. */
export async function previewSettlement(ctx: CompanyContext, request: PreviewRequest): Promise<Settlement> {
  const { data, error } = await ctx.db.rpc('preview_settlement', {
    p_handover_id: request.handoverId,
    p_odometer_km: request.odometerKm,
    p_fuel_percent: request.fuelPercent,
  })
  if (error) throw fromPostgres(error)
  const answer = Answer.parse(data)
  return {
    lines: answer.lines.map(({ unit_rappen, amount_rappen, trace, ...line }) => ({
      ...line,
      unitRappen: unit_rappen,
      amountRappen: amount_rappen,
      deviation:
        trace.charge_reason && trace.list_rappen != null
          ? { listRappen: trace.list_rappen, reason: trace.charge_reason }
          : null,
      capped:
        trace.full_rappen != null && trace.excess_rappen != null
          ? { fullRappen: trace.full_rappen, excessRappen: trace.excess_rappen }
          : null,
    })),
    additionalRappen: answer.additional_rappen,
    rentalRappen: answer.rental_rappen,
    paidRappen: answer.paid_rappen,
    dueRappen: answer.due_rappen,
  }
}
