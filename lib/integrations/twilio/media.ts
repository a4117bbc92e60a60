import 'server-only'
import { env } from '@/lib/core/env'
import { PermanentFailure } from '@/lib/core/outbox'
import { readBytes } from '@/lib/core/request-body'

const TWILIO = 'https://api.twilio.com'
const MEDIA = /^\/2010-04-01\/Accounts\/AC[0-9a-f]{32}\/Messages\/[SM]M[0-9a-f]{32}\/Media\/ME[0-9a-f]{32}$/
/** Where Twilio keeps what its API leads to. */
const STORES = /(?:^|\.)(?:twilio\.com|twiliocdn\.com|amazonaws\.com)$/

/** The path of a medium at Twilio out of the address a webhook names; null for any other address. */
export function mediaPath(address: string): string | null {
  const path = URL.canParse(address) ? new URL(address).pathname : ''
  return MEDIA.test(path) ? path : null
}

/**
 * A medium that came with a message. Twilio's API wants our credentials and leads on to its store, which must not get them.
 * @throws PermanentFailure when Twilio has it no longer · AppError `too_large`
 */
export async function fetchTwilioMedia(path: string, limit: number): Promise<Buffer> {
  const { TWILIO_ACCOUNT_SID: sid, TWILIO_AUTH_TOKEN: token, TWILIO_API_BASE: base = TWILIO } = env()
  if (!MEDIA.test(path)) throw new PermanentFailure('That is no medium of Twilio')
  const signal = AbortSignal.timeout(20_000)
  const authorization = `Basic ${Buffer.from(`${sid}:${token}`).toString('base64')}`
  const asked = new URL(path, base)
  let answer = await fetch(asked, { headers: { authorization }, redirect: 'manual', signal })
  const location = answer.headers.get('location')
  if (answer.status >= 300 && answer.status < 400 && location) {
    const store = new URL(location, asked)
    if (store.origin !== asked.origin && !(store.protocol === 'https:' && STORES.test(store.hostname))) {
      throw new PermanentFailure('Twilio led to a strange place')
    }
    answer = await fetch(store, { redirect: 'error', signal })
  }
  if (answer.status === 404 || answer.status === 410) throw new PermanentFailure('Twilio has it no longer')
  if (!answer.ok) throw new Error(`Twilio refused: ${answer.status}`)
  return readBytes(answer, limit)
}
