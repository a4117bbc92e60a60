import type { Refusal } from '@/components/dashboard/action-form'

/** What is wrong with a new reservation, by its own fields: its action knows them inside `reservation`. */
export function reservationErrors(refusal: Refusal | null): Record<string, string> {
  const fields = Object.entries(refusal?.fields ?? {})
  return Object.fromEntries(fields.map(([name, text]) => [name.replace(/^reservation\./, ''), text]))
}
