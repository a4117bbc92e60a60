import type { Call } from './router.ts'

/** A decoded form: `a[b][0]=c` becomes `{ a: { b: { 0: 'c' } } }`. */
export interface Form {
  [key: string]: FormValue
}
export type FormValue = string | Form

/** Decodes the bracket notation that Stripe's SDKs send, in bodies and in queries alike. */
export function decodeForm(pairs: Iterable<[string, string]>): Form {
  const form: Form = newForm()
  for (const [name, value] of pairs) {
    const [head = '', ...rest] = name.split(/\[|\]\[?/)
    const keys = name.includes('[') ? [head, ...rest.slice(0, -1)] : [name]
    assign(form, keys, value)
  }
  return form
}

/** A form as a browser sends it, files included. */
export function sentForm({ headers, body }: Call): Promise<FormData> {
  const type = headers.get('content-type') ?? ''
  return new Response(Uint8Array.from(body), { headers: { 'content-type': type } }).formData()
}

/** The values of a list or map, in the order they were sent. */
export function valuesOf(value: FormValue | undefined): FormValue[] {
  return typeof value === 'object' ? Object.values(value) : []
}

function assign(form: Form, keys: string[], value: string): void {
  let target = form
  for (const [position, key] of keys.entries()) {
    const name = key === '' ? String(Object.keys(target).length) : key
    if (position === keys.length - 1) {
      target[name] = value
      return
    }
    const next = target[name]
    if (typeof next === 'object') target = next
    else target = target[name] = newForm()
  }
}

/** Without a prototype, so that a field called `__proto__` is only a field. */
function newForm(): Form {
  return Object.create(null) as Form
}
