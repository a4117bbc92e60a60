import { useTranslations } from 'next-intl'
import type { State } from '@/components/ui/state'
import { StateBadge } from '@/components/ui/state-badge'
import { type StatusKind, type StatusOf, stateOfStatus } from '@/components/ui/status'

type StatusBadgeProps<K extends StatusKind> = { kind: K; status: StatusOf<K>; className?: string }

/** The status of a record, in its words and in the colour and shape its state has everywhere. */
export function StatusBadge<K extends StatusKind>({ kind, status, className }: StatusBadgeProps<K>) {
  const t = useTranslations('ui.status')
  const states: Record<string, State> = stateOfStatus[kind]
  return (
    <StateBadge state={states[status] ?? 'pending'} className={className}>
      {t(`${kind}.${status}` as string)}
    </StateBadge>
  )
}
