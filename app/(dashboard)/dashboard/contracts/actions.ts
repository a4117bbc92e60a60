'use server'

import { headers } from 'next/headers'
import {
  cancelContract,
  closeContract,
  issueInvoice,
  resolveDeposit,
  retryDepositHold,
  takeDepositInCash,
} from '@/lib/contracts/commands'
import { addContractDriver, removeContractDriver } from '@/lib/contracts/drivers'
import {
  ContractCancellation,
  ContractInvoice,
  ContractRef,
  DepositEnd,
  DepositRef,
  DriverOnContract,
  NewDriver,
} from '@/lib/contracts/schema'
import { memberAction } from '@/lib/core/action'
import { currentRequest } from '@/lib/core/current-request'
import { AddendumSignature } from '@/lib/handover/schema'
import { signAddendum } from '@/lib/handover/sign-addendum'

export const issueInvoiceAction = memberAction(
  { input: ContractInvoice, permission: 'payments.take' },
  issueInvoice,
)
export const resolveDepositAction = memberAction(
  { input: DepositEnd, permission: 'payments.take' },
  resolveDeposit,
)
export const retryDepositHoldAction = memberAction(
  { input: DepositRef, permission: 'payments.take' },
  retryDepositHold,
)
export const takeDepositInCashAction = memberAction(
  { input: DepositRef, permission: 'payments.take' },
  takeDepositInCash,
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
  { input: NewDriver, permission: 'handover.perform' },
  addContractDriver,
)
export const removeContractDriverAction = memberAction(
  { input: DriverOnContract, permission: 'handover.perform' },
  removeContractDriver,
)
export const signAddendumAction = memberAction(
  { input: AddendumSignature, permission: 'handover.perform' },
  async (ctx, input) => {
    const { ip } = await currentRequest()
    const userAgent = (await headers()).get('user-agent')
    return signAddendum(ctx, input, { ip: ip === 'unknown' ? null : ip, userAgent })
  },
)
