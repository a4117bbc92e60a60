import { Banknote, ExternalLink, RefreshCw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import {
  retryDepositHoldAction,
  takeDepositInCashAction,
} from '@/app/(dashboard)/dashboard/contracts/actions'
import { ActionButton } from '@/components/dashboard/action-button'
import { ConfirmAction } from '@/components/dashboard/confirm-action'
import { Button } from '@/components/ui/button'
import type { DepositDetail } from '@/lib/contracts/queries/deposit'
import { formatMoney } from '@/lib/core/money'

type DepositWaysProps = { deposit: DepositDetail; currency: string; customerUrl: string | null }

/** The ways out where the card did not hold the deposit: try it once more, another card on the customer's page, or cash. */
export function DepositWays({ deposit, currency, customerUrl }: DepositWaysProps) {
  const t = useTranslations('contracts.deposit')
  const amount = formatMoney(deposit.amountRappen, currency)
  const input = { depositId: deposit.id }
  return (
    <div className="mt-1 grid gap-2">
      {!deposit.isBeingHeld && (
        <ActionButton action={retryDepositHoldAction} input={input} done={t('retryDone')}>
          <RefreshCw aria-hidden="true" />
          {t('retry')}
        </ActionButton>
      )}
      {customerUrl && (
        <Button asChild>
          <a href={customerUrl} target="_blank" rel="noreferrer">
            <ExternalLink aria-hidden="true" />
            {t('otherCard')}
          </a>
        </Button>
      )}
      <ConfirmAction
        trigger={
          <Button>
            <Banknote aria-hidden="true" />
            {t('inCash')}
          </Button>
        }
        title={t('inCashTitle', { amount })}
        consequences={[t('inCashTill', { amount }), t('inCashCard')]}
        confirmLabel={t('inCashConfirm', { amount })}
        tone="primary"
        action={takeDepositInCashAction}
        input={input}
        done={t('inCashDone')}
      />
    </div>
  )
}
