import { useTranslations } from 'next-intl'
import { RateDialog } from '@/components/fleet/rate-dialog'
import { NewRateDialog } from '@/components/pricing/new-rate-dialog'
import { RemoveRule } from '@/components/pricing/remove-rule'
import { Card } from '@/components/ui/card'
import { DataList } from '@/components/ui/data-list'
import { Money } from '@/components/ui/money'
import type { Rate, VehicleDetail } from '@/lib/fleet/queries/vehicle'

type RateCardProps = {
  vehicle: Pick<VehicleDetail, 'id' | 'category' | 'ownRate' | 'categoryRate'>
  currency: string
  canEdit: boolean
}

/** What a vehicle costs, and whose price list that is. */
export function RateCard({ vehicle, currency, canEdit }: RateCardProps) {
  const t = useTranslations('fleet.rates')
  const rate = vehicle.ownRate ?? vehicle.categoryRate
  return (
    <Card title={t('title')} actions={canEdit && <RateButtons {...vehicle} currency={currency} />}>
      {rate ? (
        <div className="grid gap-3">
          <RateFacts rate={rate} currency={currency} />
          <p className="text-muted text-xs">{t(vehicle.ownRate ? 'ofVehicle' : 'ofCategory')}</p>
        </div>
      ) : (
        <p className="text-muted text-sm">{t('none')}</p>
      )}
    </Card>
  )
}

type RateButtonsProps = RateCardProps['vehicle'] & { currency: string }

function RateButtons({ id, category, ownRate, categoryRate, currency }: RateButtonsProps) {
  const t = useTranslations('fleet.rates')
  if (ownRate) {
    return (
      <span className="inline-flex gap-2">
        <RateDialog rate={ownRate} currency={currency} />
        {categoryRate && <RemoveRule kind="own_rate" id={ownRate.id} name={t('ofVehicle')} />}
      </span>
    )
  }
  return (
    categoryRate && (
      <NewRateDialog categoryId={category.id} currency={currency} vehicle={{ id, rate: categoryRate }} />
    )
  )
}

/** The lines of a price list. */
export function RateFacts({ rate, currency }: { rate: Rate; currency: string }) {
  const t = useTranslations('fleet.rates')
  const price = (amountRappen: number | null) =>
    amountRappen !== null && <Money amountRappen={amountRappen} currency={currency} />
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
              <Money amountRappen={rate.extraKmRappen} currency={currency} /> {t('perKm')}
            </>
          ),
        },
      ]}
    />
  )
}
