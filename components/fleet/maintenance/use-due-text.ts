import { useLocale, useTranslations } from 'next-intl'
import { formatDate } from '@/lib/core/dates'
import { formatKm } from '@/lib/core/distance'
import type { DueItem } from '@/lib/fleet/maintenance/schema'

/** From here on kilometres are told as due, and beyond here a day is not; the database tells by the same. */
const NEAR_KM = 1_000
const FAR_DAYS = 60

/** What is due, and how soon, in words. */
export function useDueText(timeZone: string) {
  const t = useTranslations('fleet.maintenance')
  const locale = useLocale()
  return {
    item: ({ item, kind }: DueItem) => (item === 'maintenance' ? t(`kinds.${kind}`) : t(`items.${item}`)),
    when: ({ dueOn, daysLeft, dueKm, kmLeft, plannedAt }: DueItem) =>
      [
        // A calendar day belongs to no zone: read and written in the same one, it stays itself.
        dueOn &&
          !isOnlyByKm({ daysLeft, kmLeft }) &&
          `${formatDate(new Date(`${dueOn}T12:00:00Z`), { timeZone: 'UTC', locale })} (${t('days', soonness(daysLeft ?? 0))})`,
        dueKm !== null &&
          `${t('atKm', { km: formatKm(dueKm) })} (${t('kmLeft', { km: formatKm(Math.abs(kmLeft ?? 0)), over: (kmLeft ?? 0) <= 0 ? 'yes' : 'no' })})`,
        plannedAt && t('plannedAt', { date: formatDate(new Date(plannedAt), { timeZone, locale }) }),
      ]
        .filter(Boolean)
        .join(' · '),
  }
}

function soonness(days: number) {
  return { days, when: days < 0 ? 'past' : 'ahead', count: Math.abs(days) }
}

/** Close by its kilometres while its day is still far: the day would only mislead. */
function isOnlyByKm({ daysLeft, kmLeft }: Pick<DueItem, 'daysLeft' | 'kmLeft'>) {
  return kmLeft !== null && kmLeft <= NEAR_KM && (daysLeft ?? 0) > FAR_DAYS
}
