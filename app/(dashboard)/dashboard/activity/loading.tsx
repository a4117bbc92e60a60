import { ListSkeleton } from '@/components/dashboard/list-skeleton'

/** The trail while it is coming. */
export default function Loading() {
  return <ListSkeleton columns={3} />
}
