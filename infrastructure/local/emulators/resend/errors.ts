/** An answer in Resend's error shape. */
export class ResendError extends Error {
  readonly status: number
  readonly code: string

  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }

  toResponse(): Response {
    return Response.json(
      { statusCode: this.status, name: this.code, message: this.message },
      { status: this.status },
    )
  }
}

export function validationError(message: string): ResendError {
  return new ResendError(422, 'validation_error', message)
}

export function notFound(what: string): ResendError {
  return new ResendError(404, 'not_found', `${what} not found`)
}

/** What a fault switch makes Resend say. */
export function injectedError(status: number): ResendError {
  if (status === 429) return new ResendError(429, 'rate_limit_exceeded', 'Too many requests.')
  return new ResendError(
    status,
    'application_error',
    'An unexpected error occurred (asked for by a fault switch).',
  )
}
