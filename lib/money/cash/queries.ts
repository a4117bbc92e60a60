import { z } from 'zod'
import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import type { CashPeriod } from '@/lib/money/cash/schema'

const text = z.string().nullish()

const Entry = z
  .object({
    id: z.number(),
    day: z.iso.date(),
    at: z.string(),
    kind: z.string(),
    amount_rappen: z.number(),
    subject: z.object({ number: text, customer: text, reason: text, entry: text }).nullable(),
  })
  .transform(({ amount_rappen, subject, ...entry }) => ({
    ...entry,
    amountRappen: amount_rappen,
    subject: subject ?? {},
  }))
export type CashEntry = z.output<typeof Entry>

const Closing = z
  .object({
    expected_rappen: z.number(),
    counted_rappen: z.number(),
    difference_rappen: z.number(),
    note: text,
    closed_by: text,
    created_at: z.string(),
  })
  .transform((closing) => ({
    expectedRappen: closing.expected_rappen,
    countedRappen: closing.counted_rappen,
    differenceRappen: closing.difference_rappen,
    note: closing.note ?? null,
    closedBy: closing.closed_by ?? null,
    at: closing.created_at,
  }))

const Book = z
  .object({
    location: z.object({ id: z.uuid(), name: z.string() }),
    currency: z.string(),
    opening_rappen: z.number(),
    entries: z.array(Entry),
    in_rappen: z.number(),
    out_rappen: z.number(),
    closing_rappen: z.number(),
    closed: Closing.nullable(),
    closed_until: z.iso.date().nullable(),
  })
  .transform((book) => ({
    location: book.location,
    currency: book.currency,
    openingRappen: book.opening_rappen,
    entries: book.entries,
    inRappen: book.in_rappen,
    outRappen: book.out_rappen,
    closingRappen: book.closing_rappen,
    closed: book.closed,
    closedUntil: book.closed_until,
  }))

/** The cash book of a till; a closing is that of the last day asked for. */
export type CashBook = z.output<typeof Book>

/** What came into a till and left it, from one day to another. @throws AppError `not_found` · `forbidden` */
export async function getCashBook(ctx: CompanyContext, period: CashPeriod): Promise<CashBook> {
  const { data, error } = await ctx.db.rpc('cash_book', {
    p_location_id: period.location,
    p_from: period.from,
    p_until: period.until,
  })
  if (error) throw fromPostgres(error)
  return Book.parse(data)
}
