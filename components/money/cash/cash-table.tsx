import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Money } from '@/components/ui/money'
import { formatTime } from '@/lib/core/dates'
import { entryWords } from '@/lib/money/cash/entry-words'
import type { CashBook } from '@/lib/money/cash/queries'

/** Each time cash moved, in the order of the book: for what, and how much. */
export function CashTable({ book, timeZone }: { book: CashBook; timeZone: string }) {
  const t = useTranslations('money.cash')
  return (
    <Card title={t('moves')} flush>
      {book.entries.length === 0 ? (
        <p className="px-4 py-6 text-muted text-sm">{t('empty')}</p>
      ) : (
        <ol className="divide-y">
          {book.entries.map((entry) => {
            const { title, detail } = entryWords(t, entry)
            return (
              <li key={entry.id} className="flex items-baseline gap-3 px-4 py-2 text-sm">
                <span className="tabular w-12 shrink-0 text-muted text-xs">
                  {formatTime(new Date(entry.at), timeZone)}
                </span>
                <span className="grid min-w-0 flex-1">
                  <span className="font-medium">{title}</span>
                  <span className="text-muted text-xs">{detail}</span>
                </span>
                <Money amountRappen={entry.amountRappen} bare className="font-medium" />
              </li>
            )
          })}
        </ol>
      )}
    </Card>
  )
}
