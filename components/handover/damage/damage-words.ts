import { useTranslations } from 'next-intl'
import type { Damage } from '@/lib/handover/handover'

/** Names a mark: "Kratzer links, leicht". */
export function useDamageWords(): (damage: Pick<Damage, 'view' | 'kind' | 'severity'>) => string {
  const t = useTranslations('handover.damage')
  return ({ view, kind, severity }) =>
    t('mark', { kind: t(`kinds.${kind}`), view: t(`views.${view}`), severity: t(`severities.${severity}`) })
}
