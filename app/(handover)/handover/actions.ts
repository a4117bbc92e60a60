'use server'

import { memberAction } from '@/lib/core/action'
import { markVehicleReady } from '@/lib/fleet/commands/change-fleet'
import { VehicleRef } from '@/lib/handover/schema'

export const markVehicleReadyAction = memberAction(
  { input: VehicleRef, permission: 'handover.perform' },
  markVehicleReady,
)
