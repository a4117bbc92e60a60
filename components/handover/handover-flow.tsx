'use client'

import type { ComponentType } from 'react'
import { HandoverProvider, useHandover } from '@/components/handover/handover-context'
import { AccessoriesStep } from '@/components/handover/steps/accessories-step'
import { DamageStep } from '@/components/handover/steps/damage-step'
import { DepositStep } from '@/components/handover/steps/deposit-step'
import { DriverStep } from '@/components/handover/steps/driver-step'
import { PhotosStep } from '@/components/handover/steps/photos-step'
import { ReadingsStep } from '@/components/handover/steps/readings-step'
import { SettlementStep } from '@/components/handover/steps/settlement-step'
import { SignatureStep } from '@/components/handover/steps/signature-step'
import { SummaryStep } from '@/components/handover/steps/summary-step'
import type { HandoverView } from '@/lib/handover/offline/view'
import type { HandoverStep } from '@/lib/handover/rules'

const screens: Record<HandoverStep, ComponentType> = {
  driver: DriverStep,
  photos: PhotosStep,
  damage: DamageStep,
  readings: ReadingsStep,
  accessories: AccessoriesStep,
  deposit: DepositStep,
  summary: SummaryStep,
  settlement: SettlementStep,
  signature: SignatureStep,
}

/** A pickup or a return from the first screen to the signature. */
export function HandoverFlow({ handover }: { handover: HandoverView }) {
  return (
    <HandoverProvider handover={handover}>
      <CurrentStep />
    </HandoverProvider>
  )
}

function CurrentStep() {
  const { step } = useHandover()
  const Screen = screens[step]
  return <Screen key={step} />
}
