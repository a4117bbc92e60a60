import type { DetailsWords } from '@/components/booking-site/details-form/words'
import { isPostalCode } from '@/lib/core/postal-address'

export type FieldElement = HTMLInputElement | HTMLSelectElement

/** What is wrong with a field as it stands, in words; null when nothing is. The server has the last word. */
export function fieldProblem(field: FieldElement, words: DetailsWords): string | null {
  const { validity, name, value } = field
  if (name === 'customer.postalCode' && value && !isPostalCode(value.trim(), countryOf(field)))
    return words.invalidPostalCode
  if (validity.valid) return null
  if (field.type === 'checkbox') return words.consentMissing
  if (validity.valueMissing && !validity.badInput) return words.missing
  if (field.type === 'email') return words.invalidEmail
  if (field.type === 'tel') return words.invalidPhone
  if (name === 'customer.birthDate' && validity.rangeOverflow) return words.tooYoung
  if (name === 'licence.since' && validity.rangeOverflow) return words.licenceTooShort
  return name === 'licence.expiresOn' && validity.rangeUnderflow ? words.licenceExpired : words.invalidDate
}

function countryOf({ form }: FieldElement): string {
  const country = form?.elements.namedItem('customer.country')
  return country && 'value' in country ? String(country.value) : 'CH'
}

/** Every field of the form that is wrong, by name, in the order of the form. */
export function fieldProblems(form: HTMLFormElement, words: DetailsWords): Record<string, string> {
  const fields = [...form.elements].filter((element): element is FieldElement => 'validity' in element)
  return Object.fromEntries(
    fields.flatMap((field) => {
      const problem = field.name ? fieldProblem(field, words) : null
      return problem ? [[field.name, problem]] : []
    }),
  )
}
