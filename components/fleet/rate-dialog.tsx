import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { updateRateAction } from '@/app/(dashboard)/dashboard/fleet/actions'
import { FormDialog } from '@/components/dashboard/form-dialog'
import { FormField } from '@/components/dashboard/form-field'
import { SeenAtField } from '@/components/dashboard/seen-at'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Input } from '@/components/ui/input'
import { MoneyInput } from '@/components/ui/money-input'
import type { Rate } from '@/lib/fleet/queries/vehicle'

type RateDialogProps = {
  rate: Rate
  currency: string
  /** Vehicles of the category that have prices of their own, which a change would pass by. */
  ownPrices?: number
  /** What opens it; a button with words where nothing is given. */
  trigger?: ReactNode
}

/** Changes a price list. */
export function RateDialog({ rate, currency, ownPrices = 0, trigger }: RateDialogProps) {
  const t = useTranslations('fleet.rates')
  const form = useTranslations('fleet.form')
  const labels = {
    hourlyRappen: t('hourly'),
    dailyRappen: t('daily'),
    weeklyRappen: t('weekly'),
    monthlyRappen: t('monthly'),
    includedKmPerDay: t('includedKm'),
    extraKmRappen: t('extraKm'),
  }
  return (
    <FormDialog
      trigger={trigger ?? <Button size="sm">{t('edit')}</Button>}
      title={t('edit')}
      description={t('editText')}
      action={updateRateAction}
      submit={form('save')}
      done={t('saved')}
      labels={labels}
    >
      <input type="hidden" name="id" value={rate.id} />
      <SeenAtField at={rate.updatedAt} />
      <div className="grid grid-cols-2 gap-4">
        <FormField name="hourlyRappen" label={labels.hourlyRappen} optional>
          <MoneyInput currency={currency} defaultValue={rate.hourlyRappen} />
        </FormField>
        <FormField name="dailyRappen" label={labels.dailyRappen} required>
          <MoneyInput currency={currency} defaultValue={rate.dailyRappen} />
        </FormField>
        <FormField name="weeklyRappen" label={labels.weeklyRappen} optional>
          <MoneyInput currency={currency} defaultValue={rate.weeklyRappen} />
        </FormField>
        <FormField name="monthlyRappen" label={labels.monthlyRappen} optional>
          <MoneyInput currency={currency} defaultValue={rate.monthlyRappen} />
        </FormField>
      </div>
      <div className="grid grid-cols-2 gap-4">
        <FormField name="includedKmPerDay" label={labels.includedKmPerDay} required>
          <Input inputMode="numeric" defaultValue={rate.includedKmPerDay} suffix="km" />
        </FormField>
        <FormField name="extraKmRappen" label={labels.extraKmRappen} required>
          <MoneyInput currency={currency} defaultValue={rate.extraKmRappen} />
        </FormField>
      </div>
      {ownPrices > 0 && (
        <Checkbox
          name="forAll"
          label={t('forAll', { count: ownPrices })}
          help={t('forAllHelp', { count: ownPrices })}
        />
      )}
    </FormDialog>
  )
}
