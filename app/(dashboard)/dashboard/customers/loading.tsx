import { ListSkeleton } from '@/components/dashboard/list-skeleton'

/** The list while it is coming. */
export default function Loading() {
  return <ListSkeleton columns={6} />
}
