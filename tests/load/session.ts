import type { Sql } from 'postgres'
import { world } from './environment.ts'

async function logIn(email: string): Promise<Response> {
  const answer = await fetch(`${world.app}/api/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: world.app },
    body: JSON.stringify({ email, password: 'demo-crms-2026' }),
  })
  if (!answer.ok) throw new Error(`Logging in as ${email} answered ${answer.status}`)
  return answer
}

/** Somebody of the demo, as a browser sends them. */
export async function cookieOf(email: string): Promise<string> {
  return (await logIn(email)).headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

/** The same person, as the Data API wants them. */
export async function tokenOf(email: string): Promise<string> {
  const { data } = (await (await logIn(email)).json()) as { data: { accessToken: string } }
  return data.accessToken
}

/** The demo's desk: a session, the same as a token, its vehicles and one of its customers. */
export async function deskWorld(sql: Sql) {
  const owner = 'owner@alpenmobil.test'
  const vehicles = await sql`
    select v.id from public.vehicles v join public.companies c on c.id = v.company_id where c.slug = 'alpenmobil' and v.status <> 'retired' order by v.plate`
  const [customer] = await sql`
    select k.id from public.customers k join public.companies c on c.id = k.company_id
    where c.slug = 'alpenmobil' and k.deleted_at is null and k.blocked_at is null order by k.number limit 1`
  return {
    cookie: await cookieOf(owner),
    token: await tokenOf(owner),
    vehicleIds: vehicles.map(({ id }) => id as string),
    customerId: customer?.id as string,
  }
}
