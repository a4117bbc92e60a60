import { z } from 'zod'
import { rappen } from '@/lib/core/amount'
import { ListQuery, several } from '@/lib/core/list'

export const CONTRACT_STATUSES = ['draft', 'signed', 'active', 'returned', 'closed', 'cancelled'] as const
export type ContractStatus = (typeof CONTRACT_STATUSES)[number]

/** What narrows the list of contracts; anything an address gets wrong is left out instead of refused. */
export const ContractFilters = ListQuery.extend({
  status: several(z.enum([...CONTRACT_STATUSES, 'overdue'])).catch([]),
})
export type ContractFilters = z.output<typeof ContractFilters>

export const ContractRef = z.object({ id: z.uuid() })

/** The invoice of a returned contract; whether what stays open is charged to the card on file, else as the company chose. */
export const ContractInvoice = ContractRef.extend({ chargeCard: z.boolean().optional() })
export type ContractInvoice = z.output<typeof ContractInvoice>

/** How a held deposit ends: `amountRappen` is kept, the rest goes back. */
export const DepositEnd = z.object({
  depositId: z.uuid(),
  amountRappen: rappen(0, 100_000_000),
})
export type DepositEnd = z.output<typeof DepositEnd>

export const DepositRef = z.object({ depositId: z.uuid() })

/** Why a contract never begins. */
export const ContractCancellation = ContractRef.extend({ reason: z.string().trim().min(1).max(500) })
export type ContractCancellation = z.output<typeof ContractCancellation>

/** A driver of the customer's, named on a contract. */
export const DriverOnContract = ContractRef.extend({ driverId: z.uuid() })
export type DriverOnContract = z.output<typeof DriverOnContract>

/** One to be named, and what it was said to add to the price. */
export const NewDriver = DriverOnContract.extend({ addedRappen: z.coerce.number().int().min(0) })
export type NewDriver = z.output<typeof NewDriver>
