const MINUTE = 60_000
/** Stripe closes a payment page no earlier than this after it was opened … */
const SHORTEST = 31 * MINUTE
/** … and no later than this. */
const LONGEST = 24 * 60 * MINUTE - MINUTE

/**
 * When a deposit's payment page closes. It follows from when the deposit was asked for and how long the vehicle is held, not from the clock: asking Stripe again
 * must be the same request. Opened at the last moment of the hold, the page still has Stripe's shortest life; who pays
 * after the hold has lapsed gets the vehicle back or a full refund.
 */
export function checkoutExpiry(askedAt: Date, holdExpiresAt: Date): Date {
  return new Date(Math.min(holdExpiresAt.getTime() + SHORTEST, askedAt.getTime() + LONGEST))
}
