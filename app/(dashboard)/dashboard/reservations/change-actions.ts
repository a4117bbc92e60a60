'use server'

import { z } from 'zod'
import { memberAction } from '@/lib/core/action'
import { AppError } from '@/lib/core/errors'
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
    const [plans, extras, locations] = await Promise.all([
      planChange(ctx, { number, change: {} }),
      listExtras(ctx),
      listLocations(ctx),
    ])
    const [plan] = plans
    if (!plan) throw new AppError('not_found')
    const { startsAt, endsAt } = plan.before
    const now = ctx.now().toISOString()
    // Of a rental that runs only what is left of it counts; one that is late is due at any moment.
    const from = startsAt > now || endsAt <= now ? startsAt : now
    const vehicles = await listVehicleChoices(ctx, { startsAt: from, endsAt, of: plan.sources })
    return { plan, canRefund: ctx.can('payments.refund'), vehicles, extras, locations }
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
