import { useTranslations } from 'next-intl'
import { PriceLines } from '@/components/reservations/price-lines'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { DataList } from '@/components/ui/data-list'
import { Money } from '@/components/ui/money'
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover'
import { PriceRules } from '@/components/ui/price-rules'
import { formatFigure } from '@/lib/core/figure'
import { formatMoney } from '@/lib/core/money'
import type { Price } from '@/lib/core/price'

type PriceCardProps = {
  price: Price
  /** Of a reservation that is made: later price lists do not touch it. */
  isFrozen?: boolean
  /** Only the booking site asks for a deposit at once. */
  withBookingDeposit?: boolean
}

/** What a rental costs, and on request the rules that made it so. */
export function PriceCard({ price, isFrozen, withBookingDeposit }: PriceCardProps) {
  const t = useTranslations('reservations.price')
  const { currency } = price
  const facts = [
    ...(withBookingDeposit
      ? [
          {
            label: t('bookingDeposit'),
            value: <Money amountRappen={price.bookingDepositRappen} currency={currency} />,
          },
        ]
      : []),
    {
      label: t('securityDeposit'),
      value: <Money amountRappen={price.securityDepositRappen} currency={currency} />,
    },
    ...(price.excessRappen === null
      ? []
      : [{ label: t('excess'), value: <Money amountRappen={price.excessRappen} currency={currency} /> }]),
    {
      label: t('includedKm'),
      value: t('km', {
        km: formatFigure(price.includedKm),
        price: formatMoney(price.extraKmRappen, currency),
      }),
    },
  ]
  return (
    <Card
      title={t('title')}
      actions={
        <Popover>
          <PopoverTrigger asChild>
            <Button size="sm">{t('why')}</Button>
          </PopoverTrigger>
          <PopoverContent aria-label={t('why')} align="end" className="w-96">
            <PriceRules
              rules={price.rules.filter(({ rule }) => withBookingDeposit || rule !== 'booking_deposit')}
              currency={currency}
              isFrozen={isFrozen ?? false}
            />
          </PopoverContent>
        </Popover>
      }
    >
      <div className="grid gap-4">
        <PriceLines price={price} />
        <DataList facts={facts} className="border-t pt-4" />
      </div>
    </Card>
  )
}
