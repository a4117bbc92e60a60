import { KeyRound, Lock } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { closeContractAction } from '@/app/(dashboard)/dashboard/contracts/actions'
import { DepositDialog } from '@/components/contracts/deposit-dialog'
import { IssueInvoice } from '@/components/contracts/issue-invoice'
import { ConfirmAction } from '@/components/dashboard/confirm-action'
import { Button } from '@/components/ui/button'
import type { ContractDetail } from '@/lib/contracts/queries/detail'
import { nextStepOf } from '@/lib/contracts/rules'
import { formatMoney } from '@/lib/core/money'

type ContractNextStepProps = {
  contract: ContractDetail
  rights: { canHandOver: boolean; canTakeMoney: boolean; canClose: boolean }
}

/** The one thing a contract waits for: pickup, return, invoice, deposit, closing. */
export function ContractNextStep({ contract, rights }: ContractNextStepProps) {
  const step = nextStepOf(contract)
  const exchanged = contract.handovers.find((side) => side.change_id && !side.completed_at)
  if ((step === 'pickup' || step === 'return') && rights.canHandOver) {
    return <HandoverLink contract={contract} step={step} exchangedId={exchanged?.id} />
  }
  if (step === 'invoice' && rights.canTakeMoney) return <IssueInvoice contract={contract} />
  if (step === 'deposit' && rights.canTakeMoney) return <EndDeposit contract={contract} />
  if (step === 'close' && rights.canClose) return <CloseContract contract={contract} />
  return null
}

type HandoverLinkProps = {
  contract: ContractDetail
  step: 'pickup' | 'return'
  /** A vehicle of an exchange that is to be recorded before the rental can end. */
  exchangedId: string | undefined
}

function HandoverLink({ contract, step, exchangedId }: HandoverLinkProps) {
  const t = useTranslations('contracts.next')
  const href = exchangedId
    ? `/handover/${exchangedId}`
    : step === 'pickup'
      ? `/handover/reservations/${contract.reservation.id}`
      : `/handover/contracts/${contract.id}`
  return (
    <Button asChild variant="primary">
      <Link href={href}>
        <KeyRound aria-hidden="true" />
        {t(exchangedId ? 'exchange' : step)}
      </Link>
    </Button>
  )
}

function EndDeposit({ contract }: { contract: ContractDetail }) {
  const t = useTranslations('contracts.deposit')
  const { deposit } = contract
  if (deposit?.status !== 'held') return null
  return (
    <DepositDialog
      deposit={deposit}
      contract={contract}
      trigger={<Button variant="primary">{t('resolve')}</Button>}
    />
  )
}

function CloseContract({ contract }: { contract: ContractDetail }) {
  const t = useTranslations('contracts.next')
  const open = contract.billing.invoices.reduce((sum, { openRappen }) => sum + openRappen, 0)
  return (
    <ConfirmAction
      trigger={
        <Button variant="primary">
          <Lock aria-hidden="true" />
          {t('close')}
        </Button>
      }
      title={t('closeTitle', { number: contract.number })}
      consequences={[
        t('closeText'),
        ...(open > 0 ? [t('closeOpen', { amount: formatMoney(open, contract.currency) })] : []),
      ]}
      confirmLabel={t('close')}
      tone="primary"
      action={closeContractAction}
      input={{ id: contract.id }}
      done={t('closeDone')}
    />
  )
}
