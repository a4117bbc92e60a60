import { domainToUnicode } from 'node:url'
import { type DnsResolver, readRecords, recordsFor } from '@/lib/companies/domain-records'
import type { WebsiteChange } from '@/lib/companies/settings-schema'
import { invalidate } from '@/lib/core/cache'
import type { CompanyContext } from '@/lib/core/context'
import { AppError, fromPostgres } from '@/lib/core/errors'
import { siteUrl } from '@/lib/core/hosts'
import { serviceContext } from '@/lib/core/service-context'

export type Website = Awaited<ReturnType<typeof getWebsite>>

/** Where the company's site is found: our address, its own domain, and the pages that may show its widget. */
export async function getWebsite(ctx: CompanyContext) {
  const { data, error } = await ctx.db
    .from('companies')
    .select('updated_at, custom_domain, domain_verified_at, widget_origins')
    .eq('id', ctx.companyId)
    .single()
  if (error) throw fromPostgres(error)
  const { custom_domain: domain } = data
  return {
    updatedAt: data.updated_at,
    url: siteUrl(ctx.company.slug, '/'),
    domain,
    /** The same with its umlauts, as people write it. */
    writtenDomain: domain && domainToUnicode(domain),
    isProved: data.domain_verified_at !== null,
    records: domain ? recordsFor(domain, siteOf(ctx)) : [],
    widgetOrigins: data.widget_origins,
  }
}

/**
 * Changes the company's own domain and who may show its widget; a new domain is answered once DNS proves it.
 * @throws AppError `forbidden` · `changed_meanwhile`
 */
export async function updateWebsite(ctx: CompanyContext, change: WebsiteChange): Promise<void> {
  const { data, error } = await ctx.db
    .from('companies')
    .update({ custom_domain: change.customDomain, widget_origins: change.widgetOrigins })
    .match({ id: ctx.companyId, ...(change.seenAt && { updated_at: change.seenAt }) })
    .select('id')
  if (error) throw fromPostgres(error)
  if (data.length === 0) throw new AppError('changed_meanwhile')
  await invalidate(ctx.companyId, 'settings')
}

/**
 * Asks DNS about the company's domain and keeps the answer: proved, it leads to the site from now on; not any more, it no longer does.
 * @throws AppError `not_found` without a domain · `domain_taken` · `unavailable`
 */
export async function checkDomain(ctx: CompanyContext, resolver?: DnsResolver) {
  const { domain } = await getWebsite(ctx)
  if (!domain) throw new AppError('not_found')
  const records = await readRecords(domain, siteOf(ctx), resolver)
  const { db } = serviceContext(ctx.companyId, 'domain', ctx.requestId)
  const { error } = await db.rpc('note_domain_check', {
    p_company_id: ctx.companyId,
    p_domain: domain,
    p_is_proved: records.every(({ isRight }) => isRight),
  })
  if (error) throw fromPostgres(error)
  await invalidate(ctx.companyId, 'settings')
  return { records }
}

function siteOf(ctx: CompanyContext) {
  return { host: new URL(siteUrl(ctx.company.slug, '/')).host, companyId: ctx.companyId }
}
