import { DetailSkeleton } from '@/components/dashboard/detail-skeleton'

/** A vehicle while it is coming. */
export default function Loading() {
  return <DetailSkeleton />
}
