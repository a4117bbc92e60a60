import { DetailSkeleton } from '@/components/dashboard/detail-skeleton'

/** An entry of the waiting list while it is coming. */
export default function Loading() {
  return <DetailSkeleton />
}
