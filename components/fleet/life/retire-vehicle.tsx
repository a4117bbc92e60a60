'use client'

import { useTranslations } from 'next-intl'
import {
  reinstateVehicleAction,
  retireVehicleAction,
} from '@/app/(dashboard)/dashboard/fleet/maintenance-actions'
import { ActionButton } from '@/components/dashboard/action-button'
import { FormDialog } from '@/components/dashboard/form-dialog'
import { FormField } from '@/components/dashboard/form-field'
import { useOccupied } from '@/components/fleet/maintenance/use-occupied'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'

type Vehicle = { id: string; plate: string }

/** Takes a vehicle out of service; whoever counts on it is named instead. */
export function RetireVehicle({ vehicle, timeZone }: { vehicle: Vehicle; timeZone: string }) {
  const t = useTranslations('fleet.retire')
  return (
    <FormDialog
      trigger={<Button size="sm">{t('action')}</Button>}
      title={t('title', { plate: vehicle.plate })}
      description={t('text')}
      action={retireVehicleAction}
      submit={t('action')}
      done={t('done', { plate: vehicle.plate })}
      labels={{ reason: t('reason') }}
      explain={useOccupied(timeZone)}
    >
      <input type="hidden" name="id" value={vehicle.id} />
      <FormField name="reason" label={t('reason')} help={t('reasonHelp')} required>
        <Input autoComplete="off" />
      </FormField>
    </FormDialog>
  )
}

/** Puts a retired vehicle back on offer. */
export function ReinstateVehicle({ vehicle }: { vehicle: Vehicle }) {
  const t = useTranslations('fleet.retire')
  return (
    <ActionButton
      variant="primary"
      action={reinstateVehicleAction}
      input={{ id: vehicle.id }}
      done={t('reinstated', { plate: vehicle.plate })}
    >
      {t('reinstate')}
    </ActionButton>
  )
}
