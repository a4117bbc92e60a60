import type { State } from '@/components/ui/state'

/** Where each status of each record stands on the one scale. Its word is in messages: `ui.status.<kind>.<status>`. */
export const stateOfStatus = {
  reservation: {
    hold: 'hold',
    pending: 'pending',
    confirmed: 'confirmed',
    converted: 'done',
    cancelled: 'cancelled',
    no_show: 'overdue',
    expired: 'cancelled',
  },
  waiting: {
    waiting: 'pending',
    offered: 'due',
    booked: 'done',
    withdrawn: 'cancelled',
    expired: 'cancelled',
  },
  contract: {
    draft: 'pending',
    signed: 'confirmed',
    active: 'active',
    due: 'due',
    overdue: 'overdue',
    returned: 'cleaning',
    closed: 'done',
    cancelled: 'cancelled',
  },
  vehicle: {
    available: 'done',
    reserved: 'confirmed',
    rented: 'active',
    cleaning: 'cleaning',
    maintenance: 'maintenance',
    retired: 'cancelled',
  },
  maintenance: {
    planned: 'confirmed',
    in_progress: 'maintenance',
    done: 'done',
    cancelled: 'cancelled',
  },
  damage: {
    estimated: 'pending',
    charged: 'confirmed',
    claimed: 'due',
    in_repair: 'maintenance',
    repaired: 'active',
    closed: 'done',
  },
  invoice: {
    draft: 'pending',
    open: 'confirmed',
    partially_paid: 'due',
    paid: 'done',
    overdue: 'overdue',
    void: 'cancelled',
  },
  payment: {
    pending: 'pending',
    succeeded: 'done',
    failed: 'overdue',
    refunded: 'cancelled',
    partially_refunded: 'due',
  },
  deposit: {
    requested: 'pending',
    held: 'confirmed',
    lapsed: 'overdue',
    capturing: 'pending',
    captured: 'active',
    released: 'done',
    failed: 'overdue',
  },
  payout: {
    pending: 'pending',
    in_transit: 'confirmed',
    paid: 'done',
    failed: 'overdue',
    canceled: 'cancelled',
  },
  dispute: {
    warning_needs_response: 'due',
    warning_under_review: 'pending',
    warning_closed: 'done',
    needs_response: 'overdue',
    under_review: 'pending',
    won: 'done',
    lost: 'cancelled',
    prevented: 'done',
  },
} as const satisfies Record<string, Record<string, State>>

export type StatusKind = keyof typeof stateOfStatus
export type StatusOf<K extends StatusKind> = keyof (typeof stateOfStatus)[K] & string
