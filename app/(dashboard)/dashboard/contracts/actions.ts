'use server'

import { cancelContract, closeContract, issueInvoice, resolveDeposit } from '@/lib/contracts/commands'
import { addContractDriver, removeContractDriver } from '@/lib/contracts/drivers'
import { ContractCancellation, ContractRef, DepositEnd, DriverOnContract } from '@/lib/contracts/schema'
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
export const cancelContractAction = memberAction(
  { input: ContractCancellation, permission: 'contracts.cancel' },
  cancelContract,
)
export const addContractDriverAction = memberAction(
  { input: DriverOnContract, permission: 'handover.perform' },
  addContractDriver,
)
export const removeContractDriverAction = memberAction(
  { input: DriverOnContract, permission: 'handover.perform' },
  removeContractDriver,
)
