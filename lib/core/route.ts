import 'server-only'
import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import {
  type CompanyContext,
  getVisitorContext,
  requireCompanyContext,
  requireSiteContext,
  type SiteContext,
  type VisitorContext,
} from '@/lib/core/context'
import { currentRequest } from '@/lib/core/current-request'
import { describeError } from '@/lib/core/error-messages'
import { AppError, toAppError, toErrorBody } from '@/lib/core/errors'
import { currentLocale } from '@/lib/core/i18n/current-locale'
import { logFor, withLog } from '@/lib/core/log'
import { reportFault } from '@/lib/core/monitoring'
import { limitRate, type RateLimit } from '@/lib/core/rate-limit'
import { readJson, readQuery } from '@/lib/core/request-body'
import { requireSameOrigin } from '@/lib/core/same-origin'
import { parseInput } from '@/lib/core/validation'

type RouteParams = Record<string, string>
type NextRoute = (request: Request, next: { params: Promise<RouteParams> }) => Promise<Response>

type Shape<B extends z.ZodType, Q extends z.ZodType> = {
  body?: B
  query?: Q
  /** Status of a success; 201 where something is made. */
  status?: 200 | 201 | 202 | 204
  rateLimit?: RateLimit
  /** Hands the Idempotency-Key header on, or a fresh key; the RPC keeps the first answer. */
  idempotent?: boolean
}

type Given<C, B extends z.ZodType, Q extends z.ZodType> = {
  ctx: C
  body: z.output<B>
  query: z.output<Q>
  params: RouteParams
  request: Request
  idempotencyKey: string
}

/**
 * A route for members (cookie or bearer token): authenticate, authorise, parse, act, answer `{ success, data }`.
 * With `recent: true` who asks may have been looked up two seconds ago: for work that the database authorises itself.
 * With `public: true` it serves strangers on a company's site instead; the company is the one the host names.
 */
export function apiRoute<B extends z.ZodType, Q extends z.ZodType>(
  options: Shape<B, Q> & { permission: string; recent?: boolean; public?: false },
  act: (given: Given<CompanyContext, B, Q>) => Promise<unknown>,
): NextRoute
export function apiRoute<B extends z.ZodType, Q extends z.ZodType>(
  options: Shape<B, Q> & { public: true },
  act: (given: Given<SiteContext, B, Q>) => Promise<unknown>,
): NextRoute
export function apiRoute<B extends z.ZodType, Q extends z.ZodType>(
  options: Shape<B, Q> & { permission?: string; recent?: boolean; public?: boolean },
  act: (given: Given<CompanyContext & SiteContext, B, Q>) => Promise<unknown>,
): NextRoute {
  return route(options, act, async () => {
    const { siteSlug } = await currentRequest()
    if (!options.public) {
      const { permission, recent = false } = options
      return (await requireCompanyContext(permission, { recent })) as CompanyContext & SiteContext
    }
    if (!siteSlug) throw new AppError('unknown_company')
    return (await requireSiteContext(siteSlug)) as CompanyContext & SiteContext
  })
}

/** A route that needs neither member nor company: log-in, sign-up. */
export function openRoute<B extends z.ZodType, Q extends z.ZodType>(
  options: Shape<B, Q>,
  act: (given: Given<VisitorContext, B, Q>) => Promise<unknown>,
): NextRoute {
  return route(options, act, getVisitorContext)
}

function route<C, B extends z.ZodType, Q extends z.ZodType>(
  options: Shape<B, Q>,
  act: (given: Given<C, B, Q>) => Promise<unknown>,
  authorise: () => Promise<C>,
): NextRoute {
  return (request, { params }) =>
    respond(async () => {
      const { ip, siteSlug, bearer } = await currentRequest()
      if (!bearer) requireSameOrigin(request)
      if (options.rateLimit) await limitRate(options.rateLimit, `${siteSlug ?? 'app'}:${ip}`)
      const ctx = await authorise()
      const data = await act({
        ctx,
        body: (options.body && parseInput(options.body, await readJson(request))) as z.output<B>,
        query: (options.query && parseInput(options.query, readQuery(request))) as z.output<Q>,
        params: await params,
        request,
        idempotencyKey: options.idempotent ? idempotencyKeyOf(request) : '',
      })
      if (data instanceof Response) return data
      if (options.status === 204) return new Response(null, { status: 204 })
      return Response.json({ success: true, data: data ?? null }, { status: options.status ?? 200 })
    })
}

/** Runs a handler and turns whatever it throws into the one error shape; nothing of it may be cached by anybody. */
export async function respond(work: () => Promise<Response>): Promise<Response> {
  const { requestId } = await currentRequest()
  const log = logFor({ requestId })
  const response = await withLog(log, work).catch(async (thrown: unknown) => {
    unstable_rethrow(thrown)
    const error = toAppError(thrown)
    if (error.isFault) reportFault(thrown, log)
    const { message, fields } = await describeError(error, await currentLocale())
    const shown = fields ? new AppError(error.code, { details: { fields } }) : error
    const response = Response.json(toErrorBody(shown, message, requestId), { status: error.status })
    const wait = error.details.retryAfterSeconds
    if (typeof wait === 'number') response.headers.set('Retry-After', String(wait))
    return response
  })
  if (!response.headers.has('Cache-Control')) response.headers.set('Cache-Control', 'private, no-store')
  response.headers.set('X-Request-Id', requestId)
  return response
}

function idempotencyKeyOf(request: Request): string {
  const key = request.headers.get('idempotency-key')
  if (key === null) return crypto.randomUUID()
  if (/^[\x21-\x7e]{1,255}$/.test(key)) return key
  throw new AppError('invalid_input', {
    details: { problems: [{ field: 'Idempotency-Key', key: 'format', values: {} }] },
  })
}
