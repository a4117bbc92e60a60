import { expect, test } from 'vitest'
import { type FieldElement, fieldProblem } from '@/components/booking-site/details-form/field-problem'
import type { DetailsWords } from '@/components/booking-site/details-form/words'

/** Each sentence is its own name. */
const words = new Proxy({}, { get: (_, name) => name }) as DetailsWords

/** A field as the browser has judged it, beside the country of the form. */
function field(name: string, value: string, fault: keyof ValidityState | null, country = 'CH'): FieldElement {
  return {
    name,
    value,
    type: name === 'customer.email' ? 'email' : name === 'customer.phone' ? 'tel' : 'text',
    validity: { valid: fault === null, ...(fault && { [fault]: true }) },
    form: { elements: { namedItem: () => ({ value: country }) } },
  } as unknown as FieldElement
}

test.each([
  ['customer.lastName', '', 'valueMissing', 'missing'],
  ['customer.email', 'a@b', 'patternMismatch', 'invalidEmail'],
  ['customer.phone', '079', 'patternMismatch', 'invalidPhone'],
  ['customer.postalCode', '80012', null, 'invalidPostalCode'],
  ['customer.postalCode', '8001', null, null],
  ['customer.birthDate', '2020-05-05', 'rangeOverflow', 'tooYoung'],
  ['customer.birthDate', '1825-05-05', 'rangeUnderflow', 'invalidDate'],
  ['licence.since', '2026-11-01', 'rangeOverflow', 'licenceTooShort'],
  ['licence.expiresOn', '2026-01-01', 'rangeUnderflow', 'licenceExpired'],
  ['licence.expiresOn', '', 'badInput', 'invalidDate'],
] as const)('%s «%s» (%s): %s', (name, value, fault, problem) =>
  expect(fieldProblem(field(name, value, fault), words)).toBe(problem),
)

test('a postcode is one of its country', () => {
  expect(fieldProblem(field('customer.postalCode', '80331', null, 'DE'), words)).toBeNull()
})
