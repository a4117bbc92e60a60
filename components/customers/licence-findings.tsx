import { useTranslations } from 'next-intl'
import { written } from '@/components/customers/written'
import { Alert } from '@/components/ui/alert'
import type { LicenceFinding } from '@/lib/customers/licence'

/** What speaks against a licence: what stops in red, what somebody has to judge in amber. */
export function LicenceFindings({ findings }: { findings: LicenceFinding[] }) {
  const t = useTranslations('customers.licence')
  if (findings.length === 0) return null
  return (
    <Alert tone={findings.some(({ stops }) => stops) ? 'danger' : 'warning'} role="status" title={t('title')}>
      <ul className="grid gap-0.5">
        {findings.map(({ code, values }) => (
          <li key={code}>
            {t(code, { ...values, ...(values.date && { date: written(String(values.date)) }) })}
          </li>
        ))}
      </ul>
    </Alert>
  )
}
