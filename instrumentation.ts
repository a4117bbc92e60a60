import type { Instrumentation } from 'next'

// Next compiles this file for its edge runtime as well, where nothing of ours runs; the test below is decided at build.

/** Once per server, before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { startServer } = await import('@/lib/core/start')
  await startServer()
}

/** What was thrown past every handler of ours. */
export const onRequestError: Instrumentation.onRequestError = async (...failure) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { reportRequestError } = await import('@/lib/core/start')
  await reportRequestError(...failure)
}
