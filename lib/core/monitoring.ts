import { env } from '@/lib/core/env'
import { AppError } from '@/lib/core/errors'
import { type Log, redactText } from '@/lib/core/log'

/** Starts error reporting where a DSN says that somebody listens; personal data stays here. */
export async function startMonitoring(): Promise<void> {
  const dsn = env().SENTRY_DSN
  if (!dsn) return
  const sentry = await import('@sentry/nextjs')
  sentry.init({
    dsn,
    sendDefaultPii: false,
    tracesSampleRate: 0,
    beforeSend: (event) => {
      for (const exception of event.exception?.values ?? [])
        exception.value = redactText(exception.value ?? '')
      delete event.request
      delete event.user
      return event
    },
  })
}

/** Logs a fault with its cause and reports it; refusals are answers and are not reported. */
export function reportFault(thrown: unknown, log: Log): void {
  const cause = thrown instanceof AppError && thrown.cause !== undefined ? thrown.cause : thrown
  log.error({ event: 'fault', err: cause instanceof Error ? cause : new Error(JSON.stringify(cause)) })
  if (!env().SENTRY_DSN) return
  void import('@sentry/nextjs').then(({ captureException }) => captureException(cause))
}
