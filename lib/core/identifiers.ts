/** Numbers that carry their own check, as people type or paste them. Null: the check digit or the form is wrong. */

/** An IBAN without spaces, capitals; the same check as the database's. */
export function readIban(text: string): string | null {
  const iban = text.replace(/[\s.-]/g, '').toUpperCase()
  if (!/^[A-Z]{2}\d{2}[0-9A-Z]{11,30}$/.test(iban)) return null
  if (/^(CH|LI)/.test(iban) && !/^..\d{7}[0-9A-Z]{12}$/.test(iban)) return null
  return remainderOf97(iban) === 1 ? iban : null
}

/** `CH93 0076 2011 6238 5295 7`. */
export function formatIban(iban: string): string {
  return iban.replace(/(.{4})(?=.)/g, '$1 ')
}

/** Letters count from A = 10; taken digit by digit, since the whole number is too long to be exact. */
function remainderOf97(iban: string): number {
  const digits = [...(iban.slice(4) + iban.slice(0, 4))].map((character) => Number.parseInt(character, 36))
  return [...digits.join('')].reduce((remainder, digit) => (remainder * 10 + Number(digit)) % 97, 0)
}

/** Weights of the Federal Statistical Office for the first eight digits of a UID. */
const UID_WEIGHTS = [5, 4, 3, 2, 7, 6, 5, 4]

/** A company's UID as `CHE-123.456.788`; a suffix such as MWST is dropped, documents add their own. */
export function readUid(text: string): string | null {
  const match = /^CHE(\d{9})(MWST|TVA|IVA|VAT|HR|RC)?$/.exec(text.replace(/[\s.-]/g, '').toUpperCase())
  const digits = match?.[1]
  if (!digits) return null
  const sum = UID_WEIGHTS.reduce((total, weight, place) => total + weight * Number(digits[place]), 0)
  const check = (11 - (sum % 11)) % 11
  if (check !== Number(digits[8])) return null
  return `CHE-${digits.slice(0, 3)}.${digits.slice(3, 6)}.${digits.slice(6)}`
}

/** An AHV number as `756.9217.0769.85`: thirteen digits from 756 on, the last one by EAN-13. */
export function readAhv(text: string): string | null {
  const digits = text.replace(/[\s.-]/g, '')
  if (!/^756\d{10}$/.test(digits)) return null
  const sum = [...digits].reduce(
    (total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 1 : 3),
    0,
  )
  if (sum % 10 !== 0) return null
  return `${digits.slice(0, 3)}.${digits.slice(3, 7)}.${digits.slice(7, 11)}.${digits.slice(11)}`
}
