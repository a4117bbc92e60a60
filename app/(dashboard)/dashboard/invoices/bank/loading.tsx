import { ListSkeleton } from '@/components/dashboard/list-skeleton'

/** What the bank said, while it is coming. */
export default function Loading() {
  return <ListSkeleton columns={4} />
}
