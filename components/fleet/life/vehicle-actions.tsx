import { CalendarPlus, Pencil, Sparkles } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { markVehicleReadyAction } from '@/app/(dashboard)/dashboard/fleet/actions'
import { ActionButton } from '@/components/dashboard/action-button'
import { ReinstateVehicle } from '@/components/fleet/life/retire-vehicle'
import { FinishMaintenance } from '@/components/fleet/maintenance/finish-maintenance'
import { Button } from '@/components/ui/button'
import type { Maintenance } from '@/lib/fleet/maintenance/queries'
import type { VehicleDetail } from '@/lib/fleet/queries/vehicle'

type VehicleActionsProps = {
  vehicle: VehicleDetail
  /** The work that keeps it in the workshop now. */
  current: Maintenance | undefined
  currency: string
  can: (permission: string) => boolean
}

/** What can be done with a vehicle; the one step that its state asks for comes last. */
export function VehicleActions({ vehicle, current, currency, can }: VehicleActionsProps) {
  const t = useTranslations('fleet.detail')
  return (
    <>
      {can('fleet.edit') && (
        <Button asChild>
          <Link href={`/dashboard/fleet/${vehicle.id}/edit`}>
            <Pencil aria-hidden="true" />
            {t('edit')}
          </Link>
        </Button>
      )}
      <NextStep {...{ vehicle, current, currency, can }} />
    </>
  )
}

function NextStep({ vehicle, current, currency, can }: VehicleActionsProps) {
  const t = useTranslations('fleet.detail')
  if (vehicle.status === 'retired') return can('fleet.edit') && <ReinstateVehicle vehicle={vehicle} />
  if (vehicle.status === 'cleaning' && can('handover.perform'))
    return (
      <ActionButton
        variant="primary"
        action={markVehicleReadyAction}
        input={{ id: vehicle.id }}
        done={t('readyDone', { plate: vehicle.plate })}
      >
        <Sparkles aria-hidden="true" />
        {t('ready')}
      </ActionButton>
    )
  if (current && can('fleet.edit'))
    return (
      <FinishMaintenance
        work={current}
        currency={currency}
        trigger={<Button variant="primary">{t('back')}</Button>}
      />
    )
  return (
    can('reservations.create') && (
      <Button asChild variant="primary">
        <Link href={`/dashboard/reservations/new?vehicle=${vehicle.id}`}>
          <CalendarPlus aria-hidden="true" />
          {t('reserve')}
        </Link>
      </Button>
    )
  )
}
