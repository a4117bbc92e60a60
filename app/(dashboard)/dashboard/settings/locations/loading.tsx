import { FormSkeleton } from '@/components/dashboard/form-skeleton'

/** The places while they are coming. */
export default function Loading() {
  return <FormSkeleton />
}
