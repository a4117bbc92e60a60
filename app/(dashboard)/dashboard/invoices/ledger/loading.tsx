import { ListSkeleton } from '@/components/dashboard/list-skeleton'

/** The accounts while they are coming. */
export default function Loading() {
  return <ListSkeleton columns={4} />
}
