import { type Search, searchQuery } from '@/lib/booking-site/search-state'

/** The search inside another form of the flow, so that its query carries it on; extras have fields of their own. */
export function SearchFields({ search }: { search: Search }) {
  const fields = new URLSearchParams(searchQuery({ ...search, extras: {} }))
  return [...fields].map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)
}
