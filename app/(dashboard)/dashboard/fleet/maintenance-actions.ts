'use server'

import { z } from 'zod'
import { memberAction } from '@/lib/core/action'
import { correctOdometer, reinstateVehicle, retireVehicle } from '@/lib/fleet/commands/vehicle-service'
import { removeDocument } from '@/lib/fleet/documents'
import {
  cancelMaintenance,
  checkPeriod,
  finishMaintenance,
  moveMaintenance,
  planMaintenance,
  recordMaintenance,
  startMaintenance,
} from '@/lib/fleet/maintenance/commands'
import {
  MaintenancePeriod,
  MaintenanceRecord,
  MaintenanceResult,
  MaintenanceStart,
  NewMaintenance,
  PeriodCheck,
} from '@/lib/fleet/maintenance/schema'
import { OdometerCorrection, Retirement } from '@/lib/fleet/schema'

const ById = z.object({ id: z.uuid() })
const permission = 'fleet.edit'

export const checkPeriodAction = memberAction({ input: PeriodCheck, permission }, checkPeriod)

export const planMaintenanceAction = memberAction({ input: NewMaintenance, permission }, planMaintenance)

export const moveMaintenanceAction = memberAction({ input: MaintenancePeriod, permission }, moveMaintenance)

export const startMaintenanceAction = memberAction({ input: MaintenanceStart, permission }, startMaintenance)

export const finishMaintenanceAction = memberAction(
  { input: MaintenanceResult, permission },
  finishMaintenance,
)

export const cancelMaintenanceAction = memberAction({ input: ById, permission }, cancelMaintenance)

export const recordMaintenanceAction = memberAction(
  { input: MaintenanceRecord, permission },
  recordMaintenance,
)

export const correctOdometerAction = memberAction({ input: OdometerCorrection, permission }, correctOdometer)

export const retireVehicleAction = memberAction({ input: Retirement, permission }, retireVehicle)

export const reinstateVehicleAction = memberAction({ input: ById, permission }, reinstateVehicle)

export const removeDocumentAction = memberAction({ input: ById, permission }, removeDocument)
