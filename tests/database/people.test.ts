import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { addMember, type FoundedCompany, foundCompany } from './support/companies.ts'
import { type Caller, freshDatabase } from './support/database.ts'
import { refusalOf } from './support/refusals.ts'

const database = freshDatabase()
let alpenmobil: FoundedCompany
let glanzwerk: FoundedCompany

beforeAll(async () => {
  alpenmobil = await foundCompany(database, 'alpenmobil')
  glanzwerk = await foundCompany(database, 'glanzwerk')
})

type Member = Required<Pick<Caller, 'userId' | 'companyId'>>

const seesCompany = async (caller: Caller) =>
  (await database.as(caller, (sql) => sql`select id from public.companies`)).length > 0
const setRole = (by: Caller, userId: string, role: string | null) =>
  database.as(by, (sql) => sql`select public.set_member_role(${userId}, ${role}::public.company_role)`)
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
const claims = (userId: string) =>
  database.asPostgres(async (sql) => {
    const [row] = await sql`
      select public.custom_access_token_hook(${sql.json({ user_id: userId, claims: { company_id: 'old', role: 'authenticated' } })}) -> 'claims' as claims`
    return row?.claims as Record<string, string>
  })

test('signing up makes an owner with a company on trial', async () => {
  const [row] = await database.as(
    alpenmobil.owner,
    (sql) => sql`
    select c.status, c.trial_ends_at > now() + interval '13 days' as trial, m.role from public.companies c join public.memberships m on m.company_id = c.id`,
  )
  expect(row).toEqual({ status: 'trial', trial: true, role: 'owner' })
})

test.each([
  ['slug_taken', 'alpenmobil'],
  ['slug_invalid', 'www'],
  ['slug_invalid', 'Gross'],
  ['slug_invalid', 'a'],
  ['slug_invalid', '-weg'],
  ['slug_invalid', null],
])('an address is refused as %s: %s', async (code, slug) => {
  const userId = await database.createUser()
  const signUp = database.as({ userId }, (sql) => sql`select public.sign_up_company('Neu', ${slug}, 'Nora')`)
  expect(await refusalOf(signUp)).toMatchObject({ code })
})

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
  expect(await claims(userId)).toMatchObject({ company_id: alpenmobil.companyId, user_role: 'viewer' })
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
    code: 'staff_limit_reached',
    details: { limit: 5 },
  })
  await invite(company.owner, 'viewer@example.test', 'viewer')
})

test('a removed member’s token opens nothing from the next request on', async () => {
  const member: Member = await addMember(database, alpenmobil.companyId, 'manager')
  expect(await seesCompany(member)).toBe(true)
  await setRole(alpenmobil.owner, member.userId, null)
  expect(await seesCompany(member)).toBe(false)
  expect(
    await refusalOf(
      database.as(member, (sql) => sql`select public.search_availability(now(), now() + interval '1 day')`),
    ),
  ).toMatchObject({ status: 401 })
  expect(await claims(member.userId)).toEqual({ role: 'authenticated' })
})

test('a changed role acts at once, whatever the token says', async () => {
  const member: Caller = {
    ...(await addMember(database, alpenmobil.companyId, 'viewer')),
    claims: { user_role: 'owner' },
  }
  const edit = () =>
    database.as(member, (sql) => sql`update public.companies set phone = '+41 44 000 00 00' returning id`)
  expect(await edit()).toHaveLength(0)
  await setRole(alpenmobil.owner, member.userId, 'manager')
  expect(await edit()).toHaveLength(1)
  await setRole(alpenmobil.owner, member.userId, 'viewer')
  expect(await edit()).toHaveLength(0)
})

test('a company always has an owner, even when two demote each other at once', async () => {
  const company = await foundCompany(database)
  expect(await refusalOf(setRole(company.owner, company.owner.userId, null))).toMatchObject({
    status: 409,
    code: 'last_owner',
  })
  const partner = await addMember(database, company.companyId, 'owner')
  const results = await Promise.allSettled([
    setRole(company.owner, partner.userId, 'viewer'),
    setRole(partner, company.owner.userId, 'viewer'),
  ])
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
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
  expect(await claims(userId)).toMatchObject({ user_role: 'owner' })
})

test('who belongs to two companies switches; the next token follows, the old one still reads its own', async () => {
  const { userId } = alpenmobil.owner
  await database.asPostgres(
    (sql) => sql`insert into public.memberships values (${glanzwerk.companyId}, ${userId}, 'viewer')`,
  )
  const select = (companyId: string) =>
    database.as(alpenmobil.owner, (sql) => sql`select public.switch_company(${companyId})`)
  await select(glanzwerk.companyId)
  expect(await claims(userId)).toMatchObject({ company_id: glanzwerk.companyId, user_role: 'viewer' })
  expect(await refusalOf(select(randomUUID()))).toMatchObject({ status: 404, code: 'not_found' })
  const inOther = await database.as(
    { userId, companyId: glanzwerk.companyId },
    async (sql) => (await sql`select public.my_context() as it`)[0]?.it,
  )
  expect(inOther).toMatchObject({ role: 'viewer', company: { slug: 'glanzwerk' } })
  expect(inOther.permissions).not.toContain('settings.edit')
  await select(alpenmobil.companyId)
})

test('colleagues see each other’s name, not where else they work', async () => {
  const viewer = await addMember(database, alpenmobil.companyId, 'viewer')
  const names = await database.as(
    viewer,
    (sql) => sql`select full_name from public.profiles where user_id = ${alpenmobil.owner.userId}`,
  )
  expect(names).toHaveLength(1)
  const elsewhere = database.as(viewer, (sql) => sql`select selected_company_id from public.profiles`)
  expect(await refusalOf(elsewhere)).toMatchObject({ status: 403 })
})
