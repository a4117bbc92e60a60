'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { toast } from 'sonner'
import {
  changeReservationAction,
  swapReservationsAction,
} from '@/app/(dashboard)/dashboard/reservations/change-actions'
import { detailOf } from '@/components/reservations/change/refusal-text'
import { useAfterChange } from '@/components/reservations/change/use-after-change'
import type { Decision } from '@/components/timeline/change-dialog'
import type { Place } from '@/components/timeline/rows'

/** Carries decisions out: the board shows them at once, and takes them back when the database says no. */
export function useChanges(refresh: () => Promise<unknown>) {
  const t = useTranslations('changes')
  const after = useAfterChange(refresh)
  const [moved, setMoved] = useState<Map<string, Place>>(new Map())

  async function carryOut(decision: Decision) {
    setMoved((ahead) => new Map([...ahead, ...decision.moved]))
    const places = new Map(decision.moved)
    const commit = { notify: decision.notify, idempotencyKey: crypto.randomUUID() }
    const answer = await (decision.kind === 'swap'
      ? swapReservationsAction({ request: decision.request, commit })
      : changeReservationAction({ request: decision.request, commit })
    ).catch(() => null)
    // What the database holds replaces what was shown ahead of it, in one step.
    if (answer?.ok) await after(answer.data)
    else {
      await refresh()
      toast.error(answer?.error.message ?? t('lost'), {
        ...(answer && { description: detailOf(answer.error, t) ?? undefined }),
      })
    }
    setMoved((ahead) => new Map([...ahead].filter(([key, place]) => places.get(key) !== place)))
  }

  return { moved, carryOut }
}
