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
