import { useTranslations } from 'next-intl'
import { SeenSketch } from '@/components/contracts/seen-sketch'
import { MarkLine } from '@/components/damages/mark-line'
import { Card } from '@/components/ui/card'
import { StateBadge } from '@/components/ui/state-badge'
import { TextLink } from '@/components/ui/text-link'
import type { ContractSide } from '@/lib/contracts/queries/detail'
import { legsOf } from '@/lib/contracts/rules'
import { toDamage } from '@/lib/handover/queries/transform'

type DamagesCardProps = {
  handovers: ContractSide[]
  vehicle: { bodyType: string }
  currency: string
}

/** Marks of this rental by vehicle: those it went out with as rings, those it came back with filled. */
export function DamagesCard({ handovers, vehicle, currency }: DamagesCardProps) {
  const t = useTranslations('contracts.detail')
  const legs = legsOf(handovers)
  return legs.map(({ out, back }) => (
    <VehicleDamages
      key={out.id}
      title={legs.length > 1 ? t('damagesOf', { plate: out.vehicle?.plate ?? '' }) : t('damages')}
      handovers={back ? [out, back] : [out]}
      vehicle={{ bodyType: out.vehicle?.category.body_type ?? vehicle.bodyType }}
      currency={currency}
    />
  ))
}

function VehicleDamages({ title, handovers, vehicle, currency }: DamagesCardProps & { title: string }) {
  const t = useTranslations('contracts.detail')
  const marks = handovers.flatMap(({ damages }, nth) =>
    damages.map((row) => ({ ...toDamage(row), case: row.case, isNew: nth === 1 })),
  )
  if (marks.length === 0) return null
  return (
    <Card title={title}>
      <div className="grid items-start gap-5 sm:grid-cols-[minmax(0,16rem)_minmax(0,1fr)]">
        <SeenSketch
          bodyType={vehicle.bodyType}
          damages={marks.filter(({ isNew }) => isNew)}
          known={marks.filter(({ isNew }) => !isNew)}
        />
        <ul className="divide-y">
          {marks.map((mark) => (
            <MarkLine key={mark.id} mark={mark} currency={currency}>
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
            </MarkLine>
          ))}
        </ul>
      </div>
    </Card>
  )
}
