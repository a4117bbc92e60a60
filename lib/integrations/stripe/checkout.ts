import 'server-only'
import type Stripe from 'stripe'
import type { Locale } from '@/lib/core/i18n/locales'
import { actingAs, stripe } from '@/lib/integrations/stripe/client'
import { type HoldReference, type PaymentReference, toMetadata } from '@/lib/integrations/stripe/transform'

/** What is to be paid, by whom, and where the payer returns to. */
export type CheckoutRequest = (PaymentReference | HoldReference) & {
  stripeAccountId: string
  amountRappen: number
  /** The platform's share, taken from what the connected account receives. */
  feeRappen: number
  currency: string
  description: string
  customerEmail: string | null
  /** A sentence beneath Stripe's button: how long what is paid for is held. */
  note?: string
  locale: Locale
  successUrl: string
  cancelUrl: string
  /** The payer's page closes with the hold; Stripe allows no less than 30 minutes, the payment after that is caught on settlement. */
  expiresAt?: Date
}

/**
 * Opens Stripe's payment page for a payment of ours and gives its address; a hold of a deposit is only reserved there.
 * Asking again for the same payment and amount gives the same page. The card is kept for later charges of the same customer.
 */
export async function openCheckout(request: CheckoutRequest): Promise<{ id: string; url: string }> {
  const metadata = toMetadata(request)
  const isHold = 'holdId' in request
  const id = isHold ? `hold:${request.holdId}` : request.paymentId
  // Of a hold that was extended, the page lives longer: that is another request.
  const until = request.expiresAt && Math.floor(request.expiresAt.getTime() / 1_000)
  const session = await stripe().checkout.sessions.create(
    {
      mode: 'payment',
      line_items: [
        {
          quantity: 1,
          price_data: {
            currency: request.currency.toLowerCase(),
            unit_amount: request.amountRappen,
            product_data: { name: request.description },
          },
        },
      ],
      ...(request.note && { custom_text: { submit: { message: request.note } } }),
      ...(request.customerEmail && { customer_email: request.customerEmail }),
      customer_creation: 'always',
      // The card is kept for later charges; TWINT, which the page offers beside it, cannot be. A deposit is held on cards only.
      payment_method_options: { card: { setup_future_usage: 'off_session' } },
      ...(isHold && { allowed_payment_method_types: ['card' as const] }),
      locale: request.locale as Stripe.Checkout.SessionCreateParams.Locale,
      success_url: request.successUrl,
      cancel_url: request.cancelUrl,
      metadata,
      payment_intent_data: {
        metadata,
        ...(isHold && { capture_method: 'manual' as const }),
        ...(request.feeRappen > 0 && { application_fee_amount: request.feeRappen }),
      },
      ...(until && { expires_at: until }),
    },
    {
      idempotencyKey: `checkout:${id}:${request.amountRappen}:${request.feeRappen}:${request.locale}:${until ?? ''}`,
      ...actingAs(request.stripeAccountId),
    },
  )
  if (!session.url) throw new Error(`Stripe gave no page for session ${session.id}`)
  return { id: session.id, url: session.url }
}
