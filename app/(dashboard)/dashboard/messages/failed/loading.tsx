import { ListSkeleton } from '@/components/dashboard/list-skeleton'

/** What could not leave, while it is coming. */
export default function Loading() {
  return <ListSkeleton columns={3} />
}
