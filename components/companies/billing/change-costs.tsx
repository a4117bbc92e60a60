import { useTranslations } from 'next-intl'
import { DateTime } from '@/components/ui/date-time'
import { Money } from '@/components/ui/money'
import type { ChangeCost } from '@/lib/companies/billing/commands'
import type { PlanName } from '@/lib/core/plans'

type ChangeCostsProps = { cost: ChangeCost; from: PlanName; to: PlanName; timeZone: string }

/** What a change of plan costs today and from the next period on. */
export function ChangeCosts({ cost, from, to, timeZone }: ChangeCostsProps) {
  const t = useTranslations('settings.plan')
  const { currency, dueRappen, creditRappen } = cost
  const rows = [
    { label: t('change.unused', { plan: t(`names.${from}`) }), amount: -cost.unusedRappen },
    { label: t('change.remaining', { plan: t(`names.${to}`) }), amount: cost.remainingRappen },
  ].filter(({ amount }) => amount !== 0)
  return (
    <dl className="grid grid-cols-[1fr_auto] gap-y-2 text-sm">
      {rows.map(({ label, amount }) => (
        <Row key={label} label={label}>
          <Money amountRappen={amount} currency={currency} />
        </Row>
      ))}
      <Row label={t(creditRappen > 0 ? 'change.credit' : 'change.due')} strong>
        <Money amountRappen={creditRappen > 0 ? creditRappen : dueRappen} currency={currency} />
      </Row>
      <dt className="col-span-2 text-muted">
        {t.rich('change.next', {
          day: () => <DateTime instant={cost.nextPaymentAt} timeZone={timeZone} show="date" />,
          amount: () => <Money amountRappen={cost.monthlyRappen} currency={currency} />,
        })}
      </dt>
    </dl>
  )
}

function Row({ label, strong, children }: { label: string; strong?: boolean; children: React.ReactNode }) {
  return (
    <>
      <dt className={strong ? 'border-t pt-2 font-semibold' : 'text-muted'}>{label}</dt>
      <dd className={strong ? 'border-t pt-2 pl-6 text-right font-semibold' : 'pl-6 text-right'}>
        {children}
      </dd>
    </>
  )
}
