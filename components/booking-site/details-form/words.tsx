import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { cancellationTerms } from '@/components/booking-site/cancellation-words'
import type { SiteContext } from '@/lib/core/context'
import { formatMoney } from '@/lib/core/money'
import type { Price } from '@/lib/core/price'

const FIELDS = [
  'firstName',
  'lastName',
  'email',
  'phone',
  'birthDate',
  'street',
  'houseNumber',
  'postalCode',
  'town',
  'country',
] as const

const LICENCE_FIELDS = ['licence.category', 'licence.since', 'licence.expiresOn'] as const

export type CustomerField = (typeof FIELDS)[number]
export type DetailsField = CustomerField | (typeof LICENCE_FIELDS)[number]

const SENTENCES = [
  'person',
  'address',
  'emailHelp',
  'phoneHelp',
  'consentMissing',
  'sending',
  'offline',
  'missing',
  'invalidEmail',
  'invalidDate',
  'goneTitle',
  'goneText',
  'goneNone',
  'searchAgain',
  'voucherTitle',
  'voucherCode',
  'voucherHelp',
] as const

/** Everything the form says, translated on the server: the browser needs no translator for it. */
export type DetailsWords = Record<(typeof SENTENCES)[number], string> & {
  labels: Record<DetailsField, string>
  birthDateHelp: string
  tooYoung: string
  licenceExpired: string
  licenceTooShort: string
  invalidPhone: string
  invalidPostalCode: string
  licence: string
  licenceHelp: string
  choose: string
  sinceHelp: string
  expiresOnHelp: string
  /** What sends the booking; where something is paid now, `{amount}` stands for it. */
  submit: string
  submitHelp: string
  /** What calling it off costs, before anything is paid. */
  cancellation: string
  consent: ReactNode
  /** How many answers are wrong, in words, by their number; none for 0. */
  problems: (string | null)[]
  /** What stands before the number a failure's log is found by. */
  requestId: string
}

/** The form's words for a price and a class: what is to be paid, how old one must be and what licence to hold stand in them. */
export async function detailsWords(
  price: Price,
  demand: { category: string; years: number },
  site: Pick<SiteContext, 'company' | 'now' | 'locale' | 'timeZone'>,
  startsAt: Date,
): Promise<DetailsWords> {
  const { holdMinutes, hasTerms } = site.company
  const t = await getTranslations('booking-site.details')
  const shared = await getTranslations('ui.formErrors')
  const refused = await getTranslations('errors')
  const pays = price.bookingDepositRappen > 0
  const young = price.lines.find(({ code }) => code === 'young_driver')
  const link = (href: string) => (words: ReactNode) => (
    <a href={href} target="_blank" rel="noreferrer" className="text-accent-text underline underline-offset-4">
      {words}
    </a>
  )
  return {
    ...(Object.fromEntries(SENTENCES.map((key) => [key, t(key)])) as Record<
      (typeof SENTENCES)[number],
      string
    >),
    labels: Object.fromEntries([...FIELDS, ...LICENCE_FIELDS].map((field) => [field, t(field)])) as Record<
      DetailsField,
      string
    >,
    birthDateHelp: young
      ? t('youngDriver', { amount: formatMoney(young.amountRappen, price.currency) })
      : t('birthDateHelp', { age: price.minimumAge }),
    tooYoung: refused('driver_too_young', { minimum_age: price.minimumAge }),
    licenceExpired: refused('licence_expired'),
    licenceTooShort: refused('licence_too_short', { years: demand.years }),
    invalidPhone: refused('validation.phone'),
    invalidPostalCode: refused('validation.postal_code'),
    licence: t('licence.title'),
    licenceHelp: t('licence.help', { category: demand.category }),
    choose: t('licence.choose'),
    sinceHelp: t('licence.sinceHelp', { years: demand.years }),
    expiresOnHelp: t('licence.expiresOnHelp'),
    submit: pays ? t('pay', { amount: '{amount}' }) : t('book'),
    cancellation: await cancellationTerms(site, startsAt),
    submitHelp: pays ? t('payHelp', { minutes: holdMinutes }) : t('bookHelp'),
    consent: t.rich(hasTerms ? 'consent' : 'consentWithoutTerms', {
      terms: link('/terms'),
      privacy: link('/privacy'),
    }),
    // Every field, the voucher and the consent may be wrong.
    problems: Array.from({ length: FIELDS.length + LICENCE_FIELDS.length + 3 }, (_, count) =>
      count === 0 ? null : shared('title', { count }),
    ),
    requestId: shared('requestId', { id: '' }).trim(),
  }
}
