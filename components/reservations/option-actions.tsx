import { useTranslations } from 'next-intl'
import { confirmReservationAction, extendHoldAction } from '@/app/(dashboard)/dashboard/reservations/actions'
import { ActionButton } from '@/components/dashboard/action-button'
import { FormDialog } from '@/components/dashboard/form-dialog'
import { FormField } from '@/components/dashboard/form-field'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import type { ReservationDetail } from '@/lib/reservations/queries/detail'
import { HOLD_HOURS } from '@/lib/reservations/rules'

/** An option is made firm, or its vehicle held for longer. */
export function OptionActions({ reservation: { id, number } }: { reservation: ReservationDetail }) {
  const t = useTranslations('reservations.option')
  return (
    <>
      <FormDialog
        trigger={<Button>{t('extend')}</Button>}
        title={t('extendTitle', { number })}
        description={t('extendText')}
        action={extendHoldAction}
        submit={t('extend')}
        done={t('extended')}
        labels={{ hours: t('for') }}
      >
        <input type="hidden" name="id" value={id} />
        <FormField name="hours" label={t('for')} required>
          <Select defaultValue="24">
            {HOLD_HOURS.map((hours) => (
              <option key={hours} value={hours}>
                {t('hours', { hours })}
              </option>
            ))}
          </Select>
        </FormField>
      </FormDialog>
      <ActionButton
        variant="primary"
        action={confirmReservationAction}
        input={{ id }}
        done={t('confirmed', { number })}
      >
        {t('confirm')}
      </ActionButton>
    </>
  )
}
