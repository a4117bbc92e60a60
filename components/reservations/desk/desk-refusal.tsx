import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { Refusal } from '@/components/dashboard/action-form'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { FormErrorSummary } from '@/components/ui/form-error-summary'
import { Money } from '@/components/ui/money'
import { formatMoney } from '@/lib/core/money'

type Alternative = { vehicle_id: string; make: string; model: string; total_rappen: number }

type DeskRefusalProps = { error: Refusal; changeHref: string; currency: string }

/** Why nothing was reserved; when somebody was faster, what else is free. */
export function DeskRefusal({ error, changeHref, currency }: DeskRefusalProps) {
  const t = useTranslations('reservations.desk')
  if (error.code === 'customer_blocked') {
    const reason = String(error.details?.reason ?? '')
    return (
      <Alert tone="danger" role="alert" title={error.message}>
        {reason && <p>{reason}</p>}
      </Alert>
    )
  }
  if (error.code === 'price_changed') {
    const amount = formatMoney(Number(error.details?.total_rappen), currency)
    return (
      <Alert
        tone="warning"
        role="alert"
        title={t('priceChanged', { amount, reason: String(error.details?.reason ?? '') })}
      />
    )
  }
  if (error.code !== 'not_available') {
    return (
      <FormErrorSummary
        error={{ ...error, fields: {}, message: error.fields?.customerId ?? error.message }}
      />
    )
  }
  const alternatives = (error.details?.alternatives ?? []) as Alternative[]
  return (
    <Alert tone="warning" role="alert" title={t('notAvailable')}>
      {alternatives.length > 0 && (
        <>
          <p>{t('alternatives')}</p>
          <ul className="grid gap-2">
            {alternatives.map(({ vehicle_id, make, model, total_rappen }) => (
              <li key={vehicle_id} className="flex items-center gap-3">
                <span className="min-w-0 flex-1 truncate">
                  {make} {model}
                </span>
                <Money amountRappen={total_rappen} currency={currency} />
                <Button asChild size="sm">
                  <Link href={`${changeHref}&vehicle=${vehicle_id}`} scroll={false}>
                    {t('take')}
                  </Link>
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Alert>
  )
}
