import {
  isCreditorReference,
  isQrIban,
  isQrReference,
  isSlipIban,
} from '@/lib/money/documents/qr-bill/references'

/** A party of the slip; structured addresses only (type S). */
export type SlipParty = {
  name: string
  street: string
  houseNumber: string
  postalCode: string
  town: string
  country: string
}

export type QrBill = {
  iban: string
  creditor: SlipParty
  amountRappen: number
  currency: string
  /** Null leaves a field on the slip to write the name into. */
  debtor: SlipParty | null
  reference: string | null
  message: string
}

const LENGTHS = { name: 70, street: 70, houseNumber: 16, postalCode: 16, town: 35 } as const
const MESSAGE_LENGTH = 140
const AMOUNT = { from: 1, to: 99_999_999_999 }

/** Letters the slip may hold: Latin with its supplement and Extended-A, four Romanian letters, the euro sign. */
const PERMITTED = /^[\u0020-\u007E\u00A0-\u017F\u0218-\u021B\u20AC]*$/

/** Every reason why a bill must not be printed; empty when it is right. */
export function billProblems(bill: QrBill): string[] {
  const problems = [
    ...partyProblems('creditor', bill.creditor),
    ...(bill.debtor ? partyProblems('debtor', bill.debtor) : []),
    ...referenceProblems(bill),
  ]
  const { amountRappen, currency, message } = bill
  if (!Number.isSafeInteger(amountRappen) || amountRappen < AMOUNT.from || amountRappen > AMOUNT.to) {
    problems.push('amount')
  }
  if (currency !== 'CHF' && currency !== 'EUR') problems.push('currency')
  if (message.length > MESSAGE_LENGTH || !PERMITTED.test(message)) problems.push('message')
  return problems
}

/** Why a party cannot be printed. */
export function partyProblems(role: string, party: SlipParty): string[] {
  const fields = Object.keys(LENGTHS) as (keyof typeof LENGTHS)[]
  const wrong = fields.filter((field) => {
    const text = party[field]
    const isNeeded = field === 'name' || field === 'postalCode' || field === 'town'
    return (isNeeded && text.trim() === '') || text.length > LENGTHS[field] || !PERMITTED.test(text)
  })
  const names: string[] = wrong.map((field) => `${role}.${field}`)
  return isCountry(party.country) ? names : [...names, `${role}.country`]
}

function referenceProblems({ iban, reference }: QrBill): string[] {
  if (!isSlipIban(iban)) return ['iban']
  if (isQrIban(iban)) return reference !== null && isQrReference(reference) ? [] : ['reference']
  return reference === null || isCreditorReference(reference) ? [] : ['reference']
}

const REGIONS = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })

function isCountry(code: string): boolean {
  return /^[A-Z]{2}$/.test(code) && code !== 'ZZ' && REGIONS.of(code) !== undefined
}

const LOOKALIKES: [RegExp, string][] = [
  [/[\u2018\u2019\u201A\u2032\u02BC]/g, "'"],
  [/[\u201C-\u201F\u2033]/g, '"'],
  [/[\u2010-\u2015\u2212]/g, '-'],
  [/\u2026/g, '...'],
]

/** Text in the slip's letters: look-alikes replaced, accents beyond them dropped, the rest left out; cut to `length`. */
export function slipText(value: unknown, length: number): string {
  const straight = LOOKALIKES.reduce(
    (text, [from, to]) => text.replace(from, to),
    String(value ?? '')
      .toWellFormed()
      .normalize('NFC'),
  )
  const letters = [...straight].map((character) =>
    PERMITTED.test(character)
      ? character
      : [...character.normalize('NFKD')].filter((part) => PERMITTED.test(part)).join('') || ' ',
  )
  return letters.join('').replace(/\s+/g, ' ').trim().slice(0, length).trim()
}

export type Address = Partial<
  Record<'name' | 'street' | 'house_number' | 'postal_code' | 'town' | 'country', string | null>
>

/** A party from an address of ours. */
export function slipParty(address: Address): SlipParty {
  return {
    name: slipText(address.name, LENGTHS.name),
    street: slipText(address.street, LENGTHS.street),
    houseNumber: slipText(address.house_number, LENGTHS.houseNumber),
    postalCode: slipText(address.postal_code, LENGTHS.postalCode),
    town: slipText(address.town, LENGTHS.town),
    country: (address.country ?? '').toUpperCase(),
  }
}

/** A debt as our documents know it. */
export type Debt = {
  creditor: Address & { iban?: string | null }
  debtor: Address
  amountRappen: number
  currency: string
  reference: string | null
  message: string
}

/**
 * The QR-bill of a debt, or null when there is nothing to pay or the company's data would make a wrong one: a slip
 * that banks refuse is worse than none. A debtor with half an address is left for the payer to write.
 */
export function billFor(debt: Debt): QrBill | null {
  if (debt.amountRappen <= 0) return null
  const debtor = slipParty(debt.debtor)
  const bill: QrBill = {
    iban: (debt.creditor.iban ?? '').replace(/\s/g, ''),
    creditor: slipParty(debt.creditor),
    amountRappen: debt.amountRappen,
    currency: debt.currency,
    debtor: partyProblems('debtor', debtor).length === 0 ? debtor : null,
    reference: debt.reference,
    message: slipText(debt.message, MESSAGE_LENGTH),
  }
  return billProblems(bill).length === 0 ? bill : null
}
