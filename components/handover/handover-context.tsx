'use client'

import { useRouter, useSearchParams } from 'next/navigation'
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react'
import { type Draft, keepDraft, newDraft, readDraft } from '@/components/handover/draft'
import type { HandoverActions } from '@/components/handover/handover-actions'
import { type PhotoSet, usePhotos } from '@/components/handover/photos/use-photos'
import type { Damage, Handover } from '@/lib/handover/handover'
import { type HandoverStep, stepsOf } from '@/lib/handover/rules'

type HandoverState = PhotoSet & {
  handover: Handover
  actions: HandoverActions
  timeZone: string
  draft: Draft
  change: (part: Partial<Draft>) => void
  damages: Damage[]
  setDamages: (change: (damages: Damage[]) => Damage[]) => void
  steps: HandoverStep[]
  step: HandoverStep
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

type HandoverProviderProps = {
  handover: Handover
  actions: HandoverActions
  timeZone: string
  children: ReactNode
}

/** Keeps what is entered, and the step in the address: the phone's back button goes one step back. */
export function HandoverProvider({ handover, actions, timeZone, children }: HandoverProviderProps) {
  const router = useRouter()
  const search = useSearchParams()
  const [draft, setDraft] = useState(() => newDraft(handover))
  const photoSet = usePhotos(handover)
  const [damages, setDamages] = useState(handover.damages)
  const steps = useMemo(
    () => stepsOf(handover.kind, handover.contract.securityDepositRappen),
    [handover.kind, handover.contract.securityDepositRappen],
  )
  const step = steps.find((name) => name === search.get('step')) ?? steps[0] ?? 'photos'

  // The server renders without the tab's memory; it is read once the page lives.
  useEffect(() => setDraft(readDraft(handover)), [handover])

  const change = useCallback(
    (part: Partial<Draft>) =>
      setDraft((before) => {
        const after = { ...before, ...part }
        keepDraft(handover.id, after)
        return after
      }),
    [handover.id],
  )

  function next() {
    const following = steps[steps.indexOf(step) + 1]
    // A push without the server: the steps are all here, and the network may not be.
    if (following) window.history.pushState(null, '', `?step=${following}`)
    window.scrollTo({ top: 0 })
  }

  function back() {
    if (steps.indexOf(step) > 0) window.history.back()
    else router.push('/handover')
  }

  const progress = { steps, step, next, back }
  const entered = { draft, change, damages, setDamages, ...photoSet }
  return <Context value={{ handover, actions, timeZone, ...entered, ...progress }}>{children}</Context>
}
