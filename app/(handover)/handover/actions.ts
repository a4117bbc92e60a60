'use server'

import { headers } from 'next/headers'
import { memberAction } from '@/lib/core/action'
import { currentRequest } from '@/lib/core/current-request'
import { markVehicleReady } from '@/lib/fleet/commands/change-fleet'
import {
  completePickup,
  completeReturn,
  markDamage,
  removeDamage,
  type SigningDevice,
  startPickup,
  startReturn,
} from '@/lib/handover/commands'
import { previewSettlement } from '@/lib/handover/queries/settlement'
import {
  ContractRef,
  DamageMark,
  DamageRef,
  PickupEnd,
  PreviewRequest,
  ReservationRef,
  ReturnEnd,
  VehicleRef,
} from '@/lib/handover/schema'

const permission = 'handover.perform'

export const startPickupAction = memberAction({ input: ReservationRef, permission }, startPickup)
export const startReturnAction = memberAction({ input: ContractRef, permission }, startReturn)
export const markDamageAction = memberAction({ input: DamageMark, permission }, markDamage)
export const removeDamageAction = memberAction({ input: DamageRef, permission }, removeDamage)
export const previewSettlementAction = memberAction({ input: PreviewRequest, permission }, previewSettlement)
export const markVehicleReadyAction = memberAction({ input: VehicleRef, permission }, markVehicleReady)

export const completePickupAction = memberAction({ input: PickupEnd, permission }, async (ctx, end) =>
  completePickup(ctx, end, await signingDevice()),
)

export const completeReturnAction = memberAction({ input: ReturnEnd, permission }, async (ctx, end) =>
  completeReturn(ctx, end, await signingDevice()),
)

async function signingDevice(): Promise<SigningDevice> {
  const { ip } = await currentRequest()
  return { ip: ip === 'unknown' ? null : ip, userAgent: (await headers()).get('user-agent') }
}
