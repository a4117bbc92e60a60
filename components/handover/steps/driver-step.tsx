'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { DriverFields } from '@/components/handover/driver/driver-fields'
import { FurtherDrivers } from '@/components/handover/driver/further-drivers'
import { KnownDriverChoice } from '@/components/handover/driver/known-driver-choice'
import { SentLicence } from '@/components/handover/driver/sent-licence'
import { useLicence } from '@/components/handover/driver/use-licence'
import { useHandover } from '@/components/handover/handover-context'
import { NextButton } from '@/components/handover/next-button'
import { LicencePhotos } from '@/components/handover/photos/licence-photos'
import { StepFrame } from '@/components/handover/step-frame'
import { Checkbox } from '@/components/ui/checkbox'

/** Who drives: what is known is filled in, the licence in hand is held against it. */
export function DriverStep() {
  const t = useTranslations('handover.driver')
  const { handover, draft, change } = useHandover()
  const { driver, isLicenceChecked } = draft
  const licence = useLicence(driver)
  const id = useId()
  const obstacle = licence.obstacle ?? (isLicenceChecked ? undefined : t('confirmFirst'))
  return (
    <StepFrame
      summary={obstacle}
      primary={<NextButton label={t('next')} disabled={obstacle !== undefined} />}
    >
      {handover.drivers.length > 1 && (
        <KnownDriverChoice
          known={handover.drivers}
          chosen={driver}
          onChoose={(chosen) => change({ driver: chosen, isLicenceChecked: false })}
        />
      )}
      <DriverFields driver={driver} licence={licence} onChange={(changed) => change({ driver: changed })} />
      <SentLicence checkin={handover.checkin} />
      <LicencePhotos driver={null} />
      <p className="text-muted text-sm">{t('photoHelp')}</p>
      <Checkbox
        id={id}
        checked={isLicenceChecked}
        onCheckedChange={(checked) => change({ isLicenceChecked: checked === true })}
        label={t('checked')}
        help={t('checkedHelp')}
        className="rounded border border-line-strong bg-surface p-4"
      />
      <FurtherDrivers />
    </StepFrame>
  )
}
