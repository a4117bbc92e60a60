import 'server-only'
import twilio, { type Twilio } from 'twilio'
import type RequestClient from 'twilio/lib/base/RequestClient'
import { env } from '@/lib/core/env'
import { processWide } from '@/lib/core/process-wide'

/** Sends every call to another origin: the SDK knows only Twilio's own hosts. */
class RebasedClient extends twilio.RequestClient {
  constructor(private readonly base: string) {
    super({ timeout: 20_000 })
  }

  override request<T>(options: RequestClient.RequestOptions<T>) {
    const { pathname, search } = new URL(options.uri)
    return super.request<T>({ ...options, uri: new URL(`${pathname}${search}`, this.base).toString() })
  }
}

/** Twilio's SDK, configured once. */
export function twilioClient(): Twilio {
  return processWide('twilio', () => {
    const { TWILIO_ACCOUNT_SID: sid, TWILIO_AUTH_TOKEN: token, TWILIO_API_BASE: base } = env()
    return twilio(sid, token, base ? { httpClient: new RebasedClient(base) } : { timeout: 20_000 })
  })
}
