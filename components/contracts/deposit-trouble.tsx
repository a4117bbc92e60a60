import { useLocale, useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import type { DepositDetail } from '@/lib/contracts/queries/deposit'
import { formatDate } from '@/lib/core/dates'

type DepositTroubleProps = { deposit: DepositDetail; timeZone: string }

const SENTENCES = { held: 'renewalFailed', failed: 'failed', lapsed: 'lapsed', released: 'lost' } as const
const REASONS = [
  'authentication_required',
  'card_missing',
  'expired_card',
  'hold_expired',
  'automatic',
] as const

/** What went wrong with the hold on the card last, and whether the customer knows; nothing where all is well. */
export function DepositTrouble({ deposit, timeZone }: DepositTroubleProps) {
  const t = useTranslations('contracts.deposit')
  const locale = useLocale()
  const sentence = SENTENCES[deposit.status as keyof typeof SENTENCES]
  if (!deposit.failure || !sentence) return null
  const known = REASONS.find((reason) => reason === deposit.failure)
  return (
    <Alert tone="warning">
      <p>{t(sentence, { reason: t(`reasons.${known ?? 'other'}`) })}</p>
      {deposit.customerAskedAt && deposit.status !== 'released' && (
        <p>{t('asked', { date: formatDate(new Date(deposit.customerAskedAt), { timeZone, locale }) })}</p>
      )}
    </Alert>
  )
}
