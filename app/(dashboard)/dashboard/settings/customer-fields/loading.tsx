import { TableSkeleton } from '@/components/ui/skeleton'

/** The plan's figures while they are coming. */
export default function Loading() {
  return <TableSkeleton rows={5} columns={2} />
}
