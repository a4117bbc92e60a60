/** An answer in Twilio's error shape. */
export class TwilioError extends Error {
  readonly status: number
  readonly code: number

  constructor(status: number, code: number, message: string) {
    super(message)
    this.status = status
    this.code = code
  }

  toResponse(): Response {
    const { status, code, message } = this
    return Response.json(
      { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status },
      { status },
    )
  }
}

/** What a fault switch makes Twilio say. */
export function injectedError(status: number): TwilioError {
  return status === 429
    ? new TwilioError(429, 20429, 'Too Many Requests')
    : new TwilioError(status, 20500, 'Internal Server Error (asked for by a fault switch)')
}

/** Numbers that fail at once; the first five are Twilio's own test numbers. */
export const FAILING_NUMBERS: Record<string, [code: number, message: string]> = {
  '+15005550001': [21211, "Invalid 'To' Phone Number: +15005550001"],
  '+15005550002': [21612, "The 'To' phone number is not currently reachable."],
  '+15005550003': [21408, 'Permission to send an SMS has not been enabled for the region.'],
  '+15005550004': [21610, 'Attempt to send to unsubscribed recipient'],
  '+15005550009': [21614, "'To' number is not a valid mobile number"],
}

/** A number that is accepted, but never reached: its messages end as undelivered. */
export const UNREACHABLE_NUMBER = '+41790000099'
export const UNREACHABLE_CODE = 30003
