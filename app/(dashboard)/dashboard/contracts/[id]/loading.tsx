import { DetailSkeleton } from '@/components/dashboard/detail-skeleton'

/** A contract while it is coming. */
export default function Loading() {
  return <DetailSkeleton />
}
