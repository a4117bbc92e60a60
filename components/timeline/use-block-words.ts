'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useCallback, useEffect, useMemo } from 'react'
import { formatDateTime } from '@/lib/core/dates'
import type { Block, TimelineVehicle } from '@/lib/timeline/answer'
import { stateOf } from '@/lib/timeline/rules'

/** So long may writing times take while nothing else is to be done. */
const SLICE_MS = 4

/**
 * Instants in words. To write one takes longer than to draw a block, and a line that scrolls into view has a dozen: all of them are written while the
 * browser has nothing else to do, and only those that are needed before are written at once.
 */
function useTimes(vehicles: Map<string, TimelineVehicle>, timeZone: string): (instant: number) => string {
  const locale = useLocale()
  const timeOf = useMemo(() => {
    const written = new Map<number, string>()
    return (instant: number) => {
      const known = written.get(instant)
      if (known !== undefined) return known
      const words = formatDateTime(new Date(instant), { timeZone, locale })
      written.set(instant, words)
      return words
    }
  }, [timeZone, locale])
  useEffect(() => {
    // Not every browser tells when it has nothing to do.
    if (!('requestIdleCallback' in window)) return
    const instants = [...vehicles.values()].flatMap(({ blocks }) =>
      blocks.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt]),
    )
    function writeSome(idle: IdleDeadline) {
      const until = Math.min(idle.timeRemaining(), SLICE_MS) + performance.now()
      while (next < instants.length && performance.now() < until) timeOf(instants[next++] as number)
      if (next < instants.length) pending = requestIdleCallback(writeSome)
    }
    let next = 0
    let pending = requestIdleCallback(writeSome)
    return () => cancelIdleCallback(pending)
  }, [vehicles, timeOf])
  return timeOf
}

/** Vehicles and blocks in words, for dialogs and screen readers. */
export function useBlockWords(vehicles: Map<string, TimelineVehicle>, now: number, timeZone: string) {
  const t = useTranslations('timeline')
  const timeOf = useTimes(vehicles, timeZone)
  const vehicleName = useCallback(
    (id: string) => {
      const vehicle = vehicles.get(id)
      return vehicle ? `${vehicle.plate} · ${vehicle.name}` : t('unknownVehicle')
    },
    [vehicles, t],
  )
  const labelOf = useCallback(
    (block: Block) => {
      const state = stateOf(block, now, timeZone)
      const word =
        block.kind === 'job' || block.kind === 'calendar' ? t(`kinds.${block.kind}`) : t(`states.${state}`)
      const plate = vehicles.get(block.vehicleId)?.plate
      return [
        plate,
        word,
        block.number,
        block.customer,
        `${timeOf(block.startsAt)} – ${timeOf(block.endsAt)}`,
      ]
        .filter(Boolean)
        .join(' · ')
    },
    [vehicles, t, timeOf, timeZone, now],
  )
  const nameOf = useCallback((block: Block) => block.customer ?? t(`kinds.${block.kind}`), [t])
  return { vehicleName, labelOf, nameOf }
}
