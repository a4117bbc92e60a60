import { HandoverTask } from '@/components/handover/list/handover-task'
import type { Task } from '@/components/handover/list/tasks'

type DaySectionProps = { title?: string; tasks: Task[]; showsDay?: boolean }

/** Some pickups and returns under their title; nothing where there are none. */
export function DaySection({ title, tasks, showsDay = false }: DaySectionProps) {
  if (tasks.length === 0) return null
  return (
    <section className="grid gap-3">
      {title && <h2 className="font-semibold text-lg">{title}</h2>}
      <ul className="grid gap-3">
        {tasks.map(({ view, isLate, isOtherDay }) => (
          <HandoverTask key={view.key} handover={view} isLate={isLate} showsDay={showsDay || isOtherDay} />
        ))}
      </ul>
    </section>
  )
}
