import 'server-only'
import { getMessages } from 'next-intl/server'
import { currentRequest } from '@/lib/core/current-request'

/** What a company's site needs in the browser; its pages are read once, on the road, and get their own words from the server. */
const SITE_NAMESPACES = ['core', 'errors', 'ui', 'portal']

/** The sentences that client components of this request may use: everything in the dashboard, little on a company's site. */
export async function clientMessages(): Promise<Record<string, unknown>> {
  const messages: Record<string, unknown> = await getMessages()
  const { siteSlug } = await currentRequest()
  if (!siteSlug) return messages
  return Object.fromEntries(
    Object.entries(messages).filter(([namespace]) => SITE_NAMESPACES.includes(namespace)),
  )
}
