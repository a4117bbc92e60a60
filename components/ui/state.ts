/** The states of the one colour scale: what a resource, a record or a sum is in, wherever it is shown. */
export const STATES = [
  'hold',
  'pending',
  'confirmed',
  'active',
  'due',
  'overdue',
  'maintenance',
  'cleaning',
  'cancelled',
  'done',
] as const

export type State = (typeof STATES)[number]

/** Class names per state: `badge` for words on a tint, `bar` for timelines and charts, `mark` for the shape alone. */
export const stateStyle: Record<State, { badge: string; bar: string; mark: string }> = {
  hold: {
    badge: 'bg-hold-soft text-hold-text hatched',
    bar: 'border-hold bg-hold-soft text-hold-text hatched',
    mark: 'text-hold',
  },
  pending: {
    badge: 'bg-pending-soft text-pending-text',
    bar: 'border-pending bg-pending-soft text-pending-text',
    mark: 'text-pending',
  },
  confirmed: {
    badge: 'bg-confirmed-soft text-confirmed-text',
    bar: 'border-confirmed bg-confirmed-soft text-confirmed-text',
    mark: 'text-confirmed',
  },
  active: {
    badge: 'bg-active-soft text-active-text',
    bar: 'border-active bg-active-soft text-active-text',
    mark: 'text-active',
  },
  due: { badge: 'bg-due-soft text-due-text', bar: 'border-due bg-due-soft text-due-text', mark: 'text-due' },
  overdue: {
    badge: 'bg-overdue-soft text-overdue-text',
    bar: 'border-overdue bg-overdue-soft text-overdue-text',
    mark: 'text-overdue',
  },
  maintenance: {
    badge: 'bg-maintenance-soft text-maintenance-text',
    bar: 'border-maintenance bg-maintenance-soft text-maintenance-text',
    mark: 'text-maintenance',
  },
  cleaning: {
    badge: 'bg-cleaning-soft text-cleaning-text',
    bar: 'border-cleaning bg-cleaning-soft text-cleaning-text',
    mark: 'text-cleaning',
  },
  cancelled: {
    badge: 'bg-cancelled-soft text-cancelled-text line-through',
    bar: 'border-cancelled bg-cancelled-soft text-cancelled-text line-through',
    mark: 'text-cancelled',
  },
  done: {
    badge: 'bg-sunken text-muted',
    bar: 'border-line-strong bg-sunken text-muted',
    mark: 'text-muted',
  },
}
