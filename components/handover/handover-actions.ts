import type { ActionResult } from '@/lib/core/action'
import type { KnownDriver } from '@/lib/handover/handover'
import type { Settlement } from '@/lib/handover/queries/settlement'
import type { DamageMark, DamageRef, PickupEnd, PreviewRequest, ReturnEnd } from '@/lib/handover/schema'

/** The end of a pickup as it was typed; the action reads and checks it. */
type TypedPickupEnd = Omit<PickupEnd, 'driver'> & { driver: KnownDriver }

/** What a handover can do, as server actions handed down by its page. */
export type HandoverActions = {
  markDamage: (mark: DamageMark) => Promise<ActionResult<void>>
  removeDamage: (mark: DamageRef) => Promise<ActionResult<void>>
  previewSettlement: (request: PreviewRequest) => Promise<ActionResult<Settlement>>
  completePickup: (end: TypedPickupEnd) => Promise<ActionResult<{ contractId: string }>>
  completeReturn: (end: ReturnEnd) => Promise<ActionResult<{ contractId: string }>>
}

/** Why something was not done, in words for people. */
export type ActionFailure = Extract<ActionResult<unknown>, { ok: false }>['error']
