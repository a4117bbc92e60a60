import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'

/** What one page shows of either. */
const SHOWN = 100

export type StripeFinding = Awaited<ReturnType<typeof listStripeFindings>>[number]
export type Payout = Awaited<ReturnType<typeof listPayouts>>[number]

/** What does not match between our books and Stripe's and nobody has settled, the oldest first. */
export async function listStripeFindings(ctx: CompanyContext) {
  const { data, error } = await ctx.db
    .from('stripe_findings')
    .select(
      'id, kind, ref, ours_rappen, stripe_rappen, currency, moved_at, payment:payments(invoice_id, reservation_id, customer:customers(name))',
    )
    .eq('company_id', ctx.companyId)
    .is('settled_at', null)
    .order('moved_at')
    .limit(SHOWN)
  if (error) throw fromPostgres(error)
  return data.map((row) => ({
    id: row.id,
    kind: row.kind,
    ref: row.ref,
    oursRappen: row.ours_rappen,
    stripeRappen: row.stripe_rappen,
    currency: row.currency,
    at: row.moved_at,
    customer: row.payment?.customer.name ?? null,
    href: row.payment && recordOf(row.payment),
  }))
}

function recordOf(payment: { invoice_id: string | null; reservation_id: string | null }): string | null {
  if (payment.invoice_id) return `/dashboard/invoices/${payment.invoice_id}`
  return payment.reservation_id && `/dashboard/reservations/${payment.reservation_id}`
}

/** What Stripe paid out to the bank, the latest first. */
export async function listPayouts(ctx: CompanyContext) {
  const { data, error } = await ctx.db
    .from('payouts')
    .select(
      'id, provider_ref, status, amount_rappen, currency, arrives_on, failure, paid_out_at, entry:bank_entries(booked_on)',
    )
    .eq('company_id', ctx.companyId)
    .order('paid_out_at', { ascending: false })
    .limit(SHOWN)
  if (error) throw fromPostgres(error)
  return data.map((row) => ({
    id: row.id,
    ref: row.provider_ref,
    status: row.status as 'pending' | 'in_transit' | 'paid' | 'failed' | 'canceled',
    amountRappen: row.amount_rappen,
    currency: row.currency,
    arrivesOn: row.arrives_on,
    arrivedOn: row.entry?.booked_on ?? null,
    failure: row.failure,
    at: row.paid_out_at,
  }))
}

/** When our books were last held against Stripe's; null: never. */
export async function lastReconciledAt(ctx: CompanyContext): Promise<string | null> {
  const { data, error } = await ctx.db
    .from('stripe_movements')
    .select('created_at')
    .eq('company_id', ctx.companyId)
    .order('created_at', { ascending: false })
    .limit(1)
    .maybeSingle()
  if (error) throw fromPostgres(error)
  return data?.created_at ?? null
}
