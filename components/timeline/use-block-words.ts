'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { formatDateTime } from '@/lib/core/dates'
import type { Block, TimelineVehicle } from '@/lib/timeline/answer'
import { stateOf } from '@/lib/timeline/rules'

/** Vehicles and blocks in words, for dialogs and screen readers. */
export function useBlockWords(vehicles: Map<string, TimelineVehicle>, now: number, timeZone: string) {
  const t = useTranslations('timeline')
  const locale = useLocale()
  const vehicleName = useCallback(
    (id: string) => {
      const vehicle = vehicles.get(id)
      return vehicle ? `${vehicle.plate} · ${vehicle.name}` : t('unknownVehicle')
    },
    [vehicles, t],
  )
  const labelOf = useCallback(
    (block: Block) => {
      const time = (instant: number) => formatDateTime(new Date(instant), { timeZone, locale })
      const state = stateOf(block, now, timeZone)
      const word =
        block.kind === 'job' || block.kind === 'calendar' ? t(`kinds.${block.kind}`) : t(`states.${state}`)
      const plate = vehicles.get(block.vehicleId)?.plate
      return [plate, word, block.number, block.customer, `${time(block.startsAt)} – ${time(block.endsAt)}`]
        .filter(Boolean)
        .join(' · ')
    },
    [vehicles, t, locale, timeZone, now],
  )
  return { vehicleName, labelOf }
}
