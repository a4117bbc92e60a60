import { randomUUID } from 'node:crypto'
import autocannon from 'autocannon'
import type { Sql } from 'postgres'
import { world } from './environment.ts'
import { type Answer, call, percentile } from './http.ts'
import { cookieOf, tokenOf } from './session.ts'

export interface Rate {
  name: string
  requestsPerSecond: number
  p95: number
  failures: number
}

const day = 86_400_000

/** Eight connections for five seconds on one address. */
async function measure(
  name: string,
  url: string,
  headers: Record<string, string>,
  body?: object,
): Promise<Rate> {
  const result = await autocannon({
    url,
    connections: 8,
    duration: 5,
    headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { method: 'POST' as const, body: JSON.stringify(body) }),
  })
  return {
    name,
    requestsPerSecond: Math.round(result.requests.average),
    p95: result.latency.p97_5,
    failures: result.non2xx + result.errors,
  }
}

/** 200 reservations of different vehicles and days at the desk's API, eight at a time. */
async function measureReservations(sql: Sql, cookie: string): Promise<Rate> {
  const vehicles = await sql`
    select v.id from public.vehicles v join public.companies c on c.id = v.company_id where c.slug = 'alpenmobil' order by v.plate`
  const [customer] = await sql`
    select k.id from public.customers k join public.companies c on c.id = k.company_id where c.slug = 'alpenmobil' order by k.number limit 1`
  const first = Math.ceil(Date.now() / day) * day + (400 + Math.floor(Math.random() * 600)) * day
  const wishes = Array.from({ length: 200 }, (_, nth) => {
    const startsAt = first + Math.floor(nth / vehicles.length) * 3 * day
    return {
      vehicleId: vehicles[nth % vehicles.length]?.id as string,
      customerId: customer?.id as string,
      startsAt: new Date(startsAt).toISOString(),
      endsAt: new Date(startsAt + day).toISOString(),
    }
  })
  const answers: Answer[] = []
  const started = performance.now()
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      for (let wish = wishes.pop(); wish; wish = wishes.pop()) {
        answers.push(
          await call(`${world.app}/api/reservations`, {
            method: 'POST',
            headers: { cookie, origin: world.app, 'idempotency-key': randomUUID() },
            body: wish,
          }),
        )
      }
    }),
  )
  return {
    name: 'reservation created at the desk',
    requestsPerSecond: Math.round((answers.length * 1000) / (performance.now() - started)),
    p95: percentile(answers, 0.95),
    failures: answers.filter(({ status }) => status !== 201).length,
  }
}

/** The rates the product is judged by; the first line is the baseline of this run, an answer without a query. */
export async function measureRates(sql: Sql): Promise<Rate[]> {
  const cookie = await cookieOf('owner@alpenmobil.test')
  const from = new Date(Date.now() + 20 * day)
  const to = new Date(from.getTime() + 3 * day)
  const dates = `from=${from.toISOString().slice(0, 10)}&to=${to.toISOString().slice(0, 10)}`
  const site = { host: world.site }
  return [
    await measure('baseline: robots.txt of a site', `${world.app}/robots.txt`, site),
    await measure(
      'availability, Data API',
      `${world.supabase}/rest/v1/rpc/search_availability_on_site`,
      { apikey: world.publishableKey },
      {
        p_slug: 'alpenmobil',
        p_starts_at: from.toISOString(),
        p_ends_at: to.toISOString(),
      },
    ),
    await measure('availability, booking site page', `${world.app}/search?${dates}`, site),
    await measure('booking site, first page', `${world.app}/`, site),
    await measure('dashboard, today', `${world.app}/dashboard`, { cookie }),
    await measure(
      'timeline of three months, Data API',
      `${world.supabase}/rest/v1/rpc/timeline`,
      { apikey: world.publishableKey, authorization: `Bearer ${await tokenOf('owner@alpenmobil.test')}` },
      {
        p_from: new Date(Date.now() - 21 * day).toISOString(),
        p_to: new Date(Date.now() + 70 * day).toISOString(),
      },
    ),
    await measure(
      'timeline of three months',
      `${world.app}/api/timeline?at=${new Date().toISOString().slice(0, 10)}`,
      { cookie },
    ),
    await measureReservations(sql, cookie),
  ]
}
