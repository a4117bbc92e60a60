import { TableSkeleton } from '@/components/ui/skeleton'

/** The members while they are coming. */
export default function Loading() {
  return <TableSkeleton rows={5} columns={4} />
}
