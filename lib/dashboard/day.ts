import type { CompanyContext } from '@/lib/core/context'
import { localDateOf } from '@/lib/core/dates'
import { fromPostgres } from '@/lib/core/errors'
import { ComingAnswer, type Day, DayAnswer, type Task } from '@/lib/dashboard/schema'

/**
 * The company's day: what has to happen in the order of time, what is late of earlier days first, and what has happened.
 * It reaches twelve hours ahead and back at least, past midnight where that is later or earlier.
 */
export async function getDay(ctx: CompanyContext): Promise<Day> {
  const { data, error } = await ctx.db.rpc('list_day')
  if (error) throw fromPostgres(error)
  return DayAnswer.parse(data)
}

/** Pickups and returns of the days after that, for a phone that takes them along. */
export async function getComingHandovers(ctx: CompanyContext): Promise<Task[]> {
  const { data, error } = await ctx.db.rpc('list_coming_handovers')
  if (error) throw fromPostgres(error)
  return ComingAnswer.parse(data)
}

/**
 * The day's tasks by the heading they stand under. Tomorrow's are those whose own hour lies beyond midnight; what waits without an hour, and what is late,
 * is today's, wherever it is sorted.
 */
export function byDay(
  ctx: Pick<CompanyContext, 'now' | 'timeZone'>,
  tasks: Task[],
): { today: Task[]; tomorrow: Task[] } {
  const isTomorrows = (task: Task) => {
    const at = hourOf(task)
    return !task.isLate && at !== null && Date.parse(at) > ctx.now().getTime() && isOtherDay(ctx, at)
  }
  return { today: tasks.filter((task) => !isTomorrows(task)), tomorrow: tasks.filter(isTomorrows) }
}

/** When something happens by the clock; null for what waits until somebody does it. */
function hourOf(task: Task): string | null {
  switch (task.kind) {
    case 'pickup':
    case 'return':
    case 'hold':
      return task.at
    case 'maintenance':
      return task.isThere ? null : task.at
    case 'cleaning':
      return task.neededAt === task.at ? task.at : null
    default:
      return null
  }
}

/** Whether an instant of the day lies beyond the coming midnight, or before the last one. */
export function isOtherDay(ctx: Pick<CompanyContext, 'now' | 'timeZone'>, at: string): boolean {
  return localDateOf(new Date(at), ctx.timeZone) !== localDateOf(ctx.now(), ctx.timeZone)
}
