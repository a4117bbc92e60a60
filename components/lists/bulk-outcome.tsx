'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { toast } from 'sonner'
import type { FormAction } from '@/components/dashboard/action-form'
import { useAnswer } from '@/components/dashboard/use-answer'
import { useSelection } from '@/components/lists/selection'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import type { BulkOutcome } from '@/lib/core/bulk'

/** As many rows as one request takes; a larger selection goes in several. */
const AT_ONCE = 200

type Refused = { id: string; name: string; message: string }

/** Does something with all selected rows and says of each what it came to: how many went well, and why others did not. */
export function useBulkAction(action: FormAction<BulkOutcome[]>) {
  const t = useTranslations('lists')
  const router = useRouter()
  const answered = useAnswer()
  const { rows, set } = useSelection()
  const [refused, setRefused] = useState<Refused[]>([])

  async function run(input: Record<string, unknown>): Promise<boolean> {
    const outcomes: BulkOutcome[] = []
    for (let from = 0; from < rows.length; from += AT_ONCE) {
      const ids = rows.slice(from, from + AT_ONCE).map(({ id }) => id)
      const answer = await answered(action({ ...input, ids }))
      if (answer.ok) outcomes.push(...answer.data)
      else {
        // What was done before stays done and is said; the rest is still selected.
        toast.error(answer.error.message)
        if (outcomes.length === 0) return false
        break
      }
    }
    const done = outcomes.filter(({ message }) => !message)
    if (done.length > 0) toast.success(t('done', { count: done.length }))
    // What went well is no longer selected; what did not stays at hand.
    set(
      done.map(({ id }) => ({ id, name: '' })),
      false,
    )
    setRefused(
      outcomes.flatMap(({ id, message }) =>
        message ? [{ id, message, name: rows.find((row) => row.id === id)?.name ?? '' }] : [],
      ),
    )
    router.refresh()
    return true
  }

  const report = <RefusedRows refused={refused} onClose={() => setRefused([])} />
  return { run, report, count: rows.length }
}

function RefusedRows({ refused, onClose }: { refused: Refused[]; onClose: () => void }) {
  const t = useTranslations('lists')
  return (
    <Dialog open={refused.length > 0} onOpenChange={onClose}>
      <DialogContent title={t('refused', { count: refused.length })} description={t('refusedText')}>
        <ul className="grid max-h-80 divide-y overflow-y-auto text-sm">
          {refused.map(({ id, name, message }) => (
            <li key={id} className="grid gap-0.5 py-2">
              <span className="font-medium">{name}</span>
              <span className="text-muted">{message}</span>
            </li>
          ))}
        </ul>
      </DialogContent>
    </Dialog>
  )
}
