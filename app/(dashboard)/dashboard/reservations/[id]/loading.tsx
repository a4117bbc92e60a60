import { DetailSkeleton } from '@/components/dashboard/detail-skeleton'

/** A reservation while it is coming. */
export default function Loading() {
  return <DetailSkeleton />
}
