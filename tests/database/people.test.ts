import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { nextClaims } from './support/claims.ts'
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

test('who signs up is welcomed by mail, once, in the language of the sign-up', async () => {
  const userId = await database.createUser()
  const slug = `neu-${randomUUID().slice(0, 8)}`
  const signUp = () =>
    database.as(
      { userId },
      (sql) =>
        sql`select public.sign_up_company(p_company_name => 'Neu', p_slug => ${slug}, p_full_name => 'Nora', p_locale => 'fr') as id`,
    )
  const id = String((await signUp())[0]?.id)
  expect(await refusalOf(signUp())).toMatchObject({ code: 'slug_taken' })
  const told = await database.asPostgres(
    (sql) => sql`select topic, payload from public.outbox where company_id = ${id}`,
  )
  expect(told).toEqual([{ topic: 'mail.plan_notice', payload: { notice: 'welcome', user_id: userId } }])
  const [row] = await database.asService(
    (sql) =>
      sql`select public.plan_notice_facts(${id}, ${sql.json({ notice: 'welcome', user_id: userId })}) as facts`,
  )
  expect(row?.facts).toMatchObject({
    language: 'fr',
    slug,
    name: 'Nora',
    email: expect.stringContaining('@'),
  })
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
  expect(await nextClaims(database, member.userId)).toEqual({ role: 'authenticated' })
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

test('who belongs to two companies switches; the next token follows, the old one still reads its own', async () => {
  const { userId } = alpenmobil.owner
  await database.asPostgres(
    (sql) => sql`insert into public.memberships values (${glanzwerk.companyId}, ${userId}, 'viewer')`,
  )
  const select = (companyId: string) =>
    database.as(alpenmobil.owner, (sql) => sql`select public.switch_company(${companyId})`)
  await select(glanzwerk.companyId)
  expect(await nextClaims(database, userId)).toMatchObject({
    company_id: glanzwerk.companyId,
    user_role: 'viewer',
  })
  expect(await refusalOf(select(randomUUID()))).toMatchObject({ status: 404, code: 'not_found' })
  const inOther = await database.as(
    { userId, companyId: glanzwerk.companyId },
    async (sql) => (await sql`select public.my_context() as it`)[0]?.it,
  )
  expect(inOther).toMatchObject({ role: 'viewer', company: { slug: 'glanzwerk' } })
  expect(inOther.permissions).not.toContain('settings.edit')
  await select(alpenmobil.companyId)
})

test('on hold all that is read stays offered, the tills and the bank’s files too, and nothing that is refused', async () => {
  const permissions = (caller: Caller) =>
    database.as(
      caller,
      async (sql) => (await sql`select public.my_context() as it`)[0]?.it.permissions as string[],
    )
  const staff = await addMember(database, alpenmobil.companyId, 'staff')
  const hold = (status: string) =>
    database.asPostgres(
      (sql) =>
        sql`update public.companies set status = ${status}::public.company_status where id = ${alpenmobil.companyId}`,
    )
  const before = await permissions(staff)
  await hold('suspended')
  const after = await permissions(staff)
  expect(after).toEqual(before.filter((permission) => permission.endsWith('.see')))
  expect(after).toContain('money.see')
  await hold('active')
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
