import { getTranslations } from 'next-intl/server'
import type { Filter } from '@/components/ui/filter-chip'
import type { CompanyContext } from '@/lib/core/context'
import { labelOf } from '@/lib/core/labels'
import { WAITING_STATUSES } from '@/lib/reservations/waiting/schema'

type Choices = { categories: { id: string; names: unknown }[]; locations: { id: string; name: string }[] }

/** What the waiting list can be narrowed by; a choice of one is none. */
export async function waitingFilters(
  { locale }: Pick<CompanyContext, 'locale'>,
  { categories, locations }: Choices,
): Promise<Filter[]> {
  const [t, status] = await Promise.all([
    getTranslations('reservations.filters'),
    getTranslations('ui.status.waiting'),
  ])
  const filters = [
    {
      key: 'status',
      label: t('status'),
      options: WAITING_STATUSES.map((value) => ({ value, label: status(value) })),
    },
    {
      key: 'category',
      label: t('category'),
      options: categories.map(({ id, names }) => ({ value: id, label: labelOf(names, locale) })),
    },
    {
      key: 'location',
      label: t('location'),
      options: locations.map(({ id, name }) => ({ value: id, label: name })),
    },
  ]
  return filters.filter(({ options }) => options.length > 1)
}
