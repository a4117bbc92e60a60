import { useAgreement } from '@/components/handover/agreement/agreement-words'
import { useHandover } from '@/components/handover/handover-context'

/** The rental terms of the contract to read through; nothing for a contract without any. */
export function TermsOfRental() {
  const { handover, language } = useHandover()
  const t = useAgreement(language)
  const { terms, termsVersion } = handover.contract
  if (terms.trim() === '') return null
  return (
    <details className="rounded-lg border bg-surface px-4 py-1">
      <summary className="flex min-h-12 items-center font-medium">
        {t('terms', { version: termsVersion })}
      </summary>
      <p className="whitespace-pre-line pb-3 text-muted text-sm">{terms}</p>
    </details>
  )
}
