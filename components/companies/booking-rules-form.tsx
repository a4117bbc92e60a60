import { useTranslations } from 'next-intl'
import { updateBookingRulesAction } from '@/app/(dashboard)/dashboard/settings/actions'
import { CancellationSteps } from '@/components/companies/cancellation-steps'
import { ActionForm } from '@/components/dashboard/action-form'
import { FormField } from '@/components/dashboard/form-field'
import { Fieldset } from '@/components/ui/fieldset'
import { Input } from '@/components/ui/input'
import { MoneyInput } from '@/components/ui/money-input'
import type { CompanySettings } from '@/lib/companies/settings'

/** What holds for every booking and every bill, each figure with what it does. */
export function BookingRulesForm({ settings }: { settings: CompanySettings }) {
  const t = useTranslations('settings.bookings')
  const words = useTranslations('settings')
  const labels = {
    bookingDepositPercent: t('fields.bookingDepositPercent'),
    holdMinutes: t('fields.holdMinutes'),
    lateGraceMinutes: t('fields.lateGraceMinutes'),
    fuelPriceRappen: t('fields.fuelPriceRappen'),
    paymentTermsDays: t('fields.paymentTermsDays'),
    retentionYears: t('fields.retentionYears'),
    noShowFeePercent: t('fields.noShowFeePercent'),
  }

  function figure(name: Exclude<keyof typeof labels, 'fuelPriceRappen'>, unit: string) {
    return (
      <FormField name={name} label={labels[name]} help={t(`help.${name}`)} required>
        <div className="max-w-40">
          <Input
            inputMode="numeric"
            autoComplete="off"
            defaultValue={settings[name]}
            suffix={unit}
            className="tabular text-right"
          />
        </div>
      </FormField>
    )
  }

  return (
    <ActionForm
      action={updateBookingRulesAction}
      submit={words('save')}
      done={words('saved')}
      labels={labels}
      className="max-w-2xl gap-8"
    >
      <Fieldset legend={t('booking')}>
        {figure('bookingDepositPercent', '%')}
        {figure('holdMinutes', t('minutes'))}
      </Fieldset>
      <Fieldset legend={t('cancellation')}>
        <CancellationSteps steps={settings.cancellationPolicy} />
        {figure('noShowFeePercent', '%')}
      </Fieldset>
      <Fieldset legend={t('return')}>
        {figure('lateGraceMinutes', t('minutes'))}
        <FormField
          name="fuelPriceRappen"
          label={labels.fuelPriceRappen}
          help={t('help.fuelPriceRappen')}
          required
        >
          <MoneyInput defaultValue={settings.fuelPriceRappen} className="max-w-40" />
        </FormField>
      </Fieldset>
      <Fieldset legend={t('billing')}>
        {figure('paymentTermsDays', t('days'))}
        {figure('retentionYears', t('years'))}
      </Fieldset>
    </ActionForm>
  )
}
