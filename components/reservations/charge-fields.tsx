'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { LicenceFindings } from '@/components/customers/licence-findings'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { driverFindings, type LicenceDemand } from '@/lib/customers/licence'
import type { CustomerDetail } from '@/lib/customers/queries'
import { FIRM_PAYS } from '@/lib/customers/rules'
import type { Charge } from '@/lib/reservations/account'

/** What of a customer decides who drives and who pays. */
export type Payer = Pick<CustomerDetail, 'id' | 'kind' | 'drivers' | 'costCentres' | 'account'>

type ChargeFieldsProps = {
  payer: Payer
  charge?: Charge | null
  demand: LicenceDemand | null
  days: { startsOn: string; endsOn: string }
}

/** Who drives, with what speaks against them, and for a firm on account cost centre, order and who pays. */
export function ChargeFields({ payer, charge, demand, days }: ChargeFieldsProps) {
  const t = useTranslations('reservations.charge')
  const drivers = payer.drivers.filter(({ id, active }) => active || id === charge?.driverId)
  const [driverId, setDriverId] = useState(
    charge?.driverId ?? (drivers.length === 1 ? (drivers[0]?.id ?? '') : ''),
  )
  const driver = drivers.find(({ id }) => id === driverId)
  const findings = driverFindings(driver, demand, days)
  if (drivers.length === 0 && !payer.account) return null
  return (
    <div className="grid gap-4">
      {drivers.length > 0 && (
        <Field name="driverId" label={t('driver')} optional>
          <Select value={driverId} onChange={({ target }) => setDriverId(target.value)}>
            <option value="">{t('driverOpen')}</option>
            {drivers.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <LicenceFindings findings={findings} />
      {payer.account && <AccountFields payer={payer} account={payer.account} charge={charge ?? null} />}
    </div>
  )
}

type AccountFieldsProps = { payer: Payer; account: NonNullable<Payer['account']>; charge: Charge | null }

function AccountFields({ payer, account, charge }: AccountFieldsProps) {
  const t = useTranslations('reservations.charge')
  const accounts = useTranslations('customers.account')
  const [pays, setPays] = useState(charge?.firmPays ?? account.firmPays)
  const centres = payer.costCentres.filter(({ id, active }) => active || id === charge?.costCentreId)
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          name="costCentreId"
          label={t('costCentre')}
          {...(account.costCentreRequired ? { required: true } : { optional: true })}
        >
          <Select defaultValue={charge?.costCentreId ?? ''}>
            <option value="">{t('none')}</option>
            {centres.map(({ id, code, name }) => (
              <option key={id} value={id}>
                {[code, name].filter(Boolean).join(' ')}
              </option>
            ))}
          </Select>
        </Field>
        <Field name="purchaseOrder" label={t('purchaseOrder')} optional>
          <Input defaultValue={charge?.purchaseOrder ?? ''} maxLength={60} autoComplete="off" />
        </Field>
        <Field name="firmPays" label={accounts('firmPays')}>
          <Select value={pays} onChange={({ target }) => setPays(target.value)}>
            {FIRM_PAYS.map((what) => (
              <option key={what} value={what}>
                {accounts(`paysShort.${what}`)}
              </option>
            ))}
          </Select>
        </Field>
        {pays === 'share' && (
          <Field name="firmSharePercent" label={accounts('fields.firmSharePercent')}>
            <Input inputMode="numeric" defaultValue={charge?.firmSharePercent ?? account.firmSharePercent} />
          </Field>
        )}
      </div>
      <p className="text-muted text-sm">
        {t('terms', { days: charge?.paymentTermsDays ?? account.paymentTermsDays })}
      </p>
    </>
  )
}

/** What was chosen in a form that holds these fields. */
export function chargeOf(form: FormData): Record<string, string> {
  const names = ['driverId', 'costCentreId', 'purchaseOrder', 'firmPays', 'firmSharePercent']
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = String(form.get(name) ?? '').trim()
      return value ? [[name, value]] : []
    }),
  )
}
