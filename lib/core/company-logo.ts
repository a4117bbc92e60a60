import { z } from 'zod'
import { brandFile } from '@/lib/core/brand-pictures'
import type { ServiceContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import { storagePath } from '@/lib/core/storage-paths'

const Logo = z.object({
  file: z.string(),
  width: z.number(),
  height: z.number(),
  ground: z.enum(['any', 'light', 'dark']),
  slug: z.string(),
})

/** The logo of the company our worker writes for, and where its site is; null without one. */
export async function companyLogo({ db, companyId }: ServiceContext): Promise<z.infer<typeof Logo> | null> {
  const { data, error } = await db.rpc('company_logo', { p_company_id: companyId })
  if (error) throw fromPostgres(error)
  return data === null ? null : Logo.parse(data)
}

/** The logo as documents print it, a PNG on a ground on which it is seen; undefined without one. */
export async function documentLogo(ctx: ServiceContext): Promise<Uint8Array | undefined> {
  const logo = await companyLogo(ctx)
  if (!logo) return undefined
  const { name, extension } = brandFile(logo.file, 'print')
  const path = storagePath(ctx.companyId, 'branding', name, extension)
  const { data, error } = await ctx.db.storage.from('branding').download(path)
  if (error) throw new Error(`The logo could not be read: ${error.message}`)
  return new Uint8Array(await data.arrayBuffer())
}
