import { DetailSkeleton } from '@/components/dashboard/detail-skeleton'

/** A customer while it is coming. */
export default function Loading() {
  return <DetailSkeleton />
}
