import { useTranslations } from 'next-intl'
import { SeenSketch } from '@/components/contracts/seen-sketch'
import { MarkLine } from '@/components/damages/mark-line'
import { Card } from '@/components/ui/card'
import { StateBadge } from '@/components/ui/state-badge'
import type { DamageCase } from '@/lib/damages/queries'
import { toDamage } from '@/lib/handover/queries/transform'

type CaseMarksProps = { one: DamageCase; currency: string }

/** Where the vehicle is damaged; what has been repaired is shown as a ring. */
export function CaseMarks({ one, currency }: CaseMarksProps) {
  const t = useTranslations('fleet.damageCases')
  const marks = one.marks.map((row) => ({ ...toDamage(row), isResolved: row.resolved_at !== null }))
  return (
    <Card title={t('marks')}>
      <div className="grid items-start gap-5 sm:grid-cols-[minmax(0,16rem)_minmax(0,1fr)]">
        <SeenSketch
          bodyType={one.vehicle.bodyType}
          damages={marks.filter(({ isResolved }) => !isResolved)}
          known={marks.filter(({ isResolved }) => isResolved)}
        />
        <ul className="divide-y">
          {marks.map((mark) => (
            <MarkLine key={mark.id} mark={mark} currency={currency}>
              {mark.chargeReason && (
                <span className="text-muted">{t('reason', { reason: mark.chargeReason })}</span>
              )}
              {mark.isResolved && (
                <span>
                  <StateBadge state="done">{t('resolved')}</StateBadge>
                </span>
              )}
            </MarkLine>
          ))}
        </ul>
      </div>
    </Card>
  )
}
