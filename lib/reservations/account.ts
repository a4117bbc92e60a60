import type { z } from 'zod'
import { invalidate } from '@/lib/core/cache'
import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import { type ChargeChange, chargeToRpc } from '@/lib/reservations/charge-choice'

/** Who drives and who pays of a reservation, as it was agreed; null when nothing was. */
export async function getCharge(ctx: CompanyContext, reservationId: string) {
  const { data, error } = await ctx.db
    .from('reservation_accounts')
    .select('driver_id, cost_centre_id, purchase_order, firm_pays, firm_share_percent, payment_terms_days')
    .eq('company_id', ctx.companyId)
    .eq('reservation_id', reservationId)
    .maybeSingle()
  if (error) throw fromPostgres(error)
  return (
    data && {
      driverId: data.driver_id,
      costCentreId: data.cost_centre_id,
      purchaseOrder: data.purchase_order,
      firmPays: data.firm_pays,
      firmSharePercent: data.firm_share_percent,
      paymentTermsDays: data.payment_terms_days,
    }
  )
}
export type Charge = NonNullable<Awaited<ReturnType<typeof getCharge>>>

/**
 * Changes who drives and who pays, until the vehicle is handed over.
 * @throws AppError `driver_not_listed` · `cost_centre_missing` · `driver_too_young` · `licence_expired` · `invalid_transition`
 */
export async function changeCharge(
  ctx: CompanyContext,
  { id, ...choice }: z.output<typeof ChargeChange>,
): Promise<void> {
  const { error } = await ctx.db.rpc('set_reservation_account', {
    p_reservation_id: id,
    p_account: chargeToRpc(choice),
  })
  if (error) throw fromPostgres(error)
  await invalidate(ctx.companyId, 'reservations')
}
