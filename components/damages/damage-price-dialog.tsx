import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { saveDamagePriceAction } from '@/app/(dashboard)/dashboard/settings/damages/actions'
import { FormDialog } from '@/components/dashboard/form-dialog'
import { FormField } from '@/components/dashboard/form-field'
import { SeenAtField } from '@/components/dashboard/seen-at'
import { MoneyInput } from '@/components/ui/money-input'
import { Select } from '@/components/ui/select'
import type { DamagePrice } from '@/lib/damages/prices'
import { DAMAGE_KINDS, DAMAGE_VIEWS } from '@/lib/handover/schema'

type DamagePriceDialogProps = { price?: DamagePrice; currency: string; trigger: ReactNode }

/** Puts a price on the damage list, or changes one. */
export function DamagePriceDialog({ price, currency, trigger }: DamagePriceDialogProps) {
  const t = useTranslations('settings.damages')
  const words = useTranslations('handover.damage')
  const labels = {
    kind: t('kind'),
    view: t('part'),
    minorRappen: words('severities.minor'),
    mediumRappen: words('severities.medium'),
    majorRappen: words('severities.major'),
  }
  return (
    <FormDialog
      trigger={trigger}
      title={t(price ? 'edit' : 'add')}
      description={t('assessHelp')}
      action={saveDamagePriceAction}
      submit={t('save')}
      done={t('saved')}
      labels={labels}
    >
      {price && <input type="hidden" name="id" value={price.id} />}
      {price && <SeenAtField at={price.updatedAt} />}
      <div className="grid gap-4 sm:grid-cols-2">
        <FormField name="kind" label={labels.kind} required>
          <Select defaultValue={price?.kind ?? 'scratch'}>
            {DAMAGE_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {words(`kinds.${kind}`)}
              </option>
            ))}
          </Select>
        </FormField>
        <FormField name="view" label={labels.view} help={t('partHelp')}>
          <Select defaultValue={price?.view ?? ''}>
            <option value="">{t('everywhere')}</option>
            {DAMAGE_VIEWS.map((view) => (
              <option key={view} value={view}>
                {words(`views.${view}`)}
              </option>
            ))}
          </Select>
        </FormField>
      </div>
      <div className="grid gap-4 sm:grid-cols-3">
        <FormField name="minorRappen" label={labels.minorRappen} optional>
          <MoneyInput currency={currency} defaultValue={price?.minorRappen ?? null} />
        </FormField>
        <FormField name="mediumRappen" label={labels.mediumRappen} optional>
          <MoneyInput currency={currency} defaultValue={price?.mediumRappen ?? null} />
        </FormField>
        <FormField name="majorRappen" label={labels.majorRappen} optional>
          <MoneyInput currency={currency} defaultValue={price?.majorRappen ?? null} />
        </FormField>
      </div>
    </FormDialog>
  )
}
