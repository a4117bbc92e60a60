import { localDateOf, startOfLocalDay } from '@/lib/core/dates'
import type { Period, ReservationStatus } from '@/lib/reservations/schema'

/** Whether it can still be called off; the database decides, this only shows the button. */
export function canCancel(status: ReservationStatus): boolean {
  return status === 'pending' || status === 'confirmed'
}

/** Whether somebody can have failed to come: confirmed, and the time of pickup is over. */
export function canBeNoShow(status: ReservationStatus, startsAt: Date, now: Date): boolean {
  return status === 'confirmed' && startsAt <= now
}

/** How long the desk offers to hold an option. */
export const HOLD_HOURS = [4, 24, 48, 72, 168] as const

/** Whether the pickup can begin: the promise stands, or its contract has been begun. */
export function canPickUp(status: ReservationStatus): boolean {
  return status === 'confirmed' || status === 'converted'
}

/** What somebody may do with a reservation; the database decides, this only shows the buttons. */
export function reservationRights(can: (permission: string) => boolean) {
  return {
    canPickUp: can('handover.perform'),
    canEdit: can('reservations.edit'),
    canRefund: can('payments.refund'),
  }
}

/** How much of a payment can still be given back. */
export function refundableRappen(payment: {
  status: string
  invoiceId: string | null
  amountRappen: number
  refundedRappen: number
}): number {
  const isOpen = payment.status === 'succeeded' || payment.status === 'partially_refunded'
  return isOpen && payment.invoiceId === null ? payment.amountRappen - payment.refundedRappen : 0
}

/** A period of the list as instants; an end that is missing is open. Days are those of the company's zone. */
export function boundsOf(period: Period, now: Date, timeZone: string): { from?: Date; to?: Date } {
  const day = (days: number) => startOfLocalDay(now, timeZone, days)
  switch (period) {
    case 'today':
      return { from: day(0), to: day(1) }
    case 'week':
      return { from: day(0), to: day(7) }
    case 'month':
      return { from: day(0), to: day(30) }
    case 'past':
      return { to: day(0) }
  }
}

/** What the desk proposes: from tomorrow morning for two days, within the usual opening hours. */
export function defaultWish(now: Date, timeZone: string): { from: string; to: string } {
  const day = (days: number) => localDateOf(startOfLocalDay(now, timeZone, days), timeZone)
  return { from: `${day(1)}T09:00`, to: `${day(3)}T17:00` }
}

/** The month that the availability map begins with: where this one is all but over, the next. */
export function monthAhead(today: string): string {
  const month = today.slice(0, 7)
  return daysOfMonth(month).length - Number(today.slice(8)) < 3 ? shiftMonth(month, 1) : month
}

/** The calendar days of a month, `2026-12` → `2026-12-01` … `2026-12-31`. */
export function daysOfMonth(month: string): string[] {
  const days = new Date(Date.parse(`${shiftMonth(month, 1)}-01T00:00Z`) - 86_400_000).getUTCDate()
  return Array.from({ length: days }, (_, day) => `${month}-${String(day + 1).padStart(2, '0')}`)
}

/** So many months later (or earlier): `2026-12`, 1 → `2027-01`. */
export function shiftMonth(month: string, months: number): string {
  const first = new Date(`${month}-01T00:00Z`)
  first.setUTCMonth(first.getUTCMonth() + months)
  return first.toISOString().slice(0, 7)
}

/** Saturday or Sunday. */
export function isWeekend(date: string): boolean {
  return [0, 6].includes(new Date(`${date}T00:00Z`).getUTCDay())
}

/** The desk's query for a day of a category, within the usual opening hours. */
export function deskDayQuery(date: string, category: string, location?: string): string {
  const wish = { from: `${date}T09:00`, to: `${date}T17:00`, category, ...(location && { location }) }
  return new URLSearchParams(wish).toString()
}
