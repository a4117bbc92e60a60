import { randomBytes } from 'node:crypto'
import { type Call, type Route, route } from '../server/router.ts'
import { FAILING_NUMBERS, TwilioError } from './errors.ts'
import { type Message, type MessageStore, shownMessage } from './messages.ts'

const LONGEST_BODY = 1600
const MESSAGES = '/2010-04-01/Accounts/:account/Messages'

/** Twilio's Messages API, and as much of its Content API as templates need; `onSent` sets a new message on its way. */
export function apiRoutes(
  store: MessageStore,
  authToken: string,
  onSent: (message: Message) => Promise<void>,
): Route[] {
  const find = (call: Call): Message => {
    authenticate(call, authToken)
    const message = store.find(call.params.sid ?? '')
    if (!message || message.accountSid !== call.params.account) throw missing(call)
    return message
  }

  const contents = new Map<string, string>()
  return [
    route('POST', '/v1/Content', (call) => {
      const sid = `HX${randomBytes(16).toString('hex')}`
      contents.set(sid, String(JSON.parse(call.body.toString()).types?.['twilio/text']?.body ?? ''))
      return Response.json({ sid }, { status: 201 })
    }),
    route('POST', `${MESSAGES}.json`, (call) => {
      authenticate(call, authToken)
      const message = store.add(readMessage(call, contents))
      void onSent(message)
      return Response.json(shownMessage(message), { status: 201 })
    }),
    route('GET', `${MESSAGES}.json`, (call) => {
      authenticate(call, authToken)
      return Response.json(page(store.all(), call))
    }),
    route('GET', `${MESSAGES}/:sid.json`, (call) => Response.json(shownMessage(find(call)))),
    // As Twilio does: its API asks who is there, and leads on to a store that does not.
    route('GET', `${MESSAGES}/:sid/Media/:medium`, (call) => {
      // What a customer sends before we have sent anything belongs to an account this one has not heard of yet.
      if (credentials(call).token !== authToken) throw new TwilioError(401, 20003, 'Authenticate')
      const medium = store.findMedium(call.params.medium ?? '')
      if (!medium) throw missing(call)
      return new Response(null, { status: 307, headers: { location: `/media/${medium.sid}` } })
    }),
  ]
}

/** The credentials are the account's own: its SID and the auth token. */
function authenticate(call: Call, authToken: string): void {
  const { sid, token } = credentials(call)
  if (token !== authToken || sid !== call.params.account) throw new TwilioError(401, 20003, 'Authenticate')
}

function credentials(call: Call): { sid: string | undefined; token: string | undefined } {
  const basic = /^Basic (.+)$/.exec(call.headers.get('authorization') ?? '')?.[1] ?? ''
  const [sid, token] = Buffer.from(basic, 'base64').toString().split(':')
  return { sid, token }
}

export function missing(call: Call): TwilioError {
  return new TwilioError(404, 20404, `The requested resource ${call.path} was not found`)
}

function readMessage(call: Call, contents: ReadonlyMap<string, string>): Parameters<MessageStore['add']>[0] {
  const form = new URLSearchParams(call.body.toString())
  const to = form.get('To') ?? ''
  const from = form.get('From')
  const body = form.has('ContentSid') ? renderedContent(form, contents) : (form.get('Body') ?? '')
  const messagingServiceSid = form.get('MessagingServiceSid')
  const failure = FAILING_NUMBERS[to]
  if (failure) throw new TwilioError(400, ...failure)
  if (!isNumber(to)) throw new TwilioError(400, 21211, `Invalid 'To' Phone Number: ${to}`)
  if (!from && !messagingServiceSid) throw new TwilioError(400, 21603, "A 'From' phone number is required.")
  if (from && !isSender(from)) throw new TwilioError(400, 21212, `Invalid From Number (caller ID): ${from}`)
  if (body === '' && !form.has('MediaUrl')) throw new TwilioError(400, 21602, 'Message body is required.')
  if (body.length > LONGEST_BODY)
    throw new TwilioError(400, 21617, 'The concatenated message body exceeds 1600 characters.')
  return {
    accountSid: call.params.account ?? '',
    from: from ?? 'MessagingService',
    to,
    body,
    direction: 'outbound-api',
    status: 'queued',
    errorCode: null,
    mediaUrls: form.getAll('MediaUrl'),
    media: [],
    messagingServiceSid,
    statusCallback: form.get('StatusCallback'),
  }
}

/** A template with its places filled. */
function renderedContent(form: URLSearchParams, contents: ReadonlyMap<string, string>): string {
  const content = contents.get(form.get('ContentSid') ?? '')
  if (content === undefined) throw new TwilioError(400, 21655, 'The ContentSid is Invalid')
  const places = JSON.parse(form.get('ContentVariables') ?? '{}') as Record<string, string>
  return content.replace(/\{\{(\d+)\}\}/g, (_, place: string) => places[place] ?? '')
}

/** A number as the network knows it, by SMS or WhatsApp. */
function isNumber(value: string): boolean {
  return /^(whatsapp:)?\+[1-9]\d{6,14}$/.test(value)
}

/** A number, or a name of at most eleven letters and digits. */
function isSender(value: string): boolean {
  return isNumber(value) || /^(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11}$/.test(value)
}

function page(all: Message[], call: Call): object {
  const { query, path } = call
  const wanted = all.filter(
    (message) =>
      message.accountSid === call.params.account &&
      (!query.has('To') || message.to === query.get('To')) &&
      (!query.has('From') || message.from === query.get('From')),
  )
  const size = Math.min(Number(query.get('PageSize') ?? 50) || 50, 1000)
  const number = Number(query.get('Page') ?? 0) || 0
  const end = (number + 1) * size
  const at = (index: number) => `${path}?PageSize=${size}&Page=${index}`
  return {
    messages: wanted.slice(number * size, end).map(shownMessage),
    page: number,
    page_size: size,
    start: number * size,
    end: Math.min(end, wanted.length) - 1,
    uri: at(number),
    first_page_uri: at(0),
    next_page_uri: end < wanted.length ? at(number + 1) : null,
    previous_page_uri: number > 0 ? at(number - 1) : null,
  }
}
