import { useLocale, useTranslations } from 'next-intl'
import { formatKm } from '@/lib/core/distance'
import { formatFigure } from '@/lib/core/figure'
import { labelOf } from '@/lib/core/labels'

type Charge = { kind: string; code: string; quantity: number; names?: Record<string, string> | null }

/** `12.5 × Miete`: without its quantity an amount could not be told from its unit price. */
function times(quantity: number, name: string): string {
  return quantity === 1 ? name : `${formatFigure(quantity)}\u00A0× ${name}`
}

/** What a charged line is called: an extra and what was written by hand by their own name, everything else in words of ours. */
export function useChargeLabel(): (charge: Charge) => string {
  const t = useTranslations('money.charges')
  const locale = useLocale()
  return ({ kind, code, quantity, names }) => {
    if (kind === 'extra' || kind === 'manual') return times(quantity, labelOf(names, locale) || code)
    if (kind === 'damage') return t('damage', { kind: t(`damages.${code}`) })
    const key = ['rental', 'discount', 'fee', 'fuel'].includes(kind) ? code : kind
    const label = t.has(key) ? t(key, { quantity, km: formatKm(quantity), amount: String(quantity) }) : code
    return [label, labelOf(names, locale)].filter(Boolean).join(' · ')
  }
}
