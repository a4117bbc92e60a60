import { useTranslations } from 'next-intl'
import { changeChargeAction } from '@/app/(dashboard)/dashboard/reservations/actions'
import { LicenceFindings } from '@/components/customers/licence-findings'
import { FormDialog } from '@/components/dashboard/form-dialog'
import { ChargeFields, type Payer } from '@/components/reservations/charge-fields'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { DataList } from '@/components/ui/data-list'
import { driverFindings, type LicenceDemand } from '@/lib/customers/licence'
import type { Charge } from '@/lib/reservations/account'

type ChargeCardProps = {
  reservationId: string
  payer: Payer
  charge: Charge | null
  demand: LicenceDemand | null
  days: { startsOn: string; endsOn: string }
  canEdit: boolean
}

/** Who drives and, for a firm, how the rental is charged. Nothing to say: nothing is shown. */
export function ChargeCard({ reservationId, payer, charge, demand, days, canEdit }: ChargeCardProps) {
  const t = useTranslations('reservations.charge')
  const accounts = useTranslations('customers.account')
  if (payer.drivers.length === 0 && !payer.account && !charge) return null
  const driver = payer.drivers.find(({ id }) => id === charge?.driverId)
  const centre = payer.costCentres.find(({ id }) => id === charge?.costCentreId)
  const facts = [
    { label: t('driver'), value: driver?.name ?? t('driverOpen') },
    ...(charge?.firmPays
      ? [
          {
            label: accounts('firmPays'),
            value: accounts(`pays.${charge.firmPays}`, { percent: charge.firmSharePercent ?? 100 }),
          },
          { label: t('costCentre'), value: centre && [centre.code, centre.name].filter(Boolean).join(' ') },
          { label: t('purchaseOrder'), value: charge.purchaseOrder },
          { label: accounts('terms'), value: accounts('days', { days: charge.paymentTermsDays ?? 30 }) },
        ]
      : []),
  ]
  const findings = driverFindings(driver, demand, days)
  return (
    <Card
      title={t('title')}
      actions={
        canEdit && (
          <FormDialog
            trigger={<Button size="sm">{t('edit')}</Button>}
            title={t('title')}
            action={changeChargeAction}
            submit={t('save')}
            done={t('saved')}
          >
            <input type="hidden" name="id" value={reservationId} />
            <ChargeFields payer={payer} charge={charge} demand={demand} days={days} />
          </FormDialog>
        )
      }
    >
      <div className="grid gap-4">
        <DataList facts={facts} />
        <LicenceFindings findings={findings} />
      </div>
    </Card>
  )
}
