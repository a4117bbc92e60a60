import { CircleCheck, CircleSlash, Clock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Fragment, type ReactNode } from 'react'
import { LocalDate } from '@/components/money/local-date'
import { Money } from '@/components/ui/money'
import { Spinner } from '@/components/ui/spinner'
import type { LinkedInvoice } from '@/lib/money/pay-link/queries'
import { sumsOf } from '@/lib/money/pay-link/sums'

type InvoiceStandingProps = {
  invoice: LinkedInvoice
  today: string
  /** The customer comes from the payment page and Stripe's word is still on its way. */
  checking: boolean
  children: ReactNode
}

/** Where an invoice stands, in one sentence, with its sums and the way to pay it. */
export function InvoiceStanding({ invoice, today, checking, children }: InvoiceStandingProps) {
  const t = useTranslations('booking-site.pay')
  const said = checking ? 'checking' : standingOf(invoice, today)
  const isOpen = said === 'open' || said === 'late'
  return (
    <section className="grid gap-4 rounded-lg border bg-surface p-5">
      <div aria-live="polite" className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1">
        {said === 'checking' && <Spinner className="mt-1 size-7 text-accent-line" />}
        {said === 'paid' && <CircleCheck aria-hidden="true" className="mt-1 size-7 text-active" />}
        {said === 'void' && <CircleSlash aria-hidden="true" className="mt-1 size-7 text-muted" />}
        {isOpen && <Clock aria-hidden="true" className="mt-1 size-7 text-maintenance" />}
        <h1 className="self-center font-semibold text-2xl">{t(`${said}.title`)}</h1>
        <p className="col-start-2 text-lg text-muted">
          {said === 'open' && !invoice.takesCards ? t('open.withoutCards') : t(`${said}.text`)}
        </p>
        <p className="tabular col-start-2 text-muted">{t('title', { number: invoice.number })}</p>
      </div>
      <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1.5 border-t pt-4">
        {sumsOf(invoice).map(([name, amountRappen]) => (
          <Fragment key={name}>
            <dt className="text-muted">{t(name)}</dt>
            <dd className="text-right">
              <Money amountRappen={amountRappen} currency={invoice.currency} />
            </dd>
          </Fragment>
        ))}
        {isOpen && (
          <>
            <dt className="font-semibold">{t('toPay')}</dt>
            <dd className="text-right font-semibold">
              <Money amountRappen={invoice.openRappen} currency={invoice.currency} />
            </dd>
            <dt className="text-muted">{t('dueOn')}</dt>
            <dd className="text-right">
              <LocalDate day={invoice.dueOn} />
            </dd>
          </>
        )}
      </dl>
      {!checking && children}
    </section>
  )
}

function standingOf({ status, openRappen, dueOn }: LinkedInvoice, today: string) {
  if (status === 'void') return 'void'
  if (openRappen <= 0) return 'paid'
  return dueOn < today ? 'late' : 'open'
}
