import { useTranslations } from 'next-intl'
import type { PhoneState } from '@/components/handover/phone/phone-store'
import { useOnline } from '@/components/handover/use-online'

/** How the sending stands, as one thing: what a person should know first. */
export type Standing = 'attention' | 'signed_out' | 'sending' | 'waiting' | 'offline' | 'sent'

/** How what was done on this phone stands, and the words for it. */
export function useStanding({ steps, phase }: Pick<PhoneState, 'steps' | 'phase'>): {
  standing: Standing
  words: string
} {
  const t = useTranslations('handover.sync')
  const isOnline = useOnline()
  const troubled = new Set(steps.filter(({ state }) => state === 'attention').map(({ key }) => key)).size
  const count = steps.filter(({ state }) => state === 'waiting').length
  const standing = standingOf()
  return { standing, words: t(standing, { count: standing === 'attention' ? troubled : count }) }

  function standingOf(): Standing {
    if (troubled > 0) return 'attention'
    if (phase === 'signed_out') return 'signed_out'
    if (count === 0) return isOnline && phase !== 'unreachable' ? 'sent' : 'offline'
    return phase === 'sending' && isOnline ? 'sending' : 'waiting'
  }
}
