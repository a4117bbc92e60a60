import { randomBytes } from 'node:crypto'
import { clockSeconds } from './clock.ts'

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** An id of Stripe's look: prefix, then letters and digits. */
export function newId(prefix: string, length = 24): string {
  let suffix = ''
  for (const byte of randomBytes(length)) suffix += ALPHABET[byte % ALPHABET.length]
  return prefix + suffix
}

/** Stripe counts time in whole seconds. */
export function nowSeconds(): number {
  return clockSeconds()
}
