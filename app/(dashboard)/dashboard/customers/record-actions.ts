'use server'

import { redirect } from 'next/navigation'
import { memberAction } from '@/lib/core/action'
import {
  anonymizeCustomer,
  deleteCustomer,
  restoreCustomer,
  settleDataRequest,
} from '@/lib/customers/data-rights'
import { findSimilar, keepApart, mergeCustomers } from '@/lib/customers/duplicates'
import {
  addCostCentre,
  addNote,
  recordConsent,
  removeCustomerVehicle,
  removeDriver,
  saveAccount,
  saveCustomerVehicle,
  saveDriver,
  setCostCentreActive,
  setDriverActive,
  verifyDriver,
  withdrawConsent,
} from '@/lib/customers/record-commands'
import {
  Account,
  CostCentre,
  CustomerVehicle,
  DriverRecord,
  Glimpse,
  Listing,
  NewConsent,
  NewNote,
  Pair,
  RecordRef,
} from '@/lib/customers/records-schema'

const EDIT = 'customers.edit'
const MERGE = 'customers.merge'
const ERASE = 'customers.erase'

export const saveDriverAction = memberAction({ input: DriverRecord, permission: EDIT }, saveDriver)
export const verifyDriverAction = memberAction({ input: RecordRef, permission: EDIT }, verifyDriver)
export const setDriverActiveAction = memberAction({ input: Listing, permission: EDIT }, setDriverActive)
export const removeDriverAction = memberAction({ input: RecordRef, permission: EDIT }, removeDriver)

export const saveVehicleAction = memberAction(
  { input: CustomerVehicle, permission: EDIT },
  saveCustomerVehicle,
)
export const removeVehicleAction = memberAction({ input: RecordRef, permission: EDIT }, removeCustomerVehicle)

export const addNoteAction = memberAction({ input: NewNote, permission: EDIT }, addNote)
export const recordConsentAction = memberAction({ input: NewConsent, permission: EDIT }, recordConsent)
export const withdrawConsentAction = memberAction({ input: RecordRef, permission: EDIT }, withdrawConsent)

export const saveAccountAction = memberAction({ input: Account, permission: EDIT }, saveAccount)
export const addCostCentreAction = memberAction({ input: CostCentre, permission: EDIT }, addCostCentre)
export const setCostCentreAction = memberAction({ input: Listing, permission: EDIT }, setCostCentreActive)

/** Who the person being typed could be already. */
export const findSimilarAction = memberAction({ input: Glimpse, permission: 'customers.see' }, findSimilar)
export const keepApartAction = memberAction({ input: Pair, permission: MERGE }, keepApart)
export const mergeCustomersAction = memberAction({ input: Pair, permission: MERGE }, async (ctx, pair) => {
  await mergeCustomers(ctx, pair)
  redirect(`/dashboard/customers/${pair.keepId}`)
})

export const deleteCustomerAction = memberAction({ input: RecordRef, permission: ERASE }, deleteCustomer)
export const restoreCustomerAction = memberAction({ input: RecordRef, permission: ERASE }, restoreCustomer)
export const anonymizeCustomerAction = memberAction(
  { input: RecordRef, permission: ERASE },
  async (ctx, ref) => {
    await anonymizeCustomer(ctx, ref)
    redirect('/dashboard/customers')
  },
)
export const settleDataRequestAction = memberAction(
  { input: RecordRef, permission: ERASE },
  settleDataRequest,
)
