import { createFaults } from '../server/faults.ts'
import { listen, stop } from '../server/http.ts'
import { type Call, dispatch, route } from '../server/router.ts'
import { apiRoutes, requireKey } from './api.ts'
import { injectedError, notFound, ResendError } from './errors.ts'
import { createEvents, mailEvent } from './events.ts'
import { inboxRoutes } from './inbox.ts'
import { createMailStore, type Mail } from './mail-store.ts'
import { receivedMails } from './received.ts'

/** How long a mail takes to arrive. */
const ARRIVES_AFTER_MS = 300

/** Starts the Resend emulator: the sending API, an inbox that shows what was sent and can answer it, and signed events. */
export async function startResend(options: {
  port: number
  appUrl: string
  webhookSecret: string
  stateFile: string | null
  log(line: string): void
}): Promise<{ url: string; close(): Promise<void> }> {
  const url = `http://localhost:${options.port}`
  const store = createMailStore(options.stateFile)
  const faults = createFaults(() => events.release())
  const events = createEvents({ ...options, secret: options.webhookSecret, faults })
  const received = receivedMails(url, (mail) => events.deliver(mailEvent('email.received', mail.id)))

  function onSent(mail: Mail): void {
    if (mail.last_event === 'scheduled') return
    setTimeout(() => events.deliver(mailEvent(`email.${mail.last_event}`, mail.id)), ARRIVES_AFTER_MS).unref()
  }

  const api = [...received.api, ...apiRoutes(store, url, onSent)]
  const pages = [
    ...inboxRoutes(store, received.receive),
    ...received.pages,
    ...faults.routes,
    route('POST', '/_emulate/reset', () => {
      events.clear()
      received.clear()
      store.clear()
      faults.clear()
      return Response.json({ reset: true })
    }),
  ]

  async function answer(call: Call): Promise<Response> {
    const shown = dispatch(pages, call)
    if (shown) return shown
    requireKey(call)
    await faults.delay(call)
    const failure = faults.takeFailure(call)
    if (failure !== null) throw injectedError(failure)
    const response = await dispatch(api, call)
    if (!response) throw notFound(`${call.method} ${call.path}`)
    await faults.loseAnswer(call)
    return response
  }

  const server = await listen(
    options.port,
    (call) =>
      answer(call).catch((error: unknown) => {
        if (error instanceof ResendError) return error.toResponse()
        throw error
      }),
    options.log,
  )
  return {
    url,
    async close() {
      events.clear()
      store.close()
      await stop(server)
    },
  }
}
