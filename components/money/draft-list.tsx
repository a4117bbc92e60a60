import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { DateTime } from '@/components/ui/date-time'
import { Money } from '@/components/ui/money'
import { StatusBadge } from '@/components/ui/status-badge'
import { TextLink } from '@/components/ui/text-link'
import type { DraftRow } from '@/lib/money/drafts/queries'

/** Invoices somebody has begun to write: no number yet, and nobody owes them. */
export function DraftList({ drafts, timeZone }: { drafts: DraftRow[]; timeZone: string }) {
  const t = useTranslations('money.drafts')
  return (
    <Card title={t('title', { count: drafts.length })} flush>
      <ul className="divide-y">
        {drafts.map((draft) => (
          <li key={draft.id} className="flex items-center gap-3 px-4 py-2 text-sm">
            <span className="grid min-w-0 flex-1">
              <TextLink href={`/dashboard/invoices/${draft.id}/edit`} className="truncate font-medium">
                {draft.customer}
              </TextLink>
              <span className="text-muted text-xs">
                {t('changed')} <DateTime instant={draft.changedAt} timeZone={timeZone} />
              </span>
            </span>
            <StatusBadge kind="invoice" status="draft" />
            <Money amountRappen={draft.totalRappen} currency={draft.currency} className="font-medium" />
          </li>
        ))}
      </ul>
    </Card>
  )
}
