import { parsePhoneNumberFromString } from 'libphonenumber-js'

/** A phone number as people write it: `+41 44 201 01 01`. */
export function formatPhone(phone: string | null | undefined): string {
  return phone ? (parsePhoneNumberFromString(phone)?.formatInternational() ?? phone) : ''
}
