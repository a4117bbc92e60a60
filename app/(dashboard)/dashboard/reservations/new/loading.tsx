import { FormSkeleton } from '@/components/dashboard/form-skeleton'

/** The desk while it is coming. */
export default function Loading() {
  return <FormSkeleton fields={4} />
}
