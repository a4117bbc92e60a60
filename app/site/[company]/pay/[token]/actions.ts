'use server'

import { redirect } from 'next/navigation'
import { requireSiteContext } from '@/lib/core/context'
import { currentRequest } from '@/lib/core/current-request'
import { AppError } from '@/lib/core/errors'
import { limitRate, RATE_LIMITS } from '@/lib/core/rate-limit'
import { payInvoiceByCard } from '@/lib/money/pay-link/commands'
import { openInvoiceLink } from '@/lib/money/pay-link/queries'
import { redeemVoucherByLink } from '@/lib/money/vouchers/commands'
import { VoucherCode } from '@/lib/money/vouchers/schema'

/** Leads to the payment page of what is open; an invoice that is paid shows that it is. */
export async function payByCard(slug: string, token: string): Promise<void> {
  const ctx = await requireSiteContext(slug)
  const { ip } = await currentRequest()
  const invoice = await openInvoiceLink(ctx, token, ip)
  redirect(invoice.openRappen > 0 ? await payInvoiceByCard(ctx, token) : `/pay/${token}`)
}

/** Pays what a voucher covers; codes are tried as seldom as tokens. */
export async function payByVoucher(slug: string, token: string, form: FormData): Promise<void> {
  const ctx = await requireSiteContext(slug)
  const { ip } = await currentRequest()
  await openInvoiceLink(ctx, token, ip)
  const page = `/pay/${token}`
  const code = VoucherCode.safeParse(form.get('code'))
  if (!code.success) redirect(`${page}?refused=voucher_unknown`)
  try {
    await limitRate(RATE_LIMITS.token, ip)
    await redeemVoucherByLink(ctx, token, code.data)
  } catch (error) {
    if (!(error instanceof AppError) || error.isFault) throw error
    redirect(`${page}?refused=${error.code}`)
  }
  redirect(page)
}
