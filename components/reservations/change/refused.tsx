import { useTranslations } from 'next-intl'
import type { Refusal } from '@/components/dashboard/action-form'
import { detailOf } from '@/components/reservations/change/refusal-text'
import { Alert } from '@/components/ui/alert'

/** Why a change cannot be, and who is behind it. */
export function Refused({ error }: { error: Refusal }) {
  const t = useTranslations('changes')
  return (
    <Alert tone="danger" role="alert" title={error.message}>
      {detailOf(error, t)}
    </Alert>
  )
}
