import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import { type BrandPicture, brandUrl, heroSources, VehiclePhoto } from '@/lib/core/brand-pictures'
import { cached } from '@/lib/core/cache'
import { CancellationPolicy } from '@/lib/core/cancellation'
import { EQUIPMENT } from '@/lib/core/equipment'
import { fromPostgres } from '@/lib/core/errors'
import { processWide } from '@/lib/core/process-wide'
import { together } from '@/lib/core/together'
import { TYPEFACE_NAMES } from '@/lib/core/typefaces'
import type { Db } from '@/lib/supabase/client'

const Names = z.record(z.string(), z.string())

const Picture = z.object({
  file: z.string(),
  width: z.number(),
  height: z.number(),
  ground: z.enum(['any', 'light', 'dark']),
})

const Row = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  legal_name: z.string().nullable(),
  locale: z.string(),
  currency: z.string(),
  time_zone: z.string(),
  lines: z.array(z.string()),
  accent_color: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  street: z.string().nullable(),
  house_number: z.string().nullable(),
  postal_code: z.string().nullable(),
  town: z.string().nullable(),
  uid_number: z.string().nullable(),
  terms: Names,
  booking_deposit_percent: z.number(),
  hold_minutes: z.number(),
  cancellation_policy: CancellationPolicy,
  accepts_bookings: z.boolean(),
  is_opening: z.boolean(),
  typeface: z.enum(TYPEFACE_NAMES).catch('geist'),
  colored_header: z.boolean(),
  headlines: Names,
  leads: Names,
  abouts: Names,
  pictures: z.object({ logo: Picture.optional(), hero: Picture.optional() }),
  domain: z.string().nullable(),
  widget_origins: z.array(z.string()),
  locations: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      street: z.string().nullable(),
      house_number: z.string().nullable(),
      postal_code: z.string().nullable(),
      town: z.string().nullable(),
      opening_hours: z.unknown(),
      latitude: z.number().nullable(),
      longitude: z.number().nullable(),
      holidays: z.array(z.object({ day: z.string(), name: z.string() })),
    }),
  ),
  categories: z.array(
    z.object({
      id: z.string(),
      names: Names,
      body_type: z.string().nullable(),
      photo: VehiclePhoto.nullable(),
    }),
  ),
  equipment: z.array(z.enum(EQUIPMENT)),
  young_driver_fees: z.array(z.object({ below_age: z.number(), amount_rappen: z.number() })),
  extras: z.array(
    z.object({
      id: z.string(),
      code: z.string(),
      names: Names,
      charge: z.string(),
      price_rappen: z.number(),
      max_quantity: z.number(),
      needs_approval: z.boolean(),
    }),
  ),
})

/** What anybody may know of a company: name, contact, terms, branches, categories and extras. */
export type SiteCompany = ReturnType<typeof toSiteCompany>

/** Facts live this long where nobody says that they have changed: another process without a shared cache. */
const SECONDS = 60

/**
 * The company whose site this is; null when no company has the slug. Kept for a minute, or until its settings, prices
 * or branches change: every page of a site begins with it. A slug never moves to another company, so it is kept apart.
 */
export async function loadSiteCompany(db: Db, slug: string): Promise<SiteCompany | null> {
  const known = knownSlugs().get(slug)
  // The first visitors after a start come together.
  if (!known)
    return together(`site-company:${slug}`, async () => remember(slug, await readSiteCompany(db, slug)))
  return cached(
    { companyId: known, key: 'site-company', areas: ['settings', 'fleet'], seconds: SECONDS },
    () => readSiteCompany(db, slug),
  )
}

const knownSlugs = () =>
  processWide('site-company.slugs', () => new LRUCache<string, string>({ max: 5_000, ttl: 60 * 60_000 }))

function remember(slug: string, company: SiteCompany | null): SiteCompany | null {
  if (company) knownSlugs().set(slug, company.id)
  return company
}

async function readSiteCompany(db: Db, slug: string): Promise<SiteCompany | null> {
  const { data, error } = await db.rpc('site_company', { p_slug: slug })
  if (error) throw fromPostgres(error)
  return data === null ? null : toSiteCompany(Row.parse(data))
}

function toSiteCompany(row: z.infer<typeof Row>) {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    legalName: row.legal_name,
    locale: row.locale,
    currency: row.currency,
    timeZone: row.time_zone,
    lines: row.lines,
    accentColor: row.accent_color,
    email: row.email,
    phone: row.phone,
    address: {
      street: row.street,
      houseNumber: row.house_number,
      postalCode: row.postal_code,
      town: row.town,
    },
    uidNumber: row.uid_number,
    terms: row.terms,
    hasTerms: Object.keys(row.terms).length > 0,
    bookingDepositPercent: row.booking_deposit_percent,
    holdMinutes: row.hold_minutes,
    cancellationPolicy: row.cancellation_policy,
    acceptsBookings: row.accepts_bookings,
    /** Something that a lawful offer needs is still missing; until then nothing can be booked. */
    isOpening: row.is_opening,
    typeface: row.typeface,
    hasColoredHeader: row.colored_header,
    headlines: row.headlines,
    leads: row.leads,
    abouts: row.abouts,
    logo: logoOf(row),
    hero: heroOf(row),
    domain: row.domain,
    widgetOrigins: row.widget_origins,
    locations: row.locations.map(({ house_number, postal_code, opening_hours, ...location }) => ({
      ...location,
      houseNumber: house_number,
      postalCode: postal_code,
      openingHours: opening_hours,
    })),
    categories: row.categories.map(({ body_type, ...category }) => ({ ...category, bodyType: body_type })),
    equipment: row.equipment,
    youngDriverFees: row.young_driver_fees.map(({ below_age, amount_rappen }) => ({
      belowAge: below_age,
      amountRappen: amount_rappen,
    })),
    extras: row.extras.map(({ price_rappen, max_quantity, needs_approval, ...extra }) => ({
      ...extra,
      priceRappen: price_rappen,
      maxQuantity: max_quantity,
      /** Whether the desk says yes first when it is asked for after booking. */
      needsApproval: needs_approval,
    })),
  }
}

function logoOf({ id, pictures: { logo } }: z.infer<typeof Row>): BrandPicture | null {
  if (!logo) return null
  const { file, ...rest } = logo
  return { ...rest, url: brandUrl(id, file, 'logo') }
}

function heroOf({
  id,
  pictures: { hero },
}: z.infer<typeof Row>): (BrandPicture & { sources: string }) | null {
  if (!hero) return null
  const { file, ...rest } = hero
  return { ...rest, url: brandUrl(id, file, 1280), sources: heroSources(id, file) }
}
