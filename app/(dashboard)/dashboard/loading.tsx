import { ListSkeleton } from '@/components/dashboard/list-skeleton'

/** The day while it is looked up. */
export default function Loading() {
  return <ListSkeleton columns={4} />
}
