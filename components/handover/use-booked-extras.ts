import { useLocale, useTranslations } from 'next-intl'
import { labelOf } from '@/lib/core/labels'
import type { Handover } from '@/lib/handover/handover'

/** What was booked with the vehicle, in words for staff: `2 × Child seat, Excess reduction`; empty where nothing was. */
export function useBookedExtras({ contract }: Pick<Handover, 'contract'>): string {
  const t = useTranslations('handover.begin')
  const locale = useLocale()
  return contract.extras
    .map(({ names, quantity }) => t('extra', { quantity, name: labelOf(names, locale) }))
    .join(', ')
}
