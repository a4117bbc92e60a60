import { beforeAll, expect, test } from 'vitest'
import { nextClaims } from './support/claims.ts'
import { addMember, type FoundedCompany, foundCompany } from './support/companies.ts'
import { type Caller, freshDatabase } from './support/database.ts'
import { refusalOf } from './support/refusals.ts'

const database = freshDatabase()
let alpenmobil: FoundedCompany

beforeAll(async () => {
  alpenmobil = await foundCompany(database, 'alpenmobil')
})

const invite = (by: Caller, email: string, role = 'viewer') =>
  database.as(by, async (sql) => {
    const [row] = await sql`select public.invite_member(${email}, ${role}::public.company_role) as id`
    return row?.id as string
  })
/** The token as the invitation mail carries it. */
const tokenOf = (companyId: string, invitationId: string) =>
  database.asService(async (sql) => {
    const [row] =
      await sql`select public.invitation_facts(${companyId}, ${invitationId}) ->> 'token' as token`
    return row?.token as string
  })
const accept = (userId: string, token: string) =>
  database.as(
    { userId },
    async (sql) => (await sql`select public.accept_invitation(${token}, 'Nora Neu') as id`)[0]?.id,
  )
test('an invitation brings in whom it names, once', async () => {
  const userId = await database.createUser('nora@example.test')
  const token = await tokenOf(alpenmobil.companyId, await invite(alpenmobil.owner, 'Nora@Example.test'))
  const shown = await database.asAnon(
    async (sql) => (await sql`select public.invitation_by_token(${token}) as it`)[0]?.it,
  )
  expect(shown).toEqual({ company: 'alpenmobil', email: 'nora@example.test', role: 'viewer' })
  const stranger = await database.createUser()
  expect(await refusalOf(accept(stranger, token))).toMatchObject({
    status: 403,
    code: 'invitation_for_another',
  })
  expect(await accept(userId, token)).toBe(alpenmobil.companyId)
  expect(await refusalOf(accept(userId, token))).toMatchObject({ status: 404, code: 'invitation_invalid' })
  expect(await nextClaims(database, userId)).toMatchObject({
    company_id: alpenmobil.companyId,
    user_role: 'viewer',
  })
})

test('a lapsed, replaced or invented invitation opens nothing', async () => {
  const userId = await database.createUser('late@example.test')
  const first = await tokenOf(alpenmobil.companyId, await invite(alpenmobil.owner, 'late@example.test'))
  const second = await tokenOf(alpenmobil.companyId, await invite(alpenmobil.owner, 'late@example.test'))
  expect(await refusalOf(accept(userId, first))).toMatchObject({ code: 'invitation_invalid' })
  await database.asPostgres(
    (sql) => sql`update public.invitations set expires_at = now() where email = 'late@example.test'`,
  )
  expect(await refusalOf(accept(userId, second))).toMatchObject({ code: 'invitation_invalid' })
  expect(await refusalOf(accept(userId, 'f'.repeat(64)))).toMatchObject({ code: 'invitation_invalid' })
})

test('an invitation accepted twice at once is one membership', async () => {
  const userId = await database.createUser('twice@example.test')
  const token = await tokenOf(alpenmobil.companyId, await invite(alpenmobil.owner, 'twice@example.test'))
  const results = await Promise.allSettled([
    accept(userId, token),
    accept(userId, token),
    accept(userId, token),
  ])
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('only owners invite, and only who is not there yet', async () => {
  const manager = await addMember(database, alpenmobil.companyId, 'manager')
  expect(await refusalOf(invite(manager, 'x@example.test'))).toMatchObject({ status: 403, code: 'forbidden' })
  expect(await refusalOf(invite(alpenmobil.owner, 'not an address'))).toMatchObject({
    status: 422,
    code: 'invalid_input',
  })
  const email = await database.asPostgres(
    async (sql) => (await sql`select email from public.profiles where user_id = ${manager.userId}`)[0]?.email,
  )
  expect(await refusalOf(invite(alpenmobil.owner, email))).toMatchObject({
    status: 409,
    code: 'already_member',
  })
})

test('the plan limits staff and technicians, invited ones included', async () => {
  const company = await foundCompany(database)
  for (let nth = 0; nth < 3; nth++) await addMember(database, company.companyId, 'staff')
  await addMember(database, company.companyId, 'technician')
  await invite(company.owner, 'fifth@example.test', 'staff')
  expect(await refusalOf(invite(company.owner, 'sixth@example.test', 'technician'))).toMatchObject({
    status: 409,
    code: 'quota_reached',
    details: { limit: 5 },
  })
  await invite(company.owner, 'viewer@example.test', 'viewer')
})

test('an old invitation does not demote who is in already', async () => {
  const company = await foundCompany(database)
  const userId = await database.createUser('rise@example.test')
  const token = await tokenOf(company.companyId, await invite(company.owner, 'rise@example.test', 'viewer'))
  await database.asPostgres(async (sql) => {
    await sql`insert into public.profiles (user_id, full_name, email) values (${userId}, 'Rita', 'rise@example.test')`
    await sql`insert into public.memberships values (${company.companyId}, ${userId}, 'owner')`
  })
  await accept(userId, token)
  expect(await nextClaims(database, userId)).toMatchObject({ user_role: 'owner' })
})

test('a withdrawn invitation opens nothing; only those who manage users withdraw, in their own company', async () => {
  const userId = await database.createUser('gone@example.test')
  const id = await invite(alpenmobil.owner, 'gone@example.test')
  const token = await tokenOf(alpenmobil.companyId, id)
  const withdraw = (by: Caller) => database.as(by, (sql) => sql`select public.withdraw_invitation(${id})`)
  expect(await refusalOf(withdraw(await addMember(database, alpenmobil.companyId, 'manager')))).toMatchObject(
    {
      status: 403,
      code: 'forbidden',
    },
  )
  expect(await refusalOf(withdraw((await foundCompany(database)).owner))).toMatchObject({
    status: 404,
    code: 'not_found',
  })
  await withdraw(alpenmobil.owner)
  await withdraw(alpenmobil.owner)
  expect(await refusalOf(accept(userId, token))).toMatchObject({ code: 'invitation_invalid' })
})

test('accepting and withdrawing at once: one of the two happens', async () => {
  const userId = await database.createUser('both@example.test')
  const id = await invite(alpenmobil.owner, 'both@example.test')
  const token = await tokenOf(alpenmobil.companyId, id)
  const results = await Promise.allSettled([
    accept(userId, token),
    database.as(alpenmobil.owner, (sql) => sql`select public.withdraw_invitation(${id})`),
  ])
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const [row] = await database.asPostgres(
    (sql) =>
      sql`select (accepted_at is null) <> (revoked_at is null) as one from public.invitations where id = ${id}`,
  )
  expect(row?.one).toBe(true)
})
