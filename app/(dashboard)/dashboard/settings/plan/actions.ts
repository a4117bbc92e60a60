'use server'

import {
  allowSmsOverage,
  changePlan,
  openPortal,
  previewPlanChange,
  subscribe,
} from '@/lib/companies/billing/commands'
import { NoInput, PlanChange, PlanWish, SmsAllowance } from '@/lib/companies/billing/schema'
import { memberAction } from '@/lib/core/action'

export const subscribeAction = memberAction({ input: PlanWish, permission: 'billing.manage' }, subscribe)

export const previewPlanAction = memberAction(
  { input: PlanWish, permission: 'billing.manage' },
  previewPlanChange,
)

export const changePlanAction = memberAction({ input: PlanChange, permission: 'billing.manage' }, changePlan)

export const openPortalAction = memberAction({ input: NoInput, permission: 'billing.manage' }, openPortal)

export const allowSmsOverageAction = memberAction(
  { input: SmsAllowance, permission: 'billing.manage' },
  allowSmsOverage,
)
