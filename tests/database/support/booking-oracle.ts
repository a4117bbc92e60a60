const DAY = 24 * 60
const BUFFER = 60

/** Something that happens to bookings; the nth booking is the nth that was made. */
export type Command =
  | { does: 'book'; vehicle: number; day: number; days: number }
  | { does: 'pay' | 'lapse' | 'cancel'; nth: number }
  | { does: 'sweep' }

type Status = 'pending' | 'confirmed' | 'cancelled' | 'expired'

interface Booked {
  vehicle: number
  from: number
  to: number
  status: Status
  /** Occupies its vehicle. */
  active: boolean
  lapsed: boolean
  paid: boolean
}

/** The calendar of a few vehicles in plain lists: slow, simple, and what the database must agree with. */
export class BookingOracle {
  readonly bookings: Booked[] = []

  /** What the database must answer to the command. */
  apply(command: Command): string {
    if (command.does === 'book')
      return this.book(command.vehicle, command.day * DAY, (command.day + command.days) * DAY)
    if (command.does === 'sweep') return this.release(() => true)
    const booking = this.bookings[command.nth]
    if (!booking) return 'nobody'
    if (command.does === 'lapse') {
      booking.lapsed ||= booking.active && booking.status === 'pending'
      return 'ok'
    }
    return command.does === 'pay' ? this.pay(booking) : cancel(booking)
  }

  private book(vehicle: number, from: number, until: number): string {
    const to = until + BUFFER
    if (!this.take(vehicle, from, to)) return 'not_available'
    this.bookings.push({ vehicle, from, to, status: 'pending', active: true, lapsed: false, paid: false })
    return 'ok'
  }

  private pay(booking: Booked): string {
    if (booking.paid) return 'already_settled'
    booking.paid = true
    if (booking.status === 'cancelled') return 'refunded'
    if (!booking.active && !this.take(booking.vehicle, booking.from, booking.to)) return 'refunded'
    Object.assign(booking, { status: 'confirmed', active: true, lapsed: false })
    return 'settled'
  }

  /** Whether the time is free once lapsed holds have given way; they only do when it is. */
  private take(vehicle: number, from: number, to: number): boolean {
    const meets = (other: Booked) =>
      other.vehicle === vehicle && other.active && other.from < to && from < other.to
    if (this.bookings.some((other) => meets(other) && !other.lapsed)) return false
    this.release(meets)
    return true
  }

  private release(which: (booking: Booked) => boolean): string {
    for (const booking of this.bookings) {
      if (booking.lapsed && booking.active && which(booking))
        Object.assign(booking, { active: false, status: 'expired' })
    }
    return 'ok'
  }
}

function cancel(booking: Booked): string {
  if (booking.status === 'expired') return 'invalid_transition'
  Object.assign(booking, { status: 'cancelled', active: false })
  return 'ok'
}
