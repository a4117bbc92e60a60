import { FormSkeleton } from '@/components/dashboard/form-skeleton'

/** The form while it is coming. */
export default function Loading() {
  return <FormSkeleton fields={8} />
}
