import { Pencil, Plus, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { removeVehicleAction, saveVehicleAction } from '@/app/(dashboard)/dashboard/customers/record-actions'
import { ConfirmAction } from '@/components/dashboard/confirm-action'
import { FormDialog } from '@/components/dashboard/form-dialog'
import { FormField } from '@/components/dashboard/form-field'
import { SeenAtField } from '@/components/dashboard/seen-at'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import { Textarea } from '@/components/ui/textarea'
import type { CustomerDetail } from '@/lib/customers/queries'

type OwnVehicle = CustomerDetail['vehicles'][number]

/** Vehicles of the customer's own, for jobs on them. */
export function VehiclesCard({ customer, canEdit }: { customer: CustomerDetail; canEdit: boolean }) {
  const t = useTranslations('customers.vehicles')
  return (
    <Card
      title={t('title')}
      actions={
        canEdit && (
          <VehicleDialog
            customerId={customer.id}
            trigger={
              <Button size="sm">
                <Plus aria-hidden="true" />
                {t('add')}
              </Button>
            }
          />
        )
      }
    >
      {customer.vehicles.length === 0 && <p className="text-muted text-sm">{t('none')}</p>}
      <ul className="grid gap-3 text-sm">
        {customer.vehicles.map((vehicle) => (
          <li key={vehicle.id} className="flex items-start justify-between gap-2">
            <div className="min-w-0">
              <p className="font-medium">
                {vehicle.make} {vehicle.model}
              </p>
              <p className="text-muted">
                {[vehicle.plate, vehicle.modelYear, vehicle.color].filter(Boolean).join(' · ')}
              </p>
              {vehicle.notes && <p className="whitespace-pre-line text-muted">{vehicle.notes}</p>}
            </div>
            {canEdit && <Actions customerId={customer.id} vehicle={vehicle} />}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Actions({ customerId, vehicle }: { customerId: string; vehicle: OwnVehicle }) {
  const t = useTranslations('customers.vehicles')
  const name = `${vehicle.make} ${vehicle.model}`
  return (
    <div className="flex shrink-0">
      <VehicleDialog
        customerId={customerId}
        vehicle={vehicle}
        trigger={
          <IconButton label={t('edit', { name })}>
            <Pencil aria-hidden="true" />
          </IconButton>
        }
      />
      <ConfirmAction
        trigger={
          <IconButton label={t('remove', { name })}>
            <Trash2 aria-hidden="true" />
          </IconButton>
        }
        title={t('removeTitle', { name })}
        consequences={[t('removeText')]}
        confirmLabel={t('removeSubmit')}
        action={removeVehicleAction}
        input={{ id: vehicle.id }}
        done={t('removed', { name })}
      />
    </div>
  )
}

type VehicleDialogProps = { customerId: string; vehicle?: OwnVehicle; trigger: ReactNode }

function VehicleDialog({ customerId, vehicle, trigger }: VehicleDialogProps) {
  const t = useTranslations('customers.vehicles')
  const names = ['make', 'model', 'plate', 'modelYear', 'color', 'vin', 'notes'] as const
  const labels = Object.fromEntries(names.map((name) => [name, t(`fields.${name}`)]))
  return (
    <FormDialog
      trigger={trigger}
      title={t(vehicle ? 'editTitle' : 'addTitle')}
      action={saveVehicleAction}
      submit={t('save')}
      done={t('saved')}
      labels={labels}
    >
      <input type="hidden" name="customerId" value={customerId} />
      {vehicle && <input type="hidden" name="id" value={vehicle.id} />}
      {vehicle && <SeenAtField at={vehicle.updatedAt} />}
      <div className="grid gap-4 sm:grid-cols-2">
        {names.slice(0, 6).map((name) => (
          <FormField
            key={name}
            name={name}
            label={labels[name]}
            {...(name === 'make' || name === 'model' ? { required: true } : { optional: true })}
          >
            <Input
              defaultValue={vehicle?.[name] ?? ''}
              autoComplete="off"
              {...(name === 'modelYear' && { inputMode: 'numeric' })}
            />
          </FormField>
        ))}
      </div>
      <FormField name="notes" label={labels.notes} optional>
        <Textarea defaultValue={vehicle?.notes ?? ''} />
      </FormField>
    </FormDialog>
  )
}
