import { DetailSkeleton } from '@/components/dashboard/detail-skeleton'

/** The cash book while it is coming. */
export default function Loading() {
  return <DetailSkeleton />
}
