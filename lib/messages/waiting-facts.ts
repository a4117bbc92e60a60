import { z } from 'zod'
import { EQUIPMENT } from '@/lib/core/equipment'
import { labelOf } from '@/lib/core/labels'
import { LANGUAGES } from '@/lib/messages/languages'
import { senderOf } from '@/lib/messages/sender'

/** What the messages to somebody on the waiting list tell, read from the service's answer. */
export const WaitingFacts = z
  .object({
    status: z.string(),
    starts_at: z.coerce.date(),
    ends_at: z.coerce.date(),
    offered_until: z.coerce.date().nullable(),
    locale: z.enum(LANGUAGES),
    token: z.string(),
    category_names: z.record(z.string(), z.string()).nullable(),
    location_name: z.string().nullable(),
    equipment: z.array(z.enum(EQUIPMENT)),
    customer: z.object({
      id: z.string(),
      name: z.string(),
      email: z.string().nullable(),
      phone: z.string().nullable(),
    }),
    company: z.object({
      slug: z.string(),
      name: z.string(),
      email: z.string().nullable(),
      phone: z.string().nullable(),
      accent_color: z.string(),
      time_zone: z.string(),
    }),
    booking: z.object({ id: z.string() }).nullable(),
  })
  .transform(({ company, ...row }) => ({
    status: row.status,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    offeredUntil: row.offered_until,
    /** Whether a vehicle is kept for them meanwhile. */
    isHeld: row.booking !== null,
    language: row.locale,
    timeZone: company.time_zone,
    token: row.token,
    category: row.category_names && labelOf(row.category_names, row.locale),
    location: row.location_name,
    equipment: row.equipment,
    customer: row.customer,
    companySlug: company.slug,
    companyEmail: company.email,
    sender: senderOf(company, company.accent_color),
  }))
export type WaitingFacts = z.infer<typeof WaitingFacts>
