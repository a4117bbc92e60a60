import { type Search, searchQuery } from '@/lib/booking-site/search-state'

type SearchFieldsProps = { search: Search /** Names that have fields of their own. */; without?: string[] }

/** The search inside another form of the flow, so that its query carries it on; extras have fields of their own. */
export function SearchFields({ search, without = [] }: SearchFieldsProps) {
  const fields = new URLSearchParams(searchQuery({ ...search, extras: {} }))
  for (const name of without) fields.delete(name)
  return [...fields].map(([name, value]) => (
    <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
  ))
}
