import { z } from 'zod'

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

type Vehicle = { id: string; plate: string; make: string; model: string }

/** Something that has to happen today, or should have happened before. `at` orders them. */
export type Task = { id: string; at: string; isLate: boolean } & (
  | {
      kind: 'pickup'
      reservationId: string
      number: string
      customer: string
      place: string
      vehicle: Vehicle
      /** The vehicle is neither out nor at the wash. */
      isVehicleReady: boolean
      isBegun: boolean
    }
  | { kind: 'return'; contractId: string; number: string; customer: string; place: string; vehicle: Vehicle }
  | { kind: 'cleaning'; vehicle: Vehicle; neededAt: string | null }
  | { kind: 'unpaid'; invoiceId: string; number: string; customer: string; openRappen: number; dueOn: string }
)
