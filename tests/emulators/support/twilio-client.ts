import twilio from 'twilio'

type RequestOptions<T> = Parameters<typeof twilio.RequestClient.prototype.request<T>>[0]

/** The SDK knows only Twilio's own hosts, so the HTTP client sends each call to another origin. */
class RebasedClient extends twilio.RequestClient {
  readonly base: string

  constructor(base: string) {
    super()
    this.base = base
  }

  override request<T>(options: RequestOptions<T>) {
    const { pathname, search } = new URL(options.uri)
    return super.request<T>({ ...options, uri: new URL(pathname + search, this.base).toString() })
  }
}

export function twilioAt(base: string, accountSid: string, authToken: string) {
  return twilio(accountSid, authToken, { httpClient: new RebasedClient(base) })
}
