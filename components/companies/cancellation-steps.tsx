import { useTranslations } from 'next-intl'
import { FormField } from '@/components/dashboard/form-field'
import { Input } from '@/components/ui/input'

type Step = { hours: number; percent: number }

/** What is kept of the price when a reservation is cancelled: up to three steps towards the start. */
export function CancellationSteps({ steps }: { steps: Step[] }) {
  const t = useTranslations('settings.bookings.policy')
  return (
    <div className="grid gap-3">
      <p className="text-muted text-sm">{t('text')}</p>
      {[1, 2, 3].map((row) => {
        const step = steps[row - 1]
        return (
          <div key={row} className="grid max-w-md grid-cols-2 items-start gap-3">
            <FormField name={`policyHours${row}`} label={t('hours', { row })}>
              <Input
                inputMode="numeric"
                autoComplete="off"
                defaultValue={step?.hours ?? ''}
                suffix={t('hoursUnit')}
                className="tabular text-right"
              />
            </FormField>
            <FormField name={`policyPercent${row}`} label={t('percent', { row })}>
              <Input
                inputMode="numeric"
                autoComplete="off"
                defaultValue={step?.percent ?? ''}
                suffix="%"
                className="tabular text-right"
              />
            </FormField>
          </div>
        )
      })}
    </div>
  )
}
