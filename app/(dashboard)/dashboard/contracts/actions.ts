'use server'

import { closeContract, issueInvoice, resolveDeposit } from '@/lib/contracts/commands'
import { ContractRef, DepositEnd } from '@/lib/contracts/schema'
import { memberAction } from '@/lib/core/action'

export const issueInvoiceAction = memberAction(
  { input: ContractRef, permission: 'payments.take' },
  issueInvoice,
)
export const resolveDepositAction = memberAction(
  { input: DepositEnd, permission: 'payments.take' },
  resolveDeposit,
)
export const closeContractAction = memberAction(
  { input: ContractRef, permission: 'contracts.create' },
  closeContract,
)
