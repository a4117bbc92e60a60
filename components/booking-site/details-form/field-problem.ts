import type { DetailsWords } from '@/components/booking-site/details-form/words'

export type FieldElement = HTMLInputElement | HTMLSelectElement

/** What is wrong with a field as it stands, in words; null when nothing is. The server has the last word. */
export function fieldProblem(field: FieldElement, words: DetailsWords): string | null {
  const { validity } = field
  if (validity.valid) return null
  if (field.type === 'checkbox') return words.consentMissing
  if (validity.valueMissing && !validity.badInput) return words.missing
  return field.type === 'email' ? words.invalidEmail : words.invalidDate
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
