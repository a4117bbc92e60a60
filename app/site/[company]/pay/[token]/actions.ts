'use server'

import { redirect } from 'next/navigation'
import { rappen } from '@/lib/core/amount'
import { requireSiteContext } from '@/lib/core/context'
import { currentRequest } from '@/lib/core/current-request'
import { AppError } from '@/lib/core/errors'
import { parseRappen } from '@/lib/core/money'
import { limitRate, RATE_LIMITS } from '@/lib/core/rate-limit'
import { payInvoiceByCard, tipByCard } from '@/lib/money/pay-link/commands'
import { openInvoiceLink } from '@/lib/money/pay-link/queries'
import { LEAST_TIP, MOST_TIP } from '@/lib/money/pay-link/tips'
import { redeemVoucherByLink } from '@/lib/money/vouchers/commands'
import { VoucherCode } from '@/lib/money/vouchers/schema'

/** Leads to the payment page of what is open; an invoice that is paid shows that it is. */
export async function payByCard(slug: string, token: string): Promise<void> {
  const ctx = await requireSiteContext(slug)
  const { ip } = await currentRequest()
  const invoice = await openInvoiceLink(ctx, token, ip)
  redirect(invoice.openRappen > 0 ? await payInvoiceByCard(ctx, token) : `/pay/${token}`)
}

/** Leads to the payment page of a tip: one of those offered, or an amount of the payer's own. */
export async function giveTip(slug: string, token: string, form: FormData): Promise<void> {
  const ctx = await requireSiteContext(slug)
  const { ip } = await currentRequest()
  await openInvoiceLink(ctx, token, ip)
  const chosen = form.get('rappen')
  const typed = String(form.get('amount') ?? '')
  const amount = rappen(LEAST_TIP, MOST_TIP).safeParse(chosen ?? parseRappen(typed) ?? typed)
  const page = `/pay/${token}`
  redirect(amount.success ? await tipByCard(ctx, token, amount.data) : `${page}?refused=tip`)
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
