import { escapeHtml, htmlResponse, page, redirect } from '../../server/html.ts'
import { type Call, type Route, route } from '../../server/router.ts'
import { StripeApiError, type StripeErrorDetail } from '../errors.ts'
import type { CheckoutSession } from '../objects/checkout-session.ts'
import type { Owner } from '../objects.ts'
import { payByTwint, paySession } from '../payments/complete-session.ts'
import { AUTHENTICATION_FAILED } from '../payments/confirm.ts'
import { expireDueSessions } from '../payments/expire-sessions.ts'
import type { World } from '../world.ts'
import { checkoutBody } from './checkout-form.ts'
import { BLANK, billingOf, readCard, readTyped, type TypedCard } from './typed-card.ts'
import { cardProblem, chooseLanguage, type Words, wordsFor } from './words.ts'

/** The hosted checkout page, where a person types a test card. */
export function checkoutRoutes(world: World): Route[] {
  function withOpenSession(call: Call, work: (owner: Owner, session: CheckoutSession) => Response): Response {
    expireDueSessions(world)
    const found = world.store.locate('checkout.session', call.params.id ?? '')
    if (!found)
      return htmlResponse(page({ title: 'Not found', body: '<h1>No such checkout session</h1>' }), 404)
    const { owner, value: session } = found
    if (session.status === 'complete') return redirect(successUrl(session))
    if (session.status === 'expired') return expiredPage(session, languageOf(call, session))
    return work(owner, session)
  }

  function show(
    call: Call,
    owner: Owner,
    session: CheckoutSession,
    typed: TypedCard,
    error: StripeErrorDetail | null,
  ): Response {
    const language = languageOf(call, session)
    const plan = world.store.get('session_plan', owner, session.id)
    const account = owner ? world.store.find('account', null, owner) : undefined
    const words = wordsFor(language)
    const body = checkoutBody({
      session,
      items: world.store
        .all('item', owner)
        .filter((item) => item.session === session.id)
        .reverse(),
      company: account?.business_profile.name ?? (session.mode === 'subscription' ? 'CRMS' : words.payment),
      held: plan.payment.capture_method === 'manual',
      savesCard: session.mode !== 'payment' || plan.payment.setup_future_usage != null,
      words,
      error: error && cardProblem(language, error),
      typed,
    })
    return htmlResponse(
      page({ title: account?.business_profile.name ?? words.payment, language, body }),
      error ? 402 : 200,
    )
  }

  return [
    route('GET', '/c/pay/:id', (call) =>
      withOpenSession(call, (owner, session) =>
        show(
          call,
          owner,
          session,
          { ...BLANK, email: emailOf(world, owner, session) },
          call.query.has('refused') ? REFUSED : null,
        ),
      ),
    ),
    route('POST', '/c/pay/:id', (call) =>
      withOpenSession(call, (owner, session) => {
        const typed = readTyped(call.body)
        try {
          return redirect(
            submit(world, owner, session, typed, wordsFor(languageOf(call, session))) ?? successUrl(session),
          )
        } catch (error) {
          if (error instanceof StripeApiError) return show(call, owner, session, typed, error.detail)
          throw error
        }
      }),
    ),
  ]
}

/** Where the customer goes after paying. */
export function successUrl(session: CheckoutSession): string {
  return session.success_url.replaceAll('{CHECKOUT_SESSION_ID}', session.id)
}

const REFUSED: StripeErrorDetail = { type: 'card_error', ...AUTHENTICATION_FAILED }

function submit(
  world: World,
  owner: Owner,
  session: CheckoutSession,
  typed: TypedCard,
  words: Words,
): string | null {
  if (typed.method === 'twint') {
    payByTwint(world, owner, session, billingOf(typed))
    return null
  }
  return paySession(world, owner, session, readCard(typed, words))
}

function emailOf(world: World, owner: Owner, session: CheckoutSession): string {
  const customer = session.customer ? world.store.find('customer', owner, session.customer) : undefined
  return session.customer_email ?? customer?.email ?? ''
}

function languageOf(call: Call, session: CheckoutSession): 'de' | 'en' {
  return chooseLanguage(session.locale, call.headers.get('accept-language'))
}

function expiredPage(session: CheckoutSession, language: 'de' | 'en'): Response {
  const words = wordsFor(language)
  const back = session.cancel_url
    ? `<a class="button" href="${escapeHtml(session.cancel_url)}">${words.back}</a>`
    : ''
  const body = `<div class="card"><h1>${words.expired}</h1><p>${words.expiredHint}</p>${back}</div>`
  return htmlResponse(page({ title: words.expired, language, body }), 410)
}
