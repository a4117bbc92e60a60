import type { StripeErrorDetail } from '../errors.ts'
import { PORTAL_ENGLISH, PORTAL_GERMAN } from './portal-words.ts'

const ENGLISH = {
  amount: 'Amount',
  authenticateIntro: 'Your bank asks you to confirm this payment.',
  authenticateNo: 'Refuse',
  authenticateTitle: 'Confirm your payment',
  authenticateYes: 'Confirm',
  back: 'Back to the shop',
  cancel: 'Cancel and go back',
  cardNumber: 'Card number',
  complete: 'This payment is complete.',
  cvc: 'Security code',
  dueToday: 'Due today',
  email: 'E-mail',
  expired: 'This checkout session has expired.',
  expiredHint: 'Nothing was charged. Please go back and start again.',
  expiry: 'Expiry (MM / YY)',
  held: 'This amount is held on your card and not yet charged.',
  name: 'Name on card',
  pay: 'Pay',
  payment: 'Payment',
  perMonth: 'a month',
  portal: PORTAL_ENGLISH,
  saveCard: 'Save card',
  saved: 'Your card will be kept for later payments to this company.',
  subscribe: 'Subscribe',
  testCards: 'Test cards',
  testNotice: 'Test page: no money moves.',
  wrongExpiry: "Your card's expiration date is invalid.",
  wrongCvc: "Your card's security code is incomplete.",
}

const GERMAN: typeof ENGLISH = {
  amount: 'Betrag',
  authenticateIntro: 'Ihre Bank bittet Sie, diese Zahlung zu bestätigen.',
  authenticateNo: 'Ablehnen',
  authenticateTitle: 'Zahlung bestätigen',
  authenticateYes: 'Bestätigen',
  back: 'Zurück zum Anbieter',
  cancel: 'Abbrechen und zurück',
  cardNumber: 'Kartennummer',
  complete: 'Diese Zahlung ist abgeschlossen.',
  cvc: 'Prüfziffer',
  dueToday: 'Heute zu bezahlen',
  email: 'E-Mail',
  expired: 'Diese Zahlungsseite ist abgelaufen.',
  expiredHint: 'Es wurde nichts belastet. Bitte gehen Sie zurück und beginnen Sie neu.',
  expiry: 'Gültig bis (MM / JJ)',
  held: 'Dieser Betrag wird auf Ihrer Karte reserviert und noch nicht belastet.',
  name: 'Name auf der Karte',
  pay: 'Bezahlen',
  payment: 'Zahlung',
  perMonth: 'im Monat',
  portal: PORTAL_GERMAN,
  saveCard: 'Karte speichern',
  saved: 'Ihre Karte wird für spätere Zahlungen an diese Firma gespeichert.',
  subscribe: 'Abo abschliessen',
  testCards: 'Testkarten',
  testNotice: 'Testseite: es fliesst kein Geld.',
  wrongExpiry: 'Das Ablaufdatum der Karte ist ungültig.',
  wrongCvc: 'Die Prüfziffer ist unvollständig.',
}

export type Words = typeof ENGLISH

/** The page's language: the session's, else the browser's. */
export function chooseLanguage(locale: string | null, acceptLanguage: string | null): 'de' | 'en' {
  const wanted = locale && locale !== 'auto' ? locale : (acceptLanguage ?? '')
  return wanted.toLowerCase().startsWith('de') ? 'de' : 'en'
}

export function wordsFor(language: 'de' | 'en'): Words {
  return language === 'de' ? GERMAN : ENGLISH
}

const GERMAN_PROBLEMS: Record<string, string> = {
  card_declined: 'Ihre Karte wurde abgelehnt.',
  expired_card: 'Ihre Karte ist abgelaufen.',
  incorrect_cvc: 'Die Prüfziffer stimmt nicht.',
  incorrect_number: 'Die Kartennummer stimmt nicht. Hier gelten nur Testkarten.',
  insufficient_funds: 'Ihre Karte ist nicht genügend gedeckt.',
  payment_intent_authentication_failure:
    'Die Zahlung wurde nicht bestätigt. Bitte versuchen Sie es noch einmal.',
}

/** Says why a card failed, in the page's language; Stripe's own messages are English. */
export function cardProblem(language: 'de' | 'en', detail: StripeErrorDetail): string {
  if (language === 'en') return detail.message
  return GERMAN_PROBLEMS[detail.decline_code ?? ''] ?? GERMAN_PROBLEMS[detail.code ?? ''] ?? detail.message
}

/** An amount as a Swiss reader expects it: CHF 1'234.50. */
export function money(amount: number, currency: string): string {
  const [whole = '', cents = ''] = (amount / 100).toFixed(2).split('.')
  return `${currency.toUpperCase()} ${whole.replace(/\B(?=(\d{3})+$)/g, "'")}.${cents}`
}
