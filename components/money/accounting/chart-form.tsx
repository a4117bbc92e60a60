'use client'

import { useTranslations } from 'next-intl'
import { ActionForm, type FormAction } from '@/components/dashboard/action-form'
import { FormField } from '@/components/dashboard/form-field'
import { Card } from '@/components/ui/card'
import { Input } from '@/components/ui/input'
import type { AccountChart } from '@/lib/money/accounting/chart'

/** The numbers of the company's own chart, and its codes for VAT rates. */
export function ChartForm({ chart, save }: { chart: AccountChart; save: FormAction }) {
  const t = useTranslations('money')
  const label = (account: string) => {
    const rate = /^vat_(\d+)$/.exec(account)?.[1]
    if (rate) return t('accounting.vatCode', { rate: (Number(rate) / 100).toFixed(1) })
    return account === 'clearing' ? t('accounting.clearing') : t(`accounts.${account}`)
  }
  const labels = Object.fromEntries(chart.map(({ account }) => [account, label(account)]))
  return (
    <Card title={t('accounting.chart')}>
      <ActionForm action={save} submit={t('accounting.save')} done={t('accounting.saved')} labels={labels}>
        <p className="text-muted text-sm">{t('accounting.chartText')}</p>
        <div className="grid grid-cols-2 gap-x-4 gap-y-3 xl:grid-cols-3">
          {chart.map(({ account, number, usual }) => (
            <FormField key={account} name={account} label={label(account)} required>
              <Input
                defaultValue={number}
                placeholder={usual}
                maxLength={20}
                autoComplete="off"
                className="tabular"
              />
            </FormField>
          ))}
        </div>
      </ActionForm>
    </Card>
  )
}
