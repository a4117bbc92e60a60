import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { DepositTrouble } from '@/components/contracts/deposit-trouble'
import { DepositWays } from '@/components/contracts/deposit-ways'
import { Alert } from '@/components/ui/alert'
import { Card } from '@/components/ui/card'
import { DateTime } from '@/components/ui/date-time'
import { Money } from '@/components/ui/money'
import { StatusBadge } from '@/components/ui/status-badge'
import type { DepositDetail } from '@/lib/contracts/queries/deposit'
import { depositNeedsCustomer } from '@/lib/contracts/rules'
import type { ContractStatus } from '@/lib/contracts/schema'

type DepositCardProps = {
  deposit: DepositDetail
  contractStatus: ContractStatus
  currency: string
  timeZone: string
  canTakeMoney: boolean
  /** The page where the customer holds it on another card. */
  customerUrl: string | null
  /** What else can be done with it. */
  children?: ReactNode
}

/** The security deposit: how it is left and until when, what became of it, and what to do where the card did not hold it. */
export function DepositCard({
  deposit,
  contractStatus,
  currency,
  timeZone,
  canTakeMoney,
  customerUrl,
  children,
}: DepositCardProps) {
  const t = useTranslations('contracts.deposit')
  const waits = depositNeedsCustomer(contractStatus, deposit)
  return (
    <Card title={t('title')}>
      <div className="grid gap-2 text-sm">
        <div className="flex items-center justify-between gap-3">
          <span className="text-muted">{t(`methods.${deposit.method}`)}</span>
          <StatusBadge kind="deposit" status={deposit.status} />
        </div>
        <div className="flex items-baseline justify-between gap-3">
          <span className="text-muted">{t('amount')}</span>
          <Money amountRappen={deposit.amountRappen} currency={currency} className="font-medium" />
        </div>
        {deposit.status === 'held' && deposit.expiresAt && (
          <div className="flex items-baseline justify-between gap-3">
            <span className="text-muted">{t('until')}</span>
            <DateTime instant={deposit.expiresAt} timeZone={timeZone} />
          </div>
        )}
        {deposit.status === 'held' && deposit.expiresAt && !deposit.failure && (
          <p className="text-muted text-xs">{t('renewed')}</p>
        )}
        {deposit.capturedRappen > 0 && (
          <div className="flex items-baseline justify-between gap-3">
            <span className="text-muted">{t('captured')}</span>
            <Money amountRappen={deposit.capturedRappen} currency={currency} />
          </div>
        )}
        <DepositTrouble deposit={deposit} timeZone={timeZone} />
        {deposit.status === 'capturing' && <Alert tone="info">{t('capturing')}</Alert>}
        {waits && deposit.isBeingHeld && <Alert tone="info">{t('retrying')}</Alert>}
        {waits && canTakeMoney && (
          <DepositWays deposit={deposit} currency={currency} customerUrl={customerUrl} />
        )}
        {children}
      </div>
    </Card>
  )
}
