import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { PriceBreakdown } from '@/components/booking-site/price-breakdown'
import { Money } from '@/components/ui/money'
import type { BookingChangePlan } from '@/lib/booking-site/change-booking'
import { formatMoney } from '@/lib/core/money'

type ChangeSummaryProps = { plan: BookingChangePlan; locale: string; children: ReactNode }

/** What the change costs: before, after, and what that means for what was paid. */
export function ChangeSummary({ plan, locale, children }: ChangeSummaryProps) {
  const t = useTranslations('portal.change')
  const summary = useTranslations('booking-site.summary')
  const money = (rappen: number) => formatMoney(rappen, plan.currency)
  return (
    <section aria-label={t('summary')} className="grid gap-4 rounded-lg border bg-surface p-5">
      <dl aria-live="polite" className="grid gap-1.5 transition-opacity group-data-[pending]/form:opacity-50">
        <Row label={t('before')}>
          <Money amountRappen={plan.beforeRappen} currency={plan.currency} />
        </Row>
        <Row label={t('after')} strong>
          <Money amountRappen={plan.afterRappen} currency={plan.currency} />
        </Row>
        {plan.paidRappen > 0 && (
          <Row label={summary('paid')}>
            <Money amountRappen={plan.paidRappen} currency={plan.currency} />
          </Row>
        )}
      </dl>
      {plan.refundRappen > 0 && (
        <p className="text-muted">{t('credit', { amount: money(plan.refundRappen) })}</p>
      )}
      {plan.dueRappen > 0 && <p className="text-muted">{t('due', { amount: money(plan.dueRappen) })}</p>}
      <details className="border-t pt-3">
        <summary className="flex min-h-8 items-center font-medium text-accent-text text-sm underline decoration-line-strong underline-offset-4">
          {summary('why')}
        </summary>
        <div className="pt-3">
          <PriceBreakdown price={plan.price} locale={locale} />
        </div>
      </details>
      {children}
    </section>
  )
}

function Row({ label, strong, children }: { label: string; strong?: boolean; children: ReactNode }) {
  return (
    <div
      className={strong ? 'flex justify-between gap-4 font-semibold text-lg' : 'flex justify-between gap-4'}
    >
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
