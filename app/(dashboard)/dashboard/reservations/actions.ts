'use server'

import { z } from 'zod'
import { memberAction } from '@/lib/core/action'
import { BulkIds } from '@/lib/core/bulk'
import { listCustomers } from '@/lib/customers/list'
import { getCustomer } from '@/lib/customers/queries'
import { CustomerFilters } from '@/lib/customers/schema'
import { changeCharge } from '@/lib/reservations/account'
import { ChargeChange } from '@/lib/reservations/charge-choice'
import { assignVehicle } from '@/lib/reservations/commands/assign-vehicle'
import { createReservation } from '@/lib/reservations/commands/create'
import { decideUpsell, UpsellDecision } from '@/lib/reservations/commands/decide-upsell'
import { cancelReservation, cancelReservations, markNoShow } from '@/lib/reservations/commands/end'
import { confirmReservation, extendHold } from '@/lib/reservations/commands/hold'
import { addReservationNote, NewReservationNote } from '@/lib/reservations/commands/note'
import { listAssignableVehicles } from '@/lib/reservations/queries/assignable'
import { priceReservation } from '@/lib/reservations/queries/availability'
import { replacePrivateLink } from '@/lib/reservations/queries/private-link'
import {
  Cancellation,
  End,
  HoldExtension,
  NewReservation,
  VehicleAssignment,
  WishedExtras,
} from '@/lib/reservations/schema'

export const createReservationAction = memberAction(
  {
    input: z.object({ reservation: NewReservation, idempotencyKey: z.uuid() }),
    permission: 'reservations.create',
  },
  (ctx, { reservation, idempotencyKey }) => createReservation(ctx, reservation, idempotencyKey),
)

/** What of a customer decides who drives and who pays. */
export const findPayerAction = memberAction(
  { input: z.object({ id: z.uuid() }), permission: 'customers.see' },
  async (ctx, { id }) => {
    const { kind, drivers, costCentres, account } = await getCustomer(ctx, id)
    return { id, kind, drivers, costCentres, account }
  },
)

export const changeChargeAction = memberAction(
  { input: ChargeChange, permission: 'reservations.edit' },
  changeCharge,
)

export const assignVehicleAction = memberAction(
  { input: VehicleAssignment, permission: 'reservations.edit' },
  assignVehicle,
)

export const listAssignableVehiclesAction = memberAction(
  { input: z.object({ id: z.uuid() }), permission: 'reservations.see' },
  listAssignableVehicles,
)

export const cancelReservationAction = memberAction(
  { input: Cancellation, permission: 'reservations.edit' },
  cancelReservation,
)

export const cancelReservationsAction = memberAction(
  { input: z.object({ ids: BulkIds.max(200) }), permission: 'reservations.edit' },
  cancelReservations,
)

export const confirmReservationAction = memberAction(
  { input: z.object({ id: z.uuid() }), permission: 'reservations.edit' },
  confirmReservation,
)

export const extendHoldAction = memberAction(
  { input: HoldExtension, permission: 'reservations.edit' },
  extendHold,
)

export const markNoShowAction = memberAction({ input: End, permission: 'reservations.edit' }, markNoShow)

export const addReservationNoteAction = memberAction(
  { input: NewReservationNote, permission: 'reservations.edit' },
  addReservationNote,
)

/** The price of the desk's wish while its extras are being chosen. */
export const priceReservationAction = memberAction(
  {
    input: z.object({
      vehicleId: z.uuid().optional(),
      categoryId: z.uuid().optional(),
      startsAt: z.iso.datetime({ offset: true }),
      endsAt: z.iso.datetime({ offset: true }),
      extras: WishedExtras,
      pickupLocationId: z.uuid().optional(),
      promoCode: z.string().trim().max(40).optional(),
    }),
    permission: 'reservations.see',
  },
  (ctx, { startsAt, endsAt, ...wish }) =>
    priceReservation(ctx, { ...wish, startsAt: new Date(startsAt), endsAt: new Date(endsAt) }),
)

/** The few customers a name begins to fit while it is being typed. */
export const findCustomersAction = memberAction(
  { input: z.object({ q: z.string().trim().min(2).max(80) }), permission: 'customers.see' },
  async (ctx, { q }) => (await listCustomers(ctx, CustomerFilters.parse({ q }), 8)).rows,
)

export const replacePrivateLinkAction = memberAction(
  { input: z.object({ reservationId: z.uuid() }), permission: 'reservations.edit' },
  replacePrivateLink,
)

export const decideUpsellAction = memberAction(
  { input: UpsellDecision, permission: 'reservations.edit' },
  decideUpsell,
)
