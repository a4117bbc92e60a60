import type { Instrumentation } from 'next'

/** Once per server, before the first request: a wrong environment stops it here, by name. */
export async function register(): Promise<void> {
  const { env } = await import('@/lib/core/env')
  env()
  const { startMonitoring } = await import('@/lib/core/monitoring')
  await startMonitoring()
}

/** What pages, actions and routes throw past every handler of ours. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  const { logFor } = await import('@/lib/core/log')
  const { requestIdFrom } = await import('@/lib/core/ids')
  const { reportFault } = await import('@/lib/core/monitoring')
  const header = request.headers['x-request-id']
  const requestId = requestIdFrom(Array.isArray(header) ? header[0] : header)
  reportFault(error, logFor({ requestId }).child({ route: context.routePath, kind: context.routeType }))
}
