'use client'

import { useSearchParams } from 'next/navigation'
import { createContext, type ReactNode, use, useMemo, useState } from 'react'
import { go } from '@/components/handover/phone/go'
import { usePhone } from '@/components/handover/phone/phone-context'
import { addressOf } from '@/components/handover/phone/places'
import { isNoRoom } from '@/components/handover/phone/room'
import { compressPhoto } from '@/components/handover/photos/compress'
import type { DocumentLanguage } from '@/lib/core/documents/language'
import type { Damage, KnownDriver } from '@/lib/handover/handover'
import { changed, type Draft, newDraft } from '@/lib/handover/offline/draft'
import { type NewStep, withdraw } from '@/lib/handover/offline/log'
import type { HandoverView, ShownPhoto } from '@/lib/handover/offline/view'
import { type HandoverStep, stepsOf, titleOf } from '@/lib/handover/rules'
import type { Driver, EnteredWork, PhotoPosition } from '@/lib/handover/schema'

/** Why something was not written down: the phone is full, or a file is no photo. */
export type WriteFailure = 'full' | 'no_photo' | 'failed'

type HandoverState = {
  handover: HandoverView
  timeZone: string
  staffName: string
  draft: Draft
  /** What the customer reads. */
  language: DocumentLanguage
  change: (part: Partial<Draft>) => void
  /** Writes a step of this handover down; answers whether it is written. */
  write: (work: EnteredWork, bytes?: ArrayBuffer) => Promise<boolean>
  /** `driverId`: whose licence it shows, where it is a further driver's. */
  takePhoto: (position: PhotoPosition, file: Blob, driverId?: string | null) => Promise<boolean>
  removePhoto: (photo: ShownPhoto) => Promise<boolean>
  mark: (damage: Damage) => Promise<boolean>
  removeMark: (id: string) => Promise<boolean>
  addDriver: (driver: KnownDriver) => Promise<boolean>
  /** Takes a further driver back, and the pictures of their licence first. */
  removeDriver: (id: string) => Promise<boolean>
  failure: WriteFailure | null
  steps: HandoverStep[]
  step: HandoverStep
  /** The screen was opened from the end, because something was missing. */
  isMending: boolean
  next: () => void
  back: () => void
}

const Context = createContext<HandoverState | null>(null)

/** The handover that the screen is about, and how far it has come. */
export function useHandover(): HandoverState {
  const state = use(Context)
  if (!state) throw new Error('Only inside a HandoverProvider')
  return state
}

/** Writes down everything that is done, and keeps the step in the address: the phone's back button goes one step back. */
export function HandoverProvider({ handover, children }: { handover: HandoverView; children: ReactNode }) {
  const { state, store, timeZone, staffName } = usePhone()
  const search = useSearchParams()
  const [failure, setFailure] = useState<WriteFailure | null>(null)
  const { key, kind, isExchange } = handover
  const deposit = handover.contract.securityDepositRappen
  const steps = useMemo(() => stepsOf({ kind, isExchange }, deposit), [kind, isExchange, deposit])
  const step = steps.find((name) => name === search.get('step')) ?? steps[0] ?? 'photos'
  const draft = state.drafts.get(key) ?? newDraft(handover)
  const language = draft.language ?? handover.contract.locale

  async function attempt(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work()
      setFailure(null)
      return true
    } catch (thrown) {
      setFailure(isNoRoom(thrown) ? 'full' : 'failed')
      return false
    }
  }

  const write = (work: EnteredWork, bytes?: ArrayBuffer) => {
    const about = { vehicleId: handover.vehicle.id, about: titleOf(handover) }
    const entry: NewStep = { key, ...about, work, bytes, recordId: handover.record?.id }
    return attempt(() => store.write(entry))
  }

  /** What never left the phone is taken back without a trace; what may have left is taken out at the server. */
  async function takeBack(isIt: (work: EnteredWork) => boolean, otherwise: EnteredWork): Promise<boolean> {
    let isBack = false
    const isDone = await attempt(() =>
      store.act(async (phone) => {
        isBack = await withdraw(phone, (one) => one.key === key && isIt(one.work))
      }),
    )
    return isDone && (isBack || write(otherwise))
  }

  const removePhoto = ({ id }: ShownPhoto) =>
    takeBack((work) => work.kind === 'add_photo' && work.photoId === id, {
      kind: 'remove_photo',
      photoId: id,
    })

  async function takePhoto(
    position: PhotoPosition,
    file: Blob,
    driverId: string | null = null,
  ): Promise<boolean> {
    const small = await compressPhoto(file)
    if (!small) {
      setFailure('no_photo')
      return false
    }
    const replaced = handover.shownPhotos.filter(
      (one) => position !== 'free' && one.position === position && one.driverId === driverId,
    )
    const work = { kind: 'add_photo', photoId: crypto.randomUUID(), position, driverId } as const
    if (!(await write(work, await small.arrayBuffer()))) return false
    for (const photo of replaced) await removePhoto(photo)
    return true
  }

  const addDriver = ({ licenceCategories, ...driver }: KnownDriver) =>
    write({
      kind: 'add_driver',
      driverId: crypto.randomUUID(),
      driver: { ...driver, licenceCategories: licenceCategories as Driver['licenceCategories'] },
    })

  async function removeDriver(id: string): Promise<boolean> {
    for (const photo of handover.shownPhotos) if (photo.driverId === id) await removePhoto(photo)
    return takeBack((work) => work.kind === 'add_driver' && work.driverId === id, {
      kind: 'remove_driver',
      driverId: id,
    })
  }

  const isMending = search.has('mend')

  function next() {
    if (isMending) return window.history.back()
    const following = steps[steps.indexOf(step) + 1]
    if (following) go(`?step=${following}`)
  }

  function back() {
    if (steps.indexOf(step) > 0) window.history.back()
    else go(addressOf(handover))
  }

  const doing = {
    write,
    takePhoto,
    removePhoto,
    addDriver,
    removeDriver,
    mark: (damage: Damage) => write({ kind: 'mark_damage', mark: damage }),
    removeMark: (id: string) => write({ kind: 'remove_damage', damageId: id }),
    change: (part: Partial<Draft>) => void attempt(() => store.keep(key, changed(draft, part))),
  }
  const value = {
    handover,
    timeZone,
    staffName,
    draft,
    language,
    failure,
    steps,
    step,
    isMending,
    next,
    back,
    ...doing,
  }
  return <Context value={value}>{children}</Context>
}
