import { createFaults } from '../server/faults.ts'
import { listen, stop } from '../server/http.ts'
import { type Call, dispatch, route } from '../server/router.ts'
import { apiRoutes, requireKey } from './api.ts'
import { injectedError, notFound, ResendError } from './errors.ts'
import { inboxRoutes } from './inbox.ts'
import { createMailStore } from './mail-store.ts'

/** Starts the Resend emulator: the sending API and an inbox that shows what was sent. */
export async function startResend(options: {
  port: number
  stateFile: string | null
  log(line: string): void
}): Promise<{ url: string; close(): Promise<void> }> {
  const url = `http://localhost:${options.port}`
  const store = createMailStore(options.stateFile)
  const faults = createFaults()
  const api = apiRoutes(store, url)
  const pages = [
    ...inboxRoutes(store),
    ...faults.routes,
    route('POST', '/_emulate/reset', () => {
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
      store.close()
      await stop(server)
    },
  }
}
