'use client'

import { useTranslations } from 'next-intl'
import { Choice } from '@/components/handover/choice'
import { useHandover } from '@/components/handover/handover-context'
import { NextButton } from '@/components/handover/next-button'
import { FuelGauge } from '@/components/handover/readings/fuel-gauge'
import { Odometer } from '@/components/handover/readings/odometer'
import { StepFrame } from '@/components/handover/step-frame'
import { Alert } from '@/components/ui/alert'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'
import { formatKm } from '@/lib/core/distance'
import { odometerJump } from '@/lib/handover/rules'

/** What the dashboard of the vehicle says, and whether it is clean. */
export function ReadingsStep() {
  const t = useTranslations('handover.readings')
  const { handover, draft, change } = useHandover()
  const atLeast = handover.vehicle.odometerKm
  const jump = draft.odometerKm === null ? null : odometerJump(handover, draft.odometerKm, Date.now())
  // What is hardly true may still be: then somebody says why.
  const isExplained = jump === null || draft.notes.trim() !== ''
  const isReady = draft.odometerKm !== null && draft.odometerKm >= atLeast && isExplained
  return (
    <StepFrame primary={<NextButton label={t('next')} disabled={!isReady} />}>
      <Odometer km={draft.odometerKm} atLeast={atLeast} onChange={(odometerKm) => change({ odometerKm })} />
      {jump && (
        <Alert tone="warning" title={t(`jump.${handover.kind}`, { km: formatKm(jump.km), days: jump.days })}>
          {t('jump.explain')}
        </Alert>
      )}
      <FuelGauge
        percent={draft.fuelPercent}
        before={handover.pickup?.fuelPercent}
        onChange={(fuelPercent) => change({ fuelPercent })}
      />
      <Choice
        legend={t('cleanliness')}
        options={[
          { value: 'clean', label: t('clean') },
          { value: 'dirty', label: t('dirty') },
        ]}
        chosen={draft.clean ? 'clean' : 'dirty'}
        onChoose={(value) => change({ clean: value === 'clean' })}
        className="[&>button]:flex-1"
      />
      <Field label={t('notes')} optional={!jump}>
        <Textarea
          value={draft.notes}
          maxLength={5_000}
          onChange={({ target }) => change({ notes: target.value })}
        />
      </Field>
    </StepFrame>
  )
}
