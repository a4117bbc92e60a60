import { useTranslations } from 'next-intl'
import { StateBadge } from '@/components/ui/state-badge'
import type { KeyBoxState } from '@/lib/core/key-boxes'

/** That a pickup takes place from the key box, and what its customer still owes before they are told the code. */
export function KeyBoxBadge({ state }: { state: KeyBoxState }) {
  const t = useTranslations('reservations.keyBox')
  const waits = state === 'checkin' || state === 'deposit'
  return <StateBadge state={waits ? 'due' : 'confirmed'}>{t(`badge.${state}`)}</StateBadge>
}
