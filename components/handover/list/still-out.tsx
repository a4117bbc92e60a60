import { useTranslations } from 'next-intl'
import { DateTime } from '@/components/ui/date-time'
import { TextLink } from '@/components/ui/text-link'

type StillOutProps = { contractId: string; number: string; customer: string; dueAt: string; timeZone: string }

/** Why a pickup cannot begin: who has the vehicle, until when, and the way to take it back. */
export function StillOut({ contractId, number, customer, dueAt, timeZone }: StillOutProps) {
  const t = useTranslations('handover.begin.stillOut')
  return (
    <span className="grid gap-2">
      <strong>{t('title')}</strong>
      <span className="break-words">
        {t.rich('text', {
          customer,
          number,
          due: () => <DateTime instant={dueAt} timeZone={timeZone} />,
        })}
      </span>
      <TextLink href={`/handover/contracts/${contractId}`}>{t('takeBack')}</TextLink>
    </span>
  )
}
