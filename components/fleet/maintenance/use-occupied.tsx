'use client'

import { useTranslations } from 'next-intl'
import type { Refusal } from '@/components/dashboard/action-form'
import { WayNotice } from '@/components/fleet/maintenance/way-notice'
import { conflictsIn } from '@/lib/fleet/maintenance/conflicts'

/** Says by name what keeps a vehicle from being taken out of business; other refusals are left to the form. */
export function useOccupied(timeZone: string) {
  const t = useTranslations('fleet.maintenance.way')
  return (error: Refusal) => {
    const conflicts = conflictsIn(error.details)
    if (error.code !== 'vehicle_occupied' || conflicts.length === 0) return null
    return <WayNotice way={{ conflicts, moves: [] }} timeZone={timeZone} title={t('refused')} />
  }
}
