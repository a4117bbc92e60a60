import { AsyncLocalStorage } from 'node:async_hooks'
import pino, { type Logger } from 'pino'
import { env } from '@/lib/core/env'
import { processWide } from '@/lib/core/process-wide'

export type Log = Logger

/** Fields that never reach a log, at the top of an entry or one level down. */
const SECRET_FIELDS = [
  'email',
  'to',
  'from',
  'phone',
  'iban',
  'licence',
  'licenceNumber',
  'license',
  'token',
  'access_token',
  'refresh_token',
  'password',
  'authorization',
  'cookie',
  'secret',
  'fullName',
  'full_name',
  'address',
]

const PATTERNS: [RegExp, string][] = [
  [/[\p{L}\d._%+-]+@[\p{L}\d.-]+\.\p{L}{2,}/gu, '[email]'],
  [/\b[A-Z]{2}\d{2}(?: ?[0-9A-Z]{4}){3,7}(?: ?[0-9A-Z]{1,3})?\b/g, '[iban]'],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]+/g, '[token]'],
  [/\b(?:sk|rk|whsec|re)_[A-Za-z0-9_]{8,}/g, '[token]'],
  [/(?<![\w-])(?:\+|00)\d{2}[\s\d()/.-]{7,}\d/g, '[phone]'],
]

/** Takes personal data out of free text such as the message of an error somebody else wrote. */
export function redactText(text: string): string {
  return PATTERNS.reduce((rest, [pattern, name]) => rest.replace(pattern, name), text)
}

function serializeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: redactText(String(error)) }
  return {
    type: error.name,
    message: redactText(error.message),
    stack: error.stack && redactText(error.stack),
    ...('code' in error ? { code: error.code } : {}),
    ...(error.cause === undefined ? {} : { cause: causeOf(error.cause) }),
  }
}

/** What an error was made of: the database's or a provider's own words, without the rest they carry. */
function causeOf(cause: unknown): object {
  const { code, message } = (typeof cause === 'object' && cause ? cause : { message: cause }) as Record<
    string,
    unknown
  >
  return { code, message: redactText(String(message)) }
}

/** Why something failed, in a line that may be kept: the error's words and those of its cause. */
export function failureReason(failure: unknown): string {
  if (!(failure instanceof Error)) return redactText(String(failure))
  const cause =
    failure.cause === undefined
      ? ''
      : ` (${Object.values(causeOf(failure.cause)).filter(Boolean).join(': ')})`
  return redactText(failure.message) + cause
}

const requests = processWide('log.requests', () => new AsyncLocalStorage<Log>())

function root(): Log {
  return processWide('log.root', () =>
    pino({
      level: env().LOG_LEVEL,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: serializeError },
      redact: { paths: SECRET_FIELDS.flatMap((field) => [field, `*.${field}`]), censor: '[redacted]' },
    }),
  )
}

/** The logger of the work in hand: it carries the request id once `withLog` has set one. */
export function currentLog(): Log {
  return requests.getStore() ?? root()
}

/** A logger that adds these fields to every entry. */
export function logFor(fields: { requestId: string; companyId?: string }): Log {
  return root().child(fields)
}

/** Runs work whose log entries all carry the logger's fields, however deep they are written. */
export function withLog<T>(log: Log, work: () => Promise<T>): Promise<T> {
  return requests.run(log, work)
}
