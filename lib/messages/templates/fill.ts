import { oneLine } from '@/lib/core/line'
import {
  FIELDS,
  factsOfEvent,
  requiredIn,
  type TemplateChannel,
  type TemplateEvent,
  type Variable,
} from '@/lib/messages/templates/events'

/** What a template is filled with. A variable that has nothing to say leaves nothing behind, nor the brackets in which it stands alone. */
export type Values = Partial<Record<Variable, string>>

const PLACE = /\{\{([^{}]*)\}\}/g
const BRACKETED = /( ?\()?\{\{([^{}]*)\}\}(\))?/g

/**
 * A text with its variables filled in, in one pass: what a value holds is never read as a template, and no value begins a line. A name that is
 * no variable is never looked up, so `{{constructor}}` is nothing.
 */
export function filled(text: string, values: Values): string {
  const known = new Map(Object.entries(values))
  return text.replace(BRACKETED, (_, open: string | undefined, name: string, close: string | undefined) => {
    const value = oneLine(known.get(name.trim()) ?? '')
    return value === '' && open && close ? '' : `${open ?? ''}${value}${close ?? ''}`
  })
}

export type TemplateProblem = {
  field: string
  rule: 'length' | 'line' | 'content_sid' | 'variable' | 'braces' | 'required'
  variable?: string
}

const MOST: Record<TemplateChannel, Record<string, number>> = {
  email: { subject: 200, heading: 200, body: 4_000, closing: 4_000, button: 60 },
  sms: { body: 800 },
  whatsapp: { contentSid: 34, body: 1_024 },
}
const CONTENT_SID = /^HX[0-9a-f]{32}$/

/** Everything that is wrong with a template, as the database would say it: the first problem of each field. */
export function problemsOf(
  event: TemplateEvent,
  channel: TemplateChannel,
  texts: Record<string, string>,
): TemplateProblem[] {
  const { variables } = factsOfEvent(event)
  const problems = FIELDS[channel].flatMap((field) =>
    problemIn(field, channel, texts[field] ?? '', variables),
  )
  const missing = requiredIn(event, channel).find((name) => !mentioned(texts.body ?? '').includes(name))
  const isBodyFine = !problems.some(({ field }) => field === 'body')
  return missing && isBodyFine
    ? [...problems, { field: 'body', rule: 'required', variable: missing }]
    : problems
}

function problemIn(
  field: string,
  channel: TemplateChannel,
  text: string,
  variables: readonly Variable[],
): TemplateProblem[] {
  const length = text.trim().length
  const most = MOST[channel][field] ?? 0
  if (length > most || (length === 0 && field !== 'closing')) return [{ field, rule: 'length' }]
  if (field === 'contentSid' && !CONTENT_SID.test(text)) return [{ field, rule: 'content_sid' }]
  const hasLines = channel !== 'sms' && (field === 'body' || field === 'closing')
  if (/[\p{Cc}\u2028\u2029]/u.test(hasLines ? text.replaceAll('\n', '') : text))
    return [{ field, rule: 'line' }]
  const unknown = mentioned(text).find((name) => !variables.some((known) => known === name))
  if (unknown !== undefined) return [{ field, rule: 'variable', variable: unknown }]
  return /\{\{|\}\}/.test(text.replace(PLACE, '')) ? [{ field, rule: 'braces' }] : []
}

/** The variables of a template, each once, in the order in which they stand. */
export function placesIn(text: string): string[] {
  return [...new Set(mentioned(text))]
}

function mentioned(text: string): string[] {
  return [...text.matchAll(PLACE)].map(([, name]) => (name ?? '').trim())
}
