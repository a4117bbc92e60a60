'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useCallback } from 'react'
import type { DrawnBlock } from '@/components/timeline/rows'
import { formatDateTime } from '@/lib/core/dates'
import type { Block, TimelineVehicle } from '@/lib/timeline/answer'

/** Vehicles and blocks in words, for dialogs and screen readers. Of a block nothing is asked but itself, so that the same block keeps its words. */
export function useBlockWords(vehicles: Map<string, TimelineVehicle>, timeZone: string) {
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
    ({ plate, kind, state, number, customer, startsAt, endsAt }: DrawnBlock) => {
      const word = kind === 'job' || kind === 'calendar' ? t(`kinds.${kind}`) : t(`states.${state}`)
      const [from, to] = [startsAt, endsAt].map((at) => formatDateTime(new Date(at), { timeZone, locale }))
      return [plate, word, number, customer, `${from} – ${to}`].filter(Boolean).join(' · ')
    },
    [t, timeZone, locale],
  )
  const nameOf = useCallback((block: Block) => block.customer ?? t(`kinds.${block.kind}`), [t])
  return { vehicleName, labelOf, nameOf }
}
