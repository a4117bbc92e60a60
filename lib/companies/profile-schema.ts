import { z } from 'zod'
import { COMPANY_LANGUAGES, CURRENCIES } from '@/lib/companies/settings-schema'
import { readIban, readUid } from '@/lib/core/identifiers'
import { line } from '@/lib/core/line'
import { optional } from '@/lib/core/optional'
import { CANTONS, isPostalCodeHere } from '@/lib/core/postal-address'
import { SeenAt } from '@/lib/core/seen'
import { Phone } from '@/lib/customers/schema'

/** Text that may stay empty; the database keeps null then. */
function optionalText(most: number) {
  return line(most).transform((text) => text || null)
}

/** A number with its own check, or nothing; `problem` is the sentence's key. */
function checked(read: (text: string) => string | null, problem: string) {
  return z
    .string()
    .trim()
    .transform((text, check) => {
      const value = text === '' ? null : read(text)
      if (text !== '' && value === null) check.addIssue({ code: 'custom', message: problem })
      return value
    })
}

/** Who the company is: what stands on contracts, invoices and in the imprint. */
export const CompanyProfile = z
  .object({
    seenAt: SeenAt,
    name: line(120).min(1),
    legalName: optionalText(120),
    street: optionalText(70),
    houseNumber: optionalText(16),
    postalCode: optionalText(16).refine(isPostalCodeHere, 'postal_code'),
    town: optionalText(35),
    canton: optional(z.enum(CANTONS, 'canton')),
    email: optional(z.string().trim().toLowerCase().pipe(z.email('format_email').max(254))),
    phone: optional(Phone),
    locale: z.enum(COMPANY_LANGUAGES),
    uidNumber: checked(readUid, 'uid'),
    vatRegistered: z.stringbool(),
    iban: checked(readIban, 'iban'),
    /** Not sent once it is fixed. */
    currency: z.enum(CURRENCIES).optional(),
  })
  .refine(({ vatRegistered, uidNumber }) => !vatRegistered || uidNumber !== null, {
    path: ['uidNumber'],
    message: 'uid_for_vat',
  })
export type CompanyProfile = z.infer<typeof CompanyProfile>
