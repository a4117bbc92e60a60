import { z } from 'zod'

/** One line of text, as it stands on envelopes, in mail headers and in lists: what ends a line or is not seen has no place in it. */
export function line(most: number) {
  return z
    .string()
    .trim()
    .max(most)
    .regex(/^[^\p{Cc}\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff]*$/u, 'characters')
}

/**
 * Text as one line of a message: whatever a name holds, it cannot begin a line, a header or a fact of its own, nor turn around the writing of what stands beside
 * it.
 */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .trim()
}

/** The beginning of a text, cut where a word ends, with an ellipsis where something is left out; a word longer than that is cut between its signs. */
export function beginningOf(text: string, most: number): string {
  const signs = [...text]
  if (signs.length <= most) return text
  const kept = signs.slice(0, most).join('')
  const isBetweenWords = /\s/.test(signs[most] ?? '')
  const words = isBetweenWords ? kept : kept.replace(/\s+\S*$/, '')
  return `${words.replace(/[\s,;:.–-]+$/, '')}…`
}
