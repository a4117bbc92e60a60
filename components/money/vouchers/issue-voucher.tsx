'use client'

import { Gift } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { issueVoucherAction } from '@/app/(dashboard)/dashboard/invoices/vouchers/actions'
import { FormDialog } from '@/components/dashboard/form-dialog'
import { FormField } from '@/components/dashboard/form-field'
import { RequestKey } from '@/components/dashboard/request-key'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { DateInput } from '@/components/ui/date-time-input'
import { Input } from '@/components/ui/input'
import { MoneyInput } from '@/components/ui/money-input'
import { Select } from '@/components/ui/select'
import { type Locale, SITE_LOCALES } from '@/lib/core/i18n/locales'

type IssueVoucherProps = {
  currency: string
  today: string
  tills: { id: string; name: string }[]
  canGive: boolean
  /** The language most of the company's customers read. */
  locale: Locale
}

/** Sells a voucher, or gives one away; its code stands in the list afterwards. */
export function IssueVoucher(props: IssueVoucherProps) {
  const t = useTranslations('money.vouchers')
  return (
    <FormDialog
      trigger={
        <Button variant="primary">
          <Gift aria-hidden="true" />
          {t('new')}
        </Button>
      }
      title={t('new')}
      description={t('newText')}
      action={issueVoucherAction}
      submit={t('submit')}
      done={t('done')}
      labels={{
        amountRappen: t('amount'),
        method: t('method'),
        expiresOn: t('expiresOn'),
        locale: t('language'),
        note: t('note'),
      }}
    >
      <VoucherFields {...props} />
    </FormDialog>
  )
}

type Method = 'cash' | 'bank_transfer' | 'given'

function VoucherFields({ currency, today, tills, canGive, locale }: IssueVoucherProps) {
  const t = useTranslations('money')
  const language = useTranslations('customers.languages')
  const [method, setMethod] = useState<Method>('cash')
  const methods: Method[] = canGive ? ['cash', 'bank_transfer', 'given'] : ['cash', 'bank_transfer']
  return (
    <>
      <RequestKey />
      <FormField name="method" label={t('vouchers.method')} required>
        <Select value={method} onChange={(event) => setMethod(event.target.value as Method)}>
          {methods.map((value) => (
            <option key={value} value={value}>
              {value === 'given' ? t('vouchers.kinds.given') : t(`methods.${value}`)}
            </option>
          ))}
        </Select>
      </FormField>
      <FormField name="amountRappen" label={t('vouchers.amount')} required>
        <MoneyInput currency={currency} />
      </FormField>
      {method === 'cash' && tills.length > 1 && (
        <FormField name="locationId" label={t('record.location')} required>
          <Select>
            {tills.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </FormField>
      )}
      <FormField name="expiresOn" label={t('vouchers.expiresOn')} help={t('vouchers.expiresHelp')} optional>
        <DateInput min={today} />
      </FormField>
      <FormField name="locale" label={t('vouchers.language')} help={t('vouchers.languageHelp')} required>
        <Select defaultValue={locale}>
          {SITE_LOCALES.map((value) => (
            <option key={value} value={value}>
              {language(value)}
            </option>
          ))}
        </Select>
      </FormField>
      <FormField name="note" label={t('vouchers.note')} optional>
        <Input maxLength={120} autoComplete="off" />
      </FormField>
      <Alert>{t(method === 'given' ? 'vouchers.givenPosts' : 'vouchers.soldPosts')}</Alert>
    </>
  )
}
