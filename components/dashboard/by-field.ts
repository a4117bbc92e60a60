import type { ActionResult } from '@/lib/core/action'

/** What is wrong with one of the words in a field stands at the field: `tags.2` is `tags` on the screen. */
export function byField<T>(answer: ActionResult<T>): ActionResult<T> {
  if (answer.ok || !answer.error.fields) return answer
  const fields: Record<string, string> = {}
  for (const [name, problem] of Object.entries(answer.error.fields))
    fields[name.replace(/\.\d+$/, '')] ??= problem
  return { ok: false, error: { ...answer.error, fields } }
}
