import 'server-only'
import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { after } from 'next/server'
import { cache } from 'react'
import { currentRequest } from '@/lib/core/current-request'
import { AppError } from '@/lib/core/errors'
import { currentLocale } from '@/lib/core/i18n/current-locale'
import type { Locale } from '@/lib/core/i18n/locales'
import { type Log, logFor } from '@/lib/core/log'
import { type Company, loadMe, loadRecentMe, type Me, type Role } from '@/lib/core/me'
import { loadSiteCompany, type SiteCompany } from '@/lib/core/site-company'
import type { Db } from '@/lib/supabase/client'
import {
  createAnonymousClient,
  createSessionClient,
  createTokenClient,
  freshSessionToken,
} from '@/lib/supabase/server'

/** What every piece of work carries, whoever asked for it. */
export type WorkContext = {
  db: Db
  locale: Locale
  /** The clock. Rules about time ask it, so that tests can set it. */
  now: () => Date
  log: Log
  requestId: string
}

/** Who does something: a member of the company, a stranger or customer on its site, or a machine of ours. */
export type Actor =
  | { kind: 'user'; id: string; fullName: string; email: string }
  | { kind: 'customer' }
  | { kind: 'system'; purpose: string }

/** A member at work in the selected company; the first argument of every feature function for members. */
export type CompanyContext = WorkContext & {
  companyId: string
  company: Company
  actor: Actor
  role: Role
  timeZone: string
  memberships: Me['memberships']
  /** Whether the role may do this. It decides what is shown; the database decides what is done. */
  can: (permission: string) => boolean
}

/** A stranger on a company's site: `db` carries nobody's rights. */
export type SiteContext = WorkContext & {
  companyId: string
  company: SiteCompany
  actor: Actor
  timeZone: string
}

/** Somebody at the door: logging in, signing up, holding a private link. `db` carries their session if they have one. */
export type VisitorContext = WorkContext & {
  ip: string
  /** Does something after the answer has gone out, so that its duration tells nothing. */
  later: (work: () => Promise<void>) => void
}

/** A machine at work for one company, taken from our own tables; `db` passes row-level security. */
export type ServiceContext = Omit<WorkContext, 'locale'> & { companyId: string; actor: Actor }

type Session = { db: Db; me: Me }

/** The signed-in person and a client with their rights, once per request; null for a stranger. */
export const currentSession = cache(async (): Promise<Session | null> => {
  const { requestId, bearer } = await currentRequest()
  const db = bearer ? createTokenClient(bearer, requestId) : await createSessionClient(requestId)
  if (!bearer) {
    const { data } = await db.auth.getSession()
    if (!data.session) return null
  }
  const me = await loadMe(db)
  return me && { db, me }
})

/** The same with what was known of the bearer up to two seconds ago, and a client only if one is used. */
async function recentSession(): Promise<Session | null> {
  const { requestId, bearer } = await currentRequest()
  const token = bearer ?? (await freshSessionToken())
  if (!token) return currentSession()
  let client: Db | undefined
  const db = () => {
    client ??= createTokenClient(token, requestId)
    return client
  }
  const me = await loadRecentMe(token, () => loadMe(db()))
  return (
    me && {
      me,
      get db() {
        return db()
      },
    }
  )
}

/**
 * The context of a member, for actions and routes. `recent`: for work that the database authorises itself, who asks may
 * have been looked up up to two seconds ago.
 * @throws AppError `not_signed_in` · `no_company` · `wrong_company` when the host names another company · `forbidden`
 */
export async function requireCompanyContext(
  permission?: string,
  { recent = false } = {},
): Promise<CompanyContext> {
  const session = recent ? await recentSession() : await currentSession()
  if (!session) throw new AppError('not_signed_in')
  const { me } = session
  if (!me.user || !me.company || !me.role) throw new AppError('no_company')
  const { requestId, siteSlug } = await currentRequest()
  if (siteSlug && siteSlug !== me.company.slug) throw new AppError('wrong_company')
  const permissions = new Set(me.permissions)
  const can = (wanted: string) => permissions.has(wanted)
  if (permission && !can(permission)) throw new AppError('forbidden', { details: { permission } })
  return {
    get db() {
      return session.db
    },
    companyId: me.company.id,
    company: me.company,
    actor: { kind: 'user', id: me.user.id, fullName: me.user.fullName, email: me.user.email },
    role: me.role,
    locale: await currentLocale(me.user.locale),
    timeZone: me.company.timeZone,
    memberships: me.memberships,
    now: () => new Date(),
    log: logFor({ requestId, companyId: me.company.id }),
    requestId,
    can,
  }
}

/** The context of a member, for pages: a stranger is sent to log in and comes back here afterwards. */
export const getCompanyContext = cache(async (): Promise<CompanyContext> => {
  try {
    return await requireCompanyContext()
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    if (error.code === 'no_company') redirect('/switch-company')
    if (error.code !== 'not_signed_in') throw error
    const path = (await headers()).get('x-path') ?? '/dashboard'
    redirect(`/login?next=${encodeURIComponent(path)}`)
  }
})

/**
 * The context of a stranger on a company's site, for actions and routes.
 * @throws AppError `unknown_company`
 */
export const requireSiteContext = cache(async (slug: string): Promise<SiteContext> => {
  const { requestId } = await currentRequest()
  const db = createAnonymousClient(requestId)
  const company = await loadSiteCompany(db, slug)
  if (!company) throw new AppError('unknown_company')
  return {
    db,
    companyId: company.id,
    company,
    actor: { kind: 'customer' },
    locale: await currentLocale(company.locale),
    timeZone: company.timeZone,
    now: () => new Date(),
    log: logFor({ requestId, companyId: company.id }),
    requestId,
  }
})

/** The context of a stranger on a company's site, for pages: an unknown slug is a page that does not exist. */
export async function getSiteContext(slug: string): Promise<SiteContext> {
  try {
    return await requireSiteContext(slug)
  } catch (error) {
    if (error instanceof AppError && error.code === 'unknown_company') notFound()
    throw error
  }
}

/** The context of whoever comes, before anything is known of them. */
export async function getVisitorContext(): Promise<VisitorContext> {
  const { requestId, ip } = await currentRequest()
  return {
    db: await createSessionClient(requestId),
    ip,
    later: after,
    locale: await currentLocale(),
    now: () => new Date(),
    log: logFor({ requestId }),
    requestId,
  }
}
