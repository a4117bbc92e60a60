import { DetailSkeleton } from '@/components/dashboard/detail-skeleton'

/** The monthly invoices while they are reckoned. */
export default function Loading() {
  return <DetailSkeleton />
}
