import 'server-only'
import { headers } from 'next/headers'
import { cache } from 'react'
import { env } from '@/lib/core/env'
import { classifyHost } from '@/lib/core/hosts'
import { requestIdFrom } from '@/lib/core/ids'

/** What is known of the request before anybody is asked: its id, the caller's address, the company its host names. */
export type RequestFacts = { requestId: string; ip: string; siteSlug: string | null; bearer: string | null }

/**
 * Facts of the request in hand, the same for everything that happens in it.
 * The address is the last one of X-Forwarded-For: the one our own edge has written; earlier ones are claims.
 */
export const currentRequest = cache(async (): Promise<RequestFacts> => {
  const head = await headers()
  const host = classifyHost(head.get('host'), env().APP_HOST)
  const ownSlug = host.kind === 'site' ? host.slug : null
  return {
    requestId: requestIdFrom(head.get('x-request-id')),
    ip: head.get('x-forwarded-for')?.split(',').at(-1)?.trim() || 'unknown',
    // A company's own domain is told apart by proxy.ts, which alone writes this header.
    siteSlug: ownSlug ?? head.get('x-site'),
    bearer: /^Bearer (\S+)$/i.exec(head.get('authorization') ?? '')?.[1] ?? null,
  }
})
