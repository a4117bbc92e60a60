'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { rappen } from '@/lib/core/amount'
import { requireSiteContext } from '@/lib/core/context'
import { currentRequest } from '@/lib/core/current-request'
import { describeError } from '@/lib/core/error-messages'
import { AppError } from '@/lib/core/errors'
import { formatMoney, parseRappen } from '@/lib/core/money'
import { limitRate, RATE_LIMITS } from '@/lib/core/rate-limit'
import { payInvoiceByCard, tipByCard } from '@/lib/money/pay-link/commands'
import { openInvoiceLink } from '@/lib/money/pay-link/queries'
import type { Refusal } from '@/lib/money/pay-link/refusal'
import { LEAST_TIP, MOST_TIP } from '@/lib/money/pay-link/tips'
import { redeemVoucherByLink } from '@/lib/money/vouchers/commands'
import { VoucherCode } from '@/lib/money/vouchers/schema'

const Tip = rappen(LEAST_TIP, MOST_TIP)

/** Leads to the payment page of what is open; an invoice that is paid shows that it is. */
export async function payByCard(slug: string, token: string): Promise<void> {
  const { ctx, invoice } = await opened(slug, token)
  redirect(invoice.openRappen > 0 ? await payInvoiceByCard(ctx, token) : `/pay/${token}`)
}

/** Leads to the payment page of one of the tips that are offered. */
export async function chooseTip(slug: string, token: string, form: FormData): Promise<void> {
  const { ctx } = await opened(slug, token)
  const amount = Tip.safeParse(form.get('rappen'))
  redirect(amount.success ? await tipByCard(ctx, token, amount.data) : `/pay/${token}`)
}

/** Leads to the payment page of a tip that was typed, or says what a tip can be. */
export async function giveTip(
  slug: string,
  token: string,
  _: Refusal | null,
  form: FormData,
): Promise<Refusal> {
  const { ctx, invoice } = await opened(slug, token)
  const typed = String(form.get('amount') ?? '')
  const amount = Tip.safeParse(parseRappen(typed) ?? typed)
  if (amount.success) redirect(await tipByCard(ctx, token, amount.data))
  const t = await getTranslations('booking-site.pay.tip')
  const limit = (of: number) => formatMoney(of, invoice.currency)
  return { typed, problem: t('refused', { least: limit(LEAST_TIP), most: limit(MOST_TIP) }) }
}

/** Pays what a voucher covers, or says why it does not; codes are tried as seldom as tokens. */
export async function payByVoucher(
  slug: string,
  token: string,
  _: Refusal | null,
  form: FormData,
): Promise<Refusal> {
  const { ctx, ip } = await opened(slug, token)
  const typed = String(form.get('code') ?? '')
  try {
    const code = VoucherCode.safeParse(typed)
    if (!code.success) throw new AppError('voucher_unknown')
    await limitRate(RATE_LIMITS.token, ip)
    await redeemVoucherByLink(ctx, token, code.data)
  } catch (error) {
    if (!(error instanceof AppError) || error.isFault) throw error
    if (error.code === 'nothing_to_pay') redirect(`/pay/${token}`)
    return { typed, problem: (await describeError(error, ctx.locale)).message }
  }
  redirect(`/pay/${token}`)
}

/** The invoice of the link; a wrong link is counted and refused. */
async function opened(slug: string, token: string) {
  const ctx = await requireSiteContext(slug)
  const { ip } = await currentRequest()
  return { ctx, ip, invoice: await openInvoiceLink(ctx, token, ip) }
}
