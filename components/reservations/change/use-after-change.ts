'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { toast } from 'sonner'
import { undoChangeAction } from '@/app/(dashboard)/dashboard/reservations/change-actions'
import { useAnswer } from '@/components/dashboard/use-answer'
import { detailOf } from '@/components/reservations/change/refusal-text'
import type { ChangePlan } from '@/lib/reservations/changes'

const UNDO_SHOWN_MS = 30_000

/** Brings the screen up to date by `refresh`, then says that a change is made and offers to take it back: who goes on from there starts from it. */
export function useAfterChange(refresh?: () => Promise<unknown>) {
  const t = useTranslations('changes')
  const router = useRouter()
  const answered = useAnswer()
  const update = refresh ?? (async () => router.refresh())

  async function undo(changeId: string) {
    const answer = await answered(undoChangeAction({ changeId }))
    if (answer.ok) toast.success(t('undone'))
    else toast.error(answer.error.message, { description: detailOf(answer.error, t) ?? undefined })
    await update()
  }

  return async (plans: ChangePlan[]) => {
    const changeId = plans[0]?.changeId
    await update()
    toast.success(t('done', { numbers: plans.map(({ number }) => number).join(', ') }), {
      duration: UNDO_SHOWN_MS,
      ...(changeId && { action: { label: t('undo'), onClick: () => void undo(changeId) } }),
    })
  }
}
