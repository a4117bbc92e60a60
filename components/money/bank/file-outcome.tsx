import { useTranslations } from 'next-intl'
import type { SentFile } from '@/components/money/bank/send-bank-file'
import { counted } from '@/components/money/counted'
import { Alert } from '@/components/ui/alert'
import { formatIban } from '@/lib/core/identifiers'
import { formatMoney } from '@/lib/core/money'

/** What one file brought, in a sentence and its parts. */
export function FileOutcome({ file, currency }: { file: SentFile; currency: string }) {
  const t = useTranslations('bank.outcome')
  if ('failure' in file) {
    return (
      <Alert tone="danger" title={file.name}>
        {file.failure}
      </Alert>
    )
  }
  const { outcome } = file
  if (outcome.repeated) return <Alert title={file.name}>{t('repeated')}</Alert>
  const fresh = outcome.entries - outcome.known
  const parts = (['exact', 'partial', 'over', 'double', 'unknown', 'payout'] as const).filter(
    (finding) => outcome[finding] > 0,
  )
  return (
    <Alert tone={outcome.open + outcome.new_accounts.length > 0 ? 'warning' : 'success'} title={file.name}>
      <p>
        {t('brought', { ...counted(fresh), amount: formatMoney(outcome.total_rappen, currency) })}
        {outcome.known > 0 && ` ${t('known', counted(outcome.known))}`}
      </p>
      {parts.length > 0 && <p>{parts.map((finding) => t(finding, counted(outcome[finding]))).join(' · ')}</p>}
      {outcome.open > 0 && <p>{t('open', counted(outcome.open))}</p>}
      {outcome.new_accounts.map((account) => (
        <p key={account}>{t('newAccount', { iban: formatIban(account) })}</p>
      ))}
    </Alert>
  )
}
