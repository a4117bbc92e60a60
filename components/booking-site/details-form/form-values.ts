const PREFIX = 'customer.'

/** What stands in the form, the customer's fields by their names alone; an empty field is no value. */
export function valuesOf(form: HTMLFormElement | null): Record<string, string> {
  if (!form) return {}
  const entries = [...new FormData(form)].map(([name, value]) => [
    name.replace(PREFIX, ''),
    String(value).trim(),
  ])
  return Object.fromEntries(entries.filter(([, value]) => value !== ''))
}

/** Puts values back into fields that are still untouched. Consent is given anew each time. */
export function fillIn(form: HTMLFormElement | null, values: Record<string, string>): void {
  for (const [name, value] of Object.entries(values)) {
    const field = form?.elements.namedItem(`${PREFIX}${name}`) ?? form?.elements.namedItem(name)
    const untouched =
      field instanceof HTMLSelectElement || (field instanceof HTMLInputElement && field.value === '')
    if (untouched) field.value = value
  }
}
