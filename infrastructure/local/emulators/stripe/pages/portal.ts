import { escapeHtml, htmlResponse, page, redirect } from '../../server/html.ts'
import { type Call, type Route, route } from '../../server/router.ts'
import { itemOf } from '../billing/items.ts'
import { giveNotice, payArrears } from '../billing/subscriptions.ts'
import { StripeApiError } from '../errors.ts'
import type { Invoice } from '../objects/invoice.ts'
import type { PortalSession } from '../objects/portal-session.ts'
import type { Subscription } from '../objects/subscription.ts'
import type { Owner } from '../objects.ts'
import { attach, createPaymentMethod } from '../resources/payment-methods.ts'
import type { World } from '../world.ts'
import { BLANK, CARD_SCRIPT, cardFields, readCard, readTyped, testCards } from './typed-card.ts'
import { cardProblem, chooseLanguage, money, wordsFor } from './words.ts'

type Visit = { owner: Owner; session: PortalSession; language: 'de' | 'en' }

/** The hosted page where a customer replaces their card, gives notice and sees their invoices, and an invoice by itself. */
export function portalRoutes(world: World): Route[] {
  const visit = (call: Call, work: (visit: Visit) => Response): Response => {
    const found = world.store.locate('billing_portal.session', call.params.id ?? '')
    if (!found) return missing()
    const language = chooseLanguage(found.value.locale, call.headers.get('accept-language'))
    return work({ owner: found.owner, session: found.value, language })
  }
  return [
    route('GET', '/p/session/:id', (call) => visit(call, (one) => show(world, one, null))),
    route('POST', '/p/session/:id', (call) => visit(call, (one) => change(world, one, call))),
    route('GET', '/i/:id', (call) => {
      const found = world.store.locate('invoice', call.params.id ?? '')
      return found ? showInvoice(found.value) : missing()
    }),
  ]
}

function change(world: World, visit: Visit, call: Call): Response {
  const { owner, language } = visit
  const subscription = subscriptionOf(world, visit)
  const wish = new URLSearchParams(call.body.toString()).get('wish')
  if (!subscription) return missing()
  try {
    if (wish === 'cancel' || wish === 'resume') giveNotice(world, owner, subscription, wish === 'cancel')
    if (wish === 'card') {
      const method = createPaymentMethod(world, owner, readCard(readTyped(call.body), wordsFor(language)))
      attach(world, owner, method, subscription.customer)
      subscription.default_payment_method = method.id
    }
    if (wish === 'card' || wish === 'pay') payArrears(world, owner, subscription)
  } catch (error) {
    if (error instanceof StripeApiError) return show(world, visit, cardProblem(language, error.detail))
    throw error
  }
  return redirect(call.path)
}

/** The living subscription, else the one that ended last. */
function subscriptionOf(world: World, { owner, session }: Visit): Subscription | undefined {
  const own = world.store.all('subscription', owner).filter(({ customer }) => customer === session.customer)
  return own.find(({ status }) => status !== 'canceled') ?? own[0]
}

function show(world: World, visit: Visit, error: string | null): Response {
  const { owner, session, language } = visit
  const words = wordsFor(language)
  const subscription = subscriptionOf(world, visit)
  const invoices = world.store.all('invoice', owner).filter(({ customer }) => customer === session.customer)
  const body = `
<p class="soft">${words.testNotice}</p>
<h1>${words.portal.title}</h1>
${subscription ? subscriptionCard(world, visit, subscription, error) : `<p>${words.portal.none}</p>`}
${invoiceTable(invoices, language)}
${session.return_url ? `<p><a class="button plain" href="${escapeHtml(session.return_url)}" data-testid="back">${words.portal.back}</a></p>` : ''}
<script>${CARD_SCRIPT}</script>`
  return htmlResponse(page({ title: words.portal.title, language, body }), error ? 402 : 200)
}

function subscriptionCard(
  world: World,
  { owner, language }: Visit,
  subscription: Subscription,
  error: string | null,
): string {
  const words = wordsFor(language)
  const { price, current_period_end } = itemOf(subscription)
  const method = subscription.default_payment_method
  const card = method ? world.store.get('payment_method', owner, method).card : null
  const isLiving = subscription.status !== 'canceled'
  const ends = subscription.cancel_at ?? subscription.ended_at
  const wish = subscription.cancel_at_period_end ? 'resume' : 'cancel'
  return `<section class="card">
  <span class="badge">${words.portal.status[subscription.status]}</span>
  <div class="total">${escapeHtml(world.store.get('product', owner, price.product).name)}</div>
  <dl>
    <dt>${money(price.unit_amount, price.currency)} ${words.perMonth}</dt><dd></dd>
    <dt>${ends ? words.portal.ends : words.portal.renews}</dt><dd>${day(ends ?? current_period_end, language)}</dd>
    <dt>${words.portal.card}</dt><dd>${card ? `${card.brand} •••• ${card.last4}` : words.portal.noCard}</dd>
  </dl>
  ${subscription.status === 'past_due' ? form('pay', words.portal.payNow, 'pay-open') : ''}
  ${isLiving ? form(wish, words.portal[wish], wish, true) : ''}
</section>
${isLiving ? cardForm(language, error) : ''}`
}

function form(wish: string, label: string, testId: string, plain = false): string {
  return `<form method="post"><button name="wish" value="${wish}" data-testid="${testId}"${plain ? ' class="plain"' : ''}>${label}</button></form>`
}

function cardForm(language: 'de' | 'en', error: string | null): string {
  const words = wordsFor(language)
  return `<form method="post" class="card" novalidate>
  <h2>${words.portal.replaceCard}</h2>
  ${error ? `<p class="error" role="alert" id="error">${escapeHtml(error)}</p>` : ''}
  ${cardFields(BLANK, words, error !== null)}
  <p class="soft">${words.portal.paysOpen}</p>
  <button name="wish" value="card" data-testid="pay">${words.portal.saveCard}</button>
  ${testCards(words)}
</form>`
}

function invoiceTable(invoices: Invoice[], language: 'de' | 'en'): string {
  const { portal } = wordsFor(language)
  if (invoices.length === 0) return ''
  const rows = invoices.map(
    (invoice) => `<tr><td><a href="${escapeHtml(invoice.hosted_invoice_url ?? '')}">${invoice.number}</a></td>
  <td>${day(invoice.created, language)}</td><td>${money(invoice.total, invoice.currency)}</td><td>${portal.invoiceStatus[invoice.status]}</td></tr>`,
  )
  return `<h2>${portal.invoices}</h2><table><tbody>${rows.join('')}</tbody></table>`
}

function showInvoice(invoice: Invoice): Response {
  const lines = invoice.lines.data.map(
    ({ description, amount, currency }) =>
      `<dt>${escapeHtml(description)}</dt><dd>${money(amount, currency)}</dd>`,
  )
  const body = `<p class="soft">Test page: no money moves.</p>
<section class="card"><span class="badge">${invoice.status}</span><h1>${invoice.number}</h1>
<div class="total">${money(invoice.total, invoice.currency)}</div><dl>${lines.join('')}</dl></section>`
  return htmlResponse(page({ title: invoice.number ?? 'Invoice', body }))
}

function day(seconds: number, language: 'de' | 'en'): string {
  const locale = language === 'de' ? 'de-CH' : 'en-GB'
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'Europe/Zurich' }).format(
    seconds * 1_000,
  )
}

function missing(): Response {
  return htmlResponse(page({ title: 'Not found', body: '<h1>Not found</h1>' }), 404)
}
