import { useTranslations } from 'next-intl'
import { formatDateTime } from '@/lib/core/dates'
import type { Equipment } from '@/lib/core/equipment'
import { labelOf } from '@/lib/core/labels'

type WishFactsProps = {
  startsAt: Date
  endsAt: Date
  categoryNames: Record<string, string> | null
  locationName: string | null
  equipment: Equipment[]
  ctx: { timeZone: string; locale: string }
}

/** What somebody waits for: when, which class, where, with what. */
export function WishFacts({ startsAt, endsAt, categoryNames, locationName, equipment, ctx }: WishFactsProps) {
  const t = useTranslations('booking-site')
  const facts = [
    [t('summary.pickup'), formatDateTime(startsAt, ctx)],
    [t('summary.return'), formatDateTime(endsAt, ctx)],
    [
      t('results.categoryFilter'),
      categoryNames ? labelOf(categoryNames, ctx.locale) : t('waiting.anyCategory'),
    ],
    [t('search.location'), locationName ?? t('search.anyLocation')],
    ...(equipment.length > 0
      ? [
          [
            t('results.features.equipment'),
            equipment.map((piece) => t(`vehicle.equipment.${piece}`)).join(', '),
          ],
        ]
      : []),
  ]
  return (
    <dl className="grid gap-2 rounded-lg border bg-surface p-4">
      {facts.map(([label, value]) => (
        <div key={label} className="grid grid-cols-[6.5rem_1fr] gap-3">
          <dt className="text-muted">{label}</dt>
          <dd className="tabular min-w-0 font-medium">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
