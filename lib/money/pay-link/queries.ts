import { cache } from 'react'
import { z } from 'zod'
import type { SiteContext } from '@/lib/core/context'
import { AppError, fromPostgres } from '@/lib/core/errors'
import { limitRate, RATE_LIMITS } from '@/lib/core/rate-limit'

const Party = z.object({
  name: z.string().nullish(),
  street: z.string().nullish(),
  house_number: z.string().nullish(),
  postal_code: z.string().nullish(),
  town: z.string().nullish(),
  country: z.string().nullish(),
})

const Answer = z
  .object({
    number: z.string(),
    status: z.enum(['open', 'partially_paid', 'paid', 'overdue', 'void']),
    currency: z.string(),
    issued_on: z.string(),
    due_on: z.string(),
    total_rappen: z.number(),
    fees_rappen: z.number(),
    credited_rappen: z.number(),
    paid_rappen: z.number(),
    open_rappen: z.number(),
    overpaid_rappen: z.number(),
    reference: z.string().nullable(),
    creditor: Party.extend({ iban: z.string().nullish() }),
    debtor: Party,
    takes_cards: z.boolean(),
    takes_tip: z.boolean(),
    tip: z.object({ status: z.string(), amount_rappen: z.number(), begun_at: z.coerce.date() }).nullable(),
    card: z.object({ status: z.string(), begun_at: z.coerce.date() }).nullable(),
  })
  .transform((invoice) => ({
    number: invoice.number,
    status: invoice.status,
    currency: invoice.currency,
    issuedOn: invoice.issued_on,
    dueOn: invoice.due_on,
    totalRappen: invoice.total_rappen,
    feesRappen: invoice.fees_rappen,
    creditedRappen: invoice.credited_rappen,
    paidRappen: invoice.paid_rappen,
    openRappen: invoice.open_rappen,
    overpaidRappen: invoice.overpaid_rappen,
    reference: invoice.reference,
    creditor: invoice.creditor,
    debtor: invoice.debtor,
    takesCards: invoice.takes_cards,
    takesTip: invoice.takes_tip,
    tip: invoice.tip && {
      status: invoice.tip.status,
      amountRappen: invoice.tip.amount_rappen,
      begunAt: invoice.tip.begun_at,
    },
    card: invoice.card && { status: invoice.card.status, begunAt: invoice.card.begun_at },
  }))

/** An invoice as the holder of its link sees it. */
export type LinkedInvoice = z.output<typeof Answer>

/** The invoice of a private link, read once per request; null for a wrong or lapsed token. */
export const findInvoiceOfLink = cache(
  async (ctx: SiteContext, token: string): Promise<LinkedInvoice | null> => {
    const { data, error } = await ctx.db.rpc('invoice_by_token', { p_slug: ctx.company.slug, p_token: token })
    if (error) throw fromPostgres(error)
    return data === null ? null : Answer.parse(data)
  },
)

/**
 * The invoice of a private link. Wrong tokens are counted per address, right ones are not.
 * @throws AppError `not_found` for a wrong or lapsed token · `rate_limited` after too many of them
 */
export async function openInvoiceLink(ctx: SiteContext, token: string, ip: string): Promise<LinkedInvoice> {
  const invoice = await findInvoiceOfLink(ctx, token)
  if (invoice) return invoice
  await limitRate(RATE_LIMITS.token, ip)
  throw new AppError('not_found')
}
