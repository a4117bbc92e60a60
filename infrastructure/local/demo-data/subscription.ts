import type { Sql } from 'postgres'
import Stripe from 'stripe'

interface Billing {
  stripeUrl: string
  stripeKey: string
}

/** Lets the rental company pay for its plan, as its owner would have; without it the demo's trial would end and stop everything. */
export async function subscribeDemoCompany(sql: Sql, { stripeUrl, stripeKey }: Billing): Promise<void> {
  const { hostname, port } = new URL(stripeUrl)
  const stripe = new Stripe(stripeKey, { host: hostname, port, protocol: 'http', telemetry: false })
  const [company] = await sql`select id, legal_name, email from public.companies where slug = 'alpenmobil'`
  const customer = await stripe.customers.create({
    name: company?.legal_name,
    email: company?.email,
    metadata: { company_id: company?.id },
  })
  await sql`select public.keep_stripe_customer(${company?.id}, ${customer.id})`
  const [price] = (await stripe.prices.list({ lookup_keys: ['crms_professional'] })).data
  const subscription = await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: price?.id ?? '' }],
    default_payment_method: 'pm_card_visa',
    metadata: { company_id: company?.id, plan: 'professional' },
  })
  // The webhook says the same once the application runs.
  const listed = {
    ref: subscription.id,
    plan: 'professional',
    state: subscription.status,
    period_ends_at: new Date((subscription.items.data[0]?.current_period_end ?? 0) * 1_000).toISOString(),
  }
  await sql`select public.apply_subscriptions(${company?.id}, ${sql.json([listed])}, now())`
}
