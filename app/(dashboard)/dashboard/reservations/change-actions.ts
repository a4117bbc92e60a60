'use server'

import { z } from 'zod'
import { memberAction } from '@/lib/core/action'
import { listExtras, listLocations } from '@/lib/fleet/queries/catalogue'
import { listVehicleChoices } from '@/lib/fleet/queries/vehicle-choices'
import { ChangeRequest, Commit, SwapRequest } from '@/lib/reservations/changes'
import {
  changeReservation,
  planChange,
  swapReservations,
  undoChange,
} from '@/lib/reservations/commands/change'

/** What a reservation is now, and what it could be changed to. */
export const listChoicesAction = memberAction(
  { input: z.object({ number: z.string().max(40) }), permission: 'reservations.edit' },
  async (ctx, { number }) => {
    const [plans, vehicles, extras, locations] = await Promise.all([
      planChange(ctx, { number, change: {} }),
      listVehicleChoices(ctx),
      listExtras(ctx),
      listLocations(ctx),
    ])
    return { plan: plans[0], canRefund: ctx.can('payments.refund'), vehicles, extras, locations }
  },
)

export const planChangeAction = memberAction(
  { input: ChangeRequest, permission: 'reservations.edit' },
  planChange,
)

export const changeReservationAction = memberAction(
  { input: z.object({ request: ChangeRequest, commit: Commit }), permission: 'reservations.edit' },
  (ctx, { request, commit }) => changeReservation(ctx, request, commit),
)

export const planSwapAction = memberAction(
  { input: SwapRequest, permission: 'reservations.edit' },
  (ctx, request) => swapReservations(ctx, request, null),
)

export const swapReservationsAction = memberAction(
  { input: z.object({ request: SwapRequest, commit: Commit }), permission: 'reservations.edit' },
  (ctx, { request, commit }) => swapReservations(ctx, request, commit),
)

export const undoChangeAction = memberAction(
  { input: z.object({ changeId: z.uuid() }), permission: 'reservations.edit' },
  undoChange,
)
