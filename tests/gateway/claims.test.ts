import { decodeJwt } from 'jose'
import { expect, test } from 'vitest'
import { freshDatabase } from '../database/support/database.ts'
import { gatewayOn } from '../database/support/gateway.ts'

const database = freshDatabase()
const gateway = gatewayOn(database)

test('a token carries the claims of the access token hook, at sign-in and after a refresh', async () => {
  const client = gateway.client()
  await client.auth.signUp({ email: 'owner@claims.test', password: 'a-long-password' })
  const companyId = (await client.rpc('sign_up_company', company('first'))).data

  const { data } = await client.auth.signInWithPassword({
    email: 'owner@claims.test',
    password: 'a-long-password',
  })
  expect(decodeJwt(data.session?.access_token ?? '')).toMatchObject({
    company_id: companyId,
    user_role: 'owner',
  })

  const refreshed = await client.auth.refreshSession()
  expect(decodeJwt(refreshed.data.session?.access_token ?? '')).toMatchObject({ company_id: companyId })
})

test('the signed-in user sees the selected company, and nobody else does', async () => {
  const client = gateway.client()
  await client.auth.signUp({ email: 'seer@claims.test', password: 'a-long-password' })
  const companyId = (await client.rpc('sign_up_company', company('second'))).data
  await client.auth.signInWithPassword({ email: 'seer@claims.test', password: 'a-long-password' })
  expect((await client.from('companies').select('id')).data).toEqual([{ id: companyId }])

  const stranger = gateway.client()
  await stranger.auth.signUp({ email: 'stranger@claims.test', password: 'a-long-password' })
  expect((await stranger.from('companies').select('id')).data).toEqual([])
})

function company(slug: string) {
  return { p_company_name: slug, p_slug: slug, p_full_name: 'Olivia Owner' }
}
