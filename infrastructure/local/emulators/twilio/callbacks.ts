import { createHmac } from 'node:crypto'
import { createDeliveries, type Deliveries, post } from '../server/deliveries.ts'
import type { Faults } from '../server/faults.ts'
import type { Message } from './messages.ts'

/** Webhooks name Twilio's own host, wherever this one listens. */
const API = 'https://api.twilio.com'

interface Callback {
  url: string
  fields: Record<string, string>
}

/** Calls to the application, signed as Twilio signs them and, like Twilio's, not repeated. */
export function createCallbacks(options: {
  authToken: string
  faults: Faults
  log(line: string): void
}): Deliveries<Callback> {
  return createDeliveries<Callback>({
    faults: options.faults,
    async send({ url, fields }) {
      const status = await post(url, new URLSearchParams(fields).toString(), {
        'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
        'x-twilio-signature': signature(url, fields, options.authToken),
        'user-agent': 'TwilioProxy/1.1',
      })
      const accepted = status !== null && status < 400
      if (!accepted) options.log(`twilio: ${url} answered ${status ?? 'nothing'}`)
      return accepted
    },
    retryAfterMs: () => null,
  })
}

/** What a status callback says about a message. */
export function statusFields(message: Message): Record<string, string> {
  return {
    ...commonFields(message),
    MessageStatus: message.status,
    SmsStatus: message.status,
    ...(message.errorCode ? { ErrorCode: String(message.errorCode) } : {}),
  }
}

/** What the webhook for an incoming message says. */
export function inboundFields(message: Message, segmentCount: number): Record<string, string> {
  return {
    ...commonFields(message),
    Body: message.body,
    SmsMessageSid: message.sid,
    SmsStatus: 'received',
    NumMedia: String(message.media.length),
    ...Object.fromEntries(
      message.media.flatMap(({ sid, contentType }, place) => [
        [
          `MediaUrl${place}`,
          `${API}/2010-04-01/Accounts/${message.accountSid}/Messages/${message.sid}/Media/${sid}`,
        ],
        [`MediaContentType${place}`, contentType],
      ]),
    ),
    NumSegments: String(segmentCount),
  }
}

function commonFields(message: Message): Record<string, string> {
  const { sid, accountSid, from, to, messagingServiceSid } = message
  return {
    AccountSid: accountSid,
    ApiVersion: '2010-04-01',
    From: from,
    MessageSid: sid,
    ...(messagingServiceSid ? { MessagingServiceSid: messagingServiceSid } : {}),
    SmsSid: sid,
    To: to,
  }
}

/** HMAC-SHA1 over the address and all fields in the order of their names. */
function signature(url: string, fields: Record<string, string>, authToken: string): string {
  const sorted = Object.keys(fields).sort()
  const content = url + sorted.map((name) => name + fields[name]).join('')
  return createHmac('sha1', authToken).update(content).digest('base64')
}
