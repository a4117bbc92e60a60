import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { LocalDate } from '@/components/money/local-date'
import { Badge } from '@/components/ui/badge'
import { Money } from '@/components/ui/money'
import { TextLink } from '@/components/ui/text-link'
import type { OpenBankEntry } from '@/lib/money/bank/queries'

/** One payment that waits: who paid, what they wrote, what is left of it, and the ways to settle it. */
export function BankEntry({ entry, children }: { entry: OpenBankEntry; children: ReactNode }) {
  const t = useTranslations('bank')
  const { invoice } = entry
  return (
    <li className="grid grid-cols-[minmax(0,1fr)] gap-3 px-4 py-4 lg:grid-cols-[minmax(0,1fr)_26rem] lg:items-start lg:gap-6">
      <div className="grid min-w-0 gap-1 text-sm">
        <div className="flex flex-wrap items-baseline justify-between gap-x-3 gap-y-1">
          <p className="min-w-0 font-medium text-base">{entry.debtorName ?? t('nameless')}</p>
          <Money
            amountRappen={entry.leftRappen}
            currency={entry.currency}
            className="font-semibold text-base"
          />
        </div>
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-muted">
          <LocalDate day={entry.bookedOn} />
          <Badge>{t(`findings.${entry.finding}`)}</Badge>
          {entry.leftRappen < entry.amountRappen && (
            <span>
              {t('of')} <Money amountRappen={entry.amountRappen} currency={entry.currency} />
            </span>
          )}
        </p>
        <p className="text-muted">
          {t(`why.${entry.finding}`)}
          {invoice && (
            <>
              {' '}
              <TextLink href={`/dashboard/invoices/${invoice.id}`}>{invoice.number}</TextLink>{' '}
              {invoice.customer.name}
            </>
          )}
        </p>
        {entry.message && <p>«{entry.message}»</p>}
        <p className="tabular break-all text-faint text-xs">
          {[entry.reference, entry.debtorIban].filter(Boolean).join(' · ')}
        </p>
      </div>
      {children}
    </li>
  )
}
