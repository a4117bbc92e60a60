import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'
import { type State, stateStyle } from '@/components/ui/state'
import { StateMark } from '@/components/ui/state-mark'

type StateBadgeProps = {
  state: State
  /** The record's own word for it; without one, the scale's. */
  children?: ReactNode
  className?: string
}

/** A state as shape, word and colour. */
export function StateBadge({ state, children, className }: StateBadgeProps) {
  const t = useTranslations('ui.state')
  return (
    <span
      className={cn(
        'inline-flex h-5 align-middle items-center gap-1.5 whitespace-nowrap rounded-sm px-1.5 font-medium text-xs',
        stateStyle[state].badge,
        className,
      )}
    >
      <StateMark state={state} className={stateStyle[state].mark} />
      {children ?? t(state)}
    </span>
  )
}
