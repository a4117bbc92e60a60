import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'
import type { State } from '@/components/ui/state'

const stroke = { stroke: 'currentColor', strokeWidth: 1.5, fill: 'none' } as const
const cap = { strokeLinecap: 'round', strokeLinejoin: 'round' } as const

/** A shape per state, on 12 × 12, so that the colour is never the only sign. */
const shapes: Record<State, ReactNode> = {
  hold: <circle cx="6" cy="6" r="4.25" {...stroke} strokeDasharray="2.2 2.25" />,
  pending: <circle cx="6" cy="6" r="4.25" {...stroke} />,
  confirmed: (
    <>
      <circle cx="6" cy="6" r="4.25" {...stroke} />
      <circle cx="6" cy="6" r="1.75" fill="currentColor" />
    </>
  ),
  active: <circle cx="6" cy="6" r="5" fill="currentColor" />,
  due: (
    <>
      <circle cx="6" cy="6" r="4.25" {...stroke} />
      <path d="M6 3.75V6l1.5 1" {...stroke} {...cap} strokeWidth="1.25" />
    </>
  ),
  overdue: (
    <>
      <path
        d="M6 .9 11.6 10.9H.4Z"
        fill="currentColor"
        stroke="currentColor"
        strokeLinejoin="round"
        strokeWidth=".6"
      />
      <path d="M6 4.4v2.9M6 9.1v.1" stroke="var(--surface)" strokeLinecap="round" strokeWidth="1.3" />
    </>
  ),
  maintenance: <path d="M6 .8 11.2 6 6 11.2.8 6Z" fill="currentColor" />,
  cleaning: (
    <path d="M6 .8c2.2 2.5 3.8 4.3 3.8 6.4a3.8 3.8 0 0 1-7.6 0C2.2 5.1 3.8 3.3 6 .8Z" fill="currentColor" />
  ),
  cancelled: (
    <>
      <circle cx="6" cy="6" r="4.25" {...stroke} />
      <path d="m3.1 8.9 5.8-5.8" {...stroke} />
    </>
  ),
  done: <path d="m2 6.4 2.7 2.6L10 3.3" {...stroke} {...cap} strokeWidth="1.75" />,
}

/** The shape of a state. Wherever it stands alone, say the state in words beside it. */
export function StateMark({ state, className }: { state: State; className?: string }) {
  return (
    <svg viewBox="0 0 12 12" aria-hidden="true" className={cn('size-3 shrink-0', className)}>
      {shapes[state]}
    </svg>
  )
}
