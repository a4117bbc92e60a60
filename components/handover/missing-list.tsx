import { ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useHandover } from '@/components/handover/handover-context'
import type { MissingFact } from '@/components/handover/missing-facts'
import { PhoneLink } from '@/components/handover/phone/go'
import { Alert } from '@/components/ui/alert'
import type { HandoverStep } from '@/lib/handover/rules'
import { GUIDED_POSITIONS } from '@/lib/handover/schema'

/** What stands in the way of signing, each with the way to its screen; from there one comes back here. Beneath, what was left out. */
export function MissingList({ missing }: { missing: { fact: MissingFact; step: HandoverStep }[] }) {
  const t = useTranslations('handover.signature')
  const { shownPhotos, kind } = useHandover().handover
  // At a return the settlement follows from the readings: it has to be seen again.
  const wayTo = (step: HandoverStep) =>
    `?step=${step}${kind === 'pickup' || step === 'photos' ? '&mend' : ''}`
  const without = GUIDED_POSITIONS.filter((place) => !shownPhotos.some(({ position }) => position === place))
  const row = 'flex min-h-12 items-center justify-between gap-3 underline underline-offset-4'
  return (
    <>
      {missing.length > 0 && (
        <Alert tone="warning" title={t('missingTitle')}>
          <ul className="grid divide-y">
            {missing.map(({ fact, step }) => (
              <li key={fact}>
                <PhoneLink href={wayTo(step)} className={row}>
                  {t(`facts.${fact}`)}
                  <ChevronRight aria-hidden="true" className="size-5 shrink-0" />
                </PhoneLink>
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {without.length > 0 && (
        <PhoneLink href={wayTo('photos')} className={`${row} text-muted`}>
          {t('photosWithout', { count: without.length })}
          <ChevronRight aria-hidden="true" className="size-5 shrink-0" />
        </PhoneLink>
      )}
    </>
  )
}
