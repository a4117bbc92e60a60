import { CircleCheck } from 'lucide-react'
import { useAgreement } from '@/components/handover/agreement/agreement-words'
import { useHandover } from '@/components/handover/handover-context'
import { formatDateTime } from '@/lib/core/dates'

/** The rental terms of the contract to read through; nothing for a contract without any. */
export function TermsOfRental() {
  const { handover, language, timeZone } = useHandover()
  const t = useAgreement(language)
  const { termsSigned, contract } = handover
  const { terms, termsVersion } = contract
  if (terms.trim() === '') return null
  return (
    <details className="rounded-lg border bg-surface px-4 py-1">
      <summary className="flex min-h-12 flex-wrap items-center gap-x-3 py-2 font-medium">
        {t('terms', { version: termsVersion })}
        {termsSigned && (
          <span className="flex items-center gap-1.5 font-normal text-active-text text-sm">
            <CircleCheck aria-hidden="true" className="size-4 shrink-0" />
            {t('termsSigned', {
              name: termsSigned.name,
              at: formatDateTime(new Date(termsSigned.at), { timeZone, locale: language }),
            })}
          </span>
        )}
      </summary>
      <p className="whitespace-pre-line pb-3 text-muted text-sm">{terms}</p>
    </details>
  )
}
