import { escapeHtml } from '../../server/html.ts'
import type { CheckoutSession } from '../objects/checkout-session.ts'
import type { LineItem } from '../objects/line-item.ts'
import { CARD_SCRIPT, cardFields, type TypedCard, testCards } from './typed-card.ts'
import { money, type Words } from './words.ts'

export interface CheckoutView {
  session: CheckoutSession
  items: LineItem[]
  company: string
  held: boolean
  savesCard: boolean
  words: Words
  error: string | null
  typed: TypedCard
}

/** The body of the hosted checkout page. */
export function checkoutBody(view: CheckoutView): string {
  const { session, words } = view
  return `
<p class="soft">${words.testNotice}</p>
<h1>${escapeHtml(view.company)}</h1>
${session.mode === 'setup' ? '' : summary(view)}
<form method="post" class="card" novalidate>
  ${view.error ? `<p class="error" role="alert" id="error">${escapeHtml(view.error)}</p>` : ''}
  ${fields(view)}
  ${view.savesCard ? `<p class="soft">${words.saved}</p>` : ''}
  ${view.held ? `<p class="soft">${words.held}</p>` : ''}
  <button type="submit" data-testid="pay">${escapeHtml(submitLabel(view))}</button>
  ${session.payment_method_types.includes('twint') ? `<button type="submit" name="method" value="twint" data-testid="twint">${escapeHtml(`${submitLabel(view)} · TWINT`)}</button>` : ''}
  ${testCards(words)}
</form>
${session.cancel_url ? `<p><a class="button plain" href="${escapeHtml(session.cancel_url)}" data-testid="cancel">${words.cancel}</a></p>` : ''}
<script>${CARD_SCRIPT}</script>`
}

function submitLabel({ session, words }: CheckoutView): string {
  if (session.mode === 'setup') return words.saveCard
  if (session.mode === 'subscription') return words.subscribe
  return `${words.pay} ${money(session.amount_total ?? 0, session.currency ?? 'chf')}`
}

function summary({ session, items, words }: CheckoutView): string {
  const lines = items.map((item) => {
    const quantity = item.quantity > 1 ? `${item.quantity} × ` : ''
    const monthly = item.price.type === 'recurring' ? ` ${words.perMonth}` : ''
    const detail = item.details.description
      ? `<br><span class="soft">${escapeHtml(item.details.description)}</span>`
      : ''
    return `<dt>${quantity}${escapeHtml(item.description)}${detail}</dt><dd>${money(item.price.unit_amount * item.quantity, item.currency)}${monthly}</dd>`
  })
  return `<section class="card" aria-label="${words.amount}">
  ${session.mode === 'subscription' ? `<p class="soft">${words.dueToday}</p>` : ''}
  <div class="total">${money(session.amount_total ?? 0, session.currency ?? 'chf')}</div>
  <dl>${lines.join('')}</dl>
</section>`
}

function fields({ words, typed, error }: CheckoutView): string {
  return `
  <label for="email">${words.email}</label>
  <input id="email" name="email" type="email" autocomplete="email" value="${escapeHtml(typed.email)}">
  ${cardFields(typed, words, error !== null)}
  <label for="name">${words.name}</label>
  <input id="name" name="name" autocomplete="cc-name" value="${escapeHtml(typed.name)}">`
}
