import { ReceiptText } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { issueMonthlyInvoicesAction } from '@/app/(dashboard)/dashboard/invoices/monthly/actions'
import { ConfirmAction } from '@/components/dashboard/confirm-action'
import { Button } from '@/components/ui/button'
import { formatMoney } from '@/lib/core/money'

type IssueMonthlyProps = {
  month: string
  /** One customer's alone; without it everybody's. */
  customer?: { id: string; name: string }
  count: number
  totalRappen: number
  currency: string
  variant?: 'primary'
}

/** Issues a month's invoices now instead of waiting for the scheduled run. */
export function IssueMonthly({ month, customer, count, totalRappen, currency, variant }: IssueMonthlyProps) {
  const t = useTranslations('money.monthly')
  const label = customer ? t('issueOne') : t('issue', { count })
  return (
    <ConfirmAction
      trigger={
        <Button {...(variant ? { variant } : { size: 'sm' as const })}>
          <ReceiptText aria-hidden="true" />
          {label}
        </Button>
      }
      title={customer ? t('issueTitleOne', { customer: customer.name }) : t('issueTitle', { count })}
      consequences={[
        t('consequences.amount', { count, amount: formatMoney(totalRappen, currency) }),
        t('consequences.mail'),
        t('consequences.final'),
      ]}
      confirmLabel={label}
      tone="primary"
      action={issueMonthlyInvoicesAction}
      input={{ month, ...(customer && { customerId: customer.id }) }}
      done={t('done')}
    />
  )
}
