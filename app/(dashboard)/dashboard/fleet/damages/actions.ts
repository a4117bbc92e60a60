'use server'

import { memberAction } from '@/lib/core/action'
import {
  chargeDamage,
  claimDamage,
  closeDamageCase,
  estimateDamage,
  openDamageCase,
  repairDamage,
} from '@/lib/damages/commands'
import {
  DamageCharge,
  DamageClaim,
  DamageClosing,
  DamageEstimate,
  DamageRepair,
  NewDamageCase,
} from '@/lib/damages/schema'

export const openDamageCaseAction = memberAction(
  { input: NewDamageCase, permission: 'contracts.create' },
  openDamageCase,
)

export const estimateDamageAction = memberAction(
  { input: DamageEstimate, permission: 'contracts.create' },
  estimateDamage,
)

export const chargeDamageAction = memberAction(
  { input: DamageCharge, permission: 'payments.take' },
  chargeDamage,
)

export const claimDamageAction = memberAction(
  { input: DamageClaim, permission: 'contracts.create' },
  claimDamage,
)

export const repairDamageAction = memberAction(
  { input: DamageRepair, permission: 'fleet.edit' },
  repairDamage,
)

export const closeDamageCaseAction = memberAction(
  { input: DamageClosing, permission: 'contracts.create' },
  closeDamageCase,
)
