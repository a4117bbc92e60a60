import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { DateTime } from '@/components/ui/date-time'
import { Money } from '@/components/ui/money'
import { StatusBadge } from '@/components/ui/status-badge'
import { TextLink } from '@/components/ui/text-link'
import type { DamageCase } from '@/lib/damages/queries'

type CasePartiesProps = { one: DamageCase; timeZone: string; currency: string }

/** Beside the case: the vehicle, the rental it comes from, and its repair. */
export function CaseParties({ one, timeZone, currency }: CasePartiesProps) {
  const t = useTranslations('fleet.damageCases')
  const { vehicle, contract, repair } = one
  return (
    <>
      <Card title={t('vehicle')}>
        <div className="grid gap-1 text-sm">
          <TextLink href={`/dashboard/fleet/${vehicle.id}`} className="tabular w-fit font-medium">
            {vehicle.plate}
          </TextLink>
          <p className="text-muted">
            {vehicle.make} {vehicle.model}
          </p>
        </div>
      </Card>
      <Card title={t('rental')}>
        {contract ? (
          <div className="grid gap-1 text-sm">
            <TextLink href={`/dashboard/contracts/${contract.id}`} className="tabular w-fit font-medium">
              {contract.number}
            </TextLink>
            <TextLink
              href={`/dashboard/customers/${contract.customer.id}`}
              className="w-fit max-w-full truncate"
            >
              {contract.customer.name}
            </TextLink>
            {one.invoices.map((invoice) => (
              <TextLink
                key={invoice.id}
                href={`/dashboard/invoices/${invoice.id}`}
                className="tabular w-fit text-muted"
              >
                {invoice.number ? t('invoice', { number: invoice.number }) : t('invoiceDraft')}
              </TextLink>
            ))}
          </div>
        ) : (
          <p className="text-muted text-sm">{t('rentalNone')}</p>
        )}
      </Card>
      <Card title={t('repair')}>
        {repair ? (
          <div className="grid justify-items-start gap-1.5 text-sm">
            <StatusBadge kind="maintenance" status={repair.status} />
            {repair.starts_at && repair.ends_at && (
              <p>
                <DateTime instant={repair.starts_at} timeZone={timeZone} /> –{' '}
                <DateTime instant={repair.ends_at} timeZone={timeZone} />
              </p>
            )}
            {repair.workshop && <p className="text-muted">{repair.workshop}</p>}
            {repair.cost_rappen !== null && (
              <p>
                {t('cost')} <Money amountRappen={repair.cost_rappen} currency={currency} />
              </p>
            )}
            <TextLink href="/dashboard/fleet/maintenance">{t('toMaintenance')}</TextLink>
          </div>
        ) : (
          <p className="text-muted text-sm">{t('repairNone')}</p>
        )}
      </Card>
    </>
  )
}
