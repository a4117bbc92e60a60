import { z } from 'zod'
import { PageFilters } from '@/lib/core/cursor'

export const CONTRACT_STATUSES = ['draft', 'signed', 'active', 'returned', 'closed', 'cancelled'] as const
export type ContractStatus = (typeof CONTRACT_STATUSES)[number]

/** One value or several, as an address repeats a name. */
const Statuses = z
  .preprocess(
    (value) => (value === undefined || value === '' ? [] : [value].flat()),
    z.array(z.enum([...CONTRACT_STATUSES, 'overdue'])),
  )
  .catch([])

/** What narrows the list of contracts; anything an address gets wrong is left out instead of refused. */
export const ContractFilters = PageFilters.extend({
  q: z.string().trim().max(80).catch(''),
  status: Statuses,
})
export type ContractFilters = z.output<typeof ContractFilters>

export const ContractRef = z.object({ id: z.uuid() })

/** How a held deposit ends: `captureRappen` is kept, the rest goes back. */
export const DepositEnd = z.object({
  depositId: z.uuid(),
  captureRappen: z.coerce.number().int().min(0).max(100_000_000),
})
export type DepositEnd = z.output<typeof DepositEnd>
