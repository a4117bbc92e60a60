import { escapeHtml } from '../../server/html.ts'
import { TEST_CARDS } from '../cards.ts'
import { StripeApiError } from '../errors.ts'
import type { BillingDetails } from '../objects/billing-details.ts'
import { type NewCard, requireTestCard } from '../resources/payment-methods.ts'
import type { Words } from './words.ts'

/** What somebody typed into a hosted page. */
export type TypedCard = {
  /** `twint` where the payer chose that instead. */
  method: string
  number: string
  expiry: string
  cvc: string
  email: string
  name: string
}

/** Filled in so that a test needs only a card number. */
export const BLANK: TypedCard = {
  method: 'card',
  number: '',
  expiry: '12 / 34',
  cvc: '123',
  email: '',
  name: '',
}

export function readTyped(body: Buffer): TypedCard {
  const sent = new URLSearchParams(body.toString())
  const read = (name: keyof TypedCard) => sent.get(name) ?? BLANK[name]
  return {
    method: read('method'),
    number: read('number'),
    expiry: read('expiry'),
    cvc: read('cvc'),
    email: read('email'),
    name: read('name'),
  }
}

/** The card that was typed; throws Stripe's answer to a wrong one. */
export function readCard(typed: TypedCard, words: Words): NewCard {
  const card = requireTestCard(typed.number)
  const [, month = '', year = ''] = /^\s*(\d{1,2})\s*\/?\s*(?:20)?(\d{2})\s*$/.exec(typed.expiry) ?? []
  const expires = new Date(2000 + Number(year), Number(month))
  if (!month || Number(month) > 12 || expires.getTime() < Date.now())
    throw typingError('invalid_expiry_year', words.wrongExpiry)
  if (!/^\d{3,4}$/.test(typed.cvc)) throw typingError('incorrect_cvc', words.wrongCvc)
  return {
    card,
    expMonth: Number(month),
    expYear: 2000 + Number(year),
    billing: billingOf(typed),
  }
}

/** Who pays, as far as they said. */
export function billingOf({ email, name }: TypedCard): BillingDetails {
  return { address: NO_ADDRESS, email: email || null, name: name || null, phone: null, tax_id: null }
}

const NO_ADDRESS = { city: null, country: 'CH', line1: null, line2: null, postal_code: null, state: null }

function typingError(code: string, message: string): StripeApiError {
  return new StripeApiError(402, { type: 'card_error', code, message })
}

/** The fields of a card, and the test cards to fill them with. */
export function cardFields(typed: TypedCard, words: Words, hasError: boolean): string {
  const described = hasError ? ' aria-describedby="error"' : ''
  return `
  <label for="number">${words.cardNumber}</label>
  <input id="number" name="number" inputmode="numeric" autocomplete="cc-number" placeholder="4242 4242 4242 4242" value="${escapeHtml(typed.number)}" required${described}>
  <div class="row">
    <div><label for="expiry">${words.expiry}</label>
    <input id="expiry" name="expiry" inputmode="numeric" autocomplete="cc-exp" value="${escapeHtml(typed.expiry)}" required></div>
    <div><label for="cvc">${words.cvc}</label>
    <input id="cvc" name="cvc" inputmode="numeric" autocomplete="cc-csc" value="${escapeHtml(typed.cvc)}" required></div>
  </div>`
}

export function testCards(words: Words): string {
  const buttons = TEST_CARDS.map((card) => {
    const grouped = card.number.replace(/(\d{4})(?=\d)/g, '$1 ')
    return `<button type="button" class="plain" data-card="${grouped}">${grouped} · ${card.label}</button>`
  })
  return `<details class="cards"><summary>${words.testCards}</summary>${buttons.join('')}</details>`
}

/** Fills a test card in, and lets no form be sent twice. */
export const CARD_SCRIPT = `
document.querySelectorAll('[data-card]').forEach(function (button) {
  button.addEventListener('click', function () {
    document.getElementById('number').value = button.dataset.card
    document.querySelector('[data-testid=pay]').focus()
  })
})
document.querySelectorAll('form').forEach(function (form) {
  form.addEventListener('submit', function (event) {
    if (form.dataset.sent) event.preventDefault()
    form.dataset.sent = '1'
  })
})`
