import { z } from 'zod'
import { type BrandPicture, brandUrl } from '@/lib/core/brand-pictures'
import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import { TYPEFACE_NAMES } from '@/lib/core/typefaces'

const Names = z.record(z.string(), z.string())

const Row = z.object({
  updated_at: z.string(),
  name: z.string(),
  accent_color: z.string(),
  typeface: z.enum(TYPEFACE_NAMES),
  colored_header: z.boolean(),
  headlines: Names,
  leads: Names,
  abouts: Names,
  company_pictures: z.array(
    z.object({
      kind: z.enum(['logo', 'hero']),
      file: z.string(),
      width: z.number(),
      height: z.number(),
      ground: z.enum(['any', 'light', 'dark']),
    }),
  ),
})

export type CompanyAppearance = Awaited<ReturnType<typeof getAppearance>>

/** How the company looks to its customers, for the settings. */
export async function getAppearance(ctx: CompanyContext) {
  const { data, error } = await ctx.db
    .from('companies')
    .select(
      'updated_at, name, accent_color, typeface, colored_header, headlines, leads, abouts, company_pictures (kind, file, width, height, ground)',
    )
    .eq('id', ctx.companyId)
    .single()
  if (error) throw fromPostgres(error)
  const row = Row.parse(data)
  const picture = (kind: 'logo' | 'hero'): BrandPicture | null => {
    const found = row.company_pictures.find((one) => one.kind === kind)
    if (!found) return null
    const { width, height, ground } = found
    return {
      url: brandUrl(ctx.companyId, found.file, kind === 'logo' ? 'logo' : 1280),
      width,
      height,
      ground,
    }
  }
  return {
    updatedAt: row.updated_at,
    name: row.name,
    accentColor: row.accent_color,
    typeface: row.typeface,
    hasColoredHeader: row.colored_header,
    texts: { headline: row.headlines, lead: row.leads, about: row.abouts },
    logo: picture('logo'),
    hero: picture('hero'),
  }
}
