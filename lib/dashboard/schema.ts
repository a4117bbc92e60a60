import { z } from 'zod'
import { KeyBoxState } from '@/lib/core/key-boxes'

/** The figures as the database counts them. */
export const FiguresAnswer = z
  .object({
    utilisation_bp: z.number().nullable(),
    utilisation_before_bp: z.number().nullable(),
    revenue_rappen: z.number(),
    revenue_before_rappen: z.number(),
    open_rappen: z.number(),
    open_count: z.number(),
    overdue_rappen: z.number(),
  })
  .transform((row) => ({
    utilisationBp: row.utilisation_bp,
    utilisationBeforeBp: row.utilisation_before_bp,
    revenueRappen: row.revenue_rappen,
    revenueBeforeRappen: row.revenue_before_rappen,
    openRappen: row.open_rappen,
    openCount: row.open_count,
    overdueRappen: row.overdue_rappen,
  }))

/** How the month goes beside the same days of the month before, and what is owed. */
export type Figures = z.infer<typeof FiguresAnswer>

const Vehicle = z.object({ id: z.string(), plate: z.string(), make: z.string(), model: z.string() })

const timed = { id: z.string(), at: z.string() }
const waiting = { ...timed, is_late: z.boolean() }
const rental = { number: z.string(), customer: z.string(), vehicle: Vehicle }

const TaskRow = z.discriminatedUnion('kind', [
  z
    .object({
      kind: z.literal('pickup'),
      ...waiting,
      ...rental,
      place: z.string(),
      reservation_id: z.string(),
      is_vehicle_ready: z.boolean(),
      is_begun: z.boolean(),
      key_box: KeyBoxState.nullable(),
    })
    .transform(({ is_late, reservation_id, is_vehicle_ready, is_begun, key_box, ...row }) => ({
      ...row,
      isLate: is_late,
      reservationId: reservation_id,
      /** The vehicle is neither out nor at the wash. */
      isVehicleReady: is_vehicle_ready,
      isBegun: is_begun,
      /** Null where somebody of the team is there. */
      keyBox: key_box,
    })),
  z
    .object({ kind: z.literal('return'), ...waiting, ...rental, place: z.string(), contract_id: z.string() })
    .transform(({ is_late, contract_id, ...row }) => ({ ...row, isLate: is_late, contractId: contract_id })),
  z
    .object({
      kind: z.enum(['exchange_back', 'exchange_out']),
      ...waiting,
      ...rental,
      handover_id: z.string(),
    })
    .transform(({ is_late, handover_id, ...row }) => ({ ...row, isLate: is_late, handoverId: handover_id })),
  z
    .object({ kind: z.literal('cleaning'), ...waiting, vehicle: Vehicle, needed_at: z.string().nullable() })
    .transform(({ is_late, needed_at, ...row }) => ({ ...row, isLate: is_late, neededAt: needed_at })),
  z
    .object({
      kind: z.literal('maintenance'),
      ...waiting,
      vehicle: Vehicle,
      workshop: z.string().nullable(),
      is_there: z.boolean(),
    })
    .transform(({ is_late, is_there, ...row }) => ({
      ...row,
      isLate: is_late,
      /** In the workshop; `at` is when it should be back. Otherwise when it should be brought there. */
      isThere: is_there,
    })),
  z
    .object({ kind: z.literal('hold'), ...waiting, ...rental, reservation_id: z.string() })
    .transform(({ is_late, reservation_id, ...row }) => ({
      ...row,
      isLate: is_late,
      reservationId: reservation_id,
    })),
  z
    .object({
      kind: z.literal('upsell'),
      ...waiting,
      upsell_id: z.string(),
      reservation_id: z.string(),
      number: z.string(),
      customer: z.string(),
      is_upgrade: z.boolean(),
      names: z.record(z.string(), z.string()),
      quantity: z.number(),
      amount_rappen: z.number(),
    })
    .transform(({ is_late, is_upgrade, upsell_id, reservation_id, amount_rappen, ...row }) => ({
      ...row,
      isUpgrade: is_upgrade,
      isLate: is_late,
      upsellId: upsell_id,
      reservationId: reservation_id,
      amountRappen: amount_rappen,
    })),
  z
    .object({
      kind: z.enum(['to_invoice', 'deposit']),
      ...waiting,
      contract_id: z.string(),
      number: z.string(),
      customer: z.string(),
      amount_rappen: z.number().nullable(),
    })
    .transform(({ is_late, contract_id, amount_rappen, ...row }) => ({
      ...row,
      isLate: is_late,
      contractId: contract_id,
      /** What the deposit holds; an invoice to be written has none yet. */
      amountRappen: amount_rappen,
    })),
  z
    .object({
      kind: z.literal('unpaid'),
      ...waiting,
      invoice_id: z.string(),
      number: z.string(),
      customer: z.string(),
      open_rappen: z.number(),
      due_on: z.string(),
    })
    .transform(({ is_late, invoice_id, open_rappen, due_on, ...row }) => ({
      ...row,
      isLate: is_late,
      invoiceId: invoice_id,
      openRappen: open_rappen,
      dueOn: due_on,
    })),
  z
    .object({
      kind: z.literal('overpaid'),
      ...waiting,
      invoice_id: z.string(),
      number: z.string(),
      customer: z.string(),
      amount_rappen: z.number(),
    })
    .transform(({ is_late, invoice_id, amount_rappen, ...row }) => ({
      ...row,
      isLate: is_late,
      invoiceId: invoice_id,
      /** What is still its payer's. */
      extraRappen: amount_rappen,
    })),
  z
    .object({
      kind: z.enum(['data_copy', 'data_erasure']),
      ...waiting,
      customer_id: z.string(),
      customer: z.string(),
      due_on: z.string(),
      days_left: z.number(),
    })
    .transform(({ is_late, customer_id, due_on, days_left, ...row }) => ({
      ...row,
      isLate: is_late,
      customerId: customer_id,
      dueOn: due_on,
      /** Until the law wants an answer. */
      daysLeft: days_left,
    })),
])

const DoneRow = z
  .object({ kind: z.enum(['pickup', 'return']), ...timed, ...rental, contract_id: z.string() })
  .transform(({ contract_id, ...row }) => ({ ...row, contractId: contract_id }))

const SetupRow = z
  .object({
    step: z.enum(['fleet', 'prices', 'company', 'places', 'extras', 'terms', 'cards', 'booking']),
    is_done: z.boolean(),
    missing: z.array(z.enum(['address', 'email', 'uid', 'iban'])),
    opens_site: z.boolean(),
  })
  .transform(({ is_done, opens_site, ...step }) => ({
    ...step,
    isDone: is_done,
    /** The booking site takes no bookings before. */
    opensSite: opens_site,
  }))

/** The company's day as the database tells it. */
export const DayAnswer = z
  .object({
    tasks: z.array(TaskRow),
    done: z.array(DoneRow),
    has_fleet: z.boolean(),
    /** What a new company still sets up, of others what keeps their booking site closed; null for those who lack nothing or may not. */
    setup: z.array(SetupRow).nullable(),
  })
  .transform(({ has_fleet, ...day }) => ({ ...day, hasFleet: has_fleet }))

/** Pickups and returns of the days to come. */
export const ComingAnswer = z.array(TaskRow)

export type Day = z.infer<typeof DayAnswer>

/** A step of setting up a new company. */
export type SetupStep = z.infer<typeof SetupRow>

/** Something that has to happen, or should have happened before. `at` orders them. */
export type Task = Day['tasks'][number]

/** A pickup or return of the day that has taken place. */
export type DoneHandover = Day['done'][number]
