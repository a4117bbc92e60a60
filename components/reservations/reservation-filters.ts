import { getTranslations } from 'next-intl/server'
import type { Filter } from '@/components/ui/filter-chip'
import type { CompanyContext } from '@/lib/core/context'
import { labelOf } from '@/lib/core/labels'
import { RESERVATION_SOURCES } from '@/lib/core/reservation-sources'
import { PERIODS, RESERVATION_STATUSES } from '@/lib/reservations/schema'

type Choices = {
  categories: { id: string; names: unknown }[]
  locations: { id: string; name: string }[]
  tags: string[]
}

/** What the list of reservations can be narrowed by; a choice of one is none. */
export async function reservationFilters(
  { locale }: Pick<CompanyContext, 'locale'>,
  { categories, locations, tags }: Choices,
): Promise<Filter[]> {
  const [t, status] = await Promise.all([
    getTranslations('reservations'),
    getTranslations('ui.status.reservation'),
  ])
  const filters = [
    {
      key: 'status',
      label: t('filters.status'),
      options: RESERVATION_STATUSES.map((value) => ({ value, label: status(value) })),
    },
    {
      key: 'period',
      label: t('filters.period'),
      single: true,
      options: PERIODS.map((value) => ({ value, label: t(`periods.${value}`) })),
    },
    {
      key: 'category',
      label: t('filters.category'),
      options: categories.map(({ id, names }) => ({ value: id, label: labelOf(names, locale) })),
    },
    {
      key: 'location',
      label: t('filters.location'),
      options: locations.map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      key: 'source',
      label: t('filters.source'),
      options: RESERVATION_SOURCES.map((value) => ({ value, label: t(`sources.${value}`) })),
    },
    { key: 'tag', label: t('filters.tag'), options: tags.map((value) => ({ value, label: value })) },
  ]
  return filters.filter(({ key, options }) => options.length > (key === 'tag' ? 0 : 1))
}
