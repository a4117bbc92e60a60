'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { toast } from 'sonner'
import {
  changeReservationAction,
  swapReservationsAction,
  undoChangeAction,
} from '@/app/(dashboard)/dashboard/reservations/change-actions'
import { detailOf } from '@/components/reservations/change/refusal-text'
import type { Decision } from '@/components/timeline/change-dialog'
import type { Place } from '@/components/timeline/rows'

const UNDO_SHOWN_MS = 30_000

/** Carries decisions out: the board shows them at once, and takes them back when the database says no. */
export function useChanges(refresh: () => Promise<unknown>) {
  const t = useTranslations('changes')
  const [moved, setMoved] = useState<Map<string, Place>>(new Map())

  async function carryOut(decision: Decision) {
    setMoved(new Map(decision.moved))
    const commit = { notify: decision.notify, idempotencyKey: crypto.randomUUID() }
    const answer = await (decision.kind === 'swap'
      ? swapReservationsAction({ request: decision.request, commit })
      : changeReservationAction({ request: decision.request, commit })
    ).catch(() => null)
    if (answer?.ok) {
      const changeId = answer.data[0]?.changeId
      toast.success(t('done', { numbers: answer.data.map(({ number }) => number).join(', ') }), {
        duration: UNDO_SHOWN_MS,
        ...(changeId && { action: { label: t('undo'), onClick: () => void undo(changeId) } }),
      })
    } else {
      toast.error(answer?.error.message ?? t('lost'), {
        ...(answer && { description: detailOf(answer.error, t) ?? undefined }),
      })
    }
    // What the database holds replaces what was shown ahead of it, in one step.
    await refresh()
    setMoved(new Map())
  }

  async function undo(changeId: string) {
    const answer = await undoChangeAction({ changeId })
    if (answer.ok) toast.success(t('undone'))
    else toast.error(answer.error.message, { description: detailOf(answer.error, t) ?? undefined })
    await refresh()
  }

  return { moved, carryOut }
}
