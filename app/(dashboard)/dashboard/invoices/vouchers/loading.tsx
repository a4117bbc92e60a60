import { ListSkeleton } from '@/components/dashboard/list-skeleton'

/** The vouchers while they are coming. */
export default function Loading() {
  return <ListSkeleton columns={4} />
}
