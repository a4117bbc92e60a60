/** Amounts are whole rappen (minor units); floating point never holds money. */

/** Swiss five-rappen rounding: cash totals only, never the card or the QR-bill. */
export function roundToFiveRappen(amountRappen: number): number {
  return Math.round(amountRappen / 5) * 5
}

/** `1'234.50`, as Swiss bills print it; negative amounts carry a true minus sign (U+2212). */
export function formatRappen(amountRappen: number): string {
  if (!Number.isSafeInteger(amountRappen)) throw new RangeError(`Not an amount in rappen: ${amountRappen}`)
  const whole = Math.trunc(Math.abs(amountRappen) / 100)
  const cents = String(Math.abs(amountRappen) % 100).padStart(2, '0')
  const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, "'")
  return `${amountRappen < 0 ? '−' : ''}${grouped}.${cents}`
}

/** `CHF 1'234.50`, the currency first, joined by a space that does not break. */
export function formatMoney(amountRappen: number, currency: string): string {
  return `${currency}\u00A0${formatRappen(amountRappen)}`
}

/**
 * The mark between thousands, where there is one, is never the decimal point as well. One mark before three digits could
 * be either, `388.755` a price with a digit too many: that is no amount, `1.234.500` and `1.234,50` are.
 */
const AMOUNT =
  /^-?(?:\d{1,3}(?:,\d{3})+\.\d{1,2}|\d{1,3}(?:,\d{3}){2,}|\d{1,3}(?:\.\d{3})+,\d{1,2}|\d{1,3}(?:\.\d{3}){2,}|\d+(?:[.,]\d{1,2})?)$/

/**
 * Reads an amount as people type or paste it: `1'234.50`, `1’234,5`, `CHF 12.-`, `Fr. 80.–`, `1 234.50`, `1,234.50`.
 * Answers null when it is not one amount with at most two decimals.
 */
export function parseRappen(text: string): number | null {
  const bare = text
    .replace(/[\s\u00A0\u202F'’`´]/g, '')
    .replace(/^(chf|fr\.?|sfr\.?|eur|€)|(chf|fr\.?|eur|€)$/i, '')
    .replace(/[.,][-–—]{1,2}$/, '')
    .replace(/^[−–]/, '-')
  if (!AMOUNT.test(bare)) return null
  const cents = /[.,](\d{1,2})$/.exec(bare)?.[1] ?? ''
  const whole = bare.slice(0, cents ? -cents.length : undefined).replace(/\D/g, '')
  const rappen = Number(whole) * 100 + Number(cents.padEnd(2, '0'))
  if (!Number.isSafeInteger(rappen)) return null
  return bare.startsWith('-') ? 0 - rappen : rappen
}

/** A share of an amount in basis points (1.25 % = 125), rounded half up. */
export function shareOf(amountRappen: number, basisPoints: number): number {
  return Math.floor((amountRappen * basisPoints + 5_000) / 10_000)
}
