'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ContractTerms } from '@/components/handover/contract-terms'
import { forgetDraft } from '@/components/handover/draft'
import { useHandover } from '@/components/handover/handover-context'
import { missingFacts } from '@/components/handover/missing-facts'
import { SignatureField } from '@/components/handover/signature/signature-field'
import { StepFrame } from '@/components/handover/step-frame'
import { useStepAction } from '@/components/handover/use-step-action'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import type { Handover } from '@/lib/handover/handover'

type Signers = Record<'customer' | 'staff', string | null>

function consentOf({ kind, contract }: Handover) {
  if (kind === 'return') return 'consentReturn'
  return contract.terms.trim() === '' ? 'consentPickupWithoutTerms' : 'consentPickup'
}

/** The customer signs what was shown before; that ends the handover. Staff may sign beneath. */
export function SignatureStep({ staffName }: { staffName: string }) {
  const t = useTranslations('handover.signature')
  const router = useRouter()
  const { handover, actions, draft, photos } = useHandover()
  const { isRunning, failure, run } = useStepAction()
  const [images, setImages] = useState<Signers>({ customer: null, staff: null })
  const [name, setName] = useState(
    handover.kind === 'pickup'
      ? `${draft.driver.firstName} ${draft.driver.lastName}`.trim()
      : handover.customer.name,
  )
  const [isStaffSigning, setStaffSigning] = useState(false)
  const isWaiting = photos.some(({ status }) => status !== 'stored')
  const missing = [
    ...missingFacts(handover, draft),
    ...(name.trim() === '' ? ['name' as const] : []),
    ...(images.customer === null ? ['signature' as const] : []),
  ]

  function finish() {
    const signatures = [
      { signer: 'customer' as const, name, image: images.customer ?? '' },
      ...(images.staff ? [{ signer: 'staff' as const, name: staffName, image: images.staff }] : []),
    ]
    const { odometerKm, fuelPercent, clean, notes, driver, depositMethod } = draft
    const readings = { odometerKm: odometerKm ?? -1, fuelPercent, clean, notes }
    const end = { handoverId: handover.id, readings, signatures }
    const method = depositMethod === 'none' ? null : depositMethod
    const complete = () =>
      handover.kind === 'pickup'
        ? actions.completePickup({ ...end, driver, depositMethod: method })
        : actions.completeReturn(end)
    run(complete, () => {
      forgetDraft(handover.id)
      router.replace(`/handover/${handover.id}`)
      router.refresh()
    })
  }

  return (
    <StepFrame
      failure={failure}
      summary={
        isWaiting
          ? t('photosWaiting')
          : missing.length > 0 &&
            t('missing', { facts: missing.map((fact) => t(`facts.${fact}`)).join(', ') })
      }
      primary={
        <Button
          variant="primary"
          size="xl"
          disabled={isWaiting || missing.length > 0}
          loading={isRunning}
          onClick={finish}
        >
          {handover.kind === 'pickup' ? t('finishPickup') : t('finishReturn')}
        </Button>
      }
    >
      <p className="text-muted">{t(consentOf(handover))}</p>
      {handover.kind === 'pickup' && <ContractTerms contract={handover.contract} />}
      <Field label={t('name')}>
        <Input
          value={name}
          onChange={({ target }) => setName(target.value)}
          autoComplete="off"
          className="h-12"
        />
      </Field>
      <SignatureField
        label={t('customer')}
        onChange={(customer) => setImages((all) => ({ ...all, customer }))}
      />
      {isStaffSigning ? (
        <SignatureField
          label={t('staff', { name: staffName })}
          onChange={(staff) => setImages((all) => ({ ...all, staff }))}
        />
      ) : (
        <Button variant="ghost" size="lg" onClick={() => setStaffSigning(true)}>
          {t('addStaff')}
        </Button>
      )}
    </StepFrame>
  )
}
