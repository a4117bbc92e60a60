import { parsePhoneNumberFromString } from 'libphonenumber-js/min'

/** A phone number to read (`+41 44 201 01 01`) and to dial; what cannot be read is shown as it was written. */
export function readablePhone(phone: string): { shown: string; href: string } {
  const number = parsePhoneNumberFromString(phone, 'CH')
  return {
    shown: number?.formatInternational() ?? phone,
    href: `tel:${number?.number ?? phone.replace(/[^+\d]/g, '')}`,
  }
}
