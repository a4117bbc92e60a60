import { useTranslations } from 'next-intl'
import type { Handover } from '@/lib/handover/handover'

/** The rental terms of the contract to read through; nothing for a contract without any. */
export function ContractTerms({ contract }: Pick<Handover, 'contract'>) {
  const t = useTranslations('handover.summary')
  if (contract.terms.trim() === '') return null
  return (
    <details className="rounded-lg border bg-surface px-4 py-1">
      <summary className="flex min-h-12 items-center font-medium">
        {t('terms', { version: contract.termsVersion })}
      </summary>
      <p className="whitespace-pre-line pb-3 text-muted text-sm">{contract.terms}</p>
    </details>
  )
}
