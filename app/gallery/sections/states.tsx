import { Sample, Section } from '@/app/gallery/section'
import { cn } from '@/components/ui/cn'
import { STATES, stateStyle } from '@/components/ui/state'
import { StateBadge } from '@/components/ui/state-badge'
import { StateMark } from '@/components/ui/state-mark'
import { type StatusKind, stateOfStatus } from '@/components/ui/status'
import { StatusBadge } from '@/components/ui/status-badge'

const kinds = Object.keys(stateOfStatus) as StatusKind[]

/** The one scale of states: badges, timeline bars, and the statuses of every record on it. */
export function StateSection() {
  return (
    <Section title="States">
      <Sample name="StateBadge">
        {STATES.map((state) => (
          <StateBadge key={state} state={state} />
        ))}
      </Sample>
      <Sample name="Bars, as on the timeline" className="grid grid-cols-2 gap-2 sm:grid-cols-5">
        {STATES.map((state) => (
          <span
            key={state}
            className={cn(
              'flex h-7 items-center gap-1.5 rounded border-l-3 px-2 font-medium text-xs',
              stateStyle[state].bar,
            )}
          >
            <StateMark state={state} className={stateStyle[state].mark} />
            Keller
          </span>
        ))}
      </Sample>
      <Sample name="StatusBadge" className="grid gap-2">
        {kinds.map((kind) => (
          <div key={kind} className="flex flex-wrap items-center gap-2">
            <span className="w-24 text-muted text-xs">{kind}</span>
            {Object.keys(stateOfStatus[kind]).map((status) => (
              <StatusBadge key={status} kind={kind} status={status as never} />
            ))}
          </div>
        ))}
      </Sample>
    </Section>
  )
}
