import { useLocale, useTranslations } from 'next-intl'
import { blockCustomerAction, unblockCustomerAction } from '@/app/(dashboard)/dashboard/customers/actions'
import { ConfirmAction } from '@/components/dashboard/confirm-action'
import { FormDialog } from '@/components/dashboard/form-dialog'
import { FormField } from '@/components/dashboard/form-field'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { DateInput } from '@/components/ui/date-time-input'
import { Textarea } from '@/components/ui/textarea'
import { formatDate, formatDay } from '@/lib/core/dates'
import type { CustomerDetail } from '@/lib/customers/queries'

/** Refuses somebody new rentals; a reason is needed. */
export function BlockDialog({ customer: { id, name } }: { customer: CustomerDetail }) {
  const t = useTranslations('customers.block')
  return (
    <FormDialog
      trigger={<Button>{t('action')}</Button>}
      title={t('title', { name })}
      description={t('text')}
      action={blockCustomerAction}
      submit={t('submit')}
      done={t('done', { name })}
      labels={{ reason: t('reason'), until: t('until') }}
    >
      <input type="hidden" name="id" value={id} />
      <FormField name="reason" label={t('reason')} help={t('reasonHelp')} required>
        <Textarea />
      </FormField>
      <FormField name="until" label={t('until')} help={t('untilHelp')} optional className="max-w-56">
        <DateInput />
      </FormField>
    </FormDialog>
  )
}

type BlockBannerProps = { customer: CustomerDetail; timeZone: string; canUnblock: boolean }

/** That somebody is blocked, since when and why, and the way out for those who may. */
export function BlockBanner({ customer, timeZone, canUnblock }: BlockBannerProps) {
  const t = useTranslations('customers.block')
  const locale = useLocale()
  const { id, name, blockedAt, blockedReason, blockedUntil } = customer
  const date = formatDate(new Date(blockedAt ?? 0), { timeZone, locale })
  return (
    <Alert
      tone="danger"
      title={t('banner', { date })}
      actions={
        canUnblock && (
          <ConfirmAction
            trigger={<Button size="sm">{t('unblock')}</Button>}
            title={t('unblockTitle', { name })}
            consequences={[t('unblockText', { name })]}
            confirmLabel={t('unblock')}
            tone="primary"
            action={unblockCustomerAction}
            input={{ id }}
            done={t('unblockDone', { name })}
          />
        )
      }
    >
      <p>{blockedReason}</p>
      {blockedUntil && <p>{t('untilDay', { date: formatDay(blockedUntil, locale) })}</p>}
    </Alert>
  )
}
