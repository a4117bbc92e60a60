import { ListSkeleton } from '@/components/dashboard/list-skeleton'

/** Prices while they are coming. */
export default function Loading() {
  return <ListSkeleton columns={7} />
}
