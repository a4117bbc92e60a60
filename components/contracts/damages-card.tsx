import { useTranslations } from 'next-intl'
import { SeenSketch } from '@/components/contracts/seen-sketch'
import { Card } from '@/components/ui/card'
import { Money } from '@/components/ui/money'
import { StateBadge } from '@/components/ui/state-badge'
import { TextLink } from '@/components/ui/text-link'
import type { ContractSide } from '@/lib/contracts/queries/detail'
import { toDamage } from '@/lib/handover/queries/transform'

type DamagesCardProps = {
  handovers: ContractSide[]
  vehicle: { bodyType: string }
  currency: string
}

/** Marks of this rental: those of the pickup as rings, those of the return filled. */
export function DamagesCard({ handovers, vehicle, currency }: DamagesCardProps) {
  const t = useTranslations('contracts.detail')
  const words = useTranslations('handover.damage')
  const marks = handovers.flatMap(({ kind, damages }) =>
    damages.map((row) => ({ ...toDamage(row), case: row.case, isNew: kind === 'return' })),
  )
  if (marks.length === 0) return null
  return (
    <Card title={t('damages')}>
      <div className="grid items-start gap-5 sm:grid-cols-[minmax(0,16rem)_minmax(0,1fr)]">
        <SeenSketch
          bodyType={vehicle.bodyType}
          damages={marks.filter(({ isNew }) => isNew)}
          known={marks.filter(({ isNew }) => !isNew)}
        />
        <ul className="divide-y">
          {marks.map((mark) => (
            <li key={mark.id} className="flex items-start justify-between gap-3 py-2 text-sm first:pt-0">
              <span className="grid gap-1">
                <span>
                  {words('mark', {
                    kind: words(`kinds.${mark.kind}`),
                    view: words(`views.${mark.view}`),
                    severity: words(`severities.${mark.severity}`),
                  })}
                </span>
                {mark.note && <span className="text-muted">{mark.note}</span>}
                {(mark.isNew || mark.case) && (
                  <span className="flex flex-wrap items-center gap-2">
                    {mark.isNew && <StateBadge state="overdue">{t('newDamage')}</StateBadge>}
                    {mark.case && (
                      <TextLink href={`/dashboard/fleet/damages/${mark.case.id}`} className="tabular">
                        {mark.case.number}
                      </TextLink>
                    )}
                  </span>
                )}
              </span>
              {mark.chargeRappen > 0 && <Money amountRappen={mark.chargeRappen} currency={currency} />}
            </li>
          ))}
        </ul>
      </div>
    </Card>
  )
}
