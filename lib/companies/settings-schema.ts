import { z } from 'zod'
import { rappen } from '@/lib/core/amount'
import { SeenAt } from '@/lib/core/seen'
import { TYPEFACE_NAMES } from '@/lib/core/typefaces'
import { wholeNumber } from '@/lib/core/whole-number'

/** The languages customers are written to; terms exist in each of them. */
export const COMPANY_LANGUAGES = ['de', 'fr', 'it', 'en'] as const

/** What a company's prices and bills can be in: what a QR-bill can be paid in. */
export const CURRENCIES = ['CHF', 'EUR'] as const

/** A number that may be left empty. */
function wholeOrNothing(most: number) {
  return z.union([z.literal('').transform(() => null), wholeNumber(0, most)])
}

/** A time of day, 21:00. */
const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** A page on the web, or nothing. */
const ReviewAddress = z.preprocess(
  (typed) => (typeof typed === 'string' && typed.trim() === '' ? null : typed),
  z
    .string()
    .trim()
    .max(300)
    .regex(/^https:\/\/[^\s\p{Cc}]+$/u, 'web_address')
    .nullable(),
)

/** To what prices may be rounded, in rappen; 1 leaves them as they come out. */
export const ROUNDINGS = ['1', '5', '10', '50', '100'] as const

/** How customers are told what a short message can say: both at once, or one way after the other until one arrives. */
export const MESSAGE_ORDERS = [
  'both',
  'whatsapp,sms,email',
  'whatsapp,email',
  'sms,email',
  'email,whatsapp,sms',
  'email,sms',
] as const

/** What holds for every booking and every bill. */
const Figures = z.object({
  seenAt: SeenAt,
  bookingDepositPercent: wholeNumber(0, 100),
  bookingDepositMinimumRappen: rappen(0, 10_000_000),
  priceRoundingRappen: z.enum(ROUNDINGS).transform(Number),
  holdMinutes: wholeNumber(1, 1440),
  waitingOfferHours: wholeNumber(1, 336),
  waitingHolds: z.literal('on').optional().transform(Boolean),
  lateGraceMinutes: wholeNumber(0, 600),
  fuelPriceRappen: rappen(0, 5_000),
  chargePriceRappen: rappen(0, 5_000),
  paymentTermsDays: wholeNumber(0, 120),
  reminderFeeRappen: rappen(0, 10_000),
  paymentNotices: z.literal('on').optional().transform(Boolean),
  remindersAutomatic: z.literal('on').optional().transform(Boolean),
  chargesRemainder: z.literal('on').optional().transform(Boolean),
  acceptsTips: z.literal('on').optional().transform(Boolean),
  depositReleaseDays: wholeOrNothing(60),
  customerReminders: z.literal('on').optional().transform(Boolean),
  messageOrder: z.enum(MESSAGE_ORDERS),
  reviewUrl: ReviewAddress,
  quietFrom: ClockTime,
  quietUntil: ClockTime,
  retentionYears: wholeNumber(7, 30),
  noShowFeePercent: wholeNumber(0, 100),
  policyHours1: wholeOrNothing(9_999),
  policyPercent1: wholeOrNothing(100),
  policyHours2: wholeOrNothing(9_999),
  policyPercent2: wholeOrNothing(100),
  policyHours3: wholeOrNothing(9_999),
  policyPercent3: wholeOrNothing(100),
})

/** The form's figures with the cancellation policy read from its rows: hours and share of each, both or none. */
export const BookingRules = Figures.transform((form, check) => {
  const rows = ([1, 2, 3] as const).map((row) => ({
    row,
    hours: form[`policyHours${row}`],
    percent: form[`policyPercent${row}`],
  }))
  const cancellationPolicy = rows.flatMap(({ row, hours, percent }) => {
    if (hours === null && percent === null) return []
    if (hours === null) check.addIssue({ code: 'custom', path: [`policyHours${row}`], message: 'required' })
    if (percent === null)
      check.addIssue({ code: 'custom', path: [`policyPercent${row}`], message: 'required' })
    if (hours === null || percent === null) return []
    if (rows.some((other) => other.row < row && other.hours === hours))
      check.addIssue({ code: 'custom', path: [`policyHours${row}`], message: 'policy_twice' })
    return [{ hours, percent }]
  })
  return { ...form, cancellationPolicy }
})
export type BookingRules = z.infer<typeof BookingRules>

/** The words of the site that a company may write itself, and how long each may be. */
export const SITE_TEXTS = { headline: 80, lead: 240, about: 3_000 } as const
export type SiteText = keyof typeof SITE_TEXTS

/** A site's text in each language; what stays empty is left out. */
function inEachLanguage(text: SiteText) {
  return Object.fromEntries(
    COMPANY_LANGUAGES.map((language) => [`${text}_${language}`, z.string().trim().max(SITE_TEXTS[text])]),
  ) as Record<`${SiteText}_${(typeof COMPANY_LANGUAGES)[number]}`, z.ZodString>
}

const Look = z.object({
  seenAt: SeenAt,
  accentColor: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^#[0-9a-f]{6}$/, 'color'),
  typeface: z.enum(TYPEFACE_NAMES),
  coloredHeader: z.literal('on').optional().transform(Boolean),
  ...inEachLanguage('headline'),
  ...inEachLanguage('lead'),
  ...inEachLanguage('about'),
})

/** How the company looks to its customers: colour, face, and its own words by language. */
export const Appearance = Look.transform((form) => ({
  seenAt: form.seenAt,
  accentColor: form.accentColor,
  typeface: form.typeface,
  coloredHeader: form.coloredHeader,
  headlines: textsOf(form, 'headline'),
  leads: textsOf(form, 'lead'),
  abouts: textsOf(form, 'about'),
}))
export type Appearance = z.infer<typeof Appearance>

function textsOf(form: z.infer<typeof Look>, text: SiteText): Record<string, string> {
  return Object.fromEntries(
    COMPANY_LANGUAGES.map((language) => [language, form[`${text}_${language}`]] as const).filter(
      ([, words]) => words !== '',
    ),
  )
}

/** Which of the site's pictures. */
export const SitePicture = z.object({ kind: z.enum(['logo', 'hero']) })
export type SitePicture = z.infer<typeof SitePicture>

const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.){2,}[a-z]{2,24}$/
const ORIGIN =
  /^(https:\/\/([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}|http:\/\/localhost)(:\d{1,5})?$/

/** A name with umlauts as DNS knows it: `mieten.bünt.ch` is `mieten.xn--bnt-hoa.ch`. */
function asciiName(name: string): string {
  const url = `https://${name}`
  return /\P{ASCII}/u.test(name) && URL.canParse(url) ? new URL(url).host : name
}

/** `https://mieten.example.ch/` as people paste it, as the bare name. */
const Domain = z
  .string()
  .trim()
  .toLowerCase()
  .transform((text) => asciiName(text.replace(/^https?:\/\//, '').replace(/\/.*$/, '')) || null)
  .refine((name) => name === null || DOMAIN.test(name), 'domain')

/** Web sites one a line, each down to what a browser compares: scheme, name, port. */
const Origins = z.string().transform((text, check) => {
  const lines = text.split(/\s+/).filter(Boolean)
  const origins = lines.map((line) => {
    const url = /^https?:\/\//i.test(line) ? line : `https://${line}`
    return URL.canParse(url) ? new URL(url).origin : line
  })
  if (origins.some((origin) => !ORIGIN.test(origin))) check.addIssue({ code: 'custom', message: 'origin' })
  if (origins.length > 20) check.addIssue({ code: 'custom', message: 'too_many_origins' })
  return [...new Set(origins)]
})

/** Where the company's site is found, and which pages may show its widget. */
export const WebsiteChange = z.object({ seenAt: SeenAt, customDomain: Domain, widgetOrigins: Origins })
export type WebsiteChange = z.infer<typeof WebsiteChange>

const Terms = z.string().trim().max(60_000)

/** Rental terms by language; a language left empty has none. */
export const RentalTerms = z.strictObject({ seenAt: SeenAt, de: Terms, fr: Terms, it: Terms, en: Terms })
export type RentalTerms = z.infer<typeof RentalTerms>
