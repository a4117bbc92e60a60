import { z } from 'zod'
import { translatorFor } from '@/lib/core/i18n/messages'
import type { OutboxHandler, OutboxJob } from '@/lib/core/outbox'
import { planPrices } from '@/lib/integrations/stripe/billing/prices'
import { stripe } from '@/lib/integrations/stripe/client'

const Payload = z.object({
  /** `2026-11` */
  month: z.string(),
  count: z.int().positive(),
  amount_rappen: z.int().positive(),
  customer: z.string(),
  locale: z.enum(['de', 'fr', 'it', 'en']),
})
type Overage = z.infer<typeof Payload>

/** `stripe.sms_overage`: puts a month's short messages past the plan on the company's next invoice. Repeating it bills nothing twice. */
export const billSmsOverage: OutboxHandler = async (_ctx, job) => {
  const overage = Payload.parse(job.payload)
  // Stripe forgets idempotency keys after a day; a job may be tried again later than that.
  if (job.attempts > 1 && (await isBilled(overage, job))) return
  const currency = (await planPrices())[0]?.currency ?? 'CHF'
  await stripe().invoiceItems.create(
    {
      customer: overage.customer,
      amount: overage.amount_rappen,
      currency: currency.toLowerCase(),
      description: await descriptionOf(overage),
      metadata: { outbox_id: job.id, month: overage.month },
    },
    { idempotencyKey: job.id },
  )
}

async function isBilled({ customer }: Overage, job: OutboxJob): Promise<boolean> {
  for await (const item of stripe().invoiceItems.list({ customer, limit: 100 })) {
    if (item.metadata?.outbox_id === job.id) return true
  }
  return false
}

async function descriptionOf({ month, count, locale }: Overage): Promise<string> {
  const [year, nth] = month.split('-').map(Number) as [number, number]
  const name = new Intl.DateTimeFormat(`${locale}-CH`, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(Date.UTC(year, nth - 1))
  const t = await translatorFor(locale, 'billing')
  return t('smsOverage', { count, month: name })
}
