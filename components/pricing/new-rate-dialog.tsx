import { useTranslations } from 'next-intl'
import { addRateAction } from '@/app/(dashboard)/dashboard/pricing/actions'
import { FormDialog } from '@/components/dashboard/form-dialog'
import { FormField } from '@/components/dashboard/form-field'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { MoneyInput } from '@/components/ui/money-input'
import type { Rate } from '@/lib/fleet/queries/vehicle'

type NewRateDialogProps = {
  categoryId: string
  currency: string
  /** Whose own prices these are to be, beginning with those of its category. */
  vehicle?: { id: string; rate: Rate }
}

/** Gives a category its first price list, without which none of its vehicles is on offer; or a vehicle prices of its own. */
export function NewRateDialog({ categoryId, currency, vehicle }: NewRateDialogProps) {
  const t = useTranslations('fleet.rates')
  const form = useTranslations('fleet.form')
  const bands = ['hourly', 'daily', 'weekly', 'monthly'] as const
  const labels = {
    ...Object.fromEntries(bands.map((band) => [`${band}Rappen`, t(band)])),
    includedKmPerDay: t('includedKm'),
    extraKmRappen: t('extraKm'),
  }
  const title = t(vehicle ? 'addOwn' : 'add')
  return (
    <FormDialog
      trigger={
        <Button size="sm" variant={vehicle ? 'secondary' : 'primary'}>
          {title}
        </Button>
      }
      title={title}
      description={t(vehicle ? 'addOwnText' : 'addText')}
      action={addRateAction}
      submit={form('save')}
      done={t('saved')}
      labels={labels}
    >
      <input type="hidden" name="categoryId" value={categoryId} />
      {vehicle && <input type="hidden" name="vehicleId" value={vehicle.id} />}
      <div className="grid grid-cols-2 gap-4">
        {bands.map((band) => (
          <FormField
            key={band}
            name={`${band}Rappen`}
            label={t(band)}
            {...(band === 'daily' ? { required: true } : { optional: true })}
          >
            <MoneyInput currency={currency} defaultValue={vehicle?.rate[`${band}Rappen`]} />
          </FormField>
        ))}
        <FormField name="includedKmPerDay" label={t('includedKm')} required>
          <Input inputMode="numeric" defaultValue={vehicle?.rate.includedKmPerDay ?? 150} suffix="km" />
        </FormField>
        <FormField name="extraKmRappen" label={t('extraKm')} required>
          <MoneyInput currency={currency} defaultValue={vehicle?.rate.extraKmRappen ?? 35} />
        </FormField>
      </div>
    </FormDialog>
  )
}
