/**
 * What a server action was called with, as an object for its schema: the values themselves, or the fields of a form.
 * A field that occurs more than once becomes an array; React's own fields are left out.
 */
export function inputOf(given: unknown): unknown {
  if (!(given instanceof FormData)) return given
  const fields = new Map<string, unknown>()
  for (const name of new Set(given.keys())) {
    if (name.startsWith('$ACTION_')) continue
    const values = given.getAll(name)
    fields.set(name, values.length > 1 ? values : values[0])
  }
  return Object.fromEntries(fields)
}
