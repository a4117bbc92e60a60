import { randomUUID } from 'node:crypto'
import type { Sql } from 'postgres'
import { world } from '../../load/environment.ts'
import { call } from '../../load/http.ts'
import { ownerCookies } from './sign-in.ts'

const DAY = 86_400_000

/** A reservation made at the desk, and the vehicle it is for. */
export interface Neighbour {
  number: string
  vehicleId: string
}

/** Two vehicles of one category that are free for nine days, some weeks ahead; any such pair, as other tests look for theirs at the same time. */
async function freePair(sql: Sql) {
  const tomorrow = new Date(Math.ceil(Date.now() / DAY) * DAY + 9 * 3_600_000)
  const [pair] = await sql<{ from: Date; ids: string[] }[]>`
    select "from", (array_agg(v.id order by v.plate))[1:2] as ids
    from generate_series(20, 55) as day, lateral (select ${tomorrow}::timestamptz + make_interval(days => day) as "from") as period,
      public.vehicles v join public.companies c on c.id = v.company_id and c.slug = 'alpenmobil'
    where v.status in ('available', 'rented') and not exists (
      select from public.allocations a where a.company_id = v.company_id and a.resource_id = v.id and a.active
        and a.period && tstzrange("from", "from" + interval '9 days'))
    group by "from", v.category_id having count(*) >= 2 order by random() limit 1`
  if (!pair) throw new Error('The demo has no two vehicles of a category that are free.')
  return pair
}

/** Reserves two such vehicles for one new customer, three days each, with room around them; another pair where somebody was faster. */
export async function bookNeighbours(
  sql: Sql,
  tries = 5,
): Promise<{ customer: string; both: [Neighbour, Neighbour] }> {
  const customer = `Tausch ${randomUUID().slice(0, 8)}`
  const cookie = (await ownerCookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const both: Neighbour[] = []
  const { from, ids } = await freePair(sql)
  for (const vehicleId of ids) {
    const answer = await call(`${world.app}/api/reservations`, {
      method: 'POST',
      headers: { cookie, origin: world.app, 'idempotency-key': randomUUID() },
      body: {
        vehicleId,
        startsAt: new Date(from.getTime() + 2 * DAY).toISOString(),
        endsAt: new Date(from.getTime() + 5 * DAY).toISOString(),
        customer: { firstName: 'Tina', lastName: customer, phone: '+41791234567' },
      },
    })
    if (answer.status === 409 && tries > 1) return bookNeighbours(sql, tries - 1)
    if (answer.status !== 201)
      throw new Error(`The reservation was answered ${answer.status}: ${answer.body}`)
    both.push({ number: JSON.parse(answer.body).data.number, vehicleId })
  }
  return { customer, both: both as [Neighbour, Neighbour] }
}
