import { ChevronDown, CircleCheck, TriangleAlert } from 'lucide-react'
import { useAgreement } from '@/components/handover/agreement/agreement-words'
import { useHandover } from '@/components/handover/handover-context'
import { cn } from '@/components/ui/cn'
import { formatDateTime } from '@/lib/core/dates'
import { labelOf } from '@/lib/core/labels'

const mark = { 'aria-hidden': true, className: 'mt-0.5 size-4 shrink-0' } as const

/** The rental terms of the contract to read through; nothing for a contract without any. */
export function TermsOfRental() {
  const { handover, language, timeZone } = useHandover()
  const t = useAgreement(language)
  const { termsSigned, contract } = handover
  const terms = labelOf(contract.terms, language)
  if (terms.trim() === '') return null
  const isStrange = termsSigned?.isKnown === false
  return (
    <details className="group rounded-lg border bg-surface px-4 py-1">
      <summary className="flex min-h-12 cursor-pointer items-center gap-3 py-2 font-medium">
        <span className="grid min-w-0 flex-1 gap-1">
          {t('terms', { version: contract.termsVersion })}
          {termsSigned && (
            <span
              className={cn(
                'flex items-start gap-1.5 font-normal text-sm',
                isStrange ? 'text-maintenance-text' : 'text-active-text',
              )}
            >
              {isStrange ? <TriangleAlert {...mark} /> : <CircleCheck {...mark} />}
              <span>
                {t('termsSigned', {
                  name: termsSigned.name,
                  at: formatDateTime(new Date(termsSigned.at), { timeZone, locale: language }),
                })}
                {isStrange && <span className="block">{t('termsStrange')}</span>}
              </span>
            </span>
          )}
        </span>
        <ChevronDown
          aria-hidden="true"
          className="size-5 shrink-0 text-muted transition-transform group-open:rotate-180 motion-reduce:transition-none"
        />
      </summary>
      <p className="whitespace-pre-line pb-3 text-muted text-sm">{terms}</p>
    </details>
  )
}
