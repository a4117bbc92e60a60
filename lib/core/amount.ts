import { z } from 'zod'

/** What one payment, one invoice or one line can be at most: 999'999'999.99, as on a QR-bill. */
export const MOST_RAPPEN = 99_999_999_999

/**
 * An amount in whole rappen, as `MoneyInput` sends it or as a number. Digits alone are read: `1.000`, `5.` and `1e5` are
 * numbers to JavaScript, and not the amount that somebody meant.
 */
export function rappen(least: number, most = MOST_RAPPEN) {
  return z.preprocess(
    (given) => {
      if (typeof given !== 'string') return given
      const text = given.trim()
      if (text === '') return undefined
      return /^-?\d{1,15}$/.test(text) ? Number(text) : Number.NaN
    },
    z
      .number({ error: ({ input }) => (input === undefined ? 'required' : 'amount') })
      .int('amount')
      .min(least, 'amount_least')
      .max(most, 'amount_most'),
  )
}

/** The same in coins: the smallest is worth five. */
export function cashRappen(least: number, most = MOST_RAPPEN) {
  return rappen(least, most).refine((amount) => amount % 5 === 0, 'five_rappen')
}
