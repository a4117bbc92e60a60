import { ListSkeleton } from '@/components/dashboard/list-skeleton'

/** The fleet's maintenance while it is coming. */
export default function Loading() {
  return <ListSkeleton columns={4} />
}
