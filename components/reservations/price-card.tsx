import { useTranslations } from 'next-intl'
import { PriceLines } from '@/components/reservations/price-lines'
import { PriceRules } from '@/components/reservations/price-rules'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { DataList } from '@/components/ui/data-list'
import { Money } from '@/components/ui/money'
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover'
import { formatMoney } from '@/lib/core/money'
import type { Price } from '@/lib/reservations/price'

/** What a rental costs, and on request the rules that made it so. */
export function PriceCard({ price, isFrozen }: { price: Price; isFrozen?: boolean }) {
  const t = useTranslations('reservations.price')
  const facts = [
    { label: t('bookingDeposit'), value: <Money amountRappen={price.bookingDepositRappen} /> },
    { label: t('securityDeposit'), value: <Money amountRappen={price.securityDepositRappen} /> },
    {
      label: t('includedKm'),
      value: t('km', {
        km: new Intl.NumberFormat('de-CH').format(price.includedKm),
        price: formatMoney(price.extraKmRappen),
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
          <PopoverContent aria-label={t('whyTitle')} align="end" className="w-96">
            <PriceRules price={price} isFrozen={isFrozen ?? false} />
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
