import { useLocale, useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import { formatDay } from '@/lib/core/dates'
import type { LicenceFinding } from '@/lib/customers/licence'

/** What speaks against a licence: what stops in red, what somebody has to judge in amber. */
export function LicenceFindings({ findings }: { findings: LicenceFinding[] }) {
  const t = useTranslations('customers.licence')
  const locale = useLocale()
  if (findings.length === 0) return null
  return (
    <Alert tone={findings.some(({ stops }) => stops) ? 'danger' : 'warning'} role="status" title={t('title')}>
      <ul className="grid gap-0.5">
        {findings.map(({ code, values }) => (
          <li key={code}>
            {t(code, { ...values, ...(values.date && { date: formatDay(String(values.date), locale) }) })}
          </li>
        ))}
      </ul>
    </Alert>
  )
}
