import { FormField } from '@/components/dashboard/form-field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import type { CompanySettings } from '@/lib/companies/settings'
import { CANTONS } from '@/lib/core/postal-address'

type AddressFieldsProps = {
  labels: Record<'street' | 'houseNumber' | 'postalCode' | 'town' | 'canton', string>
  address: Pick<CompanySettings, 'street' | 'houseNumber' | 'postalCode' | 'town' | 'canton'>
}

/** A Swiss address, in the parts that a QR-bill needs apart. */
export function AddressFields({ labels, address }: AddressFieldsProps) {
  return (
    <>
      <div className="grid grid-cols-[minmax(0,1fr)_7rem] gap-4">
        <FormField name="street" label={labels.street}>
          <Input defaultValue={address.street ?? ''} />
        </FormField>
        <FormField name="houseNumber" label={labels.houseNumber}>
          <Input defaultValue={address.houseNumber ?? ''} />
        </FormField>
      </div>
      <div className="grid grid-cols-[7rem_minmax(0,1fr)] gap-4 sm:grid-cols-[7rem_minmax(0,1fr)_7rem]">
        <FormField name="postalCode" label={labels.postalCode}>
          <Input defaultValue={address.postalCode ?? ''} inputMode="numeric" autoComplete="postal-code" />
        </FormField>
        <FormField name="town" label={labels.town}>
          <Input defaultValue={address.town ?? ''} />
        </FormField>
        <FormField name="canton" label={labels.canton} className="max-sm:col-span-2">
          <Select defaultValue={address.canton ?? ''}>
            <option value="">–</option>
            {CANTONS.map((code) => (
              <option key={code}>{code}</option>
            ))}
          </Select>
        </FormField>
      </div>
    </>
  )
}
