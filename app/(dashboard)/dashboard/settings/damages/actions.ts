'use server'

import { z } from 'zod'
import { memberAction } from '@/lib/core/action'
import { adoptStarterPrices, removeDamagePrice, saveDamagePrice } from '@/lib/damages/prices'
import { DamagePriceChange, DamagePriceRef } from '@/lib/damages/schema'

export const saveDamagePriceAction = memberAction(
  { input: DamagePriceChange, permission: 'settings.edit' },
  saveDamagePrice,
)

export const removeDamagePriceAction = memberAction(
  { input: DamagePriceRef, permission: 'settings.edit' },
  removeDamagePrice,
)

export const adoptStarterPricesAction = memberAction(
  { input: z.object({}), permission: 'settings.edit' },
  adoptStarterPrices,
)
