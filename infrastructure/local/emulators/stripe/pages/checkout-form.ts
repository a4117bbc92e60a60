import { escapeHtml } from '../../server/html.ts'
import { TEST_CARDS } from '../cards.ts'
import type { CheckoutSession } from '../objects/checkout-session.ts'
import type { LineItem } from '../objects/line-item.ts'
import { money, type Words } from './words.ts'

export interface CheckoutView {
  session: CheckoutSession
  items: LineItem[]
  company: string
  held: boolean
  savesCard: boolean
  words: Words
  error: string | null
  typed: { number: string; expiry: string; cvc: string; email: string; name: string }
}

/** The body of the hosted checkout page. */
export function checkoutBody(view: CheckoutView): string {
  const { session, words } = view
  return `
<p class="soft">${words.testNotice}</p>
<h1>${escapeHtml(view.company)}</h1>
${session.mode === 'payment' ? summary(view) : ''}
<form method="post" class="card" novalidate>
  ${view.error ? `<p class="error" role="alert" id="error">${escapeHtml(view.error)}</p>` : ''}
  ${fields(view)}
  ${view.savesCard ? `<p class="soft">${words.saved}</p>` : ''}
  ${view.held ? `<p class="soft">${words.held}</p>` : ''}
  <button type="submit" data-testid="pay">${escapeHtml(submitLabel(view))}</button>
  ${testCards(words)}
</form>
${session.cancel_url ? `<p><a class="button plain" href="${escapeHtml(session.cancel_url)}" data-testid="cancel">${words.cancel}</a></p>` : ''}
<script>${FILL_CARD}</script>`
}

function submitLabel({ session, words }: CheckoutView): string {
  if (session.mode === 'setup') return words.saveCard
  return `${words.pay} ${money(session.amount_total ?? 0, session.currency ?? 'chf')}`
}

function summary({ session, items, words }: CheckoutView): string {
  const lines = items.map((item) => {
    const quantity = item.quantity > 1 ? `${item.quantity} × ` : ''
    const detail = item.details.description
      ? `<br><span class="soft">${escapeHtml(item.details.description)}</span>`
      : ''
    return `<dt>${quantity}${escapeHtml(item.description)}${detail}</dt><dd>${money(item.amount_total, item.currency)}</dd>`
  })
  return `<section class="card" aria-label="${words.amount}">
  <div class="total">${money(session.amount_total ?? 0, session.currency ?? 'chf')}</div>
  <dl>${lines.join('')}</dl>
</section>`
}

function fields({ words, typed, error }: CheckoutView): string {
  const described = error ? ' aria-describedby="error"' : ''
  return `
  <label for="email">${words.email}</label>
  <input id="email" name="email" type="email" autocomplete="email" value="${escapeHtml(typed.email)}">
  <label for="number">${words.cardNumber}</label>
  <input id="number" name="number" inputmode="numeric" autocomplete="cc-number" placeholder="4242 4242 4242 4242" value="${escapeHtml(typed.number)}" required${described}>
  <div class="row">
    <div><label for="expiry">${words.expiry}</label>
    <input id="expiry" name="expiry" inputmode="numeric" autocomplete="cc-exp" value="${escapeHtml(typed.expiry)}" required></div>
    <div><label for="cvc">${words.cvc}</label>
    <input id="cvc" name="cvc" inputmode="numeric" autocomplete="cc-csc" value="${escapeHtml(typed.cvc)}" required></div>
  </div>
  <label for="name">${words.name}</label>
  <input id="name" name="name" autocomplete="cc-name" value="${escapeHtml(typed.name)}">`
}

function testCards(words: Words): string {
  const buttons = TEST_CARDS.map((card) => {
    const grouped = card.number.replace(/(\d{4})(?=\d)/g, '$1 ')
    return `<button type="button" class="plain" data-card="${grouped}">${grouped} · ${card.label}</button>`
  })
  return `<details class="cards"><summary>${words.testCards}</summary>${buttons.join('')}</details>`
}

const FILL_CARD = `
document.querySelectorAll('[data-card]').forEach(function (button) {
  button.addEventListener('click', function () {
    document.getElementById('number').value = button.dataset.card
    document.querySelector('[data-testid=pay]').focus()
  })
})
document.querySelector('form').addEventListener('submit', function (event) {
  if (event.target.dataset.sent) event.preventDefault()
  event.target.dataset.sent = '1'
})`
