import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Money } from '@/components/ui/money'
import type { CashBook } from '@/lib/money/cash/queries'

/** What was in the till, what came and went, what must be in it now. */
export function CashSums({ book }: { book: CashBook }) {
  const t = useTranslations('money.cash')
  const sums = [
    { label: t('opening'), rappen: book.openingRappen },
    { label: t('in'), rappen: book.inRappen },
    { label: t('out'), rappen: book.outRappen },
  ]
  return (
    <Card title={`${t('till')} ${book.location.name}`}>
      <dl className="tabular grid gap-1.5 text-sm">
        {sums.map(({ label, rappen }) => (
          <div key={label} className="flex items-baseline justify-between gap-3">
            <dt className="text-muted">{label}</dt>
            <dd>
              <Money amountRappen={rappen} bare />
            </dd>
          </div>
        ))}
        <div className="mt-1 flex items-baseline justify-between gap-3 border-t pt-2 font-semibold text-base">
          <dt>{t('closing')}</dt>
          <dd>
            <Money
              amountRappen={book.closingRappen}
              currency={book.currency}
              className={book.closingRappen < 0 ? 'text-overdue-text' : undefined}
            />
          </dd>
        </div>
      </dl>
      {book.closingRappen < 0 && <p className="mt-2 text-overdue-text text-xs">{t('belowZero')}</p>}
    </Card>
  )
}
