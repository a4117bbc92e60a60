import sharp from 'sharp'
import { DisputeFacts } from '@/lib/contracts/dispute/facts'
import { disputePack } from '@/lib/contracts/dispute/pack-pdf'
import { isLicencePhoto } from '@/lib/contracts/documents/contract-facts'
import { documentLogo } from '@/lib/core/company-logo'
import type { CompanyContext } from '@/lib/core/context'
import { toDocumentLanguage } from '@/lib/core/documents/language'
import { AppError, fromPostgres } from '@/lib/core/errors'
import { siteUrl } from '@/lib/core/hosts'
import { serviceContext } from '@/lib/core/service-context'

/** What Stripe takes as one file of evidence; some of it is left for the pages themselves. */
const PHOTOS_BYTES = 3_900_000
const AT_ONCE = 6

/**
 * Writes the dispute pack of a contract, small enough for Stripe; who asks is noted in the trail.
 * @throws AppError `not_found` · `forbidden`
 */
export async function makeDisputePack(
  ctx: CompanyContext,
  { id, language = ctx.locale }: { id: string; language?: string },
): Promise<{ name: string; bytes: Uint8Array }> {
  const { data, error } = await ctx.db.rpc('dispute_facts', { p_contract_id: id })
  if (error) throw fromPostgres(error)
  const facts = DisputeFacts.parse(data)
  const logo = await documentLogo(serviceContext(ctx.companyId, 'dispute-pack', ctx.requestId))
  const bytes = await disputePack(facts, {
    pictures: { sketch: null, byPath: await picturesOf(ctx, facts), logo },
    language: toDocumentLanguage(language),
    verifyAt: siteUrl(facts.company.slug, '/verify'),
    madeAt: ctx.now(),
  })
  ctx.log.info({ event: 'contract.dispute_pack', contractId: id, bytes: bytes.byteLength })
  return { name: `${facts.contract.number}.pdf`, bytes }
}

async function picturesOf(ctx: CompanyContext, facts: DisputeFacts): Promise<Map<string, Uint8Array>> {
  const sides = facts.handovers ?? []
  const photos = sides.flatMap((side) => side.photos).filter(({ position }) => !isLicencePhoto(position))
  const share = PHOTOS_BYTES / Math.max(photos.length, 1)
  const wanted = [
    ...photos.map(({ storage_path: path }) => ({ path, most: share })),
    ...sides.flatMap((side) => side.signatures.map(({ image_path: path }) => ({ path, most: Infinity }))),
  ]
  const byPath = new Map<string, Uint8Array>()
  for (let from = 0; from < wanted.length; from += AT_ONCE) {
    const batch = wanted.slice(from, from + AT_ONCE)
    const pictures = await Promise.all(batch.map(({ path, most }) => pictureWithin(ctx, path, most)))
    for (const [index, { path }] of batch.entries()) {
      const picture = pictures[index]
      if (picture) byPath.set(path, picture)
    }
  }
  return byPath
}

/** Sizes a photo is tried in, the best first. */
const SIZES = [
  { width: 1_000, quality: 74 },
  { width: 760, quality: 66 },
  { width: 520, quality: 58 },
  { width: 360, quality: 50 },
]

/** A picture as JPEG of at most so many bytes; null when its file is gone, which the pack then shows as an empty place. */
async function pictureWithin(ctx: CompanyContext, path: string, most: number): Promise<Uint8Array | null> {
  const { data, error } = await ctx.db.storage.from('evidence').download(path)
  if (error) {
    ctx.log.warn({ event: 'contract.evidence_missing', err: new AppError('not_found', { cause: error }) })
    return null
  }
  const original = Buffer.from(await data.arrayBuffer())
  let smallest: Uint8Array = original
  for (const { width, quality } of SIZES) {
    smallest = await sharp(original)
      .resize({ width, withoutEnlargement: true })
      .jpeg({ quality, mozjpeg: false })
      .toBuffer()
    if (smallest.byteLength <= most) break
  }
  return smallest
}
