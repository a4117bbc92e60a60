import { useTranslations } from 'next-intl'
import { FormField } from '@/components/dashboard/form-field'
import type { Choice } from '@/components/pricing/choices'
import { ScopeField } from '@/components/pricing/scope-field'
import { Input } from '@/components/ui/input'
import { MoneyInput } from '@/components/ui/money-input'
import type { Fee } from '@/lib/pricing/queries'

type FeeFieldsProps = { kind: Fee['kind']; fee?: Fee; locations: Choice[]; currency: string }

/** What a fee is for, and how much: between places, at a place outside its hours, or for a young driver. */
export function FeeFields({ kind, fee, locations, currency }: FeeFieldsProps) {
  const t = useTranslations('pricing')
  const isYoung = kind === 'young_driver'
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <input type="hidden" name="fee" value={kind} />
      {!isYoung && (
        <ScopeField
          name="locationId"
          label={t(kind === 'one_way' ? 'fields.fromLocation' : 'fields.locationId')}
          all={t('anyLocation')}
          choices={locations}
          value={fee?.location_id}
        />
      )}
      {kind === 'one_way' && (
        <ScopeField
          name="toLocationId"
          label={t('fields.toLocationId')}
          all={t('anyLocation')}
          choices={locations}
          value={fee?.to_location_id}
        />
      )}
      {isYoung && (
        <FormField name="belowAge" label={t('fields.belowAge')} required>
          <Input inputMode="numeric" defaultValue={fee?.below_age ?? 25} />
        </FormField>
      )}
      <FormField name="amountRappen" label={t(isYoung ? 'fields.perDay' : 'fields.amountRappen')} required>
        <MoneyInput currency={currency} defaultValue={fee?.amount_rappen ?? null} />
      </FormField>
      {isYoung && (
        <FormField name="capRappen" label={t('fields.capRappen')} optional>
          <MoneyInput currency={currency} defaultValue={fee?.cap_rappen ?? null} />
        </FormField>
      )}
    </div>
  )
}
