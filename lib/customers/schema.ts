import { isValidPhoneNumber, parsePhoneNumberWithError } from 'libphonenumber-js/min'
import { z } from 'zod'
import { ListQuery, several } from '@/lib/core/list'
import { isPostalCode, LANGUAGES } from '@/lib/customers/rules'

/** What narrows the list of customers. */
export const CustomerFilters = ListQuery.extend({
  kind: several(z.enum(['person', 'firm'])).catch([]),
  blocked: z.literal('yes').optional().catch(undefined),
})
export type CustomerFilters = z.infer<typeof CustomerFilters>

/** An empty field is nothing known, not an empty text. */
function optional<T extends z.ZodType>(schema: T) {
  return z.preprocess((value) => (value === '' || value === undefined ? null : value), schema.nullable())
}

/** One line of text: it ends up on envelopes and in mail headers. */
function line(most: number) {
  return z
    .string()
    .trim()
    .max(most)
    .regex(/^\P{Cc}*$/u, 'characters')
}

/** A telephone number as people write it here, kept in international form (E.164). */
export const Phone = z
  .string()
  .trim()
  .max(40)
  .refine((text) => isValidPhoneNumber(text, 'CH'), 'phone')
  .transform((text) => parsePhoneNumberWithError(text, 'CH').number as string)

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
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'invalid')
    .default('CH'),
  language: z.enum(LANGUAGES).default('de'),
  birthDate: optional(z.iso.date()),
  notes: optional(z.string().trim().max(5_000)),
})

function withChecks<T extends typeof Person>(schema: T) {
  return schema.superRefine((customer, check) => {
    const { kind, firmName, lastName, postalCode, country } = customer
    if (kind === 'firm' && !firmName)
      check.addIssue({ code: 'custom', path: ['firmName'], message: 'required' })
    if (kind === 'person' && !lastName)
      check.addIssue({ code: 'custom', path: ['lastName'], message: 'required' })
    if (postalCode && !isPostalCode(postalCode, country))
      check.addIssue({ code: 'custom', path: ['postalCode'], message: 'postal_code' })
  })
}

/** A customer as a form or a machine gives it. */
export const NewCustomer = withChecks(Person)
export type NewCustomer = z.infer<typeof NewCustomer>

/** What is known of a customer, corrected. */
export const CustomerChange = withChecks(Person.extend({ id: z.uuid() }))
export type CustomerChange = z.infer<typeof CustomerChange>

/** Blocking needs a reason; those at the desk will read it. */
export const Blocking = z.object({ id: z.uuid(), reason: z.string().trim().min(1).max(500) })
export type Blocking = z.infer<typeof Blocking>
