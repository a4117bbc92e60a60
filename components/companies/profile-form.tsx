import { useTranslations } from 'next-intl'
import { updateProfileAction } from '@/app/(dashboard)/dashboard/settings/actions'
import { AddressFields } from '@/components/companies/address-fields'
import { CurrencyField } from '@/components/companies/currency-field'
import { IdentifierField } from '@/components/companies/identifier-field'
import { VatFields } from '@/components/companies/vat-fields'
import { ActionForm } from '@/components/dashboard/action-form'
import { FormField } from '@/components/dashboard/form-field'
import { SeenAtField } from '@/components/dashboard/seen-at'
import { Fieldset } from '@/components/ui/fieldset'
import { Input } from '@/components/ui/input'
import { PhoneInput } from '@/components/ui/phone-input'
import { Select } from '@/components/ui/select'
import type { CompanySettings, CurrencyFixedBy } from '@/lib/companies/settings'
import { COMPANY_LANGUAGES } from '@/lib/companies/settings-schema'
import { formatPhone } from '@/lib/core/documents/format'

const FIELDS = [
  'name',
  'legalName',
  'street',
  'houseNumber',
  'postalCode',
  'town',
  'canton',
  'email',
  'phone',
  'locale',
  'uidNumber',
  'vatRegistered',
  'iban',
  'currency',
] as const

type ProfileFormProps = { settings: CompanySettings; currencyFixedBy: CurrencyFixedBy | null }

/** Who the company is: names, address, contact, what authorities and banks know it by. */
export function ProfileForm({ settings, currencyFixedBy }: ProfileFormProps) {
  const t = useTranslations('settings.profile')
  const words = useTranslations('settings')
  const labels = Object.fromEntries(FIELDS.map((name) => [name, t(`fields.${name}`)])) as Record<
    (typeof FIELDS)[number],
    string
  >
  return (
    <ActionForm
      action={updateProfileAction}
      submit={words('save')}
      done={words('saved')}
      labels={labels}
      className="max-w-2xl gap-8"
    >
      <SeenAtField at={settings.updatedAt} />
      <Fieldset legend={t('company')}>
        <div className="grid gap-4 sm:grid-cols-2">
          <FormField name="name" label={labels.name} help={t('help.name')} required>
            <Input defaultValue={settings.name} autoComplete="organization" />
          </FormField>
          <FormField name="legalName" label={labels.legalName} help={t('help.legalName')} optional>
            <Input defaultValue={settings.legalName ?? ''} />
          </FormField>
        </div>
        <AddressFields labels={labels} address={settings} />
      </Fieldset>
      <Fieldset legend={t('contact')}>
        <div className="grid gap-4 sm:grid-cols-2">
          <FormField name="email" label={labels.email} optional>
            <Input type="email" defaultValue={settings.email ?? ''} autoComplete="email" />
          </FormField>
          <FormField name="phone" label={labels.phone} optional>
            <PhoneInput defaultValue={formatPhone(settings.phone)} />
          </FormField>
          <FormField name="locale" label={labels.locale} help={t('help.locale')} required>
            <Select defaultValue={settings.locale}>
              {COMPANY_LANGUAGES.map((language) => (
                <option key={language} value={language}>
                  {words(`languages.${language}`)}
                </option>
              ))}
            </Select>
          </FormField>
        </div>
      </Fieldset>
      <Fieldset legend={t('legal')}>
        <VatFields isRegistered={settings.vatRegistered} uidNumber={settings.uidNumber} />
        <IdentifierField
          kind="iban"
          name="iban"
          label={labels.iban}
          help={t('help.iban')}
          defaultValue={settings.iban ?? ''}
          optional
        />
        <CurrencyField currency={settings.currency} fixedBy={currencyFixedBy} />
      </Fieldset>
    </ActionForm>
  )
}
