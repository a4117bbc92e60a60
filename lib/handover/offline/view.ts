import type { z } from 'zod'
import type { Damage, Photo, PreparedHandover } from '@/lib/handover/handover'
import type { KeptStep, StepState } from '@/lib/handover/offline/database'
import { driverCalled, withDrivers } from '@/lib/handover/offline/drivers'
import { isCompletion } from '@/lib/handover/offline/log'
import type { DamageMark } from '@/lib/handover/schema'

/** A photo on the screen, and how far it is. */
export type ShownPhoto = Pick<Photo, 'id' | 'position' | 'driverId'> & {
  state: 'stored' | StepState
  isHere: boolean
}

/** A handover as it stands on this phone: what the server told, and on top what was done here since. */
export type HandoverView = PreparedHandover & {
  shownPhotos: ShownPhoto[]
  shownDamages: Damage[]
  isBegun: boolean
  /** Signed, here or elsewhere. */
  isDone: boolean
  /** That staff are on their way: as the server knows it, else by the step of this phone. */
  arrivalTold: { step: KeptStep | null; arrivesAt: string; by: string | null } | null
  unsent: KeptStep[]
  problem: KeptStep | null
}

const UNPRICED = { note: '', chargeRappen: 0, listRappen: null, chargeReason: '' }

function toShown(mark: z.input<typeof DamageMark>): Damage {
  const photo = mark.photo ? { ...mark.photo, handoverId: null } : null
  return { ...UNPRICED, ...mark, photo }
}

/** Lays the steps of a handover over what the server told at `savedAt`. What was put aside does not count. */
export function viewOf(handover: PreparedHandover, all: KeptStep[], savedAt: string): HandoverView {
  const own = all.filter(({ key, state }) => key === handover.key && state !== 'aside')
  // What the server had before it told is in what it told.
  const steps = own.filter(({ sentAt }) => sentAt === null || sentAt >= savedAt)
  const photos = new Map<string, ShownPhoto>(
    handover.photos.map(({ id, position, driverId }) => [
      id,
      { id, position, driverId, state: 'stored', isHere: false },
    ]),
  )
  const damages = new Map<string, Damage>(handover.damages.map((damage) => [damage.id, damage]))
  for (const { work, state } of steps) {
    if (work.kind === 'add_photo')
      photos.set(work.photoId, {
        id: work.photoId,
        position: work.position,
        driverId: work.driverId ?? null,
        state,
        isHere: true,
      })
    if (work.kind === 'remove_photo') photos.delete(work.photoId)
    if (work.kind === 'mark_damage') damages.set(work.mark.id, toShown(work.mark))
    if (work.kind === 'remove_damage') damages.delete(work.damageId)
  }
  // A photo that was taken anew has not taken the mark along.
  const shown = [...damages.values()].map((damage) =>
    damage.photo && !photos.has(damage.photo.id) ? { ...damage, photo: null } : damage,
  )
  const named = withDrivers(handover, steps)
  const known = handover.knownDamages.filter(({ id }) => !damages.has(id))
  return {
    ...handover,
    ...named,
    knownDamages: known,
    // The phone's name for a driver becomes their own once the server has told it.
    shownPhotos: [...photos.values()].map((photo) => ({
      ...photo,
      driverId: photo.driverId && (driverCalled(named.furtherDrivers, photo.driverId)?.id ?? photo.driverId),
    })),
    shownDamages: shown,
    isBegun: handover.record !== null || own.some(({ work }) => work.kind.startsWith('begin')),
    isDone: handover.record?.isCompleted === true || own.some(({ work }) => isCompletion(work)),
    arrivalTold: handover.arrival ? { step: null, ...handover.arrival } : arrivalToldIn(own),
    unsent: own.filter(({ state }) => state !== 'sent'),
    problem: own.find(({ state }) => state === 'attention') ?? null,
  }
}

function arrivalToldIn(steps: KeptStep[]): HandoverView['arrivalTold'] {
  for (const step of steps)
    if (step.work.kind === 'announce') return { step, arrivesAt: step.work.arrivesAt, by: null }
  return null
}
