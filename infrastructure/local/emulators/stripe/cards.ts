/** What a test card does when it is charged. */
export interface TestCard {
  number: string
  brand: 'visa' | 'mastercard' | 'amex'
  label: string
  /** Absent: the charge succeeds. */
  failure?: { code: string; declineCode?: string; message: string }
  /** `unless_set_up`: not any more once the cardholder has authenticated it for later use. */
  authentication?: 'always' | 'unless_set_up'
  /** Names that stand for this card in API calls, such as `pm_card_visa`. */
  aliases: readonly string[]
}

const DECLINED = 'Your card was declined.'

/** Stripe's published test cards, as far as they matter here. */
export const TEST_CARDS: readonly TestCard[] = [
  { number: '4242424242424242', brand: 'visa', label: 'Succeeds', aliases: ['pm_card_visa', 'pm_card_ch'] },
  {
    number: '5555555555554444',
    brand: 'mastercard',
    label: 'Succeeds (Mastercard)',
    aliases: ['pm_card_mastercard'],
  },
  {
    number: '378282246310005',
    brand: 'amex',
    label: 'Succeeds (American Express)',
    aliases: ['pm_card_amex'],
  },
  {
    number: '4000002500003155',
    brand: 'visa',
    label: 'Asks to confirm (3-D Secure)',
    authentication: 'unless_set_up',
    aliases: ['pm_card_authenticationRequiredOnSetup'],
  },
  {
    number: '4000002760003184',
    brand: 'visa',
    label: 'Asks to confirm every time',
    authentication: 'always',
    aliases: ['pm_card_authenticationRequired'],
  },
  {
    number: '4000000000000002',
    brand: 'visa',
    label: 'Is declined',
    failure: { code: 'card_declined', declineCode: 'generic_decline', message: DECLINED },
    aliases: ['pm_card_visa_chargeDeclined', 'pm_card_chargeDeclined'],
  },
  {
    number: '4000000000009995',
    brand: 'visa',
    label: 'Has insufficient funds',
    failure: {
      code: 'card_declined',
      declineCode: 'insufficient_funds',
      message: 'Your card has insufficient funds.',
    },
    aliases: ['pm_card_visa_chargeDeclinedInsufficientFunds', 'pm_card_chargeDeclinedInsufficientFunds'],
  },
  {
    number: '4000000000000069',
    brand: 'visa',
    label: 'Has expired',
    failure: { code: 'expired_card', message: 'Your card has expired.' },
    aliases: ['pm_card_chargeDeclinedExpiredCard'],
  },
  {
    number: '4000000000000127',
    brand: 'visa',
    label: 'Has a wrong security code',
    failure: { code: 'incorrect_cvc', message: "Your card's security code is incorrect." },
    aliases: ['pm_card_chargeDeclinedIncorrectCvc'],
  },
  {
    number: '4000000000000341',
    brand: 'visa',
    label: 'Can be saved, but is declined when charged',
    failure: { code: 'card_declined', declineCode: 'generic_decline', message: DECLINED },
    aliases: ['pm_card_chargeCustomerFail'],
  },
]

/** Cards that may be saved although charging them fails. */
export const SAVES_BUT_FAILS = '4000000000000341'

export function cardByNumber(number: string): TestCard | undefined {
  return TEST_CARDS.find((card) => card.number === number)
}

export function cardByAlias(alias: string): TestCard | undefined {
  return TEST_CARDS.find((card) => card.aliases.includes(alias))
}
