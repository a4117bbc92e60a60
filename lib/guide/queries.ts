import { z } from 'zod'
import type { CompanyContext } from '@/lib/core/context'
import { AppError, fromPostgres } from '@/lib/core/errors'
import { SIGNED_URL_SECONDS } from '@/lib/core/storage-paths'
import { GuideSection } from '@/lib/guide/schema'

const Names = z.record(z.string(), z.string())

/** The company's guides, those in use first. */
export async function listGuides(ctx: CompanyContext) {
  const { data, error } = await ctx.db
    .from('guides')
    .select('id, names, category_ids, active, sections')
    .eq('company_id', ctx.companyId)
    .order('active', { ascending: false })
    .order('created_at')
    .limit(200)
  if (error) throw fromPostgres(error)
  return data.map((row) => ({
    id: row.id,
    names: Names.parse(row.names),
    categoryIds: row.category_ids,
    isActive: row.active,
    sections: z.array(GuideSection).parse(row.sections),
  }))
}

/** One guide. @throws AppError `not_found` */
export async function getOwnGuide(ctx: CompanyContext, id: string) {
  const guide = (await listGuides(ctx)).find((one) => one.id === id)
  if (!guide) throw new AppError('not_found')
  return guide
}

/** A short-lived address of a picture of the company's guides. @throws AppError `not_found` */
export async function guidePhotoUrl(ctx: CompanyContext, id: string): Promise<string> {
  const { data, error } = await ctx.db
    .from('guide_photos')
    .select('storage_path')
    .eq('company_id', ctx.companyId)
    .eq('id', id)
    .maybeSingle()
  if (error) throw fromPostgres(error)
  if (!data) throw new AppError('not_found')
  const signed = await ctx.db.storage
    .from('guides')
    .createSignedUrl(data.storage_path, SIGNED_URL_SECONDS.operator)
  if (signed.error) throw new AppError('not_found', { cause: signed.error })
  return signed.data.signedUrl
}
