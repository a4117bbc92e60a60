'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { AgreedDamages } from '@/components/handover/agreement/agreed-damages'
import { useAgreement } from '@/components/handover/agreement/agreement-words'
import { TermsOfRental } from '@/components/handover/agreement/terms-of-rental'
import { Choice } from '@/components/handover/choice'
import { useHandover } from '@/components/handover/handover-context'
import { missingFacts } from '@/components/handover/missing-facts'
import { MissingList } from '@/components/handover/missing-list'
import { SignatureField } from '@/components/handover/signature/signature-field'
import { StepFrame } from '@/components/handover/step-frame'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { toDocumentLanguage } from '@/lib/core/documents/language'
import type { Handover } from '@/lib/handover/handover'
import { withheldPieces } from '@/lib/handover/pieces'
import { isLicence } from '@/lib/handover/rules'
import type { Driver, EnteredWork } from '@/lib/handover/schema'

function consentOf({ kind, isExchange, contract }: Handover) {
  if (isExchange) return kind === 'return' ? 'exchangeBack' : 'exchangeOut'
  if (kind === 'return') return 'return'
  return Object.values(contract.terms).every((text) => text.trim() === '') ? 'pickupWithoutTerms' : 'pickup'
}

/** The customer signs what was shown before; that ends the handover. Staff may sign beneath. */
export function SignatureStep() {
  const t = useTranslations('handover.signature')
  const { handover, draft, change, write, language, staffName } = useHandover()
  const agreed = useAgreement(language)
  const locale = useLocale()
  const { signatures, voided = { customer: 0, staff: 0 } } = draft
  const [isStaffSigning, setStaffSigning] = useState(signatures.staff !== null)
  const [isWriting, setWriting] = useState(false)
  const { isExchange } = handover
  const isOut = handover.kind === 'pickup'
  const isPickup = isOut && !isExchange
  const acknowledgedId = useId()
  const isAbsent = !isOut && draft.customerAbsent
  const asksAboutMarks = !isOut && !isAbsent && handover.shownDamages.length > 0
  const isSeenBeside = handover.pickup?.photos.some(({ position }) => !isLicence(position))
  const foreseen = isPickup
    ? `${draft.driver.firstName} ${draft.driver.lastName}`.trim()
    : handover.customer.name
  const name = draft.signerName ?? foreseen
  const elsewhere = missingFacts(handover, draft)
  const here = [
    ...(asksAboutMarks && !draft.marksAcknowledged ? ['marks' as const] : []),
    ...(!isAbsent && name.trim() === '' ? ['name' as const] : []),
    ...(!isAbsent && signatures.customer === null ? ['signature' as const] : []),
    ...(isAbsent && signatures.staff === null ? ['ownSignature' as const] : []),
  ]

  async function finish() {
    setWriting(true)
    const drawn = [
      ...(isAbsent ? [] : [{ signer: 'customer' as const, name, image: signatures.customer ?? '' }]),
      ...(signatures.staff ? [{ signer: 'staff' as const, name: staffName, image: signatures.staff }] : []),
    ]
    const { odometerKm, fuelPercent, clean, notes, driver, depositMethod } = draft
    const { depositWaivedReason = '' } = draft
    const { keys, accessories, marksAcknowledged, customerAbsent } = draft
    const notHandedOver = withheldPieces(handover, draft).map(({ code }) => code)
    const checklist = { keys, accessories, notHandedOver, marksAcknowledged, customerAbsent }
    const readings = { odometerKm: odometerKm ?? -1, fuelPercent, clean, notes, checklist }
    const end = { readings, signatures: drawn }
    const categories = driver.licenceCategories as Driver['licenceCategories']
    const work: EnteredWork = isPickup
      ? {
          kind: 'complete_pickup',
          end: {
            ...end,
            driver: { ...driver, licenceCategories: categories },
            totalRappen: handover.contract.totalRappen,
            language,
            depositMethod: depositMethod === 'none' ? null : depositMethod,
            ...(depositMethod === 'none' && { depositWaivedReason }),
          },
        }
      : { kind: isExchange ? 'complete_exchange' : 'complete_return', end }
    await write(work)
    setWriting(false)
  }

  return (
    <StepFrame
      summary={
        elsewhere.length > 0
          ? t('incomplete')
          : here.length > 0 && t('missing', { facts: here.map((fact) => t(`facts.${fact}`)).join(', ') })
      }
      primary={
        <Button
          variant="primary"
          size="xl"
          disabled={elsewhere.length > 0 || here.length > 0}
          loading={isWriting}
          onClick={() => void finish()}
        >
          {t(isExchange ? 'finishExchange' : isPickup ? 'finishPickup' : 'finishReturn')}
        </Button>
      }
    >
      <MissingList missing={elsewhere} />
      {!isOut && (
        <Choice
          legend={t('who')}
          options={[
            { value: 'here', label: t('here') },
            { value: 'absent', label: t('absent') },
          ]}
          chosen={isAbsent ? 'absent' : 'here'}
          onChoose={(value) => change({ customerAbsent: value === 'absent' })}
          className="[&>button]:flex-1"
        />
      )}
      {isAbsent ? (
        <p className="text-muted">{t('consentAbsent')}</p>
      ) : (
        <p lang={language} className="text-muted">
          {agreed(`consent.${consentOf(handover)}`)}
        </p>
      )}
      {isExchange && isOut && <AgreedDamages />}
      {isPickup && <TermsOfRental />}
      {asksAboutMarks && (
        <Checkbox
          id={acknowledgedId}
          checked={draft.marksAcknowledged}
          onCheckedChange={(checked) => change({ marksAcknowledged: checked === true })}
          label={agreed('marks', { count: handover.shownDamages.length })}
          help={isSeenBeside ? agreed('marksHelp') : undefined}
          className="rounded border border-line-strong bg-surface p-4"
        />
      )}
      {!isAbsent && (
        <>
          <Field label={agreed('name')}>
            <Input
              value={name}
              onChange={({ target }) => change({ signerName: target.value })}
              autoComplete="off"
              className="h-12"
            />
          </Field>
          <SignatureField
            key={voided.customer}
            label={agreed('signature')}
            language={language}
            drawn={signatures.customer}
            isVoided={voided.customer > 0}
            onChange={(customer) => change({ signatures: { ...signatures, customer } })}
          />
        </>
      )}
      {isStaffSigning || isAbsent ? (
        <SignatureField
          key={voided.staff}
          label={t('staff', { name: staffName })}
          language={toDocumentLanguage(locale)}
          drawn={signatures.staff}
          isVoided={voided.staff > 0}
          onChange={(staff) => change({ signatures: { ...signatures, staff } })}
        />
      ) : (
        <Button variant="ghost" size="lg" className="min-h-12" onClick={() => setStaffSigning(true)}>
          {t('addStaff')}
        </Button>
      )}
    </StepFrame>
  )
}
