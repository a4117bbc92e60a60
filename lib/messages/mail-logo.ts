import { brandUrl } from '@/lib/core/brand-pictures'
import { companyLogo } from '@/lib/core/company-logo'
import type { ServiceContext } from '@/lib/core/context'
import { siteUrl } from '@/lib/core/hosts'
import type { LetterLogo } from '@/lib/messages/letter'

const BOX = { width: 200, height: 48 }

/** The company's logo for the head of a mail, on a ground on which it is seen however the program colours the page. */
export async function mailLogo(ctx: ServiceContext): Promise<LetterLogo | null> {
  const logo = await companyLogo(ctx)
  if (!logo) return null
  const scale = Math.min(BOX.width / logo.width, BOX.height / logo.height, 1)
  return {
    url: siteUrl(logo.slug, brandUrl(ctx.companyId, logo.file, 'print')),
    width: Math.round(logo.width * scale),
    height: Math.round(logo.height * scale),
  }
}
