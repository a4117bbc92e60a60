import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { chooseTip, giveTip, payByCard, payByVoucher } from '@/app/site/[company]/pay/[token]/actions'
import { invoiceOrNotFound } from '@/app/site/[company]/pay/[token]/invoice-or-not-found'
import { ContactButtons } from '@/components/booking-site/contact-buttons'
import { RefreshWhile } from '@/components/booking-site/refresh-while'
import { BankTransfer } from '@/components/money/pay-link/bank-transfer'
import { InvoiceStanding } from '@/components/money/pay-link/invoice-standing'
import { TipForm } from '@/components/money/pay-link/tip-form'
import { VoucherForm } from '@/components/money/pay-link/voucher-form'
import { Alert } from '@/components/ui/alert'
import { buttonStyle } from '@/components/ui/button-style'
import type { Query } from '@/lib/booking-site/search-state'
import { getSiteContext } from '@/lib/core/context'
import { localDateOf } from '@/lib/core/dates'
import { formatMoney } from '@/lib/core/money'
import { findInvoiceOfLink } from '@/lib/money/pay-link/queries'
import { transferOf } from '@/lib/money/pay-link/transfer'

type PayProps = { params: Promise<{ company: string; token: string }>; searchParams: Promise<Query> }

/** Stripe's word comes within seconds; after that the page stops waiting for it. */
const WAIT_MS = 10 * 60_000

export async function generateMetadata({ params }: PayProps): Promise<Metadata> {
  const { company, token } = await params
  // Not by `invoiceOrNotFound`, which counts: where the page leads elsewhere, the head is drawn a second time, and a visit is one attempt.
  const invoice = await findInvoiceOfLink(await getSiteContext(company), token)
  const t = await getTranslations('booking-site.pay')
  const title = invoice && { title: t('title', { number: invoice.number }) }
  return { ...title, robots: { index: false }, referrer: 'same-origin' }
}

/** An invoice to pay: by card, or at one's bank with the numbers of the QR-bill. */
export default async function PayPage({ params, searchParams }: PayProps) {
  const { company: slug, token } = await params
  const ctx = await getSiteContext(slug)
  const invoice = await invoiceOrNotFound(slug, token)
  const t = await getTranslations('booking-site.pay')
  const begunAt = invoice.card?.status === 'pending' ? invoice.card.begunAt.getTime() : 0
  const query = await searchParams
  const checking = 'paid' in query && ctx.now().getTime() - begunAt < WAIT_MS
  const tip = invoice.tip?.status === 'succeeded' ? invoice.tip : null
  const tipBegunAt = invoice.tip?.status === 'pending' ? invoice.tip.begunAt.getTime() : 0
  const checkingTip = 'tipped' in query && ctx.now().getTime() - tipBegunAt < WAIT_MS
  const transfer = invoice.openRappen > 0 && !checking ? transferOf(invoice, ctx.locale) : null
  return (
    <div className="mx-auto grid max-w-2xl gap-5">
      <InvoiceStanding invoice={invoice} today={localDateOf(ctx.now(), ctx.timeZone)} checking={checking}>
        {invoice.openRappen > 0 && invoice.takesCards && (
          <form action={payByCard.bind(null, slug, token)}>
            <button type="submit" className={buttonStyle({ variant: 'primary', size: 'xl' })}>
              {t(invoice.currency === 'CHF' ? 'cardOrTwint' : 'card', {
                amount: formatMoney(invoice.openRappen, invoice.currency),
              })}
            </button>
          </form>
        )}
        {invoice.openRappen > 0 && <VoucherForm redeem={payByVoucher.bind(null, slug, token)} />}
      </InvoiceStanding>
      {invoice.overpaidRappen > 0 && (
        <Alert tone="info">
          {t('overpaid', {
            amount: formatMoney(invoice.overpaidRappen, invoice.currency),
            company: ctx.company.name,
          })}
        </Alert>
      )}
      {(checking || checkingTip) && <RefreshWhile seconds={2} />}
      {tip && (
        <Alert tone="success">
          {t('tip.given', { amount: formatMoney(tip.amountRappen, invoice.currency) })}
        </Alert>
      )}
      {!tip && checkingTip && <Alert tone="info">{t('tip.checking')}</Alert>}
      {!tip && !checkingTip && invoice.takesTip && (
        <TipForm
          invoice={invoice}
          choose={chooseTip.bind(null, slug, token)}
          give={giveTip.bind(null, slug, token)}
        />
      )}
      {transfer && <BankTransfer bill={transfer} />}
      <section className="grid gap-3 rounded-lg border bg-surface p-5">
        <div>
          <h2 className="font-semibold text-lg">{t('contact')}</h2>
          <p className="text-muted">{t('contactText', { company: ctx.company.name })}</p>
        </div>
        <ContactButtons company={ctx.company} />
      </section>
    </div>
  )
}
