/** The id of the control called `name`, for labels, error links and tests. */
export function fieldId(name: string): string {
  return `field-${name}`
}
