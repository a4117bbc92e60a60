import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from './support/database.ts'
import { vehicleOf } from './support/fleet.ts'
import { gatewayOn } from './support/gateway.ts'
import { newCustomer, periodIn } from './support/rentals.ts'
import { tokenFor } from './support/tokens.ts'
import { type Actor, gatherActors, ownerOf } from './tenancy/actors.ts'
import {
  isTenantRelation,
  type Reference,
  type Relation,
  referencesOf,
  relationsOf,
} from './tenancy/catalogue.ts'
import { makeTwoCompanies, type TwoCompanies } from './tenancy/world.ts'

/** The same walls from outside: what a client with a token can ask of the Data API over HTTP. */
const database = freshDatabase()
let world: TwoCompanies
let actors: Actor[]
let relations: Relation[]
let references: Reference[]
const gateway = gatewayOn(database, async () => {
  world = await makeTwoCompanies(database)
  actors = (await gatherActors(database, world)).filter(({ role }) => role === 'authenticated')
  await database.asPostgres(async (sql) => {
    relations = (await relationsOf(sql)).filter(isTenantRelation)
    references = await referencesOf(sql)
  })
})
const tokens = new Map<Actor, string>()

beforeAll(async () => {
  for (const actor of actors) tokens.set(actor, await tokenFor(gateway, actor.claims))
})

interface Question {
  path: string
  method?: string
  headers?: Record<string, string>
  body?: unknown
}

const ask = (token: string | undefined, { path, method = 'GET', headers, body }: Question) =>
  gateway.fetch(`/rest/v1/${path}`, {
    method,
    headers: {
      apikey: gateway.publishableKey,
      ...(token && { authorization: `Bearer ${token}` }),
      'content-type': 'application/json',
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })

/** Everything of theirs as one number: what nobody touched stays the same. */
const fingerprint = () =>
  database.asPostgres(async (sql) => {
    const rows = await Promise.all(
      relations.map(({ name }) =>
        sql.unsafe(
          `select md5(string_agg(t::text, '|' order by t::text)) as hash from public.${name} t where company_id = '${world.theirs.companyId}'`,
        ),
      ),
    )
    return rows.map(([row]) => row?.hash)
  })

const readings = ({ name }: Relation): Question[] => {
  const theirs = `company_id=eq.${world.theirs.companyId}`
  const embedded = references.filter(({ table }) => table === name).map(({ target }) => `${target}(*)`)
  return [
    { path: `${name}?select=*&${theirs}` },
    { path: `${name}?select=company_id&or=(company_id.eq.${world.theirs.companyId},created_at.not.is.null)` },
    { path: `${name}?select=company_id&company_id=not.eq.${world.ours.companyId}` },
    { path: `${name}?select=company_id`, headers: { accept: 'text/csv' } },
    { path: `${name}?select=company_id&order=created_at.desc`, headers: { range: '0-999' } },
    ...embedded.map((target) => ({ path: `${name}?select=company_id,${target}` })),
  ]
}

const writings = ({ name, columns }: Relation): Question[] => {
  const theirs = `company_id=eq.${world.theirs.companyId}`
  const column = columns.find(({ updatable }) => updatable)?.name ?? 'company_id'
  return [
    {
      path: `${name}?${theirs}`,
      method: 'PATCH',
      body: { [column]: null },
      headers: { prefer: 'return=representation' },
    },
    { path: `${name}?${theirs}`, method: 'DELETE', headers: { prefer: 'return=representation' } },
    { path: name, method: 'POST', body: { company_id: world.theirs.companyId } },
    {
      path: name,
      method: 'POST',
      body: [{ company_id: world.theirs.companyId }],
      headers: { prefer: 'resolution=merge-duplicates,return=representation' },
    },
    {
      path: `${name}?company_id=eq.${world.ours.companyId}`,
      method: 'PATCH',
      body: { company_id: world.theirs.companyId },
    },
  ]
}

test('no question of any actor shows a row of theirs, changes one, or breaks the API', async () => {
  const before = await fingerprint()
  const leaks: string[] = []
  // The database tests ask as everybody; here it is the way over HTTP that is looked at.
  const chosen = actors.filter(({ name }) => /^owner of ours|^removed|^our owner who/.test(name))
  for (const relation of relations) {
    const questions = [...readings(relation), ...writings(relation)]
    await Promise.all(
      chosen.flatMap((actor) =>
        questions.map(async (question) => {
          const response = await ask(tokens.get(actor), question)
          const body = await response.text()
          const written = question.method !== undefined && response.ok && !/^(\[\])?$/.test(body)
          if (response.status >= 500 || body.includes(world.theirs.companyId) || written) {
            leaks.push(
              `${actor.name}: ${question.method ?? 'GET'} ${question.path} → ${response.status} ${body.slice(0, 200)}`,
            )
          }
        }),
      ),
    )
  }
  expect(leaks).toEqual([])
  expect(await fingerprint()).toEqual(before)
})

test('counts do not tell either', async () => {
  const owner = actors.find(({ name }) => name === 'owner of ours') as Actor
  for (const { name } of relations) {
    const path = `${name}?select=company_id&company_id=eq.${world.theirs.companyId}`
    for (const count of ['exact', 'planned', 'estimated']) {
      const response = await ask(tokens.get(owner), { path, headers: { prefer: `count=${count}` } })
      const total = response.headers.get('content-range')?.split('/')[1]
      if (response.ok && count === 'exact') expect([name, total]).toEqual([name, '0'])
      expect(await response.text()).not.toContain(world.theirs.companyId)
    }
  }
})

test('a visitor reads no table at all', async () => {
  for (const { name } of relations) {
    const response = await ask(undefined, { path: `${name}?select=*` })
    expect([name, response.status]).toEqual([name, 401])
  }
})

test('a token that is expired, forged or unsigned opens nothing', async () => {
  const { claims } = ownerOf(world.theirs)
  const unsigned = `${btoa('{"alg":"none","typ":"JWT"}')}.${btoa(JSON.stringify(claims))}.`.replaceAll(
    '=',
    '',
  )
  const wrong = [
    await tokenFor(gateway, claims, { expires: new Date(Date.now() - 60_000) }),
    await tokenFor(gateway, claims, { secret: 'another-secret-of-sufficient-length-for-hs256' }),
    await tokenFor(gateway, { ...claims, role: 'service_role' }, { secret: 'x'.repeat(40) }),
    unsigned,
  ]
  for (const token of wrong) {
    const response = await ask(token, { path: 'customers?select=*' })
    expect(response.status).toBe(401)
  }
  const right = await ask(await tokenFor(gateway, claims), { path: 'customers?select=company_id' })
  expect(await right.text()).toContain(world.theirs.companyId)
})

test('what is private stays out of reach, by any name', async () => {
  const token = await tokenFor(gateway, ownerOf(world.ours).claims)
  const questions: Question[] = [
    { path: 'rpc/link_token', method: 'POST', body: { p_link_id: crypto.randomUUID() } },
    { path: 'rpc/refund', method: 'POST', body: {} },
    { path: 'secrets?select=*', headers: { 'accept-profile': 'private' } },
    { path: 'users?select=*', headers: { 'accept-profile': 'auth' } },
    { path: 'rpc/custom_access_token_hook', method: 'POST', body: { event: {} } },
    { path: 'rpc/claim_outbox', method: 'POST', body: {} },
    { path: 'rpc/settle_payment', method: 'POST', body: {} },
    { path: 'reservations?select=*,memberships(*)' },
  ]
  for (const question of questions) {
    const { status } = await ask(token, question)
    expect([question.path, status]).toEqual([question.path, expect.toBeOneOf([400, 401, 403, 404, 406])])
  }
})

test('sixty buyers of one vehicle over HTTP: one books, the others get 409', async () => {
  const { startsAt, endsAt } = periodIn(100)
  const statuses = await Promise.all(
    Array.from({ length: 60 }, async () => {
      const response = await ask(undefined, {
        path: 'rpc/book_on_site',
        method: 'POST',
        body: {
          p_slug: 'ours',
          p_starts_at: startsAt,
          p_ends_at: endsAt,
          p_vehicle_id: vehicleOf(world.ours, 39).id,
          p_customer: newCustomer(),
          p_accepts_terms: true,
        },
      })
      return response.status
    }),
  )
  expect(statuses.sort()).toEqual([200, ...Array.from({ length: 59 }, () => 409)])
})
