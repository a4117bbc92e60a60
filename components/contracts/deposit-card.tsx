import { RefreshCw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { retryDepositHoldAction } from '@/app/(dashboard)/dashboard/contracts/actions'
import { DepositDialog } from '@/components/contracts/deposit-dialog'
import { DepositTrouble } from '@/components/contracts/deposit-trouble'
import { ActionButton } from '@/components/dashboard/action-button'
import { Alert } from '@/components/ui/alert'
import { Card } from '@/components/ui/card'
import { DateTime } from '@/components/ui/date-time'
import { Money } from '@/components/ui/money'
import { StatusBadge } from '@/components/ui/status-badge'
import type { ContractDetail } from '@/lib/contracts/queries/detail'
import { depositNeedsCustomer } from '@/lib/contracts/rules'

type DepositCardProps = {
  deposit: NonNullable<ContractDetail['deposit']>
  contract: ContractDetail
  timeZone: string
  rights: { canTakeMoney: boolean }
}

/** The security deposit: how it is left and until when, what became of it, and the way to end it. */
export function DepositCard({ deposit, contract, timeZone, rights }: DepositCardProps) {
  const t = useTranslations('contracts.deposit')
  const { currency } = contract
  const waits = depositNeedsCustomer(contract.status, deposit)
  const canResolve = rights.canTakeMoney && contract.status === 'returned' && deposit.status === 'held'
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
        {waits && !deposit.isBeingHeld && rights.canTakeMoney && (
          <ActionButton
            action={retryDepositHoldAction}
            input={{ depositId: deposit.id }}
            done={t('retryDone')}
            className="w-full"
          >
            <RefreshCw aria-hidden="true" />
            {t('retry')}
          </ActionButton>
        )}
        {canResolve && <DepositDialog deposit={deposit} contract={contract} />}
      </div>
    </Card>
  )
}
