import { useTranslations } from 'next-intl'
import { updateBookingRulesAction } from '@/app/(dashboard)/dashboard/settings/actions'
import { CancellationSteps } from '@/components/companies/cancellation-steps'
import { ActionForm } from '@/components/dashboard/action-form'
import { CardsOff } from '@/components/dashboard/cards-off'
import { FormField } from '@/components/dashboard/form-field'
import { SeenAtField } from '@/components/dashboard/seen-at'
import { Checkbox } from '@/components/ui/checkbox'
import { TimeInput } from '@/components/ui/date-time-input'
import { Fieldset } from '@/components/ui/fieldset'
import { Input } from '@/components/ui/input'
import { MoneyInput } from '@/components/ui/money-input'
import { Select } from '@/components/ui/select'
import type { CompanySettings } from '@/lib/companies/settings'
import { MESSAGE_ORDERS, ROUNDINGS } from '@/lib/companies/settings-schema'
import { formatMoney } from '@/lib/core/money'

const ORDER_WORDS = {
  both: 'both',
  'whatsapp,sms,email': 'whatsappSmsEmail',
  'whatsapp,email': 'whatsappEmail',
  'sms,email': 'smsEmail',
  'email,whatsapp,sms': 'emailWhatsappSms',
  'email,sms': 'emailSms',
} as const

/** What holds for every booking and every bill, each figure with what it does. */
export function BookingRulesForm({ settings }: { settings: CompanySettings }) {
  const t = useTranslations('settings.bookings')
  const words = useTranslations('settings')
  const labels = {
    bookingDepositPercent: t('fields.bookingDepositPercent'),
    bookingDepositMinimumRappen: t('fields.bookingDepositMinimumRappen'),
    priceRoundingRappen: t('fields.priceRoundingRappen'),
    holdMinutes: t('fields.holdMinutes'),
    waitingOfferHours: t('fields.waitingOfferHours'),
    lateGraceMinutes: t('fields.lateGraceMinutes'),
    fuelPriceRappen: t('fields.fuelPriceRappen'),
    chargePriceRappen: t('fields.chargePriceRappen'),
    paymentTermsDays: t('fields.paymentTermsDays'),
    depositReleaseDays: t('fields.depositReleaseDays'),
    reminderFeeRappen: t('fields.reminderFeeRappen'),
    messageOrder: t('fields.messageOrder'),
    quietFrom: t('fields.quietFrom'),
    quietUntil: t('fields.quietUntil'),
    retentionYears: t('fields.retentionYears'),
    noShowFeePercent: t('fields.noShowFeePercent'),
  }

  type Amount = 'fuelPriceRappen' | 'chargePriceRappen' | 'bookingDepositMinimumRappen' | 'reminderFeeRappen'

  function amount(name: Amount) {
    return (
      <FormField name={name} label={labels[name]} help={t(`help.${name}`)} required>
        <MoneyInput currency={settings.currency} defaultValue={settings[name]} className="max-w-40" />
      </FormField>
    )
  }

  type Clock = 'quietFrom' | 'quietUntil'

  function clock(name: Clock) {
    return (
      <FormField name={name} label={labels[name]} help={t(`help.${name}`)} required>
        <div className="max-w-40">
          <TimeInput defaultValue={settings[name]} />
        </div>
      </FormField>
    )
  }

  function figure(
    name: Exclude<keyof typeof labels, Amount | Clock | 'priceRoundingRappen' | 'messageOrder'>,
    unit: string,
    need: { required: true } | { optional: true } = { required: true },
  ) {
    return (
      <FormField name={name} label={labels[name]} help={t(`help.${name}`)} {...need}>
        <div className="max-w-40">
          <Input
            inputMode="numeric"
            autoComplete="off"
            defaultValue={settings[name] ?? ''}
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
      labels={{ ...labels, reviewUrl: t('fields.reviewUrl') }}
      className="max-w-2xl gap-8"
    >
      <SeenAtField at={settings.updatedAt} />
      <Fieldset legend={t('booking')}>
        {!settings.takesCards && <CardsOff />}
        {figure('bookingDepositPercent', '%')}
        {amount('bookingDepositMinimumRappen')}
        {figure('holdMinutes', t('minutes'))}
        <FormField
          name="priceRoundingRappen"
          label={labels.priceRoundingRappen}
          help={t('help.priceRoundingRappen')}
          required
        >
          <Select defaultValue={String(settings.priceRoundingRappen)}>
            {ROUNDINGS.map((rappen) => (
              <option key={rappen} value={rappen}>
                {rappen === '1'
                  ? t('roundings.none')
                  : t('roundings.to', { amount: formatMoney(Number(rappen), settings.currency) })}
              </option>
            ))}
          </Select>
        </FormField>
      </Fieldset>
      <Fieldset legend={t('waiting')}>
        {figure('waitingOfferHours', t('hours'))}
        <Checkbox
          name="waitingHolds"
          defaultChecked={settings.waitingHolds}
          label={t('fields.waitingHolds')}
          help={t('help.waitingHolds')}
        />
      </Fieldset>
      <Fieldset legend={t('cancellation')}>
        <CancellationSteps steps={settings.cancellationPolicy} />
        {figure('noShowFeePercent', '%')}
      </Fieldset>
      <Fieldset legend={t('return')}>
        {figure('lateGraceMinutes', t('minutes'))}
        {amount('fuelPriceRappen')}
        {amount('chargePriceRappen')}
      </Fieldset>
      <Fieldset legend={t('customers')}>
        <Checkbox
          name="customerReminders"
          defaultChecked={settings.customerReminders}
          label={t('fields.customerReminders')}
          help={t('help.customerReminders')}
        />
        <FormField name="messageOrder" label={labels.messageOrder} help={t('help.messageOrder')} required>
          <Select defaultValue={settings.messageOrder}>
            {MESSAGE_ORDERS.map((order) => (
              <option key={order} value={order}>
                {t(`messageOrders.${ORDER_WORDS[order]}`)}
              </option>
            ))}
          </Select>
        </FormField>
        {clock('quietFrom')}
        {clock('quietUntil')}
        <FormField name="reviewUrl" label={t('fields.reviewUrl')} help={t('help.reviewUrl')} optional>
          <Input type="url" inputMode="url" defaultValue={settings.reviewUrl ?? ''} placeholder="https://" />
        </FormField>
      </Fieldset>
      <Fieldset legend={t('billing')}>
        {figure('paymentTermsDays', t('days'))}
        <Checkbox
          name="chargesRemainder"
          defaultChecked={settings.chargesRemainder}
          label={t('fields.chargesRemainder')}
          help={t('help.chargesRemainder')}
        />
        {figure('depositReleaseDays', t('days'), { optional: true })}
        <Checkbox
          name="acceptsTips"
          defaultChecked={settings.acceptsTips}
          label={t('fields.acceptsTips')}
          help={t('help.acceptsTips')}
        />
        <Checkbox
          name="paymentNotices"
          defaultChecked={settings.paymentNotices}
          label={t('fields.paymentNotices')}
          help={t('help.paymentNotices')}
        />
        <Checkbox
          name="remindersAutomatic"
          defaultChecked={settings.remindersAutomatic}
          label={t('fields.remindersAutomatic')}
          help={t('help.remindersAutomatic')}
        />
        {amount('reminderFeeRappen')}
        {figure('retentionYears', t('years'))}
      </Fieldset>
    </ActionForm>
  )
}
