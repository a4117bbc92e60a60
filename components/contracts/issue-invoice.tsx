'use client'

import { ReceiptText } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { issueInvoiceAction } from '@/app/(dashboard)/dashboard/contracts/actions'
import { ConfirmAction } from '@/components/dashboard/confirm-action'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import type { ContractDetail } from '@/lib/contracts/queries/detail'
import { formatMoney } from '@/lib/core/money'

type IssueInvoiceProps = {
  contract: Pick<ContractDetail, 'id' | 'currency' | 'billing' | 'prepaidRappen' | 'customer' | 'card'>
}

/** Issues the invoices of what came back, one for each payer, and charges what stays open to the card on file where that is wanted. */
export function IssueInvoice({ contract }: IssueInvoiceProps) {
  const t = useTranslations('contracts.next')
  const tBilling = useTranslations('contracts.billing')
  const { currency, billing, prepaidRappen, customer, card } = contract
  // What waits for the monthly invoice is not issued here.
  const due = billing.shares.filter(({ payer }) => payer === 'driver' || !billing.waitsForMonth)
  const ours = due.find(({ payer }) => payer === 'customer')
  const totalRappen = due.reduce((sum, { leftRappen }) => sum + leftRappen, 0)
  const [charges, setCharges] = useState(card?.isChargedByDefault ?? false)
  const money = (amountRappen: number) => formatMoney(amountRappen, currency)
  const openRappen = Math.max(0, (ours?.leftRappen ?? 0) - prepaidRappen)
  const mayCharge = card !== null && openRappen > 0
  return (
    <ConfirmAction
      trigger={
        <Button variant="primary">
          <ReceiptText aria-hidden="true" />
          {t('invoice')}
        </Button>
      }
      title={t('invoiceTitle', { amount: money(totalRappen) })}
      consequences={[
        ...(due.length > 1
          ? due.map(({ name, payer, leftRappen }) =>
              t('invoiceShare', { name: name ?? tBilling(`payers.${payer}`), amount: money(leftRappen) }),
            )
          : []),
        ...(ours ? [t('invoiceOpen', { prepaid: money(prepaidRappen), open: money(openRappen) })] : []),
        customer.email ? t('invoiceMail', { email: customer.email }) : t('invoiceNoMail'),
        t('invoiceFinal'),
      ]}
      confirmLabel={
        mayCharge && charges ? t('invoiceAndCharge', { amount: money(openRappen) }) : t('invoice')
      }
      tone="primary"
      action={issueInvoiceAction}
      input={{ id: contract.id, chargeCard: mayCharge && charges }}
      done={t('invoiceDone')}
    >
      {mayCharge && (
        <Checkbox
          name="chargeCard"
          checked={charges}
          onCheckedChange={(checked) => setCharges(checked === true)}
          label={t('charge', {
            amount: money(openRappen),
            card: card.last4 ? `•••• ${card.last4}` : t('cardOnFile'),
          })}
          help={t('chargeHelp')}
        />
      )}
    </ConfirmAction>
  )
}
