import { z } from 'zod'
import { toDispute } from '@/lib/core/card-dispute'
import type { CompanyContext } from '@/lib/core/context'
import { AppError, fromPostgres } from '@/lib/core/errors'
import { isUuid } from '@/lib/core/ids'
import { PriceAnswer } from '@/lib/core/price'

/** A reservation with everything its page tells. */
export type ReservationDetail = ReturnType<typeof toDetail>
export type PaymentRow = ReservationDetail['payments'][number]

const Way = z.enum(['email', 'sms', 'whatsapp'])
const SentMessage = z.object({
  id: z.string(),
  topic: z.string(),
  channel: Way,
  state: z.enum([
    'pending',
    'sent',
    'delivered',
    'failed',
    'dead',
    'dismissed',
    'no_address',
    'no_number',
    'stopped',
    'untold',
  ]),
  at: z.string(),
  error: z.string().nullable(),
  instead: Way.nullable(),
})
/** A message that left or will leave for the customer, what became of it, and on which way it went on where it did not arrive. */
export type SentMessage = z.infer<typeof SentMessage>

/**
 * One reservation with customer, vehicle, places, payments and the contract it became.
 * @throws AppError `not_found`
 */
export async function getReservation(ctx: CompanyContext, id: string): Promise<ReservationDetail> {
  if (!isUuid(id)) throw new AppError('not_found')
  const [{ data, error }, hold] = await Promise.all([selectReservation(ctx, id), selectHold(ctx, id)])
  if (error) throw fromPostgres(error)
  if (hold.error) throw fromPostgres(hold.error)
  if (!data) throw new AppError('not_found')
  return toDetail(data, hold.data?.expires_at ?? null)
}

/** Mails and text messages about a reservation. @throws AppError `not_found` · `forbidden` */
export async function listSentMessages(ctx: CompanyContext, reservationId: string): Promise<SentMessage[]> {
  const { data, error } = await ctx.db.rpc('reservation_messages', { p_reservation_id: reservationId })
  if (error) throw fromPostgres(error)
  return z.array(SentMessage).parse(data)
}

/** Until when an option or an unpaid hold keeps its vehicle. */
function selectHold(ctx: CompanyContext, id: string) {
  return ctx.db
    .from('allocations')
    .select('expires_at')
    .eq('company_id', ctx.companyId)
    .eq('source_id', id)
    .eq('active', true)
    .not('expires_at', 'is', null)
    .maybeSingle()
}

function selectReservation(ctx: CompanyContext, id: string) {
  return ctx.db
    .from('reservations')
    .select(
      `*, customer:customers!reservations_company_id_customer_id_fkey(id, number, name, email, phone, language, blocked_at, blocked_reason),
      vehicle:vehicles!reservations_company_id_vehicle_id_fkey(id, plate, make, model, model_year, status, odometer_km),
      category:vehicle_categories!reservations_company_id_category_id_fkey(id, names),
      pickup:locations!reservations_company_id_pickup_location_id_fkey(id, name),
      return:locations!reservations_company_id_return_location_id_fkey(id, name),
      contracts!contracts_company_id_reservation_id_fkey(id, number, status),
      payments!payments_company_id_reservation_id_fkey(id, purpose, method, status, amount_rappen, refunded_rappen, currency, invoice_id, created_at, settled_at,
        refunds!refunds_company_id_payment_id_fkey(id, amount_rappen, reason, status, created_at), disputes(id, status, amount_rappen, evidence_due_at))`,
    )
    .eq('company_id', ctx.companyId)
    .eq('id', id)
    .maybeSingle()
}

type SelectedReservation = NonNullable<Awaited<ReturnType<typeof selectReservation>>['data']>

function toDetail(row: SelectedReservation, holdUntil: string | null) {
  const contract = row.contracts.find(({ status }) => status !== 'cancelled')
  return {
    id: row.id,
    number: row.number,
    status: row.status,
    source: row.source,
    holdUntil,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    createdAt: row.created_at,
    notes: row.notes,
    tags: row.tags,
    wantedEquipment: row.wanted_equipment,
    isVehicleFixed: row.vehicle_fixed,
    currency: row.currency,
    totalRappen: row.total_rappen,
    bookingDepositRappen: row.booking_deposit_rappen,
    price: PriceAnswer.parse(row.price),
    vehicle: { ...row.vehicle, modelYear: row.vehicle.model_year, odometerKm: row.vehicle.odometer_km },
    categoryNames: row.category.names,
    pickupLocation: row.pickup.name,
    returnLocation: row.return.name,
    customer: {
      id: row.customer.id,
      number: row.customer.number,
      name: row.customer.name,
      email: row.customer.email,
      phone: row.customer.phone,
      language: row.customer.language,
      blockedReason: row.customer.blocked_at ? (row.customer.blocked_reason ?? '') : null,
    },
    contract: contract ?? null,
    payments: row.payments.map(toPayment).toSorted((a, b) => a.createdAt.localeCompare(b.createdAt)),
  }
}

function toPayment(row: SelectedReservation['payments'][number]) {
  return {
    id: row.id,
    purpose: row.purpose,
    method: row.method,
    status: row.status,
    amountRappen: row.amount_rappen,
    refundedRappen: row.refunded_rappen,
    currency: row.currency,
    invoiceId: row.invoice_id,
    createdAt: row.created_at,
    settledAt: row.settled_at,
    disputes: row.disputes.map(toDispute),
    refunds: row.refunds.map((refund) => ({
      id: refund.id,
      amountRappen: refund.amount_rappen,
      reason: refund.reason,
      status: refund.status,
      createdAt: refund.created_at,
    })),
  }
}
