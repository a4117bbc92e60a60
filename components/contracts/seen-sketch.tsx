'use client'

import { useTranslations } from 'next-intl'
import { useDamageWords } from '@/components/handover/damage/damage-words'
import { MarkedSketch } from '@/components/handover/damage/marked-sketch'
import type { Damage } from '@/lib/handover/handover'

/** The marked sketch where it is only looked at. */
export function SeenSketch(props: { bodyType: string; damages: Damage[]; known: Damage[] }) {
  const t = useTranslations('handover.damage')
  return <MarkedSketch {...props} label={t('sketch')} labelOf={useDamageWords()} />
}
