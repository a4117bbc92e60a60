import { z } from 'zod'

/** How the pickup from a key box stands: the customer knows the code, will a day before, or has to check in or pay the booking deposit first. */
export const KeyBoxState = z.enum(['told', 'later', 'checkin', 'deposit'])

export type KeyBoxState = z.infer<typeof KeyBoxState>
