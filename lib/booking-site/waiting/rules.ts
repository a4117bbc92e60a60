import type { WaitingEntry } from '@/lib/booking-site/waiting/schema'

/** Where an entry stands for the person on the list: an offer is either free for all to book, or kept, or already taken up. */
export type WaitingStanding = 'waiting' | 'free' | 'kept' | 'accepted' | 'booked' | 'withdrawn' | 'expired'

/** Where an entry stands now. An offer whose time is up counts as ended even while nobody has swept it up. */
export function waitingStandingOf(entry: WaitingEntry, now: Date): WaitingStanding {
  if (entry.status === 'waiting') return entry.startsAt > now ? 'waiting' : 'expired'
  if (entry.status !== 'offered') return entry.status
  const until = entry.booking ? entry.booking.holdExpiresAt : entry.offeredUntil
  if (until === null || until <= now) return 'expired'
  if (!entry.booking) return 'free'
  return entry.booking.payment ? 'accepted' : 'kept'
}
