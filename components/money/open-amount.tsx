import { useTranslations } from 'next-intl'
import { CardCharge } from '@/components/money/card-charge'
import { LocalDate } from '@/components/money/local-date'
import { Card } from '@/components/ui/card'
import { Money } from '@/components/ui/money'
import type { InvoiceDetail } from '@/lib/money/queries/detail'

/** What is still to be paid, and by when. */
export function OpenAmount({ invoice }: { invoice: InvoiceDetail }) {
  const t = useTranslations('money.detail')
  const { openRappen, totalRappen, underWayRappen, currency } = invoice
  return (
    <Card title={t('open')}>
      <div className="grid gap-1">
        <Money
          amountRappen={openRappen}
          currency={currency}
          className="font-semibold text-xl tracking-tight"
        />
        <p className="text-muted text-sm">
          {openRappen > 0 ? (
            <>
              {t('dueOn')} <LocalDate day={invoice.dueOn} />
            </>
          ) : (
            t('settled')
          )}
        </p>
        {openRappen > 0 && openRappen < totalRappen && (
          <p className="text-muted text-sm">
            {t('ofTotal')} <Money amountRappen={totalRappen} currency={currency} />
          </p>
        )}
        <CardCharge charge={invoice.charge} isOpen={openRappen > 0} />
        {underWayRappen > 0 && (
          <p className="text-muted text-sm">
            {t('underWay')} <Money amountRappen={underWayRappen} currency={currency} />
          </p>
        )}
      </div>
    </Card>
  )
}
