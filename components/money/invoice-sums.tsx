import { useTranslations } from 'next-intl'
import { Money } from '@/components/ui/money'
import { Stat } from '@/components/ui/stat'
import type { Unpaid } from '@/lib/money/queries/unpaid'

/** What is still owed, how much of it is late, and how much of that for long. */
export function InvoiceSums({ unpaid }: { unpaid: Unpaid }) {
  const t = useTranslations('money.sums')
  return (
    <div className="grid grid-cols-2 divide-x rounded-lg sm:grid-cols-3 border bg-surface">
      <Stat
        className="px-4 py-3"
        label={t('open', { count: unpaid.count })}
        value={<Money amountRappen={unpaid.openRappen} />}
      />
      <Stat
        className="px-4 py-3"
        label={t('late', { count: unpaid.lateCount })}
        value={
          <Money
            amountRappen={unpaid.lateRappen}
            className={unpaid.lateRappen > 0 ? 'text-overdue-text' : undefined}
          />
        }
      />
      <Stat
        className="px-4 py-3 max-sm:col-span-2 max-sm:border-t"
        label={t('old', { count: unpaid.oldCount })}
        value={
          <Money
            amountRappen={unpaid.oldRappen}
            className={unpaid.oldRappen > 0 ? 'text-overdue-text' : undefined}
          />
        }
      />
    </div>
  )
}
