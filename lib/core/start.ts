import type { Instrumentation } from 'next'
import { env } from '@/lib/core/env'
import { requestIdFrom } from '@/lib/core/ids'
import { logFor } from '@/lib/core/log'
import { reportFault, startMonitoring } from '@/lib/core/monitoring'

/** Before the first request: a wrong environment stops the server here, by name. */
export async function startServer(): Promise<void> {
  try {
    env()
  } catch (fault) {
    // Next would go on and answer every request with an error.
    process.stderr.write(`${fault instanceof Error ? fault.message : fault}\n`)
    process.exit(1)
  }
  await startMonitoring()
}

/** Logs and reports what pages, actions and routes threw past every handler of ours. */
export const reportRequestError: Instrumentation.onRequestError = (error, request, context) => {
  const header = request.headers['x-request-id']
  const requestId = requestIdFrom(Array.isArray(header) ? header[0] : header)
  reportFault(error, logFor({ requestId }).child({ route: context.routePath, kind: context.routeType }))
}
