import { useTranslations } from 'next-intl'
import type { PhoneState } from '@/components/handover/phone/phone-store'
import { useOnline } from '@/components/handover/use-online'
import type { KeptStep } from '@/lib/handover/offline/database'

/** How the sending stands, as one thing: what a person should know first. */
export type Standing = 'attention' | 'signed_out' | 'sending' | 'waiting' | 'offline' | 'aside' | 'sent'

/** How what was done on this phone stands, and the words for it. */
export function useStanding({ steps, phase }: Pick<PhoneState, 'steps' | 'phase'>): {
  standing: Standing
  words: string
} {
  const t = useTranslations('handover.sync')
  const isOnline = useOnline()
  const handoversWith = (wanted: KeptStep['state']) =>
    new Set(steps.filter(({ state }) => state === wanted).map(({ key }) => key)).size
  const troubled = handoversWith('attention')
  const aside = handoversWith('aside')
  const count = steps.filter(({ state }) => state === 'waiting').length
  const standing = standingOf()
  const counts: Partial<Record<Standing, number>> = { attention: troubled, aside }
  return { standing, words: t(standing, { count: counts[standing] ?? count }) }

  function standingOf(): Standing {
    if (troubled > 0) return 'attention'
    if (phase === 'signed_out') return 'signed_out'
    if (count === 0 && aside > 0) return 'aside'
    if (count === 0) return isOnline && phase !== 'unreachable' ? 'sent' : 'offline'
    return phase === 'sending' && isOnline ? 'sending' : 'waiting'
  }
}
