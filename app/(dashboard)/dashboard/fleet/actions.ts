'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { memberAction } from '@/lib/core/action'
import { addVehicle } from '@/lib/fleet/commands/add-vehicle'
import {
  markVehicleReady,
  saveExtra,
  updateCategory,
  updateRate,
  updateVehicle,
} from '@/lib/fleet/commands/change-fleet'
import { importFleet, previewFleet } from '@/lib/fleet/commands/import-fleet'
import { removeModelPhoto } from '@/lib/fleet/commands/model-photo'
import {
  CategoryChange,
  ExtraChange,
  FleetFile,
  RateChange,
  VehicleChange,
  WrittenVehicle,
} from '@/lib/fleet/schema'

export const previewFleetAction = memberAction({ input: FleetFile, permission: 'fleet.edit' }, previewFleet)

export const importFleetAction = memberAction({ input: FleetFile, permission: 'fleet.edit' }, importFleet)

export const addVehicleAction = memberAction(
  { input: WrittenVehicle, permission: 'fleet.edit' },
  async (ctx, input) => {
    await addVehicle(ctx, input)
    redirect('/dashboard/fleet')
  },
)

export const updateVehicleAction = memberAction(
  { input: VehicleChange, permission: 'fleet.edit' },
  async (ctx, input) => {
    await updateVehicle(ctx, input)
    redirect(`/dashboard/fleet/${input.id}`)
  },
)

export const updateRateAction = memberAction({ input: RateChange, permission: 'fleet.edit' }, updateRate)

export const updateCategoryAction = memberAction(
  { input: CategoryChange, permission: 'fleet.edit' },
  updateCategory,
)

export const saveExtraAction = memberAction({ input: ExtraChange, permission: 'fleet.edit' }, saveExtra)

export const removeModelPhotoAction = memberAction(
  { input: z.object({ id: z.uuid() }), permission: 'fleet.edit' },
  removeModelPhoto,
)

export const markVehicleReadyAction = memberAction(
  { input: z.object({ id: z.uuid() }), permission: 'handover.perform' },
  markVehicleReady,
)
