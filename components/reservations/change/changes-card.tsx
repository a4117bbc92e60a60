import { Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { undoChangeAction } from '@/app/(dashboard)/dashboard/reservations/change-actions'
import { ActionButton } from '@/components/dashboard/action-button'
import { Differences } from '@/components/reservations/change/differences'
import { Card } from '@/components/ui/card'
import { cn } from '@/components/ui/cn'
import { DateTime } from '@/components/ui/date-time'
import { Money } from '@/components/ui/money'
import { formatMoney } from '@/lib/core/money'
import type { PastChange } from '@/lib/reservations/queries/changes'

type ChangesCardProps = {
  changes: PastChange[]
  timeZone: string
  currency: string
  /** Under a change of a rental that runs: who signed it, or how it is signed. */
  addendum?: (change: PastChange) => ReactNode
}

/** How what was agreed came to be what it is; the last change can be taken back while the database says so. */
export function ChangesCard({ changes, timeZone, currency, addendum }: ChangesCardProps) {
  const t = useTranslations('changes')
  if (changes.length === 0) return null
  return (
    <Card title={t('past')} flush>
      <ol className="divide-y">
        {changes.map((change) => (
          <li key={change.id} className="flex items-start justify-between gap-4 px-4 py-2.5 text-sm">
            <div className={cn('grid min-w-0 gap-1', change.isUndone && 'text-muted line-through')}>
              <p className="text-muted text-xs">
                {change.by ?? t(change.isByCustomer ? 'byCustomer' : 'somebody')} ·{' '}
                <DateTime instant={change.at} timeZone={timeZone} />
                {change.isUndone && ` · ${t('undone')}`}
              </p>
              <Differences change={change} timeZone={timeZone} />
              <p className="tabular">
                {t('price')} <Money amountRappen={change.before.totalRappen} bare /> →{' '}
                <Money amountRappen={change.after.totalRappen} currency={currency} className="font-medium" />
              </p>
              {change.refundRappen > 0 && !change.isUndone && (
                <p>
                  {t(change.refundedRappen === null ? 'refundComing' : 'refunded', {
                    amount: formatMoney(change.refundedRappen ?? change.refundRappen, currency),
                  })}
                </p>
              )}
              {addendum?.(change)}
            </div>
            {change.canUndo && (
              <ActionButton
                size="sm"
                action={undoChangeAction}
                input={{ changeId: change.id }}
                done={t('undone')}
              >
                <Undo2 aria-hidden="true" />
                {t('undo')}
              </ActionButton>
            )}
          </li>
        ))}
      </ol>
    </Card>
  )
}
