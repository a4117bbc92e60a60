import { ShieldCheck } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { removeContractDriverAction } from '@/app/(dashboard)/dashboard/contracts/actions'
import { AddDriver } from '@/components/contracts/add-driver'
import { ActionButton } from '@/components/dashboard/action-button'
import { photoAddress } from '@/components/handover/photos/photo-address'
import { Alert } from '@/components/ui/alert'
import { Card } from '@/components/ui/card'
import type { ContractDriver } from '@/lib/contracts/drivers'
import type { ContractDetail } from '@/lib/contracts/queries/detail'
import { formatDateTime, formatDay } from '@/lib/core/dates'

type DriversCardProps = {
  contract: Pick<ContractDetail, 'id' | 'status' | 'customer' | 'currency'>
  drivers: ContractDriver[]
  nameable: { id: string; name: string }[]
  /** What one more costs. */
  addedRappen: number
  timeZone: string
  canEdit: boolean
}

/** Who drives: each licence with who looked at it and what spoke against it; further drivers are named here. */
export function DriversCard({
  contract,
  drivers,
  nameable,
  addedRappen,
  timeZone,
  canEdit,
}: DriversCardProps) {
  const t = useTranslations('contracts.drivers')
  const mayName = canEdit && ['draft', 'signed', 'active'].includes(contract.status)
  const others = nameable.filter(({ id }) => !drivers.some((driver) => driver.id === id))
  if (drivers.length === 0 && !mayName) return null
  const refOf = ({ id: driverId, isMain }: ContractDriver) =>
    canEdit && contract.status === 'draft' && !isMain ? { id: contract.id, driverId } : null
  return (
    <Card
      title={t('title')}
      flush
      actions={mayName && <AddDriver contract={contract} choices={others} addedRappen={addedRappen} />}
    >
      {drivers.length === 0 && <p className="p-4 text-muted text-sm">{t('none')}</p>}
      <ul className="divide-y">
        {drivers.map((driver) => (
          <DriverRow key={driver.id} driver={driver} timeZone={timeZone} removable={refOf(driver)} />
        ))}
      </ul>
    </Card>
  )
}

type DriverRowProps = {
  driver: ContractDriver
  timeZone: string
  removable: { id: string; driverId: string } | null
}

function DriverRow({ driver, timeZone, removable }: DriverRowProps) {
  const t = useTranslations('contracts.drivers')
  const places = useTranslations('handover.photos')
  const locale = useLocale()
  const { check } = driver
  const until = driver.expiresOn && formatDay(driver.expiresOn, locale)
  const licence = [driver.licenceNumber, driver.categories.join(', '), until && t('valid', { date: until })]
  return (
    <li className="flex items-start justify-between gap-3 p-4 text-sm">
      <div className="grid min-w-0 gap-1">
        <p>
          <span className="font-medium">{driver.name}</span>{' '}
          <span className="text-muted">{t(driver.isMain ? 'main' : 'further')}</span>
        </p>
        <p className="tabular text-muted text-xs">{licence.filter(Boolean).join(' · ')}</p>
        {check && (
          <p className="flex items-center gap-1.5 text-xs">
            <ShieldCheck aria-hidden="true" className="size-3.5 shrink-0 text-active" />
            {t('checked', {
              by: check.by,
              at: formatDateTime(new Date(check.at), { timeZone, locale }),
            })}
          </p>
        )}
        {driver.pictures.length > 0 && (
          <p className="flex flex-wrap gap-x-3 text-xs">
            {driver.pictures.map(({ id, handover_id, position }) => (
              <a
                key={id}
                href={photoAddress(handover_id, id, 'full')}
                target="_blank"
                rel="noreferrer"
                className="underline decoration-line-strong underline-offset-4"
              >
                {places(`positions.${position}`)}
              </a>
            ))}
          </p>
        )}
        {check && check.findings.length > 0 && (
          <Alert tone="warning">{check.findings.map((code) => t(`findings.${code}`)).join(' ')}</Alert>
        )}
      </div>
      {removable && (
        <ActionButton action={removeContractDriverAction} input={removable} done={t('removed')}>
          {t('remove')}
        </ActionButton>
      )}
    </li>
  )
}
