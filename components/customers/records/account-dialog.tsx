'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { saveAccountAction } from '@/app/(dashboard)/dashboard/customers/record-actions'
import { FormDialog } from '@/components/dashboard/form-dialog'
import { FormField } from '@/components/dashboard/form-field'
import { SeenAtField } from '@/components/dashboard/seen-at'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Fieldset } from '@/components/ui/fieldset'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { NOTHING_SEEN } from '@/lib/core/seen'
import type { CustomerDetail } from '@/lib/customers/queries'
import { FIRM_PAYS } from '@/lib/customers/rules'

const ADDRESS = [
  'billingName',
  'billingStreet',
  'billingHouseNumber',
  'billingPostalCode',
  'billingTown',
] as const

/** Opens or changes a firm's account. */
export function AccountDialog({ customer: { id, account } }: { customer: CustomerDetail }) {
  const t = useTranslations('customers.account')
  const names = ['paymentTermsDays', 'firmPays', 'firmSharePercent', ...ADDRESS, 'billingEmail'] as const
  const labels = Object.fromEntries(names.map((name) => [name, t(`fields.${name}`)]))
  return (
    <FormDialog
      trigger={<Button size="sm">{t(account ? 'edit' : 'openAccount')}</Button>}
      title={t(account ? 'editTitle' : 'openTitle')}
      action={saveAccountAction}
      submit={t('save')}
      done={t('saved')}
      labels={labels}
    >
      <input type="hidden" name="customerId" value={id} />
      <SeenAtField at={account?.updatedAt ?? NOTHING_SEEN} />
      <div className="grid gap-4 sm:grid-cols-2">
        <FormField name="paymentTermsDays" label={labels.paymentTermsDays} required>
          <Input inputMode="numeric" defaultValue={account?.paymentTermsDays ?? 30} />
        </FormField>
        <FirmPays account={account} labels={labels} />
      </div>
      <Checkbox
        name="collectiveInvoice"
        defaultChecked={account?.collectiveInvoice ?? false}
        label={t('fields.collectiveInvoice')}
      />
      <Checkbox
        name="listedDriversOnly"
        defaultChecked={account?.listedDriversOnly ?? false}
        label={t('fields.listedDriversOnly')}
        help={t('listedHelp')}
      />
      <Checkbox
        name="costCentreRequired"
        defaultChecked={account?.costCentreRequired ?? false}
        label={t('fields.costCentreRequired')}
      />
      <Fieldset legend={t('billing')} help={t('billingHelp')}>
        <div className="grid gap-4 sm:grid-cols-2">
          {ADDRESS.map((name) => (
            <FormField key={name} name={name} label={labels[name]} optional>
              <Input defaultValue={account?.[name] ?? ''} autoComplete="off" />
            </FormField>
          ))}
          <FormField name="billingEmail" label={labels.billingEmail} optional>
            <Input
              type="email"
              inputMode="email"
              defaultValue={account?.billingEmail ?? ''}
              autoComplete="off"
            />
          </FormField>
        </div>
      </Fieldset>
    </FormDialog>
  )
}

type FirmPaysProps = Pick<CustomerDetail, 'account'> & { labels: Record<string, string> }

/** What of a rental the firm pays; its share, where it is one. */
function FirmPays({ account, labels }: FirmPaysProps) {
  const t = useTranslations('customers.account')
  const [pays, setPays] = useState(account?.firmPays ?? 'everything')
  return (
    <>
      <FormField name="firmPays" label={labels.firmPays} help={t(`paysHelp.${pays}`)}>
        <Select value={pays} onChange={({ target }) => setPays(target.value)}>
          {FIRM_PAYS.map((what) => (
            <option key={what} value={what}>
              {t(`paysShort.${what}`)}
            </option>
          ))}
        </Select>
      </FormField>
      {pays === 'share' && (
        <FormField name="firmSharePercent" label={labels.firmSharePercent} required>
          <Input inputMode="numeric" defaultValue={account?.firmSharePercent ?? 50} />
        </FormField>
      )}
    </>
  )
}
