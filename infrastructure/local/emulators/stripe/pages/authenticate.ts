import { htmlResponse, page, redirect } from '../../server/html.ts'
import { type Call, type Route, route } from '../../server/router.ts'
import { StripeApiError } from '../errors.ts'
import type { CheckoutSession } from '../objects/checkout-session.ts'
import type { PaymentIntent } from '../objects/payment-intent.ts'
import type { SetupIntent } from '../objects/setup-intent.ts'
import type { Owner } from '../objects.ts'
import { completeSession } from '../payments/complete-session.ts'
import { finishAuthentication } from '../payments/confirm.ts'
import { finishSetupAuthentication } from '../resources/setup-intents.ts'
import type { World } from '../world.ts'
import { successUrl } from './checkout.ts'
import { chooseLanguage, money, wordsFor } from './words.ts'

type Intent = PaymentIntent | SetupIntent

/** The bank's page, where the cardholder confirms a payment or refuses it. */
export function authenticateRoutes(world: World): Route[] {
  const locate = (call: Call) =>
    world.store.locate('payment_intent', call.params.id ?? '') ??
    world.store.locate('setup_intent', call.params.id ?? '')

  return [
    route('GET', '/authenticate/:id', (call) => {
      const found = locate(call)
      if (!found) return missingPage()
      const locale = sessionOf(world, found.owner, found.value)?.locale ?? null
      return confirmPage(call, found.value, locale)
    }),
    route('POST', '/authenticate/:id', (call) => {
      const found = locate(call)
      if (!found) return missingPage()
      const confirmed = new URLSearchParams(call.body.toString()).get('decision') === 'confirm'
      return redirect(decide(world, found.owner, found.value, confirmed))
    }),
  ]
}

/** @returns where the browser goes next: back to the checkout page, or to whoever started the payment */
function decide(world: World, owner: Owner, intent: Intent, confirmed: boolean): string {
  const returnUrl = intent.next_action?.redirect_to_url.return_url ?? null
  // A second click, or a click after the session expired, finds nothing to decide any more.
  if (intent.status === 'requires_action') finish(world, owner, intent, confirmed)
  const done = intent.status === 'succeeded' || intent.status === 'requires_capture'
  const session = sessionOf(world, owner, intent)
  if (session && done) {
    completeSession(world, owner, session)
    return successUrl(session)
  }
  if (session) return `/c/pay/${session.id}?refused=1`
  return returnUrl ? withResult(returnUrl, intent, done) : `/authenticate/${intent.id}`
}

function finish(world: World, owner: Owner, intent: Intent, confirmed: boolean): void {
  try {
    if (intent.object === 'payment_intent') finishAuthentication(world, owner, intent, confirmed)
    else finishSetupAuthentication(world, owner, intent, confirmed)
  } catch (error) {
    // The payment itself says why it failed; the page only leads back.
    if (!(error instanceof StripeApiError)) throw error
  }
}

function sessionOf(world: World, owner: Owner, intent: Intent): CheckoutSession | undefined {
  const sessions = world.store.all('checkout.session', owner)
  return sessions.find(
    (session) => session.payment_intent === intent.id || session.setup_intent === intent.id,
  )
}

function withResult(returnUrl: string, intent: Intent, done: boolean): string {
  const url = new URL(returnUrl)
  url.searchParams.set(intent.object, intent.id)
  url.searchParams.set('redirect_status', done ? 'succeeded' : 'failed')
  return url.toString()
}

function confirmPage(call: Call, intent: Intent, locale: string | null): Response {
  const language = chooseLanguage(locale, call.headers.get('accept-language'))
  const words = wordsFor(language)
  const amount =
    intent.object === 'payment_intent' ? `<p class="total">${money(intent.amount, intent.currency)}</p>` : ''
  const body =
    intent.status === 'requires_action'
      ? `<p class="soft">${words.testNotice}</p>
<form method="post" class="card">
  <h1>${words.authenticateTitle}</h1>
  ${amount}
  <p>${words.authenticateIntro}</p>
  <button name="decision" value="confirm" data-testid="confirm">${words.authenticateYes}</button>
  <button name="decision" value="refuse" class="plain" data-testid="refuse">${words.authenticateNo}</button>
</form>`
      : `<div class="card"><h1>${words.complete}</h1></div>`
  return htmlResponse(page({ title: words.authenticateTitle, language, body }))
}

function missingPage(): Response {
  return htmlResponse(page({ title: 'Not found', body: '<h1>No such payment</h1>' }), 404)
}
