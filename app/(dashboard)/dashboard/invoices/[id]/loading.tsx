import { DetailSkeleton } from '@/components/dashboard/detail-skeleton'

/** An invoice while it is coming. */
export default function Loading() {
  return <DetailSkeleton />
}
