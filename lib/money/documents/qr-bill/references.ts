/** Account and reference numbers of the QR-bill (SIX Implementation Guidelines 2.3). */

/** Remainder of a long number by 97, letters counting as two digits (A = 10). */
function modulo97(text: string): number {
  let rest = 0
  for (const character of text) rest = Number(`${rest}${Number.parseInt(character, 36)}`) % 97
  return rest
}

/** A Swiss or Liechtenstein IBAN whose check digits are right; the slip takes no other. */
export function isSlipIban(iban: string): boolean {
  return /^(CH|LI)\d{7}[0-9A-Z]{12}$/.test(iban) && modulo97(iban.slice(4) + iban.slice(0, 4)) === 1
}

/** Whether the account takes QR references: institutions 30000 to 31999. */
export function isQrIban(iban: string): boolean {
  const institution = Number(iban.slice(4, 9))
  return institution >= 30_000 && institution <= 31_999
}

const CARRY = [0, 9, 4, 6, 8, 2, 7, 1, 3, 5] as const

/** A QR reference: 27 digits, not all zero (which would pass the checksum), last digit by the recursive modulo 10. */
export function isQrReference(reference: string): boolean {
  if (!/^\d{27}$/.test(reference) || /^0+$/.test(reference)) return false
  let carry = 0
  for (const digit of reference.slice(0, 26)) carry = CARRY[(carry + Number(digit)) % 10] ?? 0
  return (10 - carry) % 10 === Number(reference.at(-1))
}

/** A creditor reference (ISO 11649): RF, two check digits, 1 to 21 letters or digits. */
export function isCreditorReference(reference: string): boolean {
  if (!/^RF\d{2}[0-9A-Z]{1,21}$/.test(reference)) return false
  return modulo97(reference.slice(4) + reference.slice(0, 4)) === 1
}

/** QR references in groups of five from the right, creditor references in groups of four from the left. */
export function formatReference(reference: string): string {
  return reference.startsWith('RF')
    ? reference.replace(/(.{4})(?=.)/g, '$1 ')
    : reference.replace(/(?=(.{5})+$)/g, ' ').trim()
}
