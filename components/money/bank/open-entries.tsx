import { CircleCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { FocusWhenLost } from '@/components/dashboard/focus-when-lost'
import { BankEntry } from '@/components/money/bank/bank-entry'
import { EntryActions } from '@/components/money/bank/entry-actions'
import { counted } from '@/components/money/counted'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import type { OpenBankEntry } from '@/lib/money/bank/queries'

type OpenEntriesProps = {
  entries: OpenBankEntry[]
  /** How many wait in all. */
  count: number
  takesMoney: boolean
}

/** Entries that no invoice could take, each with what can be done about it. */
export function OpenEntries({ entries, count, takesMoney }: OpenEntriesProps) {
  const t = useTranslations('bank')
  return (
    <FocusWhenLost label={t('open', counted(count))} rows={entries.map(({ id }) => id)}>
      {entries.length === 0 ? (
        <EmptyState
          picture={<CircleCheck aria-hidden="true" />}
          title={t('empty.title')}
          className="rounded-lg border bg-surface"
        >
          {t('empty.text')}
        </EmptyState>
      ) : (
        <Card title={t('open', counted(count))} flush>
          <ul className="divide-y">
            {entries.map((entry) => (
              <BankEntry key={entry.id} entry={entry}>
                {takesMoney && <EntryActions entry={entry} />}
              </BankEntry>
            ))}
          </ul>
          {count > entries.length && (
            <p className="border-t px-4 py-3 text-muted text-sm">{t('oldest', counted(entries.length))}</p>
          )}
        </Card>
      )}
    </FocusWhenLost>
  )
}
