import { useTranslations } from 'next-intl'
import { DepositDialog } from '@/components/contracts/deposit-dialog'
import { Alert } from '@/components/ui/alert'
import { Card } from '@/components/ui/card'
import { Money } from '@/components/ui/money'
import { StatusBadge } from '@/components/ui/status-badge'
import type { ContractDetail } from '@/lib/contracts/queries/detail'

type DepositCardProps = {
  deposit: NonNullable<ContractDetail['deposit']>
  contract: ContractDetail
  canResolve: boolean
}

/** The security deposit: how it is left, what became of it, and the way to end it. */
export function DepositCard({ deposit, contract, canResolve }: DepositCardProps) {
  const t = useTranslations('contracts.deposit')
  const { currency } = contract
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
        {deposit.capturedRappen > 0 && (
          <div className="flex items-baseline justify-between gap-3">
            <span className="text-muted">{t('captured')}</span>
            <Money amountRappen={deposit.capturedRappen} currency={currency} />
          </div>
        )}
        {deposit.status === 'failed' && (
          <Alert tone="warning">{t('failed', { reason: deposit.failure ?? '' })}</Alert>
        )}
        {deposit.status === 'capturing' && <Alert tone="info">{t('capturing')}</Alert>}
        {deposit.status === 'released' && deposit.failure && (
          <Alert tone="warning">{t('lost', { reason: deposit.failure })}</Alert>
        )}
        {canResolve && deposit.status === 'held' && <DepositDialog deposit={deposit} contract={contract} />}
      </div>
    </Card>
  )
}
