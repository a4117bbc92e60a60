import { Pencil } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { updateCategoryAction } from '@/app/(dashboard)/dashboard/fleet/actions'
import { FormDialog } from '@/components/dashboard/form-dialog'
import { FormField } from '@/components/dashboard/form-field'
import { NameFields, useNameLabels } from '@/components/dashboard/name-fields'
import { SeenAtField } from '@/components/dashboard/seen-at'
import { LaterField } from '@/components/pricing/later-field'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import { MoneyInput } from '@/components/ui/money-input'
import { Select } from '@/components/ui/select'
import type { Names } from '@/lib/core/labels'
import { LICENCE_CATEGORIES } from '@/lib/customers/rules'
import type { Category } from '@/lib/fleet/queries/catalogue'
import { BODY_TYPES } from '@/lib/fleet/schema'

/** Changes what holds for a whole category. */
export function CategoryDialog({ category, currency }: { category: Category; currency: string }) {
  const t = useTranslations('fleet')
  const names = category.names as Names
  const labels = {
    ...useNameLabels(),
    bodyType: t('prices.body'),
    securityDepositRappen: t('facts.deposit'),
    excessRappen: t('prices.excess'),
    minimumAge: t('facts.minimumAge'),
    licenceCategory: t('prices.licenceCategory'),
    minimumLicenceYears: t('prices.minimumLicenceYears'),
    bufferMinutes: t('prices.buffer'),
    minimumDays: t('prices.minimumDays'),
    maximumDays: t('prices.maximumDays'),
    later: t('prices.later'),
  }
  return (
    <FormDialog
      trigger={
        <IconButton label={t('detail.edit')}>
          <Pencil aria-hidden="true" />
        </IconButton>
      }
      title={t('prices.editCategory')}
      action={updateCategoryAction}
      submit={t('form.save')}
      done={t('prices.saved')}
      labels={labels}
    >
      <input type="hidden" name="id" value={category.id} />
      <SeenAtField at={category.updatedAt} />
      <div className="grid gap-4 sm:grid-cols-2">
        <NameFields names={names} />
        <FormField name="securityDepositRappen" label={labels.securityDepositRappen} required>
          <MoneyInput currency={currency} defaultValue={category.securityDepositRappen} />
        </FormField>
        <FormField name="excessRappen" label={labels.excessRappen} help={t('prices.excessHelp')} optional>
          <MoneyInput currency={currency} defaultValue={category.excessRappen} />
        </FormField>
        <FormField name="minimumAge" label={labels.minimumAge} required>
          <Input inputMode="numeric" defaultValue={category.minimumAge} />
        </FormField>
        <FormField name="licenceCategory" label={labels.licenceCategory} required>
          <Select defaultValue={category.licenceCategory}>
            {LICENCE_CATEGORIES.map((code) => (
              <option key={code}>{code}</option>
            ))}
          </Select>
        </FormField>
        <FormField name="minimumLicenceYears" label={labels.minimumLicenceYears} required>
          <Input inputMode="numeric" defaultValue={category.minimumLicenceYears} />
        </FormField>
        <FormField name="minimumDays" label={labels.minimumDays} required>
          <Input inputMode="numeric" defaultValue={category.minimumDays} />
        </FormField>
        <FormField name="maximumDays" label={labels.maximumDays} required>
          <Input inputMode="numeric" defaultValue={category.maximumDays} />
        </FormField>
      </div>
      <FormField name="bodyType" label={labels.bodyType} help={t('prices.bodyHelp')} required>
        <Select defaultValue={category.bodyType}>
          {BODY_TYPES.map((body) => (
            <option key={body} value={body}>
              {t(`bodies.${body}`)}
            </option>
          ))}
        </Select>
      </FormField>
      <LaterField help={t('prices.upgradeHelp')} chosen={category.later} />
      <FormField name="bufferMinutes" label={labels.bufferMinutes} help={t('prices.bufferHelp')} required>
        <Input inputMode="numeric" defaultValue={category.bufferMinutes} />
      </FormField>
    </FormDialog>
  )
}
