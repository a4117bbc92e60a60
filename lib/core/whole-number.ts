import { z } from 'zod'

/**
 * A whole number as a form sends it or as a number. An emptied field is missing, not zero; digits alone are read, with what stands between
 * thousands here: `1e5` and `0x10` are numbers to JavaScript, and not what somebody meant.
 */
export function wholeNumber(least: number, most: number) {
  return z.preprocess((given, context) => {
    if (typeof given !== 'string') return given
    const text = given.trim().replace(/(?<=\d)['’ \u00a0\u202f](?=\d{3})/g, '')
    if (text === '') return undefined
    // Also where nothing but noughts follow: `20.000` may be twenty, or twenty thousand.
    if (/^[+-]?\d+[.,]\d+$/.test(text)) context.addIssue({ code: 'custom', message: 'whole_number' })
    return /^[+-]?\d+$/.test(text) ? Number(text) : Number.NaN
  }, z.number().int().min(least).max(most))
}
