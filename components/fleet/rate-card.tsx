import { useTranslations } from 'next-intl'
import { RateDialog } from '@/components/fleet/rate-dialog'
import { Card } from '@/components/ui/card'
import { DataList } from '@/components/ui/data-list'
import { Money } from '@/components/ui/money'
import type { Rate } from '@/lib/fleet/queries/vehicle'

type RateCardProps = { rate: Rate | null; isOwn: boolean; canEdit: boolean }

/** What a vehicle costs, and whose price list that is. */
export function RateCard({ rate, isOwn, canEdit }: RateCardProps) {
  const t = useTranslations('fleet.rates')
  return (
    <Card title={t('title')} actions={rate && canEdit && <RateDialog rate={rate} />}>
      {rate ? (
        <div className="grid gap-3">
          <RateFacts rate={rate} />
          <p className="text-muted text-xs">{t(isOwn ? 'ofVehicle' : 'ofCategory')}</p>
        </div>
      ) : (
        <p className="text-muted text-sm">{t('none')}</p>
      )}
    </Card>
  )
}

/** The lines of a price list. */
export function RateFacts({ rate }: { rate: Rate }) {
  const t = useTranslations('fleet.rates')
  const price = (amountRappen: number | null) =>
    amountRappen !== null && <Money amountRappen={amountRappen} />
  return (
    <DataList
      facts={[
        { label: t('hourly'), value: price(rate.hourlyRappen) || null },
        { label: t('daily'), value: price(rate.dailyRappen) || null },
        { label: t('weekly'), value: price(rate.weeklyRappen) || null },
        { label: t('monthly'), value: price(rate.monthlyRappen) || null },
        { label: t('includedKm'), value: `${rate.includedKmPerDay} km` },
        {
          label: t('extraKm'),
          value: (
            <>
              <Money amountRappen={rate.extraKmRappen} /> {t('perKm')}
            </>
          ),
        },
      ]}
    />
  )
}
