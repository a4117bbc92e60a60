import type { CustomerField, DetailsWords } from '@/components/booking-site/details-form/words'
import { Field } from '@/components/ui/field'
import { Fieldset } from '@/components/ui/fieldset'
import { Input, type InputProps } from '@/components/ui/input'
import { Select } from '@/components/ui/select'

type CustomerFieldsProps = {
  words: DetailsWords
  today: string
  countries: { code: string; name: string }[]
  errors: Record<string, string>
}

/** The customer's own data, in the order of an address, each filled in by the phone where it can be. */
export function CustomerFields({ words, today, countries, errors }: CustomerFieldsProps) {
  const line = (
    field: CustomerField,
    input: InputProps,
    more: { help?: string; className?: string } = {},
  ) => (
    <Field
      name={`customer.${field}`}
      label={words.labels[field]}
      error={errors[`customer.${field}`]}
      required={field !== 'houseNumber'}
      {...more}
    >
      <Input {...input} />
    </Field>
  )
  return (
    <>
      <Fieldset legend={words.person}>
        <div className="grid gap-4 sm:grid-cols-2">
          {line('firstName', { autoComplete: 'given-name', maxLength: 80 })}
          {line('lastName', { autoComplete: 'family-name', maxLength: 80 })}
        </div>
        {line('email', { type: 'email', autoComplete: 'email', maxLength: 254 }, { help: words.emailHelp })}
        {line('phone', { type: 'tel', autoComplete: 'tel', maxLength: 40 }, { help: words.phoneHelp })}
        {line(
          'birthDate',
          { type: 'date', autoComplete: 'bday', min: '1900-01-01', max: today },
          { help: words.birthDateHelp, className: 'sm:max-w-60' },
        )}
      </Fieldset>
      <Fieldset legend={words.address}>
        <div className="grid grid-cols-[1fr_5.5rem] gap-4">
          {line('street', { autoComplete: 'address-line1', maxLength: 70 })}
          {line('houseNumber', { maxLength: 16 })}
        </div>
        <div className="grid grid-cols-[6.5rem_1fr] gap-4">
          {line('postalCode', { autoComplete: 'postal-code', maxLength: 16 })}
          {line('town', { autoComplete: 'address-level2', maxLength: 35 })}
        </div>
        <Field
          name="customer.country"
          label={words.labels.country}
          error={errors['customer.country']}
          required
        >
          <Select defaultValue="CH" autoComplete="country">
            {countries.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      </Fieldset>
    </>
  )
}
