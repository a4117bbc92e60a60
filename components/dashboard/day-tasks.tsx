import { DayTask } from '@/components/dashboard/day-task'
import { RowList } from '@/components/ui/row-list'
import type { Task } from '@/lib/dashboard/schema'

type DayTasksProps = {
  /** Left out where the page's own title says the day. */
  title: string | null
  tasks: Task[]
  timeZone: string
  currency: string
  isOtherDay: (at: string) => boolean
}

/** What has to happen on one day; nothing where there is nothing. */
export function DayTasks({ title, tasks, timeZone, currency, isOtherDay }: DayTasksProps) {
  if (tasks.length === 0) return null
  return (
    <section className="grid gap-2">
      {title && <h2 className="font-semibold text-base">{title}</h2>}
      <RowList>
        {tasks.map((task) => (
          <DayTask
            key={task.id}
            task={task}
            timeZone={timeZone}
            currency={currency}
            isOtherDay={isOtherDay(task.at)}
          />
        ))}
      </RowList>
    </section>
  )
}
