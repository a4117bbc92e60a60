import { z } from 'zod'
import { line } from '@/lib/core/line'

const empty = (value: unknown) => (value === '' || value === null ? undefined : value)

/** Who drives and, for a firm, how a reservation is charged; what is missing comes from the firm's account. */
export const ChargeChoice = z.object({
  driverId: z.preprocess(empty, z.uuid().optional()),
  costCentreId: z.preprocess(empty, z.uuid().optional()),
  purchaseOrder: z.preprocess(empty, line(60).optional()),
  firmPays: z.preprocess(empty, z.enum(['everything', 'rental', 'share']).optional()),
  firmSharePercent: z.preprocess(empty, z.coerce.number().int().min(0).max(100).optional()),
})
export type ChargeChoice = z.output<typeof ChargeChoice>
export const ChargeChange = ChargeChoice.extend({ id: z.uuid() })

/** The choice as the database's functions take it. */
export function chargeToRpc(choice: ChargeChoice) {
  return {
    ...(choice.driverId && { driver_id: choice.driverId }),
    ...(choice.costCentreId && { cost_centre_id: choice.costCentreId }),
    ...(choice.purchaseOrder && { purchase_order: choice.purchaseOrder }),
    ...(choice.firmPays && { firm_pays: choice.firmPays }),
    ...(choice.firmSharePercent !== undefined && { firm_share_percent: choice.firmSharePercent }),
  }
}
