import { redirect } from 'next/navigation'
import { cache } from 'react'
import { getSiteContext } from '@/lib/core/context'
import { currentRequest } from '@/lib/core/current-request'
import { AppError } from '@/lib/core/errors'
import { type LinkedInvoice, openInvoiceLink } from '@/lib/money/pay-link/queries'

/** The invoice of a private link, once per request; a wrong link is a page that does not exist, too many of them are refused. */
export const invoiceOrNotFound = cache(async (slug: string, token: string): Promise<LinkedInvoice> => {
  const ctx = await getSiteContext(slug)
  const { ip } = await currentRequest()
  try {
    return await openInvoiceLink(ctx, token, ip)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    // A page cannot answer 404 and show something without JavaScript, nor 429 at all; these addresses do.
    if (error.code === 'not_found') redirect('/no-such-invoice')
    if (error.code === 'rate_limited') redirect('/too-many-attempts')
    throw error
  }
})
