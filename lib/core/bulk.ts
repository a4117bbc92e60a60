import 'server-only'
import { z } from 'zod'
import { describeError } from '@/lib/core/error-messages'
import { AppError } from '@/lib/core/errors'
import type { Locale } from '@/lib/core/i18n/locales'

/** What one row of a bulk action came to; with a sentence where it was refused. */
export type BulkOutcome = { id: string; message?: string }

/** The rows a bulk action is asked for. */
export const BulkIds = z.array(z.uuid()).min(1).max(500)

const Outcomes = z.array(z.object({ id: z.string(), code: z.string().optional() }))

/** Reads what the database says of each row, in the reader's words. */
export async function readOutcomes(answer: unknown, locale: Locale): Promise<BulkOutcome[]> {
  return Promise.all(
    Outcomes.parse(answer).map(async ({ id, code }) => {
      if (!code) return { id }
      return { id, message: (await describeError(new AppError(code, { status: 409 }), locale)).message }
    }),
  )
}
