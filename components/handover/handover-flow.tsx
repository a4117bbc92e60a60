'use client'

import { type ComponentType, Suspense } from 'react'
import type { HandoverActions } from '@/components/handover/handover-actions'
import { HandoverProvider, useHandover } from '@/components/handover/handover-context'
import { DamageStep } from '@/components/handover/steps/damage-step'
import { DepositStep } from '@/components/handover/steps/deposit-step'
import { DriverStep } from '@/components/handover/steps/driver-step'
import { PhotosStep } from '@/components/handover/steps/photos-step'
import { ReadingsStep } from '@/components/handover/steps/readings-step'
import { SettlementStep } from '@/components/handover/steps/settlement-step'
import { SignatureStep } from '@/components/handover/steps/signature-step'
import { SummaryStep } from '@/components/handover/steps/summary-step'
import type { Handover } from '@/lib/handover/handover'
import type { HandoverStep } from '@/lib/handover/rules'

type StepProps = { staffName: string }

const screens: Record<HandoverStep, ComponentType<StepProps>> = {
  driver: DriverStep,
  photos: PhotosStep,
  damage: DamageStep,
  readings: ReadingsStep,
  deposit: DepositStep,
  summary: SummaryStep,
  settlement: SettlementStep,
  signature: SignatureStep,
}

type HandoverFlowProps = {
  handover: Handover
  actions: HandoverActions
  timeZone: string
  staffName: string
}

/** A pickup or a return from the first screen to the signature. */
export function HandoverFlow({ staffName, ...given }: HandoverFlowProps) {
  return (
    <Suspense>
      <HandoverProvider {...given}>
        <CurrentStep staffName={staffName} />
      </HandoverProvider>
    </Suspense>
  )
}

function CurrentStep(props: StepProps) {
  const { step } = useHandover()
  const Screen = screens[step]
  return <Screen key={step} {...props} />
}
