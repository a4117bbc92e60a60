import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import { fromPostgres } from '@/lib/core/errors'
import { PLAN_NAMES } from '@/lib/core/plans'
import { processWide } from '@/lib/core/process-wide'
import { together } from '@/lib/core/together'
import type { Db } from '@/lib/supabase/client'

const ROLES = ['owner', 'manager', 'staff', 'technician', 'sales_rep', 'concierge', 'viewer'] as const
export type Role = (typeof ROLES)[number]

const Row = z.object({
  user: z.object({ id: z.string(), email: z.string(), full_name: z.string(), locale: z.string() }).nullable(),
  company: z
    .looseObject({
      id: z.string(),
      slug: z.string(),
      name: z.string(),
      time_zone: z.string(),
      currency: z.string(),
      locale: z.string(),
      lines: z.array(z.enum(['rentals', 'services', 'stays', 'sales'])),
      plan: z.enum(PLAN_NAMES),
      status: z.enum(['trial', 'active', 'past_due', 'suspended', 'canceled']),
      trial_ends_at: z.string().nullable(),
      accent_color: z.string(),
    })
    .nullable(),
  role: z.enum(ROLES).nullable(),
  permissions: z.array(z.string()),
  memberships: z.array(
    z.object({ company_id: z.string(), slug: z.string(), name: z.string(), role: z.enum(ROLES) }),
  ),
})

/** Who asks: the person, the selected company and what they may do there. */
export type Me = ReturnType<typeof toMe>
export type Company = NonNullable<Me['company']>

/** Who asks, in one round trip; the database answers for a live membership only. Null when the session is no longer good. */
export async function loadMe(db: Db): Promise<Me | null> {
  const { data, error } = await db.rpc('my_context')
  if (!error) return toMe(Row.parse(data))
  const refusal = fromPostgres(error)
  if (refusal.status === 401 || refusal.status === 403) return null
  throw refusal
}

/**
 * The same for the bearer of a token, at most two seconds old. Only for work that the database authorises once more:
 * whoever has just been removed is refused there.
 */
export async function loadRecentMe(token: string, load: () => Promise<Me | null>): Promise<Me | null> {
  const recent = processWide('me.recent', () => new LRUCache<string, Me>({ max: 2_000, ttl: 2_000 }))
  const known = recent.get(token)
  if (known) return known
  return together(`me:${token}`, async () => {
    const me = await load()
    if (me) recent.set(token, me)
    return me
  })
}

function toMe({ user, company, role, permissions, memberships }: z.infer<typeof Row>) {
  return {
    user: user && { id: user.id, email: user.email, fullName: user.full_name, locale: user.locale },
    company: company && {
      id: company.id,
      slug: company.slug,
      name: company.name,
      timeZone: company.time_zone,
      currency: company.currency,
      locale: company.locale,
      lines: company.lines,
      plan: company.plan,
      status: company.status,
      trialEndsAt: company.trial_ends_at,
      accentColor: company.accent_color,
      /** The company's row as it is, for the settings screens. */
      settings: company as Record<string, unknown>,
    },
    role,
    permissions,
    memberships: memberships.map(({ company_id, ...membership }) => ({
      companyId: company_id,
      ...membership,
    })),
  }
}
