import { useTranslations } from 'next-intl'
import { addRateAction } from '@/app/(dashboard)/dashboard/pricing/actions'
import { FormDialog } from '@/components/dashboard/form-dialog'
import { FormField } from '@/components/dashboard/form-field'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { MoneyInput } from '@/components/ui/money-input'

/** Gives a category its first price list; without one none of its vehicles is on offer. */
export function NewRateDialog({ categoryId }: { categoryId: string }) {
  const t = useTranslations('fleet.rates')
  const form = useTranslations('fleet.form')
  const bands = ['hourly', 'daily', 'weekly', 'monthly'] as const
  const labels = {
    ...Object.fromEntries(bands.map((band) => [`${band}Rappen`, t(band)])),
    includedKmPerDay: t('includedKm'),
    extraKmRappen: t('extraKm'),
  }
  return (
    <FormDialog
      trigger={
        <Button size="sm" variant="primary">
          {t('add')}
        </Button>
      }
      title={t('add')}
      description={t('addText')}
      action={addRateAction}
      submit={form('save')}
      done={t('saved')}
      labels={labels}
    >
      <input type="hidden" name="categoryId" value={categoryId} />
      <div className="grid grid-cols-2 gap-4">
        {bands.map((band) => (
          <FormField
            key={band}
            name={`${band}Rappen`}
            label={t(band)}
            {...(band === 'daily' ? { required: true } : { optional: true })}
          >
            <MoneyInput />
          </FormField>
        ))}
        <FormField name="includedKmPerDay" label={t('includedKm')} required>
          <Input inputMode="numeric" defaultValue={150} suffix="km" />
        </FormField>
        <FormField name="extraKmRappen" label={t('extraKm')} required>
          <MoneyInput defaultValue={35} />
        </FormField>
      </div>
    </FormDialog>
  )
}
