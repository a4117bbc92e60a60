'use client'

import { useTranslations } from 'next-intl'
import { openDamageCaseAction } from '@/app/(dashboard)/dashboard/fleet/damages/actions'
import { FormDialog } from '@/components/dashboard/form-dialog'
import { FormField } from '@/components/dashboard/form-field'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { MoneyInput } from '@/components/ui/money-input'
import { Textarea } from '@/components/ui/textarea'
import type { KnownDamage } from '@/lib/fleet/queries/vehicle'

type OpenCaseDialogProps = { vehicleId: string; damages: KnownDamage[]; currency: string }

/** Makes a case of known marks that are in none yet. */
export function OpenCaseDialog({ vehicleId, damages, currency }: OpenCaseDialogProps) {
  const t = useTranslations('fleet.damageCases')
  const words = useTranslations('fleet.damages')
  const labels = { damageIds: t('marks'), estimateRappen: t('estimate'), note: t('note') }
  return (
    <FormDialog
      trigger={<Button size="sm">{t('open')}</Button>}
      title={t('open')}
      description={t('openText')}
      action={openDamageCaseAction}
      submit={t('open')}
      done={t('opened')}
      labels={labels}
    >
      <input type="hidden" name="vehicleId" value={vehicleId} />
      <fieldset className="grid gap-3">
        <legend className="mb-2 font-medium text-sm">{t('marks')}</legend>
        {damages.map(({ id, kind, view, severity, note }) => (
          <Checkbox
            key={id}
            name="damageIds"
            value={id}
            defaultChecked={damages.length === 1}
            label={`${words(`kinds.${kind}`)}, ${words(`views.${view}`)} (${words(`severities.${severity}`)})`}
            help={note ?? undefined}
          />
        ))}
      </fieldset>
      <FormField name="estimateRappen" label={labels.estimateRappen} help={t('estimateHelp')} optional>
        <MoneyInput currency={currency} />
      </FormField>
      <FormField name="note" label={labels.note} optional>
        <Textarea rows={2} maxLength={2_000} />
      </FormField>
    </FormDialog>
  )
}
