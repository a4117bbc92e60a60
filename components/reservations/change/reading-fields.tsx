'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Field } from '@/components/ui/field'
import { Fieldset } from '@/components/ui/fieldset'
import { Input } from '@/components/ui/input'
import type { VehicleChoice } from '@/lib/fleet/queries/vehicle-choices'

export type Reading = { odometerKm: number; fuelPercent: number }

type ReadingFieldsProps = {
  back: VehicleChoice | undefined
  out: VehicleChoice | undefined
  onChange: (readings: { back: Reading; out: Reading } | null) => void
}

/** Odometer and tank of the vehicle that comes back and of the one that goes out instead. */
export function ReadingFields({ back, out, onChange }: ReadingFieldsProps) {
  const t = useTranslations('changes')
  const [values, setValues] = useState<Record<string, string>>({})
  const of = (side: 'back' | 'out', vehicle: VehicleChoice | undefined) => ({
    odometerKm: values[`${side}Km`] ?? (side === 'out' ? String(vehicle?.odometerKm ?? '') : ''),
    fuelPercent: values[`${side}Fuel`] ?? (side === 'out' ? String(vehicle?.fuelPercent ?? '') : ''),
  })
  const [first, second] = [of('back', back), of('out', out)]
  const filled = JSON.stringify([first, second])
  useEffect(() => {
    const [one, other] = JSON.parse(filled) as [Typed, Typed]
    const [backRead, outRead] = [read(one), read(other)]
    onChange(backRead && outRead ? { back: backRead, out: outRead } : null)
  }, [filled, onChange])

  const rows = [
    { side: 'back', vehicle: back, typed: first },
    { side: 'out', vehicle: out, typed: second },
  ] as const
  return rows.map(({ side, vehicle, typed }) => (
    <Fieldset key={side} legend={t(`readings.${side}`, { plate: vehicle?.plate ?? '' })}>
      <div className="grid grid-cols-2 gap-3">
        <Field name={`${side}Km`} label={t('readings.km')} required>
          <Input
            inputMode="numeric"
            className="tabular"
            value={typed.odometerKm}
            onChange={({ target }) => setValues({ ...values, [`${side}Km`]: target.value })}
          />
        </Field>
        <Field name={`${side}Fuel`} label={t('readings.fuel')} required>
          <Input
            inputMode="numeric"
            className="tabular"
            value={typed.fuelPercent}
            onChange={({ target }) => setValues({ ...values, [`${side}Fuel`]: target.value })}
          />
        </Field>
      </div>
    </Fieldset>
  ))
}

type Typed = { odometerKm: string; fuelPercent: string }

function read({ odometerKm, fuelPercent }: Typed): Reading | null {
  const digits = (text: string) =>
    /^\d+$/.test(text.replaceAll(/['’\s]/g, '')) ? Number(text.replaceAll(/['’\s]/g, '')) : null
  const [km, fuel] = [digits(odometerKm), digits(fuelPercent)]
  return km !== null && fuel !== null && fuel <= 100 ? { odometerKm: km, fuelPercent: fuel } : null
}
