import type { PhoneState } from '@/components/handover/phone/phone-store'
import { localDateOf, shiftDate } from '@/lib/core/dates'
import { isUnsent } from '@/lib/handover/offline/log'
import { type HandoverView, viewOf } from '@/lib/handover/offline/view'

const EXCHANGE_MS = 2 * 60 * 60_000

/** A handover as it stands in the list. */
export type Task = { view: HandoverView; isLate: boolean; isOtherDay: boolean }

/** What is to be done, late first, then in the order of time; what is done stays while something of it waits to be sent. */
export function tasksOf({ handovers, steps }: Pick<PhoneState, 'handovers' | 'steps'>, now: Date): Task[] {
  const unsent = new Set(steps.filter(isUnsent).map(({ key }) => key))
  return handovers
    .filter(({ handover, list }) => list !== null || unsent.has(handover.key))
    .map(({ handover, savedAt }) => viewOf(handover, steps, savedAt))
    .filter(({ isDone, unsent: waiting }) => !isDone || waiting.length > 0)
    .map((view) => ({ view, isLate: lateAt(view) < now.getTime(), isOtherDay: false }))
    .sort(
      (a, b) =>
        Number(b.isLate) - Number(a.isLate) ||
        a.view.dueAt.localeCompare(b.view.dueAt) ||
        // Of an exchange first the vehicle that is left behind.
        b.view.kind.localeCompare(a.view.kind),
    )
}

/** When a task is late: at its time; an exchange, which is due from the moment it was agreed, after two hours, as list_day says. */
function lateAt({ dueAt, isExchange }: HandoverView): number {
  return Date.parse(dueAt) + (isExchange ? EXCHANGE_MS : 0)
}

/** The tasks by day on the company's calendar: today with all that is late, tomorrow, and what comes after. */
export function daysOf(
  tasks: Task[],
  now: Date,
  timeZone: string,
): { today: Task[]; tomorrow: Task[]; later: Task[] } {
  const today = localDateOf(now, timeZone)
  const tomorrow = shiftDate(today, 1)
  const dated = tasks.map((task) => ({ task, day: localDateOf(new Date(task.view.dueAt), timeZone) }))
  return {
    today: dated
      .filter(({ day }) => day <= today)
      .map(({ task, day }) => ({ ...task, isOtherDay: day < today })),
    tomorrow: dated.filter(({ day }) => day === tomorrow).map(({ task }) => task),
    later: dated.filter(({ day }) => day > tomorrow).map(({ task }) => task),
  }
}

const bare = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
const close = (text: string) => bare(text).replace(/[^\p{L}\p{N}]/gu, '')

/** Whether every word of what somebody looks for stands in the name, a number, or the vehicle. */
export function matches(
  {
    customer,
    reservation,
    contract,
    vehicle,
  }: Pick<HandoverView, 'customer' | 'reservation' | 'contract' | 'vehicle'>,
  wanted: string,
): boolean {
  const words = bare(wanted).split(/\s+/).filter(Boolean)
  const all = bare(
    [customer.name, reservation.number, contract.number, vehicle.make, vehicle.model].join(' '),
  )
  return matchesVehicle(vehicle, wanted) || words.every((word) => all.includes(word))
}

/** Whether a vehicle is looked for by plate, however that is spaced, or by what it is. */
export function matchesVehicle(
  { plate, make, model }: { plate: string; make: string; model: string },
  wanted: string,
): boolean {
  return close(plate).includes(close(wanted)) || close(`${make}${model}`).includes(close(wanted))
}
