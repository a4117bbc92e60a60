import { createFaults } from '../server/faults.ts'
import { listen, stop } from '../server/http.ts'
import { type Call, dispatch, route } from '../server/router.ts'
import { apiRoutes, missing } from './api.ts'
import { createCallbacks, inboundFields, statusFields } from './callbacks.ts'
import { injectedError, TwilioError, UNREACHABLE_CODE, UNREACHABLE_NUMBER } from './errors.ts'
import { fetchMedia, MEDIA_FAILED, type Media, mediaRoutes, newMedia } from './media.ts'
import { createMessageStore, type Message, type MessageStatus, segments } from './messages.ts'
import { phoneRoutes } from './phone-page.ts'

export interface TwilioOptions {
  port: number
  appUrl: string
  authToken: string
  stateFile: string | null
  log(line: string): void
}

/** A message of a customer; its files as base64. */
type Inbound = { from: string; to: string; body: string; media?: { contentType: string; content: string }[] }

/** How long a message takes to be sent, and again to arrive. */
const STEP_MS = 150

/** Starts the Twilio emulator: messages, status callbacks, incoming messages, and a page that shows them. */
export async function startTwilio(options: TwilioOptions): Promise<{ url: string; close(): Promise<void> }> {
  const { authToken, log } = options
  const store = createMessageStore(options.stateFile)
  const faults = createFaults(() => callbacks.release())
  const callbacks = createCallbacks({ authToken, faults, log })

  function advance(message: Message, status: MessageStatus, errorCode: number | null = null): void {
    store.setStatus(message, status, errorCode)
    if (message.statusCallback)
      callbacks.deliver({ url: message.statusCallback, fields: statusFields(message) })
  }

  async function onSent(message: Message): Promise<void> {
    const media = await fetchMedia(message.mediaUrls)
    if (!media) return advance(message, 'failed', MEDIA_FAILED)
    store.keepMedia(message, media)
    const reached = !message.to.endsWith(UNREACHABLE_NUMBER)
    setTimeout(() => advance(message, 'sent'), STEP_MS).unref()
    setTimeout(() => {
      if (reached) advance(message, 'delivered')
      else advance(message, 'undelivered', UNREACHABLE_CODE)
    }, 2 * STEP_MS).unref()
  }

  function receive(from: string, to: string, body: string, media: Media[] = []): Message {
    const accountSid = store.all()[0]?.accountSid ?? `AC${'0'.repeat(32)}`
    const message = store.add({
      accountSid,
      from,
      to,
      body,
      direction: 'inbound',
      status: 'received',
      errorCode: null,
      mediaUrls: [],
      media,
      messagingServiceSid: null,
      statusCallback: null,
    })
    callbacks.deliver({
      url: `${options.appUrl}/api/webhooks/twilio`,
      fields: inboundFields(message, segments(body)),
    })
    return message
  }

  const api = apiRoutes(store, authToken, onSent)
  const pages = [
    ...phoneRoutes(store, receive),
    ...mediaRoutes(store.findMedium),
    ...faults.routes,
    route('POST', '/_emulate/inbound', (call) => {
      const { from, to, body, media = [] } = JSON.parse(call.body.toString()) as Inbound
      const files = media.map(({ contentType, content }) =>
        newMedia(contentType, Buffer.from(content, 'base64')),
      )
      return Response.json(receive(from, to, body, files), { status: 201 })
    }),
    route('GET', '/_emulate/messages', () => Response.json(store.all())),
    route('POST', '/_emulate/reset', () => {
      callbacks.clear()
      store.clear()
      faults.clear()
      return Response.json({ reset: true })
    }),
  ]

  async function answer(call: Call): Promise<Response> {
    const shown = dispatch(pages, call)
    if (shown) return shown
    await faults.delay(call)
    const failure = faults.takeFailure(call)
    if (failure !== null) throw injectedError(failure)
    const response = await dispatch(api, call)
    if (!response) throw missing(call)
    await faults.loseAnswer(call)
    return response
  }

  const server = await listen(
    options.port,
    (call) =>
      answer(call).catch((error: unknown) => {
        if (error instanceof TwilioError) return error.toResponse()
        throw error
      }),
    log,
  )
  return {
    url: `http://localhost:${options.port}`,
    async close() {
      callbacks.clear()
      store.close()
      await stop(server)
    },
  }
}
