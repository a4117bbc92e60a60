import { FormSkeleton } from '@/components/dashboard/form-skeleton'

/** The page while it is coming. */
export default function Loading() {
  return <FormSkeleton />
}
