import { decodeJwt } from 'jose'
import { expect, inject, test } from 'vitest'
import { freshDatabase } from '../database/support/database.ts'
import { gatewayOn } from '../database/support/gateway.ts'

const database = freshDatabase()
const gateway = gatewayOn(database)
const address = `forgetful-${Date.now()}@mail.test`

test('"forgot password" sends a mail whose link signs in at the gateway, with our claims', async () => {
  const client = gateway.client()
  await client.auth.signUp({ email: address, password: 'a-long-password' })
  const { data: companyId } = await client.rpc('sign_up_company', {
    p_company_name: 'Mail',
    p_slug: 'mail-company',
    p_full_name: 'Olivia Owner',
  })
  await client.auth.resetPasswordForEmail(address)

  const link = linkIn(await lastMailTo(address))
  expect(link.origin).toBe('http://127.0.0.1:54321')
  const response = await gateway.fetch(link.pathname + link.search)
  expect(response.status).toBe(303)
  const target = new URL(response.headers.get('location') ?? '')
  const token = new URLSearchParams(target.hash.slice(1)).get('access_token') ?? ''
  expect(decodeJwt(token)).toMatchObject({ company_id: companyId, user_role: 'owner' })
})

async function lastMailTo(recipient: string): Promise<string> {
  const { RESEND_BASE_URL, RESEND_API_KEY } = inject('stack')
  const response = await fetch(`${RESEND_BASE_URL}/emails`, {
    headers: { authorization: `Bearer ${RESEND_API_KEY}` },
  })
  const { data } = (await response.json()) as { data: { to: string[]; html: string }[] }
  return data.find(({ to }) => to.includes(recipient))?.html ?? ''
}

function linkIn(html: string): URL {
  return new URL((/href="([^"]*verify[^"]*)"/.exec(html)?.[1] ?? '').replaceAll('&amp;', '&'))
}
