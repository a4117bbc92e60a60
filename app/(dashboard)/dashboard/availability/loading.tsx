import { ListSkeleton } from '@/components/dashboard/list-skeleton'

/** The timeline while it is coming. */
export default function Loading() {
  return <ListSkeleton columns={8} />
}
