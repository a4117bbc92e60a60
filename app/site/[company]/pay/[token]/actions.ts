'use server'

import { redirect } from 'next/navigation'
import { requireSiteContext } from '@/lib/core/context'
import { currentRequest } from '@/lib/core/current-request'
import { payInvoiceByCard } from '@/lib/money/pay-link/commands'
import { openInvoiceLink } from '@/lib/money/pay-link/queries'

/** Leads to the payment page of what is open; an invoice that is paid shows that it is. */
export async function payByCard(slug: string, token: string): Promise<void> {
  const ctx = await requireSiteContext(slug)
  const { ip } = await currentRequest()
  const invoice = await openInvoiceLink(ctx, token, ip)
  redirect(invoice.openRappen > 0 ? await payInvoiceByCard(ctx, token) : `/pay/${token}`)
}
