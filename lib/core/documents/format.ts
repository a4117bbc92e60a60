import { parsePhoneNumberFromString } from 'libphonenumber-js'
import type { DocumentLanguage } from '@/lib/core/documents/language'
import { languageTag } from '@/lib/core/language-tag'

/** A calendar day, which belongs to no zone, in figures: `21.11.2026`. */
export function formatDay(date: string, language: DocumentLanguage): string {
  const options = { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(languageTag(language), options).format(new Date(`${date}T12:00:00Z`))
}

/** A phone number as people write it: `+41 44 201 01 01`. */
export function formatPhone(phone: string | null | undefined): string {
  return phone ? (parsePhoneNumberFromString(phone)?.formatInternational() ?? phone) : ''
}
