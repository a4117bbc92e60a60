import { ListSkeleton } from '@/components/dashboard/list-skeleton'

/** The waiting list while it is coming. */
export default function Loading() {
  return <ListSkeleton columns={7} />
}
