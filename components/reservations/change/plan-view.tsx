import { TriangleAlert } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { PriceLines } from '@/components/reservations/price-lines'
import { Alert } from '@/components/ui/alert'
import { DataList } from '@/components/ui/data-list'
import { Money } from '@/components/ui/money'
import { PriceRules } from '@/components/ui/price-rules'
import { formatDateTime } from '@/lib/core/dates'
import { formatMoney } from '@/lib/core/money'
import type { ChangePlan } from '@/lib/reservations/changes'

type PlanViewProps = {
  plan: ChangePlan
  /** A vehicle as the reader knows it. */
  vehicleName: (id: string) => string
  timeZone: string
  notify: boolean
  /** What is paid too much goes back; otherwise it stays with the reservation. */
  refunds?: boolean
}

/** What a change means: what is different, what it costs and why, who is told, what stands in the way. */
export function PlanView({ plan, vehicleName, timeZone, notify, refunds = false }: PlanViewProps) {
  const t = useTranslations('changes')
  const locale = useLocale()
  const time = (at: string) => formatDateTime(new Date(at), { timeZone, locale })
  const { before, after } = plan
  const facts = [
    { label: t('vehicle'), from: vehicleName(before.vehicleId), to: vehicleName(after.vehicleId) },
    { label: t('start'), from: time(before.startsAt), to: time(after.startsAt) },
    { label: t('end'), from: time(before.endsAt), to: time(after.endsAt) },
  ].filter(({ from, to }) => from !== to)
  return (
    <div className="grid gap-3">
      <p className="font-medium text-sm">
        <span className="tabular">{plan.number}</span> · {plan.customer}
      </p>
      {plan.conflicts.length > 0 && (
        <Alert tone="danger" title={t('conflict')}>
          <ul className="grid gap-0.5">
            {plan.conflicts.map((one) => (
              <li key={`${one.startsAt} ${one.number}`}>
                {[one.number, one.customer ?? t(`kinds.${one.kind}`)].filter(Boolean).join(' · ')},{' '}
                {time(one.startsAt)} – {time(one.endsAt)}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {facts.length > 0 && (
        <DataList
          facts={facts.map(({ label, from, to }) => ({ label, value: <FromTo from={from} to={to} /> }))}
        />
      )}
      {plan.moves.length > 0 && (
        <Alert tone="warning" title={t('moves', { count: plan.moves.length })}>
          <ul className="grid gap-0.5">
            {plan.moves.map(({ number, customer, from, to }) => (
              <li key={number}>{t('move', { number, customer, from, to })}</li>
            ))}
          </ul>
        </Alert>
      )}
      <PriceChange plan={plan} refunds={refunds} />
      <ul className="grid gap-1 text-muted text-sm">
        {plan.warnings.map((warning) => (
          <li key={warning} className="flex gap-1.5 text-due-text">
            <TriangleAlert aria-hidden="true" className="mt-0.5 size-3.5 shrink-0" />
            {t(`warnings.${warning}`)}
          </li>
        ))}
        <li>
          {plan.messages.length > 0 && notify
            ? t('mail', { recipient: plan.messages.map(({ recipient }) => recipient).join(', ') })
            : t('noMail')}
        </li>
      </ul>
    </div>
  )
}

function FromTo({ from, to }: { from: ReactNode; to: ReactNode }) {
  return (
    <span className="tabular grid">
      <s className="text-muted">{from}</s>
      <span className="font-medium">{to}</span>
    </span>
  )
}

function PriceChange({ plan, refunds }: { plan: ChangePlan; refunds: boolean }) {
  const t = useTranslations('changes')
  const { differenceRappen, currency } = plan
  return (
    <div className="grid gap-2 rounded border bg-sunken p-3 text-sm">
      <div className="flex items-baseline justify-between gap-4">
        <span>{t('price')}</span>
        <span className="tabular">
          {differenceRappen !== 0 && (
            <s className="mr-2 text-muted">
              <Money amountRappen={plan.beforeRappen} bare />
            </s>
          )}
          <Money amountRappen={plan.afterRappen} currency={currency} className="font-semibold" />
        </span>
      </div>
      <div className="flex items-baseline justify-between gap-4 text-muted">
        <span>{differenceRappen === 0 ? t('same') : t(differenceRappen > 0 ? 'more' : 'less')}</span>
        {differenceRappen !== 0 && <Money amountRappen={Math.abs(differenceRappen)} currency={currency} />}
      </div>
      {plan.refundRappen > 0 && (
        <p>
          {t(refunds ? 'refundGoes' : 'refundStays', { amount: formatMoney(plan.refundRappen, currency) })}
        </p>
      )}
      <details className="text-sm">
        <summary className="cursor-pointer text-accent-text">{t('why')}</summary>
        <div className="grid gap-3 pt-2">
          <PriceLines price={plan.after.price} />
          <PriceRules rules={plan.after.price.rules} currency={plan.after.price.currency} />
        </div>
      </details>
    </div>
  )
}
