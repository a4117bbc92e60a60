import { isValidPhoneNumber, parsePhoneNumberWithError } from 'libphonenumber-js/min'
import { z } from 'zod'
import { BirthDate } from '@/lib/core/birth-date'
import { readAhv, readUid } from '@/lib/core/identifiers'
import { line } from '@/lib/core/line'
import { ListQuery, several } from '@/lib/core/list'
import { optional } from '@/lib/core/optional'
import { CANTONS, isPostalCode } from '@/lib/core/postal-address'
import { SeenAt } from '@/lib/core/seen'
import { ID_DOCUMENTS, LANGUAGES } from '@/lib/customers/rules'

/** What narrows the list of customers. */
export const CustomerFilters = ListQuery.extend({
  kind: several(z.enum(['person', 'firm'])).catch([]),
  blocked: z.literal('yes').optional().catch(undefined),
})
export type CustomerFilters = z.infer<typeof CustomerFilters>

/** A telephone number as people write it here, kept in international form (E.164). */
export const Phone = z
  .string()
  .trim()
  .max(40)
  .refine((text) => isValidPhoneNumber(text, 'CH'), 'phone')
  .transform((text) => parsePhoneNumberWithError(text, 'CH').number as string)

/** A number with its own check; `problem` is the sentence's key. */
function checked(read: (text: string) => string | null, problem: string) {
  return z.string().transform((text, check) => {
    const value = read(text)
    if (value === null) check.addIssue({ code: 'custom', message: problem })
    return value
  })
}

/** Words that mark a customer, as a list or typed with commas between them. */
const Tags = z.preprocess(
  (value) => (typeof value === 'string' ? value.split(',') : value),
  z
    .array(line(40))
    .max(20)
    .default([])
    .transform((tags) => [...new Set(tags.filter(Boolean))]),
)

const Country = z.string().regex(/^[A-Z]{2}$/, 'invalid')

const Person = z.object({
  kind: z.enum(['person', 'firm']).default('person'),
  firstName: optional(line(80)),
  lastName: optional(line(80)),
  firmName: optional(line(120)),
  email: optional(z.email('format_email').max(254)),
  phone: optional(Phone),
  street: optional(line(70)),
  houseNumber: optional(line(16)),
  postalCode: optional(line(16)),
  town: optional(line(35)),
  country: Country.default('CH'),
  canton: optional(z.enum(CANTONS)),
  language: z.enum(LANGUAGES).default('de'),
  birthDate: optional(BirthDate),
  nationality: optional(Country),
  idDocumentKind: optional(z.enum(ID_DOCUMENTS)),
  idDocumentNumber: optional(line(40)),
  idDocumentCountry: optional(Country),
  idDocumentExpiresOn: optional(z.iso.date()),
  ahvNumber: optional(checked(readAhv, 'ahv')),
  uidNumber: optional(checked(readUid, 'uid')),
  tags: Tags,
  /** Values of the company's own fields, as typed; what they may be is the company's to say. */
  custom: z
    .record(z.string().max(40), z.union([z.string().max(500), z.number(), z.boolean(), z.null()]))
    .default({}),
  notes: optional(z.string().trim().max(5_000)),
})

/** A form names the company's own fields `custom.<key>`. */
function gatherCustom(given: unknown): unknown {
  if (given === null || typeof given !== 'object' || Array.isArray(given)) return given
  const own = Object.entries(given).filter(([name]) => name.startsWith('custom.'))
  if (own.length === 0) return given
  return { ...given, custom: Object.fromEntries(own.map(([name, value]) => [name.slice(7), value])) }
}

function withChecks<T extends typeof Person>(schema: T) {
  const checkedSchema = schema.superRefine((customer, check) => {
    const { kind, firmName, lastName, postalCode, country } = customer
    if (kind === 'firm' && !firmName)
      check.addIssue({ code: 'custom', path: ['firmName'], message: 'required' })
    if (kind === 'person' && !lastName)
      check.addIssue({ code: 'custom', path: ['lastName'], message: 'required' })
    if (postalCode && !isPostalCode(postalCode, country))
      check.addIssue({ code: 'custom', path: ['postalCode'], message: 'postal_code' })
  })
  return z.preprocess(gatherCustom, checkedSchema)
}

/** A customer as a form or a machine gives it. */
export const NewCustomer = withChecks(Person)
export type NewCustomer = z.infer<typeof NewCustomer>

/** What is known of a customer, corrected. */
export const CustomerChange = withChecks(Person.extend({ id: z.uuid(), seenAt: SeenAt }))
export type CustomerChange = z.infer<typeof CustomerChange>

/** Blocking needs a reason; those at the desk will read it. */
export const Blocking = z.object({
  id: z.uuid(),
  reason: z.string().trim().min(1).max(500),
  until: optional(z.iso.date()),
})
export type Blocking = z.infer<typeof Blocking>

/** Where the page of a customer's history begins: the time of the last entry seen. */
export const TimelineQuery = z.object({
  before: z.iso.datetime({ offset: true }).optional().catch(undefined),
})
