'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import {
  moveMaintenanceAction,
  startMaintenanceAction,
} from '@/app/(dashboard)/dashboard/fleet/maintenance-actions'
import { FormDialog } from '@/components/dashboard/form-dialog'
import { FormField } from '@/components/dashboard/form-field'
import { SeenAtField } from '@/components/dashboard/seen-at'
import { PeriodFields } from '@/components/fleet/maintenance/period-fields'
import { useOccupied } from '@/components/fleet/maintenance/use-occupied'
import { DateTimeInput } from '@/components/ui/date-time-input'
import { localTimeOf } from '@/lib/core/dates'
import type { Maintenance } from '@/lib/fleet/maintenance/queries'

type MoveMaintenanceProps = { work: Maintenance; timeZone: string; trigger: ReactNode }

/** Gives planned work another period, or work under way another end. */
export function MoveMaintenance({ work, timeZone, trigger }: MoveMaintenanceProps) {
  const t = useTranslations('fleet.maintenance.form')
  const local = (instant: string | null) => (instant ? { at: localTimeOf(new Date(instant), timeZone) } : {})
  const [start, end] = [local(work.startsAt), local(work.endsAt)]
  return (
    <FormDialog
      trigger={trigger}
      title={t('moveTitle', { plate: work.vehicle.plate })}
      action={moveMaintenanceAction}
      submit={t('move')}
      done={t('moved')}
      labels={{ startsAt: t('startsAt'), endsAt: t('endsAt') }}
      explain={useOccupied(timeZone)}
    >
      <input type="hidden" name="id" value={work.id} />
      <SeenAtField at={work.updatedAt} />
      <PeriodFields
        vehicleId={work.vehicle.id}
        id={work.id}
        hasBegun={work.status === 'in_progress'}
        timeZone={timeZone}
        {...(start.at && { startsAt: start.at })}
        {...(end.at && { endsAt: end.at })}
      />
    </FormDialog>
  )
}

/** Takes a vehicle to the workshop now; says until when. */
export function StartMaintenance({ work, timeZone, trigger }: MoveMaintenanceProps) {
  const t = useTranslations('fleet.maintenance.form')
  return (
    <FormDialog
      trigger={trigger}
      title={t('startTitle', { plate: work.vehicle.plate })}
      description={t('startText')}
      action={startMaintenanceAction}
      submit={t('start')}
      done={t('started')}
      labels={{ endsAt: t('backAt') }}
      explain={useOccupied(timeZone)}
    >
      <input type="hidden" name="id" value={work.id} />
      <FormField name="endsAt" label={t('backAt')} required className="sm:max-w-64">
        <DateTimeInput defaultValue={work.endsAt ? localTimeOf(new Date(work.endsAt), timeZone) : ''} />
      </FormField>
    </FormDialog>
  )
}
