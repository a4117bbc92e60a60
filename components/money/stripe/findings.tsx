import { CircleCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Finding } from '@/components/money/stripe/finding'
import { Card } from '@/components/ui/card'
import { DateTime } from '@/components/ui/date-time'
import { EmptyState } from '@/components/ui/empty-state'
import type { StripeFinding } from '@/lib/money/stripe/queries'

type FindingsProps = {
  findings: StripeFinding[]
  /** Null: nothing has been fetched from Stripe yet. */
  checkedAt: string | null
  timeZone: string
  canSettle: boolean
}

/** What does not match, each with both sides and a way to settle it. */
export function Findings({ findings, checkedAt, timeZone, canSettle }: FindingsProps) {
  const t = useTranslations('money.stripe')
  if (findings.length === 0) {
    return (
      <EmptyState
        picture={<CircleCheck aria-hidden="true" />}
        title={t(checkedAt ? 'matches' : 'never')}
        className="rounded-lg border bg-surface"
      >
        {checkedAt ? (
          <>
            {t('checked')} <DateTime instant={checkedAt} timeZone={timeZone} />
          </>
        ) : (
          t('neverText')
        )}
      </EmptyState>
    )
  }
  return (
    <Card title={t('open', { count: findings.length })} flush>
      <ul className="divide-y">
        {findings.map((finding) => (
          <Finding key={finding.id} finding={finding} timeZone={timeZone} canSettle={canSettle} />
        ))}
      </ul>
    </Card>
  )
}
