import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { DataList } from '@/components/ui/data-list'
import { DateTime } from '@/components/ui/date-time'
import { formatMoney } from '@/lib/core/money'
import type { DamageCase } from '@/lib/damages/queries'

type CaseFactsProps = { one: DamageCase; timeZone: string; currency: string }

/** What it costs, and who pays how much of it. */
export function CaseFacts({ one, timeZone, currency }: CaseFactsProps) {
  const t = useTranslations('fleet.damageCases')
  const money = (rappen: number | null) => (rappen === null ? null : formatMoney(rappen, currency))
  const rest = Math.max(0, one.estimateRappen - one.chargedRappen)
  return (
    <Card title={t('facts')}>
      <DataList
        columns={2}
        facts={[
          { label: t('estimate'), value: money(one.estimateRappen) },
          { label: t('excess'), value: money(one.excessRappen) },
          ...(one.excessReason
            ? [
                { label: t('agreedExcess'), value: money(one.agreedExcessRappen) },
                { label: t('excessReason'), value: one.excessReason },
              ]
            : []),
          { label: t('charged'), value: money(one.chargedRappen) },
          { label: t(one.insurer ? 'insured' : 'uncovered'), value: money(rest) },
          ...(one.insurer
            ? [
                { label: t('insurer'), value: one.insurer },
                { label: t('claimNumber'), value: one.claimNumber },
              ]
            : []),
          { label: t('openedAt'), value: <DateTime instant={one.openedAt} timeZone={timeZone} /> },
          ...(one.closedAt
            ? [{ label: t('closedAt'), value: <DateTime instant={one.closedAt} timeZone={timeZone} /> }]
            : []),
          ...(one.note ? [{ label: t('note'), value: one.note }] : []),
        ]}
      />
    </Card>
  )
}
