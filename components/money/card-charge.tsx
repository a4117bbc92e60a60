import { useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import type { CardCharge as Charge } from '@/lib/core/card-charge'

const WANTS_HOLDER = ['authentication_required', 'requires_action']

/** How taking the open amount from the card on file went; `isOpen`: whether something still is. */
export function CardCharge({ charge, isOpen }: { charge: Charge | null; isOpen: boolean }) {
  const t = useTranslations('money.charge')
  if (!charge || (charge.status === 'failed' && !isOpen)) return null
  if (charge.status === 'pending') return <Alert tone="info">{t('pending')}</Alert>
  if (charge.status === 'done') {
    return (
      <p className="text-muted text-sm">
        {charge.last4 ? t('done', { last4: charge.last4 }) : t('doneCard')}
      </p>
    )
  }
  const wantsHolder = charge.failure !== null && WANTS_HOLDER.includes(charge.failure)
  return <Alert tone="warning">{t(wantsHolder ? 'wantsHolder' : 'refused')}</Alert>
}
