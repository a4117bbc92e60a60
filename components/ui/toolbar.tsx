'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { type Filter, FilterChip } from '@/components/ui/filter-chip'
import { SearchField } from '@/components/ui/search-field'
import { TextLink } from '@/components/ui/text-link'
import { withoutFilters } from '@/components/ui/url-filter'

type ToolbarProps = {
  filters?: Filter[]
  /** What the search looks through: "Number, name or plate". Without it there is no search. */
  searchLabel?: string
  /** At the end: sort, columns, export. */
  children?: ReactNode
}

/** Above a list: search, filters as chips, and what else the list can do. The address holds all of it. */
export function Toolbar({ filters = [], searchLabel, children }: ToolbarProps) {
  const t = useTranslations('ui.filter')
  const pathname = usePathname()
  const search = useSearchParams()
  const isFiltered = filters.some(({ key }) => search.has(key))
  const keys = filters.map(({ key }) => key)
  return (
    <div className="flex flex-wrap items-center gap-2">
      {searchLabel && <SearchField label={searchLabel} />}
      {filters.map((filter) => (
        <FilterChip key={filter.key} filter={filter} />
      ))}
      {isFiltered && (
        <TextLink href={`${pathname}${withoutFilters(search, keys)}`} className="px-1 text-sm" scroll={false}>
          {t('clearAll')}
        </TextLink>
      )}
      {children && <div className="ml-auto flex items-center gap-2">{children}</div>}
    </div>
  )
}
