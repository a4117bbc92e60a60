import { useLocale, useTranslations } from 'next-intl'
import { labelOf } from '@/lib/core/labels'
import type { Handover } from '@/lib/handover/handover'
import { isAccessory } from '@/lib/handover/pieces'

/** What was booked with the vehicle, in words for staff: `2 × Child seat, Excess reduction`; empty where nothing was. */
export function useBookedExtras({ contract }: Pick<Handover, 'contract'>): string {
  const t = useTranslations('handover.begin')
  const locale = useLocale()
  return contract.extras
    .map(({ names, quantity }) => t('extra', { quantity, name: labelOf(names, locale) }))
    .join(', ')
}

/** What something that goes along is called: an accessory in our words, a booked extra in the company's, with how many were booked. */
export function useThingName({ contract }: Pick<Handover, 'contract'>): (code: string) => string {
  const t = useTranslations('handover')
  const locale = useLocale()
  return (code) => {
    const booked = contract.extras.find((extra) => extra.code === code)
    const own = isAccessory(code) ? t(`accessories.names.${code}`) : labelOf(booked?.names, locale) || code
    return booked ? t('begin.extra', { quantity: booked.quantity, name: own }) : own
  }
}
