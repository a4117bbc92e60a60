import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { LocalDate } from '@/components/money/local-date'
import { IssueMonthly } from '@/components/money/monthly/issue-monthly'
import { Badge } from '@/components/ui/badge'
import { Money } from '@/components/ui/money'
import { TextLink } from '@/components/ui/text-link'
import type { MonthlyBill } from '@/lib/money/monthly/queries'

type MonthlyBillsProps = { bills: MonthlyBill[]; month: string; currency: string; canIssue: boolean }

/** Each invoice that would be issued, with the contracts on it. */
export function MonthlyBills({ bills, month, currency, canIssue }: MonthlyBillsProps) {
  const ofCustomer = (id: string) => bills.filter(({ customerId }) => customerId === id)
  return (
    <ul className="grid grid-cols-1 gap-4">
      {bills.map((bill) => {
        const own = ofCustomer(bill.customerId)
        return (
          <li key={bill.contracts[0]?.contractId}>
            <Bill bill={bill} currency={currency}>
              {/* A customer's invoices of a month are issued together, so the first one has the button. */}
              {canIssue && own[0] === bill && (
                <IssueMonthly
                  month={month}
                  customer={{ id: bill.customerId, name: bill.customer }}
                  count={own.length}
                  totalRappen={own.reduce((sum, { totalRappen }) => sum + totalRappen, 0)}
                  currency={currency}
                />
              )}
            </Bill>
          </li>
        )
      })}
    </ul>
  )
}

type BillProps = { bill: MonthlyBill; currency: string; children: ReactNode }

function Bill({ bill, currency, children }: BillProps) {
  const t = useTranslations('money.monthly')
  return (
    <section aria-label={bill.customer} className="rounded-lg border bg-surface">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b px-4 py-3">
        <h3 className="min-w-0 font-semibold">
          <TextLink href={`/dashboard/customers/${bill.customerId}`}>{bill.customer}</TextLink>
        </h3>
        <Badge>{t(bill.collective ? 'collective' : 'part')}</Badge>
        <Money amountRappen={bill.totalRappen} currency={currency} className="font-semibold sm:ml-auto" />
        {children}
      </header>
      <ul className="divide-y text-sm">
        {bill.contracts.map((contract) => (
          <li
            key={contract.contractId}
            className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5 px-4 py-2.5"
          >
            <p className="min-w-0">
              <TextLink href={`/dashboard/contracts/${contract.contractId}`} className="tabular">
                {contract.number}
              </TextLink>{' '}
              {contract.vehicle}
            </p>
            <Money amountRappen={contract.amountRappen} bare className="text-right" />
            <p className="min-w-0 text-muted text-xs">
              {[contract.costCentre && t('costCentre', { code: contract.costCentre }), contract.driver]
                .filter(Boolean)
                .join(' · ')}
            </p>
            <p className="text-right text-muted text-xs">
              {!contract.isFinal && `${t('runsOn')} · `}
              <LocalDate day={contract.serviceFrom} /> – <LocalDate day={contract.serviceTo} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
