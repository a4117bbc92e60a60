import { decodeJwt } from 'jose'
import { expect, inject, test } from 'vitest'
import { freshDatabase } from '../database/support/database.ts'
import { gatewayOn } from '../database/support/gateway.ts'

const database = freshDatabase()
const gateway = gatewayOn(database)
const address = `forgetful-${Date.now()}@mail.test`

test('"forgot password" sends a mail whose token and link sign in, with our claims', async () => {
  const client = gateway.client()
  await client.auth.signUp({ email: address, password: 'a-long-password' })
  const { data: companyId } = await client.rpc('sign_up_company', {
    p_company_name: 'Mail',
    p_slug: 'mail-company',
    p_full_name: 'Olivia Owner',
  })
  await client.auth.resetPasswordForEmail(address)

  const mail = await lastMailTo(address)
  const tokenHash = /token_hash=(\w+)/.exec(mail.html)?.[1] ?? ''
  const { data } = await client.auth.verifyOtp({ type: 'recovery', token_hash: tokenHash })
  expect(decodeJwt(data.session?.access_token ?? '')).toMatchObject({ company_id: companyId })

  await client.auth.resetPasswordForEmail(address)
  const link = linkIn((await lastMailTo(address)).text)
  expect(link.origin).toBe('http://127.0.0.1:54321')
  const response = await gateway.fetch(link.pathname + link.search)
  expect(response.status).toBe(303)
  const target = new URL(response.headers.get('location') ?? '')
  const token = new URLSearchParams(target.hash.slice(1)).get('access_token') ?? ''
  expect(decodeJwt(token)).toMatchObject({ company_id: companyId, user_role: 'owner' })
})

interface Mail {
  to: string[]
  subject: string
  html: string
  text: string
}

async function lastMailTo(recipient: string): Promise<Mail> {
  const { RESEND_BASE_URL, RESEND_API_KEY } = inject('stack')
  const response = await fetch(`${RESEND_BASE_URL}/emails`, {
    headers: { authorization: `Bearer ${RESEND_API_KEY}` },
  })
  const { data }: { data: (Mail & { created_at: string })[] } = await response.json()
  const mails = data
    .filter(({ to }) => to.includes(recipient))
    .sort((a, b) => (a.created_at < b.created_at ? 1 : -1))
  return mails[0] ?? { to: [], subject: '', html: '', text: '' }
}

function linkIn(text: string): URL {
  return new URL(/http\S+verify\S+/.exec(text)?.[0] ?? '')
}
