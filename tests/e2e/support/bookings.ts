import { randomInt, randomUUID } from 'node:crypto'
import type { Sql } from 'postgres'
import { world } from '../../load/environment.ts'
import { call } from '../../load/http.ts'
import { pickPrize } from '../../load/races.ts'

type Wish = Awaited<ReturnType<typeof pickPrize>>

/** A booking on the demo company's site that waits for its deposit; whose it is nobody else has. */
export interface Booking {
  id: string
  token: string
  checkoutUrl: string
  email: string
  phone: string
}

/** Books a vehicle, far ahead unless a wish says otherwise, as the details form does. */
export async function book(sql: Sql, nth: number, wish?: Wish): Promise<Booking> {
  const { vehicleId, startsAt, endsAt } = wish ?? (await pickPrize(sql, nth))
  const email = `${randomUUID()}@example.ch`
  const phone = `+4179${randomInt(2_000_000, 9_999_999)}`
  const answer = await call(`${world.app}/api/reservations`, {
    method: 'POST',
    host: world.site,
    headers: { 'idempotency-key': randomUUID(), origin: `http://${world.site}` },
    body: {
      vehicleId,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
      customer: {
        firstName: 'Nora',
        lastName: 'Keller',
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
  if (answer.status !== 201) throw new Error(`The booking was answered ${answer.status}: ${answer.body}`)
  const { reservation, checkoutUrl } = JSON.parse(answer.body).data
  return { id: reservation.id, token: reservation.token, checkoutUrl, email, phone }
}

/** Pays on Stripe's page, and does not go back to the company's site. */
export async function pay({ checkoutUrl }: Booking): Promise<void> {
  const body = new URLSearchParams({ number: '4242 4242 4242 4242' })
  const answer = await fetch(checkoutUrl, { method: 'POST', body, redirect: 'manual' })
  if (answer.status !== 303) throw new Error(`Stripe's page answered ${answer.status}`)
}
