/** What the form keeps in the tab: who comes back from the payment page finds everything as it was. */
type Kept = {
  values: Record<string, string>
  sent?: { body: string; key: string }
  /** The page of the booking that holds a vehicle for this very customer. */
  booked?: { vehicleId: string; page: string }
}

const NAME = 'booking-details'

/** Storage can be switched off or full; the form works without it. */
function quietly<T>(work: () => T, otherwise: T): T {
  try {
    return work()
  } catch {
    return otherwise
  }
}

export function readKept(): Kept {
  const nothing: Kept = { values: {} }
  return quietly(() => JSON.parse(sessionStorage.getItem(NAME) ?? 'null') ?? nothing, nothing)
}

/** Adds to what is kept. */
export function keep(more: Partial<Kept>): void {
  quietly(() => sessionStorage.setItem(NAME, JSON.stringify({ ...readKept(), ...more })), undefined)
}

/** Forgets what was entered; once a booking is confirmed nobody needs it here any more. */
export function forgetKept(): void {
  quietly(() => sessionStorage.removeItem(NAME), undefined)
}

/** Forgets that a booking holds a vehicle: it does not any more. What was entered stays. */
export function forgetBooked(): void {
  const { booked: _, ...kept } = readKept()
  quietly(() => sessionStorage.setItem(NAME, JSON.stringify(kept)), undefined)
}

/** The key for sending this body: the same one as long as the body is the same, so that a repetition is known as one. */
export function keyFor(body: string): string {
  const kept = readKept()
  if (kept.sent?.body === body) return kept.sent.key
  const key = crypto.randomUUID()
  keep({ sent: { body, key } })
  return key
}
