import type { ComponentProps, ReactNode } from 'react'
import { Line } from '@/components/booking-site/details-form/line'
import type { CustomerField, DetailsWords } from '@/components/booking-site/details-form/words'

type CustomerFieldsProps = {
  words: DetailsWords
  /** The last birthday that is old enough for the vehicle. */
  bornBy: string
  countries: { code: string; name: string }[]
  errors: Record<string, string>
}

/** The customer's own data, in the order of an address, each filled in by the phone where it can be. */
export function CustomerFields({ words, bornBy, countries, errors }: CustomerFieldsProps) {
  const about = (field: CustomerField) => ({
    name: `customer.${field}`,
    label: words.labels[field],
    error: errors[`customer.${field}`],
  })
  const line = (
    field: CustomerField,
    input: ComponentProps<'input'>,
    more: { help?: string; className?: string } = {},
  ) => (
    <Line {...about(field)} {...more}>
      {(control) => <input {...control} {...input} required={field !== 'houseNumber'} />}
    </Line>
  )
  return (
    <>
      <Group legend={words.person}>
        <div className="grid gap-4 sm:grid-cols-2">
          {line('firstName', { autoComplete: 'given-name', maxLength: 80 })}
          {line('lastName', { autoComplete: 'family-name', maxLength: 80 })}
        </div>
        {line(
          'email',
          { type: 'email', autoComplete: 'email', maxLength: 254, pattern: '[^@]+@[^@]+[.][^@.]{2,}' },
          { help: words.emailHelp },
        )}
        {line(
          'phone',
          { type: 'tel', autoComplete: 'tel', maxLength: 40, pattern: '([^0-9]*[0-9]){7,}[^0-9]*' },
          { help: words.phoneHelp },
        )}
        {line(
          'birthDate',
          { type: 'date', autoComplete: 'bday', min: oldest(bornBy), max: bornBy },
          { help: words.birthDateHelp, className: 'sm:max-w-60' },
        )}
      </Group>
      <Group legend={words.address}>
        <div className="grid grid-cols-[1fr_5.5rem] gap-4">
          {line('street', { autoComplete: 'address-line1', maxLength: 70 })}
          {line('houseNumber', { maxLength: 16 })}
        </div>
        <div className="grid grid-cols-[6.5rem_1fr] gap-4">
          {line('postalCode', { autoComplete: 'postal-code', maxLength: 16 })}
          {line('town', { autoComplete: 'address-level2', maxLength: 35 })}
        </div>
        <Line {...about('country')}>
          {({ className, ...control }) => (
            <span className="relative flex w-full items-center">
              <select
                {...control}
                required
                defaultValue="CH"
                autoComplete="country"
                className={`${className} cursor-pointer appearance-none`}
              >
                {countries.map(({ code, name }) => (
                  <option key={code} value={code}>
                    {name}
                  </option>
                ))}
              </select>
              <span className="icon icon-chevron-down pointer-events-none absolute right-2.5 size-4 text-muted" />
            </span>
          )}
        </Line>
      </Group>
    </>
  )
}

/** A birthday before this one is a slip of the pen: nobody who drives is so old. */
function oldest(bornBy: string): string {
  return `${Number(bornBy.slice(0, 4)) - 100}${bornBy.slice(4)}`
}

function Group({ legend, children }: { legend: string; children: ReactNode }) {
  return (
    <fieldset className="grid min-w-0 gap-4">
      <legend className="mb-3 font-semibold text-base">{legend}</legend>
      {children}
    </fieldset>
  )
}
