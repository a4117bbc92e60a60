import { randomUUID } from 'node:crypto'
import type { Sql } from 'postgres'
import { world } from './environment.ts'
import { type Answer, call, percentile, tally } from './http.ts'
import { deliverWebhook } from './webhooks.ts'

const buyers = 200
const day = 86_400_000

/** A vehicle and a period far ahead in which it is free, another one each time. */
export async function pickPrize(sql: Sql, nth: number) {
  const first = new Date(Math.ceil(Date.now() / day) * day + 200 * day + 9 * 3_600_000)
  const [prize] = await sql`
    with vehicle as (
      select v.company_id, v.id from public.vehicles v join public.companies c on c.id = v.company_id
      where c.slug = 'alpenmobil' order by v.plate limit 1 offset ${nth % 40})
    select vehicle.id, starts_at as "startsAt" from vehicle, generate_series(0, 29) as nth,
      lateral (select ${first}::timestamptz + nth * interval '4 days' as starts_at) as period
    where not exists (select from public.allocations a where a.company_id = vehicle.company_id and a.resource_id = vehicle.id and a.active
      and a.period && tstzrange(starts_at, starts_at + interval '3 days'))
    order by random() limit 1`
  if (!prize) throw new Error('The vehicle is free in no period far ahead.')
  const startsAt = prize.startsAt as Date
  return { vehicleId: prize.id as string, startsAt, endsAt: new Date(startsAt.getTime() + 3 * day) }
}

type Prize = Awaited<ReturnType<typeof pickPrize>>

function customer(nth: number) {
  return {
    first_name: 'Load',
    last_name: `Buyer ${nth}`,
    email: `buyer-${nth}-${randomUUID()}@example.ch`,
    phone: '+41791234567',
  }
}

/** 200 buyers at once want the same vehicle and period, each with an own name, through the booking site. */
export async function raceOnSite(prize: Prize): Promise<Answer[]> {
  return Promise.all(
    Array.from({ length: buyers }, (_, nth) => {
      const { first_name: firstName, last_name: lastName, email, phone } = customer(nth)
      return call(`${world.app}/api/reservations`, {
        method: 'POST',
        host: world.site,
        headers: { 'idempotency-key': randomUUID(), origin: `http://${world.site}` },
        body: {
          vehicleId: prize.vehicleId,
          startsAt: prize.startsAt.toISOString(),
          endsAt: prize.endsAt.toISOString(),
          extras: [],
          customer: {
            firstName,
            lastName,
            email,
            phone,
            birthDate: '1990-04-12',
            street: 'Seestrasse',
            houseNumber: '1',
            postalCode: '8002',
            town: 'Zürich',
          },
          acceptsTerms: true,
        },
      })
    }),
  )
}

/** The same straight at the Data API, past all our TypeScript. */
export async function raceAtDataApi(prize: Prize): Promise<Answer[]> {
  return Promise.all(
    Array.from({ length: buyers }, (_, nth) =>
      call(`${world.supabase}/rest/v1/rpc/book_on_site`, {
        method: 'POST',
        headers: { apikey: world.publishableKey },
        body: {
          p_slug: 'alpenmobil',
          p_vehicle_id: prize.vehicleId,
          p_starts_at: prize.startsAt.toISOString(),
          p_ends_at: prize.endsAt.toISOString(),
          p_customer: customer(nth),
          p_accepts_terms: true,
        },
      }),
    ),
  )
}

/** Pairs of active allocations of one resource that overlap: the one number that must be 0. */
export async function overlaps(sql: Sql): Promise<number> {
  const [row] = await sql`
    select count(*)::int as found from public.allocations a join public.allocations b
      on a.company_id = b.company_id and a.resource_id = b.resource_id and a.id < b.id and a.active and b.active and a.period && b.period`
  return row?.found as number
}

/** One signed event delivered 100 times at once. */
export async function raceWebhook(event: { id: string }): Promise<Answer[]> {
  return Promise.all(Array.from({ length: 100 }, () => deliverWebhook(event)))
}

/** One line of a race's result. */
export function describeRace(name: string, answers: Answer[]): string {
  return `${name}: ${JSON.stringify(tally(answers))}, p95 ${percentile(answers, 0.95)} ms`
}
