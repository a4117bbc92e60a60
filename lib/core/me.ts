import { z } from 'zod'
import { fromPostgres } from '@/lib/core/errors'
import type { Db } from '@/lib/supabase/client'

export const ROLES = ['owner', 'manager', 'staff', 'technician', 'sales_rep', 'concierge', 'viewer'] as const
export type Role = (typeof ROLES)[number]

const Company = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  timeZone: z.string(),
  currency: z.string(),
  locale: z.string(),
  lines: z.array(z.enum(['rentals', 'services', 'stays', 'sales'])).default(['rentals']),
  plan: z.string().optional(),
  status: z.string().optional(),
  trialEndsAt: z.string().nullish(),
  settings: z.record(z.string(), z.unknown()).default({}),
})
export type Company = z.infer<typeof Company>

const Me = z.object({
  user: z.object({ id: z.string(), email: z.string(), fullName: z.string(), locale: z.string() }),
  company: Company.nullable(),
  role: z.enum(ROLES).nullable(),
  permissions: z.array(z.string()),
  memberships: z.array(
    z.object({ companyId: z.string(), slug: z.string(), name: z.string(), role: z.enum(ROLES) }),
  ),
})
export type Me = z.infer<typeof Me>

/** Who asks, for which company, with which permissions: one round trip, answered by the database for a live membership only. */
export async function loadMe(db: Db): Promise<Me | null> {
  const { data, error } = await db.rpc('my_context')
  if (error) {
    const refusal = fromPostgres(error)
    if (refusal.status === 401 || refusal.status === 403) return null
    throw refusal
  }
  return data === null ? null : Me.parse(data)
}
