import { ListSkeleton } from '@/components/dashboard/list-skeleton'

/** What moved at Stripe, while it is coming. */
export default function Loading() {
  return <ListSkeleton columns={4} />
}
