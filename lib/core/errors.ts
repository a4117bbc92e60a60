import { type ErrorCode, STATUS_BY_CODE } from '@/lib/core/error-codes'

/** A JSON object that goes with a code: what the caller can act on, never personal data or internals. */
export type ErrorDetails = Record<string, unknown>

/** The shape of every refusal, on every endpoint. */
export type ErrorBody = {
  success: false
  error: { code: string; message: string; details: ErrorDetails; requestId: string }
}

/** A refusal the caller can understand: a stable code, the status it maps to, and details. */
export class AppError extends Error {
  readonly status: number
  readonly details: ErrorDetails

  constructor(
    readonly code: string,
    options: { status?: number; details?: ErrorDetails; cause?: unknown } = {},
  ) {
    super(code, { cause: options.cause })
    this.name = 'AppError'
    this.status = STATUS_BY_CODE[code as ErrorCode] ?? options.status ?? 422
    this.details = options.details ?? {}
  }

  /** Faults are ours to mend and get reported; refusals are answers. */
  get isFault(): boolean {
    return this.status >= 500
  }
}

/** What PostgREST and Storage tell about a failure. */
export type PostgresFailure = {
  code?: string
  message: string
  details?: string | null
  hint?: string | null
}

const CODE_BY_SQLSTATE: Record<string, ErrorCode> = {
  '23505': 'already_exists',
  '23503': 'still_referenced',
  '23P01': 'not_available',
  '23514': 'invalid_input',
  '23502': 'invalid_input',
  '22P02': 'invalid_input',
  '22001': 'invalid_input',
  '22003': 'invalid_input',
  '22007': 'invalid_input',
  '22008': 'invalid_input',
  '22021': 'invalid_input',
  '22P05': 'invalid_input',
  '42501': 'forbidden',
  PGRST116: 'not_found',
  PGRST301: 'not_signed_in',
  PGRST303: 'not_signed_in',
  '40001': 'unavailable',
  '40P01': 'unavailable',
  '53300': 'unavailable',
  '57P01': 'unavailable',
  '57014': 'unavailable',
}

function parseDetails(text: string | null | undefined): ErrorDetails {
  try {
    const value: unknown = JSON.parse(text ?? '')
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as ErrorDetails) : {}
  } catch {
    return {}
  }
}

/** A column as forms name it: `insurance_policy` is `insurancePolicy`. */
function fieldOf(column: string): string {
  return column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}

/**
 * What a refused column says to a form: the field and that it is wrong or missing. Our RPCs tell the column; a table that is written to
 * directly tells its check, which is named after the column.
 */
function problemsOf({ code, message }: PostgresFailure, { wrong, missing }: ErrorDetails): ErrorDetails {
  const check =
    code === '23514' && /relation "(\w+)" violates check constraint "\1_(\w+?)_check\d*"/.exec(message)
  const absent = code === '23502' && /null value in column "(\w+)"/.exec(message)
  const wrongColumn = check ? check[2] : wrong
  const missingColumn = absent ? absent[1] : missing
  const problems = [
    ...(typeof wrongColumn === 'string' ? [{ field: fieldOf(wrongColumn), key: 'invalid', values: {} }] : []),
    ...(typeof missingColumn === 'string'
      ? [{ field: fieldOf(missingColumn), key: 'required', values: {} }]
      : []),
  ]
  return problems.length > 0 ? { problems } : {}
}

/**
 * Turns a database failure into ours. Our RPCs raise SQLSTATE `PTnnn` with the code as message and JSON as detail;
 * constraint failures map by SQLSTATE and tell no more than the field they are about; the rest is a fault.
 */
export function fromPostgres(failure: PostgresFailure): AppError {
  const raised = /^PT(\d{3})$/.exec(failure.code ?? '')
  if (raised) {
    const details = parseDetails(failure.details)
    return new AppError(failure.message, {
      status: Number(raised[1]),
      details: { ...details, ...(failure.message === 'invalid_input' && problemsOf(failure, details)) },
      cause: failure,
    })
  }
  const code = CODE_BY_SQLSTATE[failure.code ?? ''] ?? 'internal'
  return new AppError(code, { details: problemsOf(failure, {}), cause: failure })
}

/** Anything that was thrown, as an AppError; what nobody foresaw becomes `internal` and keeps its cause for the log. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown
  if (thrown instanceof TypeError && /fetch failed/.test(thrown.message)) {
    return new AppError('unavailable', { cause: thrown })
  }
  return new AppError('internal', { cause: thrown })
}

/** The body that goes over the wire; a fault's details stay here. */
export function toErrorBody(error: AppError, message: string, requestId: string): ErrorBody {
  return {
    success: false,
    error: { code: error.code, message, details: error.isFault ? {} : error.details, requestId },
  }
}
