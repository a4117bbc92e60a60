import { promises as dns } from 'node:dns'
import { AppError } from '@/lib/core/errors'

/** What is asked of DNS; tests answer in its place. */
export type DnsResolver = {
  resolveCname: (name: string) => Promise<string[]>
  resolveTxt: (name: string) => Promise<string[][]>
}

/** A record the company has to write at its provider, and whether the world sees it. */
export type DomainRecord = {
  type: 'CNAME' | 'TXT'
  name: string
  value: string
  /** What stands there instead. */
  found: string[]
  isRight: boolean
}

/** The records that lead a domain to the company's site and prove whose it is. */
export function recordsFor(domain: string, site: { host: string; companyId: string }) {
  return [
    { type: 'CNAME' as const, name: domain, value: site.host.replace(/:\d+$/, '') },
    { type: 'TXT' as const, name: `_crms.${domain}`, value: `crms-site=${site.companyId}` },
  ]
}

/**
 * Asks DNS for the records of a domain.
 * @throws AppError `unavailable` when DNS itself does not answer
 */
export async function readRecords(
  domain: string,
  site: { host: string; companyId: string },
  resolver: DnsResolver = dns,
): Promise<DomainRecord[]> {
  const asked = recordsFor(domain, site).map(async (record) => {
    const answer =
      record.type === 'CNAME'
        ? resolver.resolveCname(record.name)
        : resolver.resolveTxt(record.name).then(joined)
    const found = await orNone(answer)
    return { ...record, found, isRight: found.some((value) => isSame(value, record.value)) }
  })
  return Promise.all(asked)
}

/** A long text comes in pieces. */
function joined(texts: string[][]): string[] {
  return texts.map((pieces) => pieces.join(''))
}

function isSame(found: string, wanted: string): boolean {
  return found.toLowerCase().replace(/\.$/, '') === wanted.toLowerCase()
}

async function orNone(answer: Promise<string[]>): Promise<string[]> {
  try {
    return await answer
  } catch (cause) {
    const code = (cause as { code?: string }).code ?? ''
    if (code === 'ENOTFOUND' || code === 'ENODATA') return []
    throw new AppError('unavailable', { cause })
  }
}
