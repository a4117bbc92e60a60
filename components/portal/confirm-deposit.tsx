import { CreditCard } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import { buttonStyle } from '@/components/ui/button-style'
import { formatMoney } from '@/lib/core/money'
import type { Portal } from '@/lib/portal/schema'

type ConfirmDepositProps = {
  deposit: NonNullable<Portal['deposit']>
  currency: string
  /** The customer has just confirmed; the card's company has not said so yet. */
  isReserving: boolean
  confirm: () => Promise<void>
}

/** Asks the customer to confirm the hold of the deposit, where their card could not be held without them. */
export function ConfirmDeposit({ deposit, currency, isReserving, confirm }: ConfirmDepositProps) {
  const t = useTranslations('portal.deposit')
  if (isReserving) return <Alert tone="success" role="status" title={t('reserved')} />
  const amount = formatMoney(deposit.amountRappen, currency)
  return (
    <section id="deposit" className="grid gap-3 rounded-lg border border-accent-line bg-accent-soft p-5">
      <div className="grid grid-cols-[auto_1fr] gap-x-3">
        <CreditCard aria-hidden="true" className="mt-0.5 size-6 text-accent-text" />
        <h2 className="font-semibold text-lg">{t('confirm')}</h2>
        <p className="col-start-2">{t('confirmText', { amount })}</p>
      </div>
      <form action={confirm}>
        <button
          type="submit"
          className={buttonStyle({ variant: 'primary', size: 'lg', className: 'w-full sm:w-fit' })}
        >
          {t('confirmButton', { amount })}
        </button>
      </form>
    </section>
  )
}
