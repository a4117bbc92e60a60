import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { saveExtraAction } from '@/app/(dashboard)/dashboard/fleet/actions'
import { FormDialog } from '@/components/dashboard/form-dialog'
import { FormField } from '@/components/dashboard/form-field'
import { NameFields, useNameLabels } from '@/components/dashboard/name-fields'
import { SeenAtField } from '@/components/dashboard/seen-at'
import { LaterField } from '@/components/pricing/later-field'
import { Input } from '@/components/ui/input'
import { MoneyInput } from '@/components/ui/money-input'
import { Select } from '@/components/ui/select'
import type { Names } from '@/lib/core/labels'
import type { Extra } from '@/lib/fleet/queries/catalogue'

type ExtraDialogProps = { extra?: Extra; currency: string; trigger: ReactNode }

/** Changes an extra, or makes a new one. */
export function ExtraDialog({ extra, currency, trigger }: ExtraDialogProps) {
  const t = useTranslations('fleet.prices')
  const save = useTranslations('fleet.form')('save')
  const names = (extra?.names ?? {}) as Names
  const labels = {
    ...useNameLabels(),
    priceRappen: t('price'),
    charge: t('charge'),
    capRappen: t('cap'),
    excessRappen: t('excessWith'),
    maxQuantity: t('maxQuantity'),
    stock: t('stock'),
    forDriver: t('forDriver'),
    later: t('later'),
    active: t('active'),
  }
  return (
    <FormDialog
      trigger={trigger}
      title={t(extra ? 'editExtra' : 'addExtra')}
      action={saveExtraAction}
      submit={save}
      done={t('saved')}
      labels={labels}
    >
      {extra && <input type="hidden" name="id" value={extra.id} />}
      {extra && <SeenAtField at={extra.updatedAt} />}
      <div className="grid gap-4 sm:grid-cols-2">
        <NameFields names={names} />
        <FormField name="priceRappen" label={labels.priceRappen} required>
          <MoneyInput currency={currency} defaultValue={extra?.priceRappen ?? null} />
        </FormField>
        <FormField name="charge" label={labels.charge} required>
          <Select defaultValue={extra?.charge ?? 'per_day'}>
            <option value="per_day">{t('charges.per_day')}</option>
            <option value="per_rental">{t('charges.per_rental')}</option>
          </Select>
        </FormField>
        <FormField name="maxQuantity" label={labels.maxQuantity} required>
          <Input inputMode="numeric" defaultValue={extra?.maxQuantity ?? 1} suffix={t('pieces')} />
        </FormField>
        <FormField name="capRappen" label={labels.capRappen} optional>
          <MoneyInput currency={currency} defaultValue={extra?.capRappen ?? null} />
        </FormField>
        <FormField name="excessRappen" label={labels.excessRappen} help={t('excessWithHelp')} optional>
          <MoneyInput currency={currency} defaultValue={extra?.excessRappen ?? null} />
        </FormField>
        <FormField name="stock" label={labels.stock} help={t('stockHelp')} optional>
          <Input inputMode="numeric" defaultValue={extra?.stock ?? ''} suffix={t('pieces')} />
        </FormField>
        <FormField name="forDriver" label={labels.forDriver} help={t('forDriverHelp')} required>
          <Select defaultValue={String(extra?.forDriver ?? false)}>
            <option value="false">{t('forDriverNo')}</option>
            <option value="true">{t('forDriverYes')}</option>
          </Select>
        </FormField>
        <LaterField help={t('laterHelp')} chosen={extra?.later ?? 'at_once'} />
        {extra && (
          <FormField name="active" label={labels.active} required>
            <Select defaultValue={extra.active ? 'true' : 'false'}>
              <option value="true">{t('active')}</option>
              <option value="false">{t('inactive')}</option>
            </Select>
          </FormField>
        )}
      </div>
    </FormDialog>
  )
}
