import { useLocale, useTranslations } from 'next-intl'
import { Money } from '@/components/ui/money'
import { StatusBadge } from '@/components/ui/status-badge'
import type { CardDispute } from '@/lib/core/card-dispute'
import { formatDate } from '@/lib/core/dates'

type DisputeRowProps = {
  dispute: CardDispute
  currency: string
  timeZone: string
  /** Where the pack of evidence is written; null where nothing was rented, or for those who may not. */
  packUrl: string | null
}

/** A payment that its cardholder contests: how it stands, until when evidence is taken, and the pack for it. */
export function DisputeRow({ dispute, currency, timeZone, packUrl }: DisputeRowProps) {
  const t = useTranslations('money.dispute')
  const locale = useLocale()
  const waits = dispute.status === 'needs_response' || dispute.status === 'warning_needs_response'
  return (
    <div className="grid gap-1 rounded border border-line-strong bg-sunken px-3 py-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <StatusBadge kind="dispute" status={dispute.status} />
        <Money amountRappen={dispute.amountRappen} currency={currency} />
      </div>
      {waits && dispute.evidenceDueAt && (
        <p className="text-xs">
          {t('due', { date: formatDate(new Date(dispute.evidenceDueAt), { timeZone, locale }) })}
        </p>
      )}
      {packUrl && (
        <a href={packUrl} className="w-fit text-accent-text text-xs underline underline-offset-2">
          {t('pack')}
        </a>
      )}
    </div>
  )
}
